package org.truce.model.quantity;

import org.truce.model.Invalid;

/**
 * A part of a whole or a probability.
 *
 * @param value from 0 to 1, both included
 */
public record Share(double value) {
    public Share {
        Invalid.unless(value >= 0 && value <= 1, "bad-share", "A share is a number from 0 to 1.");
    }
}
