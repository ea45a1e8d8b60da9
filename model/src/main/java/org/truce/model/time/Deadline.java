package org.truce.model.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The last moment at which an obligation can be met on time. Translations of one text differ ("by", "before",
 * "until"), so the words from which it was taken stand beside it. An hour that a change of the clocks leaves
 * out is later by as much as is left out; one that comes twice means the second, so that nobody is late who may be on
 * time.
 *
 * @param day the day that the text names
 * @param time the hour that the text names; the whole day counts where absent
 * @param zone the zone of the day and hour
 * @param inclusive whether the named day (or minute) itself is still on time
 * @param words the words of the text from which the deadline was taken
 */
public record Deadline(LocalDate day, @Nullable LocalTime time, ZoneId zone, boolean inclusive, String words) {

    /** The first instant that is too late. */
    public Instant instant() {
        if (time == null) {
            return (inclusive ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
        }
        Instant named = day.atTime(time).atZone(zone).withLaterOffsetAtOverlap().toInstant();
        return inclusive ? named.plusSeconds(60) : named;
    }
}
