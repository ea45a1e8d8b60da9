package org.truce.reading.dates;

/**
 * A span of time in a text, such as "over the past three days", or a day told roughly.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param start first UTF-16 index
 * @param end index after the last
 * @param edtf an EDTF interval, month or year, or an approximate date
 * @param rule what found it
 */
public record PeriodMention(int from, int to, int start, int end, String edtf, String rule) {}
