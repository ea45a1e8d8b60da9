package org.truce.picture;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A growing list of rows, ascending. */
final class RowList {
    private int[] rows = new int[16];
    private int size;

    void add(int row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size * 2);
        }
        rows[size++] = row;
    }

    int get(int position) {
        return rows[position];
    }

    /** What is in it now; does not change when it grows. */
    Part part() {
        return new Part(rows, size);
    }

    /** The beginning of a list: rows ascending, which do not change. */
    static final class Part {
        private final int[] rows;
        private final int size;

        private Part(int[] rows, int size) {
            this.rows = rows;
            this.size = size;
        }

        /** The rows, and maybe room behind them. */
        int[] rows() {
            return rows;
        }

        /** How many are below a limit. */
        int below(int limit) {
            if (size == 0 || rows[size - 1] < limit) {
                return size;
            }
            int found = Arrays.binarySearch(rows, 0, size, limit);
            return found < 0 ? -found - 1 : found;
        }

        /** The rows from one on, below a limit. */
        IntStream between(int first, int limit) {
            return Arrays.stream(rows, Math.min(below(first), below(limit)), below(limit));
        }

        /** The rows below a limit. */
        IntStream until(int limit) {
            return Arrays.stream(rows, 0, below(limit));
        }
    }

    int size() {
        return size;
    }
}
