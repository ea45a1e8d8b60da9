package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.AVELIA;
import static org.truce.simulation.exercise.Theatre.BORETH;
import static org.truce.simulation.exercise.Theatre.PARTIES;
import static org.truce.simulation.exercise.Theatre.ZONE;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;
import static org.truce.simulation.exercise.Theatre.other;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.entry.Basis.Reliability;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.IncidentClosed;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Incident.LinkTerm;
import org.truce.model.kind.Incident.Outcome;
import org.truce.model.kind.Incident.Result;
import org.truce.model.kind.Incident.VerificationMade;
import org.truce.model.kind.Named;
import org.truce.model.kind.Statement.Event;
import org.truce.model.kind.Statement.EventReported;
import org.truce.model.kind.Statement.Status;
import org.truce.model.quantity.Casualties;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.SplitMix64;
import org.truce.simulation.Words;

/** From observation and allegation to closure: links by the duty officer, what the parties say, checks, endings. */
final class IncidentScript {
    static final String SHEET = "12-incidents";
    private static final LocalDate UNEASE = LocalDate.parse("2024-04-18");
    private static final LocalDate CALM = LocalDate.parse("2024-05-11");

    private final Sheets sheets;
    private final SplitMix64 random;
    private final JusticeScript justice;
    private final List<Opened> opened = new ArrayList<>();

    /**
     * An incident and what happened in it.
     *
     * @param id the entry that opened it
     * @param truth what happened
     */
    record Opened(UUID id, Happening truth) {}

    IncidentScript(Sheets sheets, long seed) {
        this.sheets = sheets;
        this.random = SplitMix64.of(seed, "incidents");
        this.justice = new JusticeScript(sheets);
    }

    void write(List<Happening> happened) {
        happened.forEach(this::follow);
        unfounded();
        undone();
        justice.write(opened);
    }

    private void follow(Happening truth) {
        if (truth.observations().isEmpty()) {
            if (random.chance(0.5)) {
                allege(truth, truth.at().plus(Duration.ofHours(3)));
            }
            return;
        }
        Instant evening = truth.at().plus(Duration.ofMinutes(random.between(110, 300)));
        // One shot that one post heard needs no link; an explosion does, which tells a mine from a weapon.
        UUID id = truth.observations().size() == 1 && truth.act() == Act.SMALL_ARMS_FIRE
                ? truth.observations().getFirst()
                : link(null, truth.observations(), truth, evening);
        opened.add(new Opened(id, truth));
        if (truth.heavy() || random.chance(0.35)) {
            UUID allegation = allege(truth, evening.plus(Duration.ofMinutes(40)));
            Instant joined = evening.plus(Duration.ofMinutes(random.between(90, 400)));
            link(id, List.of(allegation), truth, joined);
            verify(id, truth, joined.plus(Duration.ofHours(random.between(2, 9))));
        }
        close(id, truth);
    }

    private UUID link(@Nullable UUID incident, List<UUID> members, Happening truth, Instant when) {
        return sheets.put(
                SHEET,
                Note.by("mission:duty-officer", when)
                        .during(truth.at(), truth.at().plusSeconds(60), ZONE)
                        .at(Theatre.point(truth.east(), truth.north()), 300)
                        .on(members),
                new IncidentLinked(
                        incident,
                        members,
                        incident == null ? truth.act() : null,
                        List.of(),
                        null,
                        incident == null && truth.killed() + truth.wounded() > 0 ? casualties(truth) : null,
                        List.of(new LinkTerm("minutes-apart", "10"), new LinkTerm("km-apart", "1")),
                        null));
    }

    private static Casualties casualties(Happening truth) {
        return new Casualties(null, null, null, null, truth.killed(), truth.wounded(), truth.killed(), truth.killed());
    }

    /** The side that was fired at alleges; every second time the other denies. */
    private UUID allege(Happening truth, Instant when) {
        String by = other(truth.by());
        boolean confidence = random.chance(0.15);
        UUID allegation = sheets.put(
                SHEET,
                Note.by(by + ":liaison", when)
                        .during(truth.at(), truth.at().plusSeconds(600), ZONE)
                        .at(Theatre.point(truth.east(), truth.north()), 1000)
                        .from(by, Reliability.C, 3)
                        .to(confidence ? "party:" + by : "parties"),
                new AllegationMade(
                        actor(by),
                        actor(truth.by()),
                        truth.act(),
                        what(truth.act()),
                        hurt(truth) ? casualties(truth) : null));
        if (random.chance(0.5)) {
            deny(truth, allegation, when.plus(Duration.ofHours(random.between(2, 20))), confidence);
        }
        return allegation;
    }

    private static boolean hurt(Happening truth) {
        return truth.killed() + truth.wounded() > 0;
    }

    private void deny(Happening truth, UUID allegation, Instant when, boolean unseen) {
        if (unseen) {
            // What was alleged in confidence the other side does not know.
            return;
        }
        sheets.put(
                SHEET,
                Note.by(truth.by() + ":liaison", when)
                        .during(truth.at(), truth.at().plusSeconds(600), ZONE)
                        .at(Theatre.point(truth.east(), truth.north()), 1000)
                        .on(List.of(allegation))
                        .to("parties"),
                new EventReported(
                        Event.CEASEFIRE_VIOLATION,
                        Status.DENIED,
                        Words.of("our units did not fire", "наши подразделения огня не вели", "لم تطلق وحداتنا النار"),
                        List.of(Named.of(actor(truth.by()))),
                        Named.of(actor(truth.by())),
                        Named.of(actor(other(truth.by()))),
                        List.of()));
    }

    static Text what(Act act) {
        return switch (act) {
            case HEAVY_WEAPONS_FIRE ->
                Words.of("fire from heavy weapons", "огонь из тяжёлого оружия", "إطلاق نار من أسلحة ثقيلة");
            case ADVANCE -> Words.of("an advance across the line", "продвижение за линию", "تقدم عبر الخط");
            case MINE_OR_EXPLOSIVE -> Words.of("an explosion of a mine", "подрыв мины", "انفجار لغم");
            default -> Words.of("shots from small arms", "выстрелы из стрелкового оружия", "طلقات من أسلحة خفيفة");
        };
    }

    private void verify(UUID incident, Happening truth, Instant when) {
        sheets.put(
                SHEET,
                Note.by("mission:verifier", when)
                        .during(when, when.plusSeconds(60), ZONE)
                        .on(truth.observations()),
                new VerificationMade(
                        incident,
                        Result.CONFIRMED,
                        actor("mission"),
                        Words.of(
                                "records of two posts compared, place visited",
                                "сверены журналы двух постов, место осмотрено",
                                "قورنت سجلات نقطتين وعوين الموقع")));
    }

    /** Hours from the act to its closure: within two days in calm, longer in unease, after a week on the bad night. */
    private void close(UUID incident, Happening truth) {
        LocalDate day = truth.at().atZone(ZONE).toLocalDate();
        boolean calm = day.isBefore(UNEASE) || !day.isBefore(CALM);
        int hours = truth.heavy() ? random.between(120, 200) : calm ? random.between(10, 50) : random.between(30, 80);
        Instant when = truth.at().plus(Duration.ofHours(hours));
        if (!Theatre.within(when)) {
            return;
        }
        Outcome outcome = truth.act() == Act.ADVANCE
                ? Outcome.ESCALATED
                : random.chance(0.06) ? Outcome.NOT_ESTABLISHED : Outcome.RESOLVED;
        List<ActorId> accepted = new ArrayList<>();
        PARTIES.forEach(party -> {
            if (random.chance(0.85)) {
                accepted.add(actor(party));
            }
        });
        closed(incident, when, outcome, accepted);
    }

    private void closed(UUID incident, Instant when, Outcome outcome, List<ActorId> accepted) {
        sheets.put(
                SHEET,
                Note.by("mission:duty-officer", when.plusSeconds(900)).during(when, when.plusSeconds(60), ZONE),
                new IncidentClosed(
                        incident,
                        outcome,
                        Words.of(
                                "settled between the commanders on the spot",
                                "улажено командирами на месте",
                                "سوّاه القادة في الموقع"),
                        accepted));
    }

    /** What a party alleges and nobody observed: not confirmed, refuted, impossible to check, or not yet checked. */
    private void unfounded() {
        for (int i = 0; i < 26; i++) {
            LocalDate day = Theatre.day(6 + i * 4);
            String by = i % 2 == 0 ? BORETH : AVELIA;
            Act act = i % 7 == 3 ? Act.CONSTRUCTION : Act.SMALL_ARMS_FIRE;
            Instant when = at(day, 7 + i % 12, 15);
            double east = random.between(-250, 250) / 10.0;
            Happening invented = new Happening(
                    when, east, Theatre.north(east) + (i % 2 == 0 ? 0.6 : -0.6), act, other(by), 1, 0, 0, List.of());
            UUID allegation = allege(invented, when.plus(Duration.ofHours(4)));
            Result result = switch (i % 4) {
                case 0 -> Result.NOT_CONFIRMED;
                case 1 -> Result.REFUTED;
                case 2 -> Result.NOT_POSSIBLE;
                default -> null;
            };
            if (result != null) {
                Instant checked = when.plus(Duration.ofHours(26));
                sheets.put(
                        SHEET,
                        Note.by("mission:verifier", checked)
                                .during(checked, checked.plusSeconds(60), ZONE)
                                .on(List.of(allegation)),
                        new VerificationMade(allegation, result, actor("mission"), null));
                if (result != Result.NOT_POSSIBLE) {
                    closed(allegation, checked.plus(Duration.ofHours(5)), Outcome.NOT_ESTABLISHED, List.of());
                }
            }
        }
    }

    /** Three links that a person made too early and took back, and two that a rule proposes and nobody confirmed. */
    private void undone() {
        List<Opened> small = opened.stream()
                .filter(one -> one.truth().act() == Act.SMALL_ARMS_FIRE)
                .filter(one -> one.truth().observations().size() > 1)
                .toList();
        for (int i = 0; i < 5; i++) {
            Opened a = small.get(4 + 5 * i);
            Opened b = small.get(5 + 5 * i);
            Instant when = b.truth().at().plus(Duration.ofHours(7));
            boolean machine = i > 2;
            IncidentLinked body = new IncidentLinked(
                    a.id(),
                    List.of(b.truth().observations().getFirst()),
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(new LinkTerm("weapon", "small arms")),
                    machine ? "same-weapon" : null);
            Note note = Note.by(machine ? "mission:assistant" : "mission:duty-officer", when)
                    .on(List.of(b.truth().observations().getFirst()));
            UUID wrong = sheets.put(SHEET, note, body);
            if (!machine) {
                Instant later = when.plus(Duration.ofHours(5));
                sheets.put(
                        SHEET,
                        Note.by("mission:duty-officer", later)
                                .on(List.of(b.truth().observations().getFirst()))
                                .withdrawing(wrong, "two different fires"),
                        body);
            }
        }
    }
}
