package org.truce.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Kilometres of the line of contact that nobody watched lately, counted along the line from where its drawing begins,
 * piece after piece.
 *
 * @param fromKm where it begins
 * @param toKm where it ends
 * @param since since when nobody has watched any of it; absent where nobody ever did
 * @param where the stretch as a line; absent where it is too short for one
 * @param entries the entries on which it rests: the line, and who watched it last
 */
public record Stretch(
        double fromKm,
        double toKm,
        @Nullable Instant since,
        @Nullable Geometry where,
        List<UUID> entries) {
    public Stretch {
        entries = List.copyOf(entries);
    }

    /** Its length. */
    public double kilometres() {
        return toKm - fromKm;
    }
}
