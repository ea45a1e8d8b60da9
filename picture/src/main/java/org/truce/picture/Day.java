package org.truce.picture;

import java.util.Arrays;

/**
 * The numbers that entries state of one day of Universal Time, in record order: <em>known</em> is a prefix. A column each,
 * 40 bytes a number, and at most an eighth more for what is to come.
 */
final class Day {
    /** {@code from} is an instant; else a local time, as if it were Universal Time. */
    static final int ZONED = 1;
    /** The first number of an observed act of force. */
    static final int FORCE = 2;

    /** Its place is not a single point: {@code x} and {@code y} are the middle. */
    static final int WIDE = 4;

    int[] row;
    long[] from;
    double[] x;
    double[] y;
    double[] count;
    short[] audience;
    byte[] measure;
    byte[] flags;
    int size;
    /** Whether all its times are instants. */
    boolean zoned = true;

    Day(int room) {
        row = new int[room];
        from = new long[room];
        x = new double[room];
        y = new double[room];
        count = new double[room];
        audience = new short[room];
        measure = new byte[room];
        flags = new byte[room];
    }

    /** Makes room for one more. */
    int next() {
        if (size == row.length) {
            int wider = size + Math.max(8, size / 8);
            row = Arrays.copyOf(row, wider);
            from = Arrays.copyOf(from, wider);
            x = Arrays.copyOf(x, wider);
            y = Arrays.copyOf(y, wider);
            count = Arrays.copyOf(count, wider);
            audience = Arrays.copyOf(audience, wider);
            measure = Arrays.copyOf(measure, wider);
            flags = Arrays.copyOf(flags, wider);
        }
        return size++;
    }

    /** How many numbers are of rows below a limit. */
    int below(int limit) {
        if (size == 0 || row[size - 1] < limit) {
            return size;
        }
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (row[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
