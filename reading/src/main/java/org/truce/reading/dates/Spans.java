package org.truce.reading.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Spans of time as EDTF, from what the lexicon says of them and the day of publication:
 *
 * <ul>
 *   <li>{@code week -1}, {@code month 0}, {@code year 1}: the calendar's week (from Monday), month or year, so many from
 *       that of publication;
 *   <li>{@code last 3 days}, {@code next 2 weeks}: whole days up to the day before publication, or from the day after;
 *   <li>{@code about -3 weeks}: a day told to the nearest such unit, marked approximate;
 *   <li>{@code night -1}: from that day, counted from publication, to the next.
 * </ul>
 */
final class Spans {
    private static final int HOURS = 24;

    private Spans() {}

    static String edtf(String span, LocalDate published) {
        String[] part = span.split(" ", -1);
        return switch (part[0]) {
            case "week" -> week(published.plusWeeks(Long.parseLong(part[1])));
            case "month" ->
                YearMonth.from(published).plusMonths(Long.parseLong(part[1])).toString();
            case "year" -> "%04d".formatted(published.getYear() + Integer.parseInt(part[1]));
            case "night" -> {
                LocalDate evening = published.plusDays(Long.parseLong(part[1]));
                yield evening + "/" + evening.plusDays(1);
            }
            case "last" -> {
                LocalDate from = back(published, Long.parseLong(part[1]), part[2]);
                LocalDate to = published.minusDays(1);
                yield from.isBefore(to) ? from + "/" + to : to.toString();
            }
            case "next" -> {
                LocalDate to = back(published, -Long.parseLong(part[1]), part[2]);
                yield published.plusDays(1).isBefore(to) ? published.plusDays(1) + "/" + to : to.toString();
            }
            default -> about(back(published, -Long.parseLong(part[1]), part[2]), part[2]);
        };
    }

    private static String week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday + "/" + monday.plusDays(6);
    }

    private static LocalDate back(LocalDate day, long n, String unit) {
        return switch (unit) {
            case "hours" -> day.minusDays(Math.ceilDiv(n, HOURS));
            case "weeks" -> day.minusWeeks(n);
            case "months" -> day.minusMonths(n);
            case "years" -> day.minusYears(n);
            default -> day.minusDays(n);
        };
    }

    private static String about(LocalDate day, String unit) {
        return switch (unit) {
            case "months" -> YearMonth.from(day) + "~";
            case "years" -> "%04d~".formatted(day.getYear());
            default -> day + "~";
        };
    }

    /** The first, middle or last third of a month, its ends marked approximate. */
    static String third(YearMonth month, String part) {
        LocalDate first = month.atDay(1);
        long end = ChronoUnit.DAYS.between(first, month.plusMonths(1).atDay(1));
        return switch (part) {
            case "start" -> first + "~/" + month.atDay(10) + "~";
            case "middle" -> month.atDay(11) + "~/" + month.atDay(20) + "~";
            default -> month.atDay(21) + "~/" + month.atDay((int) end) + "~";
        };
    }
}
