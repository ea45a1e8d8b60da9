package org.truce.reading.dates;

/**
 * A date in a text.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param start first UTF-16 index
 * @param end index after the last
 * @param iso {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
 * @param named whether it is a date of its own, not a bare "today" or a year in passing
 * @param instrument whether it is the date by which an instrument is called
 * @param since whether it is where a span of time begins
 * @param edtf the same with what else is said: the time of the day, or that the month is meant only in part
 * @param rule what found it
 */
public record DateMention(
        int from,
        int to,
        int start,
        int end,
        String iso,
        boolean named,
        boolean instrument,
        boolean since,
        String edtf,
        String rule) {
    /** Whether it names a day. */
    public boolean day() {
        return iso.length() == 10;
    }
}
