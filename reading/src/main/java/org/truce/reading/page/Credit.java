package org.truce.reading.page;

/**
 * An agency that a page credits.
 *
 * @param surface as written
 * @param normalised its usual name; the surface where it is not known
 * @param start first UTF-16 index
 * @param end index after the last
 * @param rule what found it
 */
public record Credit(String surface, String normalised, int start, int end, String rule) {}
