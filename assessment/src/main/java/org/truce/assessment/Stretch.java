package org.truce.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Kilometres of the line of contact that nobody watched lately, counted along the line from where its drawing begins,
 * piece after piece.
 *
 * @param fromKm where it begins
 * @param toKm where it ends
 * @param since since when nobody has watched any of it; absent where nobody ever did
 */
public record Stretch(double fromKm, double toKm, @Nullable Instant since) {
    /** Its length. */
    public double kilometres() {
        return toKm - fromKm;
    }
}
