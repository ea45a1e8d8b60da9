package org.truce.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.truce.publication.feed.Days;
import org.truce.publication.feed.ItemFeed;

/** The filters of OGC API – Features (OGC 17-069r4, 7.15.3 and 7.15.4) as values. Pure. */
final class Filters {
    private Filters() {}

    /** The boxes that {@code bbox} means, two where it crosses the antimeridian; none where it is absent. */
    static List<Envelope> box(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String[] parts = text.split(",", -1);
        List<Double> numbers = new ArrayList<>();
        for (String part : parts) {
            if (part.matches("-?[0-9]{1,10}(\\.[0-9]{1,20})?")) {
                numbers.add(Double.parseDouble(part));
            }
        }
        if (numbers.size() != parts.length || (parts.length != 4 && parts.length != 6)) {
            throw bad();
        }
        int half = parts.length / 2;
        double west = numbers.get(0);
        double south = numbers.get(1);
        double east = numbers.get(half);
        double north = numbers.get(half + 1);
        if (Math.abs(west) > 180 || Math.abs(east) > 180 || south < -90 || north > 90 || south > north) {
            throw bad();
        }
        return west <= east
                ? List.of(new Envelope(west, east, south, north))
                : List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north));
    }

    private static HttpProblem bad() {
        return Question.bad(
                "bad-box", "bbox", "Give west,south,east,north in degrees, such as 46.5,39.3,46.9,39.7; south first.");
    }

    /** The stretch that {@code datetime} means; all of time where it is absent. */
    static ItemFeed.@Nullable Stretch time(@Nullable String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        String[] ends = text.split("/", -1);
        try {
            String last = ends[ends.length - 1];
            boolean open = ends.length == 2 && open(ends[0]) && open(last);
            if (ends.length <= 2 && !open) {
                Instant from = ends.length == 2 && open(ends[0]) ? Instant.MIN : first(ends[0], zone);
                Instant to = ends.length == 2 && open(last) ? Instant.MAX : last(last, zone);
                if (from.isBefore(to)) {
                    return new ItemFeed.Stretch(from, to);
                }
            }
        } catch (DateTimeException e) {
            // Told below, as every other text that is no time.
        }
        throw Question.bad(
                "bad-time",
                "datetime",
                "Give an instant, a date, or two with a slash between, such as 2020-12-01/2020-12-31 or 2020-12-01/..");
    }

    private static boolean open(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant first(String text, ZoneId zone) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    /** The first instant after an end, which itself belongs to the stretch. */
    private static Instant last(String text, ZoneId zone) {
        return text.length() == 10
                ? Days.end(LocalDate.parse(text), zone)
                : OffsetDateTime.parse(text).toInstant().plusNanos(1);
    }
}
