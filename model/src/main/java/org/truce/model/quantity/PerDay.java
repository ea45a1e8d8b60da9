package org.truce.model.quantity;

import org.truce.model.Invalid;

/**
 * A rate of acts.
 *
 * @param value acts per fully-covered day, finite, above 0
 */
public record PerDay(double value) {
    public PerDay {
        Invalid.unless(Double.isFinite(value) && value > 0, "bad-rate", "A rate is a number of acts per day, above 0.");
    }
}
