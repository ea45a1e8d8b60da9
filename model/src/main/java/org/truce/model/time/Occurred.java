package org.truce.model.time;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When what an entry states took place.
 *
 * @param edtf ISO 8601-2 (EDTF) date, date-time or interval, e.g. {@code 2020-12-11}, {@code 2020-12},
 *     {@code 2022-03-24/2022-03-25}, {@code 2020-11-10T00:00+03:00}, {@code 2022-08~}, {@code 2020-11-15/..}
 * @param zone the zone in which days begin and end; the mandate's where absent; it has no effect on a date-time that
 *     carries its own offset
 */
public record Occurred(Edtf edtf, @Nullable ZoneId zone) {

    /** The first instant at which it may have taken place; {@link Instant#MIN} for an open start. */
    public Instant earliest(ZoneId mandate) {
        return edtf.earliest(zone == null ? mandate : zone);
    }

    /** The first instant after it; {@link Instant#MAX} for an open end. */
    public Instant latest(ZoneId mandate) {
        return edtf.latest(zone == null ? mandate : zone);
    }
}
