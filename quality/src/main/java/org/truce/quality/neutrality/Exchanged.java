package org.truce.quality.neutrality;

import java.util.List;

/**
 * A text in which the parties were exchanged.
 *
 * @param text the new text
 * @param edits what was put where, in order
 */
public record Exchanged(String text, List<Edit> edits) {
    /**
     * Words that were put in the place of others; indices are code points.
     *
     * @param from first index in the old text
     * @param to index after the last in the old text
     * @param length of the new words
     */
    record Edit(int from, int to, int length) {}

    /** Where the beginning of a span of the old text lies in the new one. */
    int start(int old) {
        int shift = 0;
        for (Edit e : edits) {
            if (e.from() >= old) {
                break;
            }
            if (old < e.to()) {
                return e.from() + shift;
            }
            shift += e.length() - (e.to() - e.from());
        }
        return old + shift;
    }

    /** Where the end of a span of the old text lies in the new one. */
    int end(int old) {
        int shift = 0;
        for (Edit e : edits) {
            if (e.from() >= old) {
                break;
            }
            if (old < e.to()) {
                return e.from() + shift + e.length();
            }
            shift += e.length() - (e.to() - e.from());
        }
        return old + shift;
    }
}
