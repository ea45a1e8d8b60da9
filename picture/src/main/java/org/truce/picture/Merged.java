package org.truce.picture;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.Function;

/** Things that are held, and one of each lone incident that is made when it is asked for, in one order. */
final class Merged<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> told;
    private final Lone lone;
    private final Function<IncidentFile, T> other;
    /** Where in the whole each of those that are held stands. */
    private final int[] places;

    /** Of things that are in order of beginning and then of id. */
    Merged(List<T> told, Function<T, Instant> began, Function<T, UUID> id, Lone lone, Function<IncidentFile, T> other) {
        this.told = told;
        this.lone = lone;
        this.other = other;
        this.places = new int[told.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + lone.before(began.apply(told.get(i)), id.apply(told.get(i)));
        }
    }

    @Override
    public T get(int index) {
        java.util.Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(places, index);
        return found >= 0 ? told.get(found) : other.apply(lone.get(index - (-found - 1)));
    }

    @Override
    public int size() {
        return told.size() + lone.size();
    }
}
