package org.truce.picture;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows in order of when what they state began; ties as they are asked for. Four bytes a row, and no entry is read but
 * those that share a millisecond with one whose time is finer than that.
 */
final class TimeOrder {
    private final View view;
    private final int[] rows;

    private TimeOrder(View view, int[] rows) {
        this.view = view;
        this.rows = rows;
    }

    /**
     * Orders rows. Linear where they are in order already, and of a few nanoseconds a row and its logarithm where not.
     *
     * @param rows changed
     * @param tie the order of rows that began at the same instant
     */
    static TimeOrder of(View view, int[] rows, Comparator<Integer> tie) {
        long[] began = Arrays.stream(rows).mapToLong(view::beganMillis).toArray();
        int[] sorted = isSorted(began) ? rows : sort(rows, began);
        Comparator<Integer> exact = Comparator.comparing(view::beganOf);
        for (int start = 0; start < sorted.length; ) {
            int end = start + 1;
            long millis = view.beganMillis(sorted[start]);
            while (end < sorted.length && view.beganMillis(sorted[end]) == millis) {
                end++;
            }
            if (end > start + 1) {
                int[] run = Arrays.stream(sorted, start, end)
                        .boxed()
                        .sorted(exact.thenComparing(tie))
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(run, 0, sorted, start, run.length);
            }
            start = end;
        }
        return new TimeOrder(view, sorted);
    }

    private static boolean isSorted(long[] values) {
        return IntStream.range(1, values.length).allMatch(i -> values[i - 1] <= values[i]);
    }

    private static int[] sort(int[] rows, long[] began) {
        long least = Arrays.stream(began).min().orElse(0);
        long range = Arrays.stream(began).max().orElse(0) - least;
        int bits = 32 - Integer.numberOfLeadingZeros(rows.length);
        if (range >= 0 && range < 1L << (62 - bits)) {
            // Time and place in one number: sorted without an object for each.
            long[] keys = new long[rows.length];
            Arrays.setAll(keys, i -> (began[i] - least) << bits | i);
            Arrays.sort(keys);
            return Arrays.stream(keys)
                    .mapToInt(key -> rows[(int) (key & ((1L << bits) - 1))])
                    .toArray();
        }
        return IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> began[i]))
                .mapToInt(i -> rows[i])
                .toArray();
    }

    int size() {
        return rows.length;
    }

    int row(int position) {
        return rows[position];
    }

    /** The rows, in order; not to be changed. */
    int[] rows() {
        return rows;
    }

    /** How many began before an instant. */
    int before(Instant instant) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (view.beganOf(rows[middle]).isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
