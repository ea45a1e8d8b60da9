package org.truce.assessment;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of the line and the last days in which more happened than used to, at the end of a day.
 *
 * @param standing whether that could be judged
 * @param windowDays over how many last days was looked
 * @param fromKm where the stretch begins; absent where nothing stands out
 * @param toKm where it ends; absent likewise
 * @param days in how many last days; 0 likewise
 * @param acts that happened there and then
 * @param expected how many would have been expected
 * @param recurrenceDays once in so many days chance alone makes such a one; absent where not judged
 * @param entries the acts
 */
record HotSpot(
        Standing standing,
        int windowDays,
        @Nullable Double fromKm,
        @Nullable Double toKm,
        int days,
        int acts,
        double expected,
        @Nullable Double recurrenceDays,
        List<UUID> entries) {

    /** Whether a hot spot could be judged. */
    enum Standing {
        /** There is no line, or too few days were watched to compare with. */
        NO_HISTORY,
        /** No act with a place near the line lies in the window. */
        NO_ACTS,
        /** It could. */
        JUDGED
    }

    static HotSpot none(Standing standing, int windowDays) {
        return new HotSpot(standing, windowDays, null, null, 0, 0, 0, null, List.of());
    }

    HotSpot gone() {
        return standing == Standing.JUDGED ? none(Standing.NO_ACTS, windowDays) : this;
    }
}
