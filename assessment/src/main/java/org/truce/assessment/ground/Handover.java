package org.truce.assessment.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.model.kind.Agreement.Form;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.ControlChanged;
import org.truce.model.place.Where;
import org.truce.model.time.Deadline;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * A zone that passed from one controller to another, beside the deadline by which it was to pass.
 *
 * @param change the entry that says so
 * @param obligation which obligation owed it; absent where none did
 * @param deadline the deadline that held then, amended or not
 * @param original the deadline that it had first
 * @param timing against the deadline that held
 * @param timingByOriginal against the first deadline
 * @param marginHours from the end of what was stated to the deadline that held; negative where it was late
 * @param entries on which this rests
 */
public record Handover(
        Held<ControlChanged> change,
        @Nullable ObligationFile obligation,
        @Nullable Deadline deadline,
        @Nullable Deadline original,
        Timing timing,
        Timing timingByOriginal,
        @Nullable Double marginHours,
        List<UUID> entries) {
    /** An obligation's area is a zone's where they share at least this much of the smaller one. */
    private static final double SAME = 0.5;

    /** Against a deadline. */
    public enum Timing {
        ON_TIME,
        LATE,
        /** The date of the handover is not precise enough to say. */
        NOT_DETERMINABLE,
        NO_DEADLINE
    }

    /** Every handover of a view, in order of taking place. */
    public static List<Handover> of(View view) {
        return view.happened(ControlChanged.class).stream()
                .map(change -> of(view, change))
                .toList();
    }

    /** Nobody hands over to himself: who already holds what he owes, at the beginning, has not yet done it. */
    private static Handover of(View view, Held<ControlChanged> change) {
        ObligationFile owed = Obligations.of(view).all().stream()
                .filter(file -> file.set().body().form() == Form.ACHIEVE)
                .filter(file ->
                        !file.set().body().bearers().contains(change.body().to()))
                .filter(file -> concerns(view, file, change))
                .min(Comparator.comparing((ObligationFile file) -> file.deadline() == null)
                        .thenComparingLong(file -> file.set().index()))
                .orElse(null);
        List<UUID> entries = new ArrayList<>(List.of(change.id()));
        if (owed != null) {
            entries.addAll(owed.entries());
        }
        Deadline deadline = owed == null ? null : owed.deadline();
        Deadline original = owed == null ? null : owed.original();
        Double margin = deadline == null
                ? null
                : (Double) (Duration.between(view.ended(change.entry()), deadline.instant())
                                .toMinutes()
                        / 60.0);
        return new Handover(
                change,
                owed,
                deadline,
                original,
                timing(view, change, deadline),
                timing(view, change, original),
                margin,
                List.copyOf(entries));
    }

    private static Timing timing(View view, Held<ControlChanged> change, @Nullable Deadline deadline) {
        if (deadline == null) {
            return Timing.NO_DEADLINE;
        }
        Instant end = deadline.instant();
        if (view.ended(change.entry()).isAfter(end)) {
            return view.began(change).isBefore(end) ? Timing.NOT_DETERMINABLE : Timing.LATE;
        }
        return Timing.ON_TIME;
    }

    /** By the name that zone and place share, else by the ground that they share. */
    private static boolean concerns(View view, ObligationFile file, Held<ControlChanged> change) {
        Where area = file.set().body().area();
        if (area == null) {
            return false;
        }
        String zone = change.body().zone().value();
        if (area.place() != null && area.place().value().equals(zone)) {
            return true;
        }
        Geometry owed = Names.of(view).geometry(area);
        return owed != null
                && owed.getDimension() == 2
                && view.heads(BoundaryDrawn.class).stream()
                        .filter(drawn -> drawn.body().boundary().value().equals(zone))
                        .map(drawn -> drawn.body().geometry())
                        .anyMatch(drawn -> shared(owed, drawn) >= SAME);
    }

    /** A ratio of areas of one place: in degrees it is as good as on the ground. */
    private static double shared(Geometry a, Geometry b) {
        double smaller = StrictMath.min(a.getArea(), b.getArea());
        return smaller <= 0 ? 0 : a.intersection(b).getArea() / smaller;
    }
}
