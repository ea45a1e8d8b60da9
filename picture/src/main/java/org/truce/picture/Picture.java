package org.truce.picture;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;

/**
 * All that was stated, ready to be asked for any day ({@code valid}), as known on any day ({@code known}), by any
 * reader. Entries are applied in record order; nothing is ever removed. Thread-safe: one writer, many readers; a view
 * that was taken does not change.
 */
public final class Picture {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    private final Rows rows = new Rows();
    private final Map<Class<?>, RowList> byKind = new HashMap<>();
    private final Columns columns = new Columns(rows);
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Cache cache = Cache.inMemory();
    private long size;

    /**
     * Applies the next entry that this copy of the record holds.
     *
     * @param index its place in the record; above every index that was applied before
     * @param recorded when it was sequenced
     * @param entry what was stated
     */
    public void apply(long index, Instant recorded, Entry entry) {
        lock.writeLock().lock();
        try {
            if (index < size) {
                throw new IllegalArgumentException("entry " + index + " comes after " + size);
            }
            int row = rows.add(index, recorded.toEpochMilli(), entry);
            byKind.computeIfAbsent(entry.body().getClass(), _ -> new RowList()).add(row);
            columns.add(row, entry);
            size = index + 1;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Tells how far the record has come where this copy does not hold the last contents. */
    public void reach(long recordSize) {
        lock.writeLock().lock();
        try {
            size = Math.max(size, recordSize);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The record size up to which this picture reaches. */
    public long size() {
        lock.readLock().lock();
        try {
            return size;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The picture of an instant, as known with the first entries, for a reader.
     *
     * @param valid the instant of which it speaks
     * @param known record size: entries with a lower index are known
     * @param audience who reads; only entries that it may read take part
     */
    public View at(Instant valid, long known, Audience audience) {
        return new View(this, withinCalendar(valid), Math.min(known, size()), audience);
    }

    /** Days have four digits: instants beyond them mean the beginning and the end of all time. */
    private static Instant withinCalendar(Instant instant) {
        return instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    }

    /**
     * The record size that was known at an instant: of a live record the last size whose newest entry was
     * {@code recorded} at or before it; of a reconstructed one, the last size whose entries were all {@code stated}
     * at or before it (running maximum). Binary search.
     */
    public long sizeAt(Instant instant) {
        lock.readLock().lock();
        try {
            boolean stated = reconstructed();
            long millis = instant.toEpochMilli();
            int low = 0;
            int high = rows.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                long when = stated ? rows.statedSoFar(middle) : rows.recorded(middle);
                if (when <= millis) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == rows.size() ? size : rows.index(low);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The instant from which a record size was known; null for a size of 0. */
    public @Nullable Instant knownSince(long known) {
        lock.readLock().lock();
        try {
            int row = rowsBefore(known) - 1;
            if (row < 0) {
                return null;
            }
            return Instant.ofEpochMilli(reconstructed() ? rows.statedSoFar(row) : rows.recorded(row));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether the record's mandate says that it was reconstructed. */
    public boolean reconstructed() {
        lock.readLock().lock();
        try {
            RowList mandates = byKind.get(Ground.MandateSet.class);
            return mandates != null
                    && rows.entry(mandates.get(mandates.size() - 1)).body() instanceof Ground.MandateSet mandate
                    && mandate.mode() == Ground.Mode.RECONSTRUCTED;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Where what is derived at a cost is kept. In memory unless it was given a place. */
    public Cache cache() {
        return cache;
    }

    /** Keeps from now on what is derived at a cost in this place. */
    public void keepIn(Cache place) {
        cache = place;
    }

    ReadWriteLock lock() {
        return lock;
    }

    Rows rows() {
        return rows;
    }

    Columns columns() {
        return columns;
    }

    /** Rows of a kind, in record order; null where there are none. */
    @Nullable
    RowList rowsOf(Class<? extends Body> kind) {
        return byKind.get(kind);
    }

    /** How many rows have an index below a record size. */
    int rowsBefore(long known) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.index(middle) < known) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
