package org.truce.model.quantity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;

/**
 * A count as bulletins give it: of the day, of all days so far, or both. A day above its total is somebody's
 * contradiction and is flagged, not refused.
 *
 * @param day the amount of the reported day
 * @param total the cumulative amount
 * @param since first day that {@code total} counts
 */
public record Tally(
        @Nullable Amount day,
        @Nullable Amount total,
        @Nullable LocalDate since) {
    public Tally {
        Invalid.unless(day != null || total != null, "empty-tally", "Give the day's amount, the total, or both.");
        Invalid.unless(
                day == null || total == null || day.unit() == total.unit(),
                "mixed-units",
                "The day and the total have different units.");
    }
}
