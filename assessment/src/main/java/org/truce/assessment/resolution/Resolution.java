package org.truce.assessment.resolution;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Incident.IncidentClosed;
import org.truce.model.kind.Incident.Outcome;
import org.truce.model.quantity.Hours;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.Lone;
import org.truce.picture.View;

/**
 * Were incidents resolved quickly? Of every confirmed or reported incident that began before a view's end, from its
 * beginning to its closure. One that was closed as not established or lapsed tells nothing of resolving: it is looked at
 * no longer than until then. A closure that not all parties acknowledge is somebody's claim, and is counted apart.
 *
 * @param cases incidents
 * @param resolved closed as resolved
 * @param acknowledged of these, acknowledged by every party of the mandate
 * @param escalated closed as escalated
 * @param open not closed
 * @param limit the time within which a small incident is to be resolved
 * @param within the share that is resolved within that time, with its 90 % interval
 * @param medianHours time by which half are resolved; absent while it is not half of them
 * @param oldest the open incident that began first; absent where none is open
 * @param oldestHours its age
 * @param entries the incidents, in order of taking place
 */
public record Resolution(
        int cases,
        int resolved,
        int acknowledged,
        int escalated,
        int open,
        Hours limit,
        Survival.Share within,
        @Nullable Double medianHours,
        @Nullable UUID oldest,
        @Nullable Double oldestHours,
        List<UUID> entries) {

    private record Looked(IncidentFile file, Survival.Case lasted, boolean acknowledged) {}

    /** Of the incidents of a view, as they stood at an instant up to the view's; costs a look at those that were told of. */
    public static Resolution of(View view, Instant until, Hours limit) {
        Incidents incidents = Incidents.of(view);
        return of(view, incidents.told(), incidents.lone().between(Instant.MIN, until), until, limit);
    }

    /** Of some of the incidents of a view, and of single observations that began before an instant. */
    public static Resolution of(View view, List<IncidentFile> incidents, Lone single, Instant until, Hours limit) {
        List<Looked> all = incidents.stream()
                .filter(file -> file.standing() == Standing.CONFIRMED || file.standing() == Standing.REPORTED)
                .filter(file -> file.from().isBefore(until))
                .map(file -> look(view, file, until))
                .toList();
        List<Looked> open = all.stream()
                .filter(it -> it.lasted().ending() == Survival.Ending.OPEN && stillOpen(view, it.file(), until))
                .sorted(Comparator.comparing(it -> it.file().from()))
                .toList();
        Survival survival =
                Survival.of(all.stream().map(Looked::lasted).toList(), hours -> lasting(single, until, hours));
        OptionalDouble median = survival.medianHours();
        List<IncidentFile> files = all.stream().map(Looked::file).toList();
        IncidentFile told = open.isEmpty() ? null : open.getFirst().file();
        boolean alone = single.size() > 0 && (told == null || !first(told, single));
        UUID oldest = alone ? single.id(0) : told == null ? null : told.id();
        Instant since = alone ? single.began(0) : told == null ? null : told.from();
        return new Resolution(
                all.size() + single.size(),
                count(all, Survival.Ending.RESOLVED),
                (int) all.stream().filter(Looked::acknowledged).count(),
                count(all, Survival.Ending.ESCALATED),
                open.size() + single.size(),
                limit,
                survival.resolvedWithin(limit.value()),
                median.isPresent() ? (Double) median.getAsDouble() : null,
                oldest,
                since == null ? null : (Double) hours(since, until),
                Incidents.ids(files, single));
    }

    /** Whether an incident comes before the first single observation. */
    private static boolean first(IncidentFile file, Lone single) {
        int compared = file.from().compareTo(single.began(0));
        return compared < 0 || (compared == 0 && file.id().compareTo(single.id(0)) < 0);
    }

    /** How many single observations, none of which was closed, were made so many hours before an instant or more. */
    private static int lasting(Lone single, Instant until, double hours) {
        int low = 0;
        int high = single.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hours(single.began(middle), until) >= hours) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int count(List<Looked> all, Survival.Ending ending) {
        return (int) all.stream().filter(it -> it.lasted().ending() == ending).count();
    }

    private static boolean stillOpen(View view, IncidentFile file, Instant until) {
        return file.closure() == null || !view.began(file.closure()).isBefore(until);
    }

    private static Looked look(View view, IncidentFile file, Instant until) {
        Held<IncidentClosed> closure = file.closure();
        if (closure == null || stillOpen(view, file, until)) {
            return new Looked(file, new Survival.Case(hours(file.from(), until), Survival.Ending.OPEN), false);
        }
        IncidentClosed closed = closure.body();
        Survival.Ending ending = switch (closed.outcome()) {
            case RESOLVED -> Survival.Ending.RESOLVED;
            case ESCALATED -> Survival.Ending.ESCALATED;
            case NOT_ESTABLISHED, LAPSED -> Survival.Ending.OPEN;
        };
        MandateSet mandate = view.mandate();
        boolean acknowledged = closed.outcome() == Outcome.RESOLVED
                && mandate != null
                && Set.copyOf(closed.acknowledgedBy()).containsAll(Set.<ActorId>copyOf(mandate.parties()));
        return new Looked(file, new Survival.Case(hours(file.from(), view.began(closure)), ending), acknowledged);
    }

    /** A closure that is dated before the incident's first possible instant took no time. */
    private static double hours(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 3_600_000.0);
    }

    /** Whether enough are resolved in time: all, where there was nothing to resolve; absent while none is old enough. */
    public @Nullable Boolean inTime(double share) {
        if (cases == 0) {
            return true;
        }
        boolean tooEarly = resolved == 0 && escalated == 0 && (oldestHours == null || oldestHours < limit.value());
        return tooEarly ? null : within.value() >= share;
    }
}
