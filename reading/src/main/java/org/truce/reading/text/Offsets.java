package org.truce.reading.text;

import org.jspecify.annotations.Nullable;

/**
 * Turns UTF-16 indices of a text into code point indices. Thread-safe. A text without surrogate pairs costs nothing;
 * any other one array of ints.
 */
public final class Offsets {
    private final int @Nullable [] codePoints;

    /** For this text. */
    public Offsets(String text) {
        int n = text.codePointCount(0, text.length());
        if (n == text.length()) {
            codePoints = null;
            return;
        }
        int[] map = new int[text.length() + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            map[i] = count;
            boolean pairGoesOn = Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pairGoesOn) {
                count++;
            }
        }
        map[text.length()] = count;
        codePoints = map;
    }

    /** The code point index of UTF-16 index {@code index}. */
    public int codePoint(int index) {
        return codePoints == null ? index : codePoints[index];
    }
}
