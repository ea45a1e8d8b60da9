package org.truce.reading.lexicon;

/**
 * An entry found in a text.
 *
 * @param entry what was found
 * @param from index of its first token
 * @param to index after its last token
 * @param skip characters of the first token before it, a proclitic
 */
public record Hit(Entry entry, int from, int to, int skip) {
    /** The section of its entry. */
    public String section() {
        return entry.section();
    }

    /** The value of its entry. */
    public String value() {
        return entry.value();
    }

    /** How many tokens it covers. */
    public int length() {
        return to - from;
    }
}
