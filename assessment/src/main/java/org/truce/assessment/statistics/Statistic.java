package org.truce.assessment.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.ActorId;
import org.truce.model.id.BoundaryId;

/**
 * One figure with everything that makes it one.
 *
 * @param section in which section it stands
 * @param definition id of its definition: the same id always means the same way of counting
 * @param zone of which zone; absent for the whole
 * @param party of which party; absent where it is of nobody's
 * @param item of which class, standing, state or verdict, by its wire name; empty where it has none
 * @param from first day of its period
 * @param to last day
 * @param value the figure; absent where it cannot be said
 * @param low lower bound, 90 % or strict counting; absent where there is none
 * @param high upper bound; absent likewise
 * @param exposure fully-covered days behind it; absent where watching has no part in it
 * @param issued the figure of the same period as it was known at the last issue; absent where it could not be said
 * @param revised by how much it has changed since; absent likewise
 * @param before the figure of the period before; absent where it could not be said
 * @param comparable whether a trend may be read: the exposures differ by less than a factor of 1.5
 * @param entries the entries on which it rests
 */
public record Statistic(
        Section section,
        String definition,
        @Nullable BoundaryId zone,
        @Nullable ActorId party,
        String item,
        LocalDate from,
        LocalDate to,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double exposure,
        @Nullable Double issued,
        @Nullable Double revised,
        @Nullable Double before,
        boolean comparable,
        List<UUID> entries) {
    public Statistic {
        entries = List.copyOf(entries);
    }

    /** The sections, in the order of methods.md §7. */
    public enum Section {
        COVERAGE,
        INCIDENTS,
        ROUNDS,
        CASUALTIES,
        PLACE,
        RATE,
        LEVEL,
        RESOLUTION,
        OBLIGATIONS,
        COMPLAINTS,
        HUMANITARIAN,
        STATEMENTS,
        CORRECTIONS
    }

    /** By what the same figure is found in another issue. */
    String key() {
        return definition + ' ' + zone + ' ' + party + ' ' + item;
    }

    /** The change from the period before; absent where the two cannot be compared. */
    public @Nullable Double trend() {
        return comparable && value != null && before != null ? (Double) (value - before) : null;
    }

    Statistic beside(@Nullable Statistic issue, @Nullable Statistic earlier) {
        Double was = issue == null ? null : issue.value;
        return new Statistic(
                section,
                definition,
                zone,
                party,
                item,
                from,
                to,
                value,
                low,
                high,
                exposure,
                was,
                value == null || was == null ? null : (Double) (value - was),
                earlier == null ? null : earlier.value,
                earlier != null && alike(exposure, earlier.exposure),
                entries);
    }

    private static boolean alike(@Nullable Double a, @Nullable Double b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a > 0 && b > 0 && a < MOST_APART * b && b < MOST_APART * a;
    }

    private static final double MOST_APART = 1.5;
}
