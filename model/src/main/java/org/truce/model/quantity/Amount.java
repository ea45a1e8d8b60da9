package org.truce.model.quantity;

import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;

/**
 * A stated number with its unit.
 *
 * @param value finite, at least 0; whole where the unit is countable
 * @param unit what is counted or measured
 * @param qualifier how the number was meant; exact where absent
 * @param low lowest credible value, where stated; at most {@code value}
 * @param high highest credible value, where stated; at least {@code value}
 */
public record Amount(
        double value,
        Unit unit,
        @Nullable Qualifier qualifier,
        @Nullable Double low,
        @Nullable Double high) {
    public Amount {
        Invalid.unless(Double.isFinite(value) && value >= 0, "negative-count", "An amount is a number, at least 0.");
        Invalid.unless(
                !unit.countable() || value == Math.rint(value),
                "not-whole",
                "The unit " + unit + " is counted in whole numbers.");
        Invalid.unless(
                (low == null || low <= value) && (high == null || high >= value),
                "bad-bounds",
                "The value must lie between low and high.");
    }

    /** An exact amount. */
    public static Amount of(double value, Unit unit) {
        return new Amount(value, unit, null, null, null);
    }
}
