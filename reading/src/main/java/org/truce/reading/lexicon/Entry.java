package org.truce.reading.lexicon;

/**
 * One line of a lexicon.
 *
 * @param section the heading under which it stands
 * @param pattern its notation, see {@link Pattern}
 * @param value what stands after the arrow, empty if nothing
 */
public record Entry(String section, String pattern, String value) {}
