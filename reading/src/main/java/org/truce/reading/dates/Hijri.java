package org.truce.reading.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;

/**
 * Dates of the Islamic calendar such as "22 صفر 1443 هـ", by the Umm al-Qura tables of the Java library; a local
 * sighting of the moon may differ by a day.
 */
final class Hijri {
    private static final int FIRST_YEAR = 1300;
    private static final int LAST_YEAR = 1600;

    private Hijri() {}

    /** The Gregorian day of a Hijri date that begins at {@code i} with its day, or null. */
    static @Nullable DateExpression at(DateWords words, int i, int day) {
        int at = words.skip(i + 1, "of");
        Hit month = words.next(at, "hijri-month");
        if (month == null || month.to() >= words.tokens.size()) {
            return null;
        }
        int yearAt = words.skip(month.to(), "in-year");
        int year = words.here(yearAt) && words.tokens.get(yearAt).number()
                ? DateWords.number(words.tokens.get(yearAt).form())
                : 0;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        int to = words.skip(yearAt + 1, "hijri");
        try {
            LocalDate date = LocalDate.from(HijrahDate.of(year, DateWords.value(month), day));
            return DateExpression.calendar(
                    i, to, date.getYear(), date.getMonthValue(), date.getDayOfMonth(), "date.hijri");
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
