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

    /** A short stable id: the section, and the pattern with the first of its alternatives. */
    public String id() {
        StringBuilder out = new StringBuilder(section).append(':');
        boolean skip = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            skip = c == '|' || (skip && c != ' ');
            if (!skip) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
