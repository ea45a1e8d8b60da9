package org.truce.record;

/** Which row replaces which, at most one each: sixteen bytes a link, rows below 2^31 - 1. Not thread-safe. */
final class Links {
    /** Replaced row + 1 and replacing row + 1 by turns; zeroes where there is none. */
    private int[] table = new int[64];

    private int count;

    /** Notes that a row is replaced by another; the last word counts. */
    void put(long replaced, long by) {
        if ((count + 1) * 4 > table.length) {
            grow();
        }
        int slot = slot(replaced);
        count += table[slot] == 0 ? 1 : 0;
        table[slot] = (int) (replaced + 1);
        table[slot + 1] = (int) (by + 1);
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int slot = slot(old[i] - 1L);
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
    }

    private int slot(long replaced) {
        int pairs = table.length / 2;
        int pair = (int) ((replaced * 0x9E3779B97F4A7C15L) >>> 32) & (pairs - 1);
        while (table[2 * pair] != 0 && table[2 * pair] != (int) (replaced + 1)) {
            pair = (pair + 1) & (pairs - 1);
        }
        return 2 * pair;
    }

    /** The row that replaces a row, or -1. */
    long by(long replaced) {
        return table[slot(replaced) + 1] - 1L;
    }

    /** Forgets what rows from one on replace. */
    void truncate(long length) {
        int[] old = table;
        table = new int[old.length];
        count = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 && old[i + 1] <= length) {
                put(old[i] - 1L, old[i + 1] - 1L);
            }
        }
    }
}
