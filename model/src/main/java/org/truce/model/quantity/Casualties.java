package org.truce.model.quantity;

import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;

/**
 * Killed and wounded by status; an absent number is unknown, which is not zero.
 *
 * @param killedMilitary persons, at least 0
 * @param killedCivilian persons, at least 0
 * @param woundedMilitary persons, at least 0
 * @param woundedCivilian persons, at least 0
 * @param killed all killed, where the status is not told
 * @param wounded all wounded, where the status is not told
 * @param low lowest credible number of killed (UCDP GED {@code low})
 * @param high highest credible number of killed (UCDP GED {@code high})
 */
public record Casualties(
        @Nullable Integer killedMilitary,
        @Nullable Integer killedCivilian,
        @Nullable Integer woundedMilitary,
        @Nullable Integer woundedCivilian,
        @Nullable Integer killed,
        @Nullable Integer wounded,
        @Nullable Integer low,
        @Nullable Integer high) {
    public Casualties {
        for (Integer number : new @Nullable Integer[] {
            killedMilitary, killedCivilian, woundedMilitary, woundedCivilian, killed, wounded, low, high
        }) {
            Invalid.unless(number == null || number >= 0, "negative-count", "A number of persons is at least 0.");
        }
        Invalid.unless(low == null || high == null || low <= high, "bad-bounds", "low must not be above high.");
    }
}
