package org.truce.picture;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Incidents that are held and lone ones, in one order. As thread-safe as they are. */
final class Merged extends AbstractList<IncidentFile> implements RandomAccess {
    private final List<IncidentFile> told;
    private final Lone lone;
    /** Where in the whole each of those that are held stands. */
    private final int[] places;

    Merged(List<IncidentFile> told, Lone lone) {
        this.told = told;
        this.lone = lone;
        this.places = new int[told.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i + lone.before(told.get(i));
        }
    }

    @Override
    public IncidentFile get(int index) {
        java.util.Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(places, index);
        return found >= 0 ? told.get(found) : lone.get(index - (-found - 1));
    }

    @Override
    public int size() {
        return told.size() + lone.size();
    }
}
