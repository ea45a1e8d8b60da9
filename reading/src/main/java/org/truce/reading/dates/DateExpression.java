package org.truce.reading.dates;

/**
 * A date as it is written, before it is resolved.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param kind how it says its date
 * @param year four digits, or 0 where it is left out
 * @param month 1–12, or 0
 * @param day 1–31, or 0
 * @param shift for {@code CALENDAR}: years from that of publication, or {@link #NO_SHIFT}; for {@code MONTH_DAY}: months
 *     from that of publication; for the relative kinds: days; for {@code WEEKDAY}: 1 Monday – 7 Sunday
 * @param side for {@code WEEKDAY}: -1 said to be past, 1 to come, 0 neither; for {@code RELATIVE}: 1 if it
 *     counts only where a word beside it looks ahead; else 0
 * @param span of {@code PERIOD}: what the lexicon says, else empty
 * @param rule what found it
 */
record DateExpression(
        int from, int to, Kind kind, int year, int month, int day, int shift, int side, String span, String rule) {
    /** No year is said at all. */
    static final int NO_SHIFT = 99;

    /** How a date is said. */
    enum Kind {
        CALENDAR,
        /** A day of the month of publication or one beside it. */
        MONTH_DAY,
        /** Part of a month. */
        VAGUE,
        WEEKDAY,
        /** Days from publication. */
        RELATIVE,
        /** Days from the date named before. */
        ANCHORED,
        /** The day of publication, said without a date. */
        TODAY,
        /** More than a day, or a day told only roughly. */
        PERIOD
    }

    static DateExpression calendar(int from, int to, int year, int month, int day, String rule) {
        return new DateExpression(from, to, Kind.CALENDAR, year, month, day, NO_SHIFT, 0, "", rule);
    }

    static DateExpression shifted(int from, int to, Kind kind, int shift, String rule) {
        return new DateExpression(from, to, kind, 0, 0, 0, shift, 0, "", rule);
    }

    static DateExpression period(int from, int to, String span, String rule) {
        return new DateExpression(from, to, Kind.PERIOD, 0, 0, 0, 0, 0, span, rule);
    }

    DateExpression between(int newFrom, int newTo) {
        return new DateExpression(newFrom, newTo, kind, year, month, day, shift, side, span, rule);
    }

    DateExpression ofYear(int newYear) {
        return new DateExpression(from, to, kind, newYear, month, day, shift, side, span, rule);
    }

    DateExpression onDay(int newDay) {
        return new DateExpression(from, to, kind, year, month, newDay, shift, side, span, rule);
    }

    DateExpression onSide(int newSide) {
        return new DateExpression(from, to, kind, year, month, day, shift, newSide, span, rule);
    }

    /** Whether it names a year. */
    boolean full() {
        return kind == Kind.CALENDAR && year > 0;
    }
}
