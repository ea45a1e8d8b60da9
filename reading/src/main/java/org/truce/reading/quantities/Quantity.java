package org.truce.reading.quantities;

/**
 * A number with what it counts.
 *
 * @param from index of its first token
 * @param to index after its last token, its unit included
 * @param start first UTF-16 index
 * @param end index after the last
 * @param value decimal, plain notation
 * @param unit section of the unit's lexicon entry, empty if none is named
 * @param qualifier {@code exact}, {@code at least}, {@code more than}, {@code about} or {@code at most}
 */
public record Quantity(int from, int to, int start, int end, String value, String unit, String qualifier) {}
