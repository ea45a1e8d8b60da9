package org.truce.reading.text;

import java.util.List;
import java.util.function.ToIntFunction;

/** Slices of lists that are in order of place, by binary search. */
public final class Within {
    private Within() {}

    /** The items whose place lies in {@code [from, to)}; a view of {@code items}, which must be sorted by place. */
    public static <T> List<T> of(List<T> items, ToIntFunction<T> place, int from, int to) {
        int first = first(items, place, from);
        int end = first;
        while (end < items.size() && place.applyAsInt(items.get(end)) < to) {
            end++;
        }
        return items.subList(first, end);
    }

    /** The index of the first item at or after {@code from}. */
    public static <T> int first(List<T> items, ToIntFunction<T> place, int from) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.applyAsInt(items.get(middle)) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
