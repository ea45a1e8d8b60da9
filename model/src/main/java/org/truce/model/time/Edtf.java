package org.truce.model.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;

/**
 * The part of EDTF (ISO 8601-2:2019, levels 0 and 1) that reports of a ceasefire need: a year, a month, a day, a minute
 * or second with or without offset, each possibly uncertain ({@code ?}), approximate ({@code ~}) or both ({@code %}),
 * and intervals of two of these with open ends ({@code ..}). An interval is half-open when turned into instants: it
 * ends where its last unit ends. Immutable; parsing costs one regular expression without backtracking.
 *
 * @param text the EDTF text, as its author wrote it
 */
public record Edtf(String text) {
    private static final Pattern POINT = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)"
            + "(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)?)?)?)?([?~%])?");
    private static final String HOW =
            "Write an EDTF date such as 2020-12-11, 2020-12, 2020-12-11T09:30+04:00 or " + "2022-03-24/2022-03-25.";

    public Edtf {
        Invalid.unless(text.length() <= 80, "bad-date", "This is too long for a date. " + HOW);
        Span span = parse(text);
        Invalid.unless(span.from != null || span.to != null, "bad-date", "An interval needs at least one end. " + HOW);
        Instant from = span.from == null ? Instant.MIN : span.from.first(ZoneOffset.UTC);
        Instant to = span.to == null ? Instant.MAX : span.to.end(ZoneOffset.UTC);
        Invalid.unless(
                from.isBefore(to) || from.equals(to),
                "bad-interval",
                "The interval " + text + " ends before it begins.");
    }

    /** A whole day. */
    public static Edtf of(LocalDate day) {
        return new Edtf(day.toString());
    }

    /** An instant, in UTC. */
    public static Edtf of(Instant instant) {
        return new Edtf(
                instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString());
    }

    /** The first instant of the interval; {@link Instant#MIN} where it is open. */
    public Instant earliest(ZoneId zone) {
        Point from = parse(text).from;
        return from == null ? Instant.MIN : from.first(zone);
    }

    /** The first instant after the interval; {@link Instant#MAX} where it is open. */
    public Instant latest(ZoneId zone) {
        Point to = parse(text).to;
        return to == null ? Instant.MAX : to.end(zone);
    }

    /** Whether any part is marked uncertain or approximate. */
    public boolean approximate() {
        return text.chars().anyMatch(c -> c == '?' || c == '~' || c == '%');
    }

    @Override
    public String toString() {
        return text;
    }

    private record Span(@Nullable Point from, @Nullable Point to) {}

    private static Span parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            Point point = Point.parse(text);
            return new Span(point, point);
        }
        String from = text.substring(0, slash);
        String to = text.substring(slash + 1);
        return new Span(open(from) ? null : Point.parse(from), open(to) ? null : Point.parse(to));
    }

    private static boolean open(String end) {
        return end.equals("..") || end.isEmpty();
    }

    /** One end: a local date-time that is whole to some unit. */
    private record Point(
            LocalDateTime start,
            LocalDateTime end,
            @Nullable ZoneOffset offset) {

        static Point parse(String text) {
            if (isDay(text)) {
                return day(text);
            }
            Matcher m = POINT.matcher(text);
            Invalid.unless(m.matches(), "bad-date", "\"" + text + "\" is no date. " + HOW);
            try {
                return of(m);
            } catch (DateTimeException e) {
                throw new Invalid("no-such-date", "\"" + text + "\" does not exist in the calendar.");
            }
        }

        /** Most dates are plain days: for these no regular expression is needed. */
        private static boolean isDay(String text) {
            if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
                return false;
            }
            for (int i = 0; i < 10; i++) {
                if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                    return false;
                }
            }
            return true;
        }

        private static Point day(String text) {
            try {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10));
                return whole(day, day.plusDays(1));
            } catch (DateTimeException e) {
                throw new Invalid("no-such-date", "\"" + text + "\" does not exist in the calendar.");
            }
        }

        private static Point of(Matcher m) {
            int year = Integer.parseInt(m.group(1));
            if (m.group(2) == null) {
                return whole(Year.of(year).atDay(1), Year.of(year + 1).atDay(1));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(m.group(2)));
            if (m.group(3) == null) {
                return whole(month.atDay(1), month.plusMonths(1).atDay(1));
            }
            LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(m.group(3)));
            return m.group(4) == null ? whole(day, day.plusDays(1)) : timed(day, m);
        }

        private static Point timed(LocalDate day, Matcher m) {
            boolean seconds = m.group(6) != null;
            LocalDateTime start = day.atTime(
                    Integer.parseInt(m.group(4)),
                    Integer.parseInt(m.group(5)),
                    seconds ? Integer.parseInt(m.group(6)) : 0);
            ZoneOffset offset = m.group(7) == null ? null : ZoneOffset.of(m.group(7));
            return new Point(start, seconds ? start.plusSeconds(1) : start.plusMinutes(1), offset);
        }

        private static Point whole(LocalDate from, LocalDate to) {
            return new Point(from.atStartOfDay(), to.atStartOfDay(), null);
        }

        Instant first(ZoneId zone) {
            return start.atZone(offset == null ? zone : offset).toInstant();
        }

        Instant end(ZoneId zone) {
            return end.atZone(offset == null ? zone : offset).toInstant();
        }
    }
}
