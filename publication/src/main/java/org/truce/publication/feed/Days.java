package org.truce.publication.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Instants as days of a zone. */
public final class Days {
    private Days() {}

    /** The day on which an instant lies; the ends of time lie on the first and last day of the calendar. */
    public static LocalDate of(Instant instant, ZoneId zone) {
        if (instant.equals(Instant.MIN)) {
            return LocalDate.of(1, 1, 1);
        }
        return instant.equals(Instant.MAX)
                ? LocalDate.of(9999, 12, 31)
                : instant.atZone(zone).toLocalDate();
    }

    /** The first instant after a day. */
    public static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
