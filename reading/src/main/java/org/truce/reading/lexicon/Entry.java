package org.truce.reading.lexicon;

/**
 * One line of a lexicon.
 *
 * @param section the heading under which it stands
 * @param pattern its notation, see {@link Pattern}
 * @param value what stands after the arrow, empty if nothing
 * @param example a sentence in which it must be found, empty if none is given
 */
public record Entry(String section, String pattern, String value, String example) {
    /** An entry without an example. */
    public Entry(String section, String pattern, String value) {
        this(section, pattern, value, "");
    }
}
