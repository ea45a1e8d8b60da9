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
 * @param shift for {@code CALENDAR}: years from that of publication, or {@link #NO_SHIFT}; for the relative kinds: days;
 *     for {@code WEEKDAY}: 1 Monday – 7 Sunday
 */
record DateExpression(int from, int to, Kind kind, int year, int month, int day, int shift) {
    /** No year is said at all. */
    static final int NO_SHIFT = 99;

    /** How a date is said. */
    enum Kind {
        CALENDAR,
        /** Part of a month. */
        VAGUE,
        WEEKDAY,
        /** Days from publication. */
        RELATIVE,
        /** Days from the date named before. */
        ANCHORED,
        /** The day of publication, said without a date. */
        TODAY
    }

    /** Whether it names a year. */
    boolean full() {
        return kind == Kind.CALENDAR && year > 0;
    }
}
