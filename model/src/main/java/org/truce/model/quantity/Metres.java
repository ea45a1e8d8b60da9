package org.truce.model.quantity;

import org.truce.model.Invalid;

/**
 * A length or distance.
 *
 * @param value metres, finite, at least 0
 */
public record Metres(double value) {
    public Metres {
        Invalid.unless(
                Double.isFinite(value) && value >= 0, "bad-length", "A length is a number of metres, at least 0.");
    }
}
