package org.truce.model.quantity;

import org.truce.model.Invalid;

/**
 * A length of time.
 *
 * @param value hours, finite, at least 0
 */
public record Hours(double value) {
    public Hours {
        Invalid.unless(
                Double.isFinite(value) && value >= 0, "bad-hours", "A duration is a number of hours, at least 0.");
    }
}
