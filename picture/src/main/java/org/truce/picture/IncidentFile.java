package org.truce.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.entry.Entry;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.FindingMade;
import org.truce.model.kind.Incident.IncidentClosed;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Incident.Result;
import org.truce.model.kind.Incident.RulingMade;
import org.truce.model.kind.Incident.VerificationMade;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Statement;
import org.truce.model.kind.Statement.EventReported;
import org.truce.model.place.Where;

/**
 * One incident as of a view: what it is, on what it rests, and what was made of it since.
 *
 * @param id the entry that opened it
 * @param act what kind of act
 * @param standing what can be said of it
 * @param from first instant at which it may have begun
 * @param to first instant after it
 * @param occurred its time as it is written (EDTF)
 * @param located the entry that says best where it was; absent where nobody says
 * @param members observations, reports and allegations that belong to it, in record order
 * @param accused whom its members accuse, in order of accusing
 * @param what in words
 * @param steps what was made of it since: verifications, investigations, findings, rulings, responses and closures, in
 *     order of taking place
 * @param closure the entry that closed it
 * @param toClosure time from its beginning to its closure
 * @param entries every entry on which this rests, in record order
 */
public record IncidentFile(
        UUID id,
        Act act,
        Standing standing,
        Instant from,
        Instant to,
        String occurred,
        @Nullable Entry located,
        List<Held<? extends Body>> members,
        List<ActorId> accused,
        @Nullable Text what,
        List<Held<? extends Incident>> steps,
        @Nullable Held<IncidentClosed> closure,
        @Nullable Duration toClosure,
        List<UUID> entries) {

    /** What can be said of an incident. */
    public enum Standing {
        /** Somebody says so, and nobody else. */
        ALLEGED,
        /** A report says so, and a person took it up. */
        REPORTED,
        /** Observed by the mission, or verified, or ruled. */
        CONFIRMED,
        /** Verified not to have taken place. */
        REFUTED
    }

    /** Whether it was closed. */
    public boolean closed() {
        return closure != null;
    }

    /** Whether a ruling, or a verification with a result, says whether it took place. */
    public boolean decided() {
        return steps.stream()
                .map(Held::body)
                .anyMatch(step -> step instanceof RulingMade
                        || (step instanceof VerificationMade verification
                                && (verification.result() == Result.CONFIRMED
                                        || verification.result() == Result.REFUTED)));
    }

    /**
     * The findings and rulings that rest on a verification, investigation or finding of their own author, each with that:
     * four eyes are two different authors.
     */
    public Map<Held<? extends Incident>, Held<? extends Incident>> onePairOfEyes() {
        Map<Held<? extends Incident>, Held<? extends Incident>> own = new LinkedHashMap<>();
        Held<? extends Incident> before = null;
        for (Held<? extends Incident> step : steps) {
            boolean judges = step.body() instanceof FindingMade || step.body() instanceof RulingMade;
            if (judges
                    && before != null
                    && step.entry().author().equals(before.entry().author())) {
                own.put(step, before);
            }
            before = step;
        }
        return own;
    }

    /** From how many different sources its members come. */
    public int sources() {
        Set<String> sources = new LinkedHashSet<>();
        for (Held<? extends Body> member : members) {
            member.entry().basis().forEach(basis -> {
                String name = basis.address() != null ? basis.address() : basis.publisher();
                sources.add(name != null ? name : String.valueOf(basis.report()));
            });
        }
        return sources.size();
    }

    static IncidentFile of(View view, List<Held<? extends Body>> group, List<Held<? extends Incident>> steps) {
        List<Held<IncidentLinked>> links = only(group, IncidentLinked.class);
        List<Held<? extends Body>> members = group.stream()
                .filter(held -> !(held.body() instanceof IncidentLinked))
                .toList();
        List<Held<VerificationMade>> verified = only(steps, VerificationMade.class);
        List<Held<RulingMade>> ruled = only(steps, RulingMade.class);
        Held<IncidentClosed> closure = first(only(steps, IncidentClosed.class));
        Entry time = timed(links, members);
        Instant from = view.began(time);
        List<UUID> entries = Stream.<List<? extends Held<?>>>of(group, steps)
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Held::index))
                .map(Held::id)
                .distinct()
                .toList();
        return new IncidentFile(
                opener(links, members).id(),
                act(links, members),
                standing(members, verified, ruled),
                from,
                view.ended(time),
                time.occurred() == null
                        ? time.stated().toString()
                        : time.occurred().edtf().text(),
                located(links, members),
                members,
                accused(links, members),
                what(links, members),
                steps,
                closure,
                closure == null ? null : Duration.between(from, view.began(closure)),
                entries);
    }

    private static Held<? extends Body> opener(List<Held<IncidentLinked>> links, List<Held<? extends Body>> members) {
        return links.stream()
                .filter(link -> link.body().incident() == null)
                .<Held<? extends Body>>map(link -> link)
                .findFirst()
                .orElseGet(() -> members.isEmpty() ? links.getFirst() : members.getFirst());
    }

    private static Entry timed(List<Held<IncidentLinked>> links, List<Held<? extends Body>> members) {
        return Stream.concat(links.stream(), members.stream())
                .map(Held::entry)
                .filter(entry -> entry.occurred() != null)
                .findFirst()
                .orElseGet(() -> (members.isEmpty() ? links.getFirst() : members.getFirst()).entry());
    }

    private static @Nullable Entry located(List<Held<IncidentLinked>> links, List<Held<? extends Body>> members) {
        List<Entry> all = Stream.concat(links.stream(), members.stream())
                .map(Held::entry)
                .filter(entry -> entry.where() != null)
                .toList();
        return all.stream()
                .filter(entry -> hasGeometry(entry.where()))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    private static boolean hasGeometry(@Nullable Where where) {
        return where != null && where.geometry() != null;
    }

    private static Standing standing(
            List<Held<? extends Body>> members, List<Held<VerificationMade>> verified, List<Held<RulingMade>> ruled) {
        if (!ruled.isEmpty()) {
            return ruled.getLast().body().violation() ? Standing.CONFIRMED : Standing.REFUTED;
        }
        Result result = verified.isEmpty()
                ? Result.NOT_POSSIBLE
                : verified.getLast().body().result();
        if (result == Result.REFUTED) {
            return Standing.REFUTED;
        }
        if (result == Result.CONFIRMED || members.stream().anyMatch(member -> member.body() instanceof Observed)) {
            return Standing.CONFIRMED;
        }
        // Who denies an event, or announces it, does not report that it took place.
        return members.stream()
                        .anyMatch(member -> member.body() instanceof EventReported event
                                && event.status() == Statement.Status.ASSERTED)
                ? Standing.REPORTED
                : Standing.ALLEGED;
    }

    private static Act act(List<Held<IncidentLinked>> links, List<Held<? extends Body>> members) {
        return Stream.concat(
                        links.stream().map(link -> link.body().act()),
                        members.stream().map(IncidentFile::actOf))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Act.OTHER);
    }

    private static @Nullable Act actOf(Held<? extends Body> member) {
        return switch (member.body()) {
            case AllegationMade allegation -> allegation.act();
            case Observed observed ->
                observed.seen().stream().anyMatch(seen -> Incidents.explosive(seen.type()))
                        ? Act.HEAVY_WEAPONS_FIRE
                        : Act.SMALL_ARMS_FIRE;
            default -> null;
        };
    }

    private static List<ActorId> accused(List<Held<IncidentLinked>> links, List<Held<? extends Body>> members) {
        Set<ActorId> accused = new LinkedHashSet<>();
        links.forEach(link -> accused.addAll(link.body().accused()));
        for (Held<? extends Body> member : members) {
            if (member.body() instanceof AllegationMade allegation && allegation.accused() != null) {
                accused.add(allegation.accused());
            }
            if (member.body() instanceof EventReported event
                    && event.accused() != null
                    && event.accused().actor() != null) {
                accused.add(event.accused().actor());
            }
        }
        return List.copyOf(accused);
    }

    private static @Nullable Text what(List<Held<IncidentLinked>> links, List<Held<? extends Body>> members) {
        return Stream.concat(
                        links.stream().map(link -> link.body().what()),
                        members.stream().map(member -> switch (member.body()) {
                            case AllegationMade allegation -> allegation.what();
                            case EventReported event -> event.what();
                            case Observed observed -> observed.assessedAs();
                            default -> null;
                        }))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static <B extends Body> List<Held<B>> only(List<? extends Held<? extends Body>> group, Class<B> kind) {
        List<Held<B>> list = new ArrayList<>();
        for (Held<? extends Body> held : group) {
            if (kind.isInstance(held.body())) {
                list.add(new Held<>(held.index(), held.recorded(), held.entry(), kind.cast(held.body())));
            }
        }
        return list;
    }

    private static <T> @Nullable T first(List<T> list) {
        return list.isEmpty() ? null : list.getFirst();
    }
}
