package org.truce.simulation.exercise;

import static org.truce.simulation.exercise.Theatre.BAD_NIGHT;
import static org.truce.simulation.exercise.Theatre.ZONE;
import static org.truce.simulation.exercise.Theatre.actor;
import static org.truce.simulation.exercise.Theatre.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Observation.Explosion;
import org.truce.model.kind.Observation.Means;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.Seen;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Casualties;
import org.truce.model.quantity.Metres;
import org.truce.model.quantity.Qualifier;
import org.truce.model.quantity.Unit;
import org.truce.simulation.Note;
import org.truce.simulation.Sheets;
import org.truce.simulation.SplitMix64;
import org.truce.simulation.Words;

/**
 * What happened and what posts reported of it, in the grammar of daily monitoring reports. A post within 6 km hears,
 * one within 2 km sees; closed posts report nothing.
 */
final class ObservationScript {
    private static final String SHEET = "11-observations";
    private static final double HEARING_KM = 6;
    private static final double SEEING_KM = 2;

    private final Sheets sheets;
    private final SplitMix64 random;
    private final List<Happening> happened = new ArrayList<>();

    ObservationScript(Sheets sheets, long seed) {
        this.sheets = sheets;
        this.random = SplitMix64.of(seed, "observations");
    }

    /** Writes the observations and gives what happened, in order of time, with what was reported of each. */
    List<Happening> write() {
        for (int day = 1; day < Theatre.DAYS; day++) {
            LocalDate date = Theatre.day(day);
            everyday(date);
            int acts = random.about(perDay(date));
            for (int i = 0; i < acts; i++) {
                act(date);
            }
            if (day % 9 == 5) {
                exercise(date);
            }
        }
        badNight();
        happened.sort(Comparator.comparing(Happening::at));
        return List.copyOf(happened);
    }

    /** Mean number of acts on a day: calm, a week of unease, two weeks after the bad night, calm again. */
    private static double perDay(LocalDate date) {
        if (date.isBefore(LocalDate.parse("2024-04-18"))) {
            return 0.6;
        }
        if (!date.isAfter(BAD_NIGHT)) {
            return 1.2;
        }
        if (date.isBefore(LocalDate.parse("2024-05-04"))) {
            return 1.5;
        }
        return date.isBefore(LocalDate.parse("2024-05-11")) ? 0.8 : 0.35;
    }

    private void act(LocalDate date) {
        double east = random.between(-280, 280) / 10.0;
        String by = random.of(Theatre.PARTIES);
        double side = by.equals(Theatre.AVELIA) ? 1 : -1;
        double north = Theatre.north(east) + side * random.between(2, 12) / 10.0;
        int hour = random.between(5, 22);
        int minute = random.between(0, 59);
        // People step on mines by day.
        boolean mine = random.chance(0.05);
        Instant when = at(date, mine ? 9 : hour, minute);
        Act act = mine ? Act.MINE_OR_EXPLOSIVE : Act.SMALL_ARMS_FIRE;
        int wounded = random.chance(0.04) ? 1 : 0;
        report(new Happening(when, east, north, act, by, mine ? 1 : random.between(1, 30), 0, wounded, List.of()), 4);
    }

    /** Six acts in five hours: fire from heavy weapons of both sides, an advance, and civilians hit. */
    private void badNight() {
        Instant ten = at(BAD_NIGHT, 22, 0);
        night(ten, 13, 1.5, Act.SMALL_ARMS_FIRE, Theatre.AVELIA, 180, 0, 0, 12);
        night(ten.plusSeconds(1800), 15, 2.2, Act.HEAVY_WEAPONS_FIRE, Theatre.AVELIA, 64, 1, 3, 22);
        night(ten.plusSeconds(2700), 14, -2.4, Act.HEAVY_WEAPONS_FIRE, Theatre.BORETH, 71, 2, 4, 24);
        night(ten.plusSeconds(7200), 15, -0.6, Act.ADVANCE, Theatre.AVELIA, 90, 3, 9, 20);
        night(ten.plusSeconds(9000), 9, -2.2, Act.HEAVY_WEAPONS_FIRE, Theatre.AVELIA, 18, 2, 5, 14);
        night(ten.plusSeconds(14_400), 19, 1.1, Act.SMALL_ARMS_FIRE, Theatre.BORETH, 140, 0, 1, 10);
    }

    private void night(
            Instant when,
            double east,
            double north,
            Act act,
            String by,
            int rounds,
            int killed,
            int wounded,
            int times) {
        Happening truth = new Happening(when, east, north, act, by, rounds, killed, wounded, List.of());
        List<UUID> reported = new ArrayList<>();
        // From half past one on two posts are closed.
        boolean late = when.isAfter(at(BAD_NIGHT.plusDays(1), 1, 30));
        List<Integer> near = observers(east, north, late ? BAD_NIGHT.plusDays(1) : BAD_NIGHT, 4);
        for (int i = 0; i < times; i++) {
            int post = near.get(i % near.size());
            Instant moment = when.plusSeconds(150L * (i / near.size()) + 10L * post);
            int share = StrictMath.max(1, rounds / times + random.between(-1, 2));
            boolean first = i == 0;
            reported.add(observed(post, moment, truth, share, first && killed + wounded > 0));
        }
        happened.add(truth.seenAs(reported));
    }

    private void report(Happening truth, int most) {
        LocalDate day = truth.at().atZone(ZONE).toLocalDate();
        List<UUID> reported = new ArrayList<>();
        for (int post : observers(truth.east(), truth.north(), day, random.between(1, most))) {
            boolean hurt = reported.isEmpty() && truth.killed() + truth.wounded() > 0;
            int heard = StrictMath.max(1, truth.rounds() - random.between(0, truth.rounds() / 4));
            reported.add(observed(post, truth.at().plusSeconds(random.between(0, 50)), truth, heard, hurt));
        }
        happened.add(truth.seenAs(reported));
    }

    /** The nearest manned posts that can hear a place, nearest first. */
    private static List<Integer> observers(double east, double north, LocalDate day, int most) {
        return IntStream.rangeClosed(1, WatchScript.POSTS)
                .filter(post -> WatchScript.manned(post, day) && away(post, east, north) <= HEARING_KM)
                .boxed()
                .sorted(Comparator.comparingDouble(post -> away(post, east, north)))
                .limit(most)
                .toList();
    }

    private static double away(int post, double east, double north) {
        double stands = WatchScript.east(post);
        return StrictMath.hypot(east - stands, north - Theatre.north(stands));
    }

    private UUID observed(int post, Instant when, Happening truth, int rounds, boolean hurt) {
        double km = away(post, truth.east(), truth.north());
        boolean explosive = truth.act() != Act.SMALL_ARMS_FIRE;
        List<Seen> seen = truth.act() == Act.MINE_OR_EXPLOSIVE
                ? List.of(new Seen(SeenType.EXPLOSION, Explosion.UNDETERMINED, amount(1, false), "mine", null))
                : explosive ? explosions(rounds, km) : shots(rounds);
        Instant end = when.plusSeconds(60L * random.between(1, explosive ? 12 : 6));
        Casualties casualties = hurt
                ? new Casualties(
                        null, null, null, null, truth.killed(), truth.wounded(), truth.killed(), truth.killed() + 1)
                : null;
        Text assessed = IncidentScript.what(truth.act());
        return put(post, when, end, truth.east(), truth.north(), seen, assessed, false, casualties);
    }

    private List<Seen> explosions(int rounds, double km) {
        int outgoing = rounds / 3;
        Seen rest = new Seen(
                SeenType.EXPLOSION,
                km > SEEING_KM ? Explosion.UNDETERMINED : Explosion.IMPACT,
                amount(rounds - outgoing, km > SEEING_KM),
                null,
                km > SEEING_KM ? null : "82mm");
        return outgoing == 0
                ? List.of(rest)
                : List.of(
                        rest,
                        new Seen(SeenType.EXPLOSION, Explosion.OUTGOING, amount(outgoing, false), "mortar", null));
    }

    private List<Seen> shots(int rounds) {
        int bursts = rounds > 5 ? rounds / 5 : 0;
        List<Seen> seen = new ArrayList<>();
        seen.add(new Seen(SeenType.SHOT, null, amount(rounds - bursts, rounds > 20), "small arms", null));
        if (bursts > 0) {
            seen.add(new Seen(SeenType.BURST, null, amount(bursts, false), "heavy machine gun", "12.7mm"));
        }
        return seen;
    }

    /** What no ceasefire forbids, or what is no fire: movements, building, flights, flares. */
    private void everyday(LocalDate date) {
        int times = random.between(6, 10);
        for (int i = 0; i < times; i++) {
            int post = random.between(1, WatchScript.POSTS);
            if (!WatchScript.manned(post, date)) {
                continue;
            }
            SeenType type = random.of(List.of(
                    SeenType.MOVEMENT,
                    SeenType.MOVEMENT,
                    SeenType.MOVEMENT,
                    SeenType.CONSTRUCTION,
                    SeenType.OVERFLIGHT,
                    SeenType.ILLUMINATION_FLARE,
                    SeenType.OTHER));
            int hour = type == SeenType.ILLUMINATION_FLARE ? 22 : random.between(6, 19);
            Instant when = at(date, hour, random.between(0, 59));
            double east = WatchScript.east(post) + random.between(-15, 15) / 10.0;
            double north = Theatre.north(east) + random.between(-12, 12) / 10.0;
            List<Seen> seen = List.of(new Seen(type, null, Amount.of(random.between(1, 4), Unit.ACTS), null, null));
            put(post, when, when.plusSeconds(600), east, north, seen, null, false, null);
        }
    }

    /** An announced live-fire exercise behind the line: counted, then flagged. */
    private void exercise(LocalDate date) {
        double east = random.between(-20, 20);
        double north = random.chance(0.5) ? 4.5 : -4.5;
        List<Integer> near = observers(east, north, date, 3);
        for (int i = 0; i < 4 * near.size(); i++) {
            Instant when = at(date, 10 + i / near.size(), 5 * (i % near.size()));
            put(
                    near.get(i % near.size()),
                    when,
                    when.plusSeconds(900),
                    east,
                    north,
                    explosions(random.between(2, 9), HEARING_KM),
                    Words.of("live-fire exercise", "учебные стрельбы", "تدريب بالذخيرة الحية"),
                    true,
                    null);
        }
    }

    private static Amount amount(int count, boolean about) {
        return new Amount(count, Unit.ROUNDS, about ? Qualifier.ABOUT : null, null, null);
    }

    private UUID put(
            int post,
            Instant from,
            Instant to,
            double east,
            double north,
            List<Seen> seen,
            @Nullable Text assessed,
            boolean exercise,
            @Nullable Casualties casualties) {
        double stands = WatchScript.east(post);
        double km = away(post, east, north);
        double bearing = StrictMath.toDegrees(StrictMath.atan2(east - stands, north - Theatre.north(stands)));
        boolean sees = km <= SEEING_KM;
        double count = seen.stream().mapToDouble(one -> one.count().value()).sum();
        double radius = sees ? 150 : 150 + 250 * km;
        return sheets.put(
                SHEET,
                Note.by(
                                (post % 3 == 0 ? "contingent" : "mission") + ":monitor",
                                to.plusSeconds(random.between(10, 90) * 60L))
                        .during(from, to, ZONE)
                        .at(Theatre.point(east, north), StrictMath.rint(radius)),
                new Observed(
                        actor(post % 3 == 0 ? "contingent" : "mission"),
                        new Where(null, Theatre.point(stands, Theatre.north(stands)), new Metres(25)),
                        null,
                        sees
                                ? Means.HEARD_AND_SEEN
                                : seen.getFirst().type() == SeenType.MOVEMENT ? Means.SEEN : Means.HEARD,
                        Amount.of(count, seen.getFirst().count().unit()),
                        seen,
                        new Metres(StrictMath.rint(km * 9) * 100),
                        new Metres(StrictMath.rint(km * 11 + 1) * 100),
                        List.of((StrictMath.rint(bearing) + 360) % 360),
                        assessed,
                        exercise,
                        casualties));
    }
}
