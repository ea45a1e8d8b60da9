package org.truce.assessment.resolution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Of the incidents of a view, as they stood at an instant up to the view's. */
    public static Resolution of(View view, Instant until, Hours limit) {
        return of(view, Incidents.of(view).all(), until, limit);
    }

    /** Of some of the incidents of a view. */
    public static Resolution of(View view, List<IncidentFile> incidents, Instant until, Hours limit) {
        List<Looked> all = incidents.stream()
                .filter(file -> file.standing() == Standing.CONFIRMED || file.standing() == Standing.REPORTED)
                .filter(file -> file.from().isBefore(until))
                .map(file -> look(view, file, until))
                .toList();
        List<Looked> open = all.stream()
                .filter(it -> it.lasted().ending() == Survival.Ending.OPEN && stillOpen(view, it.file(), until))
                .sorted(Comparator.comparing(it -> it.file().from()))
                .toList();
        Survival survival = Survival.of(all.stream().map(Looked::lasted).toList());
        OptionalDouble median = survival.medianHours();
        List<UUID> entries = new ArrayList<>();
        all.forEach(it -> entries.add(it.file().id()));
        return new Resolution(
                all.size(),
                count(all, Survival.Ending.RESOLVED),
                (int) all.stream().filter(Looked::acknowledged).count(),
                count(all, Survival.Ending.ESCALATED),
                open.size(),
                limit,
                survival.resolvedWithin(limit.value()),
                median.isPresent() ? (Double) median.getAsDouble() : null,
                open.isEmpty() ? null : open.getFirst().file().id(),
                open.isEmpty() ? null : open.getFirst().lasted().hours(),
                List.copyOf(entries));
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
