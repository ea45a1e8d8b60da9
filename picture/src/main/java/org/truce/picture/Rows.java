package org.truce.picture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Entry;

/**
 * Entries by row, in record order. A row's successor is the entry that replaces it: chains are linear because a record
 * accepts a replacement of a head only. One writer; readers see a prefix whose size they have read before.
 */
final class Rows {
    private static final int NONE = -1;

    private Entry[] entries = new Entry[256];
    private long[] recorded = new long[256];
    private long[] indexes = new long[256];
    private int[] next = new int[256];
    private int[] first = new int[256];
    private long[] knownAt = new long[256];
    private final Map<UUID, Integer> byId = new HashMap<>();
    private int size;

    int size() {
        return size;
    }

    /** Appends an entry and returns its row. */
    int add(long index, long recordedMillis, Entry entry) {
        if (size == entries.length) {
            grow();
        }
        int row = size;
        entries[row] = entry;
        indexes[row] = index;
        recorded[row] = recordedMillis;
        next[row] = NONE;
        first[row] = row;
        long stated = entry.stated().toEpochMilli();
        knownAt[row] = row == 0 ? stated : Math.max(stated, knownAt[row - 1]);
        Integer replaced =
                entry.replaces() == null ? null : byId.get(entry.replaces().entry());
        if (replaced != null && next[replaced] == NONE) {
            next[replaced] = row;
            first[row] = first[replaced];
        }
        byId.put(entry.id(), row);
        size++;
        return row;
    }

    private void grow() {
        int wider = entries.length * 2;
        entries = Arrays.copyOf(entries, wider);
        recorded = Arrays.copyOf(recorded, wider);
        indexes = Arrays.copyOf(indexes, wider);
        next = Arrays.copyOf(next, wider);
        first = Arrays.copyOf(first, wider);
        knownAt = Arrays.copyOf(knownAt, wider);
    }

    Entry entry(int row) {
        return entries[row];
    }

    long index(int row) {
        return indexes[row];
    }

    long recorded(int row) {
        return recorded[row];
    }

    /** The row that replaces this one, or -1. */
    int next(int row) {
        return next[row];
    }

    /** The row with which this one's chain begins. */
    int first(int row) {
        return first[row];
    }

    /** Running maximum of {@code stated} up to this row, in epoch milliseconds. */
    long statedSoFar(int row) {
        return knownAt[row];
    }

    @Nullable
    Integer find(UUID id) {
        return byId.get(id);
    }
}
