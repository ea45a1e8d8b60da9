package org.truce.assessment;

import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Moments at equal distances of the calendar: the beginning, and again after one period, after two and so on. Each is
 * counted from the beginning, so that the 31st does not wander through February.
 *
 * @param begin the first moment, in the zone in which days are counted
 * @param every the distance, at least a day
 */
record Recurrence(ZonedDateTime begin, Period every) {

    /** The moment after so many periods. */
    Instant after(long periods) {
        return begin.plusMonths(every.toTotalMonths() * periods)
                .plusDays(every.get(ChronoUnit.DAYS) * periods)
                .toInstant();
    }

    /** How many periods have ended at an instant; 0 before the beginning. Logarithmic. */
    long ended(Instant at) {
        long days = ChronoUnit.DAYS.between(begin.toInstant(), at);
        long least = every.toTotalMonths() * 28 + every.get(ChronoUnit.DAYS);
        long low = 0;
        long high = Math.max(0, days) / least + 1;
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (after(middle).isAfter(at)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
