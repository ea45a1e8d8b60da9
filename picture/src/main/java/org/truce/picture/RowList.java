package org.truce.picture;

import java.util.Arrays;

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

    int size() {
        return size;
    }
}
