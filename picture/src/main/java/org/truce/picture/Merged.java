package org.truce.picture;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.IntFunction;

/** Things that are held, and one of each lone incident that is made when it is asked for, in one order. */
final class Merged<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> told;
    private final Lone lone;
    private final IntFunction<T> other;
    /** Where in the whole each of those that are held stands. */
    private final int[] places;

    /**
     * Of things that are in order of beginning and then of id.
     *
     * @param began when each began
     * @param id the id of each
     * @param other makes one of a lone incident, by its number
     */
    Merged(List<T> told, List<Instant> began, List<UUID> id, Lone lone, IntFunction<T> other) {
        this.told = told;
        this.lone = lone;
        this.other = other;
        this.places = new int[told.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + lone.before(began.get(i), id.get(i));
        }
    }

    @Override
    public T get(int index) {
        java.util.Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(places, index);
        return found >= 0 ? told.get(found) : other.apply(index - (-found - 1));
    }

    @Override
    public int size() {
        return told.size() + lone.size();
    }
}
