package org.truce.reading.story;

import java.util.Arrays;

/**
 * The words of a text as a MinHash signature (Broder 1997): 128 hashes of shingles of five letters. The share of equal
 * hashes estimates the Jaccard similarity of two texts within about 0.04. Bands of four find texts of more than about
 * 0.4 (locality-sensitive hashing). Cost: linear in the text.
 */
final class Shingles {
    private static final int HASHES = 128;
    private static final int BAND = 4;
    private static final int LETTERS = 5;

    private final int[] least = new int[HASHES];

    private Shingles() {
        Arrays.fill(least, Integer.MAX_VALUE);
    }

    /** Of a text; letters and digits count, whatever stands between them. */
    static Shingles of(String text) {
        Shingles shingles = new Shingles();
        long window = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                window = ((window << 12) | (c & 0xFFF)) & ((1L << (12 * LETTERS)) - 1);
                length++;
                if (length >= LETTERS) {
                    shingles.add(window);
                }
            }
        }
        return shingles;
    }

    private void add(long shingle) {
        long h = shingle;
        for (int i = 0; i < HASHES; i++) {
            // A family of hashes from one mixer (splitmix64) with steps of the golden ratio.
            h += 0x9E3779B97F4A7C15L;
            long z = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            int hash = (int) (z ^ (z >>> 31)) & Integer.MAX_VALUE;
            if (hash < least[i]) {
                least[i] = hash;
            }
        }
    }

    /** Estimate of the Jaccard similarity, 0 to 1. */
    double like(Shingles other) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += least[i] == other.least[i] && least[i] != Integer.MAX_VALUE ? 1 : 0;
        }
        return (double) same / HASHES;
    }

    /** Keys under which texts that are much alike meet. */
    String[] bands() {
        String[] bands = new String[HASHES / BAND];
        for (int i = 0; i < bands.length; i++) {
            int hash = Arrays.hashCode(Arrays.copyOfRange(least, i * BAND, (i + 1) * BAND));
            bands[i] = "band " + i + ' ' + hash;
        }
        return bands;
    }
}
