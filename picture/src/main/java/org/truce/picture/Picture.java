package org.truce.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;
import org.truce.model.kind.RecordKeeping.ContentDestroyed;
import org.truce.record.TruceRecord;

/**
 * All that was stated, ready to be asked for any day ({@code valid}), as known on any day ({@code known}), by any
 * reader. Entries are applied in record order; nothing is ever removed. Thread-safe: one writer, many readers; a view
 * that was taken does not change.
 */
public final class Picture {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    /** Of how many readers, and of how many states of knowledge, what was derived is kept for the next question. */
    private static final int REMEMBERED = 4;

    private final Rows rows;
    private final Map<Class<?>, RowList> byKind = new HashMap<>();
    private final Columns columns;
    private final Map<Audience, Reach> readable = remembering();
    private final Map<Known, Knowledge> knowledge = remembering();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile Cache cache = Cache.inMemory();
    private long size;
    private boolean forgot;

    /** What a reader may read, so far. */
    private static final class Reach {
        final RowList rows = new RowList();
        int upTo;
    }

    /** What a reader knows. */
    private record Known(long known, Audience audience) {}

    /** Nothing yet; keeps every entry that it is given. */
    public Picture() {
        this(null);
    }

    /** Nothing yet; entries of which there is much are not kept, but read again when they are asked for. */
    Picture(@Nullable Contents contents) {
        this(new Rows(contents), new Columns());
    }

    private Picture(Rows rows, Columns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * The picture that was stored, once the entries that it keeps were read again; empty where one of them is not what it
     * was.
     *
     * @param again reads entries, called by several threads
     */
    static Optional<Picture> restore(PictureCache.Stored stored, LongFunction<Optional<Entry>> again) {
        Picture picture = new Picture(stored.rows(), stored.columns());
        RowList[] many = new RowList[Rows.KINDS.size()];
        Arrays.setAll(many, _ -> new RowList());
        List<Integer> kept = new ArrayList<>();
        for (int row = 0; row < picture.rows.size(); row++) {
            int kind = picture.rows.kind(row);
            if (kind >= 0) {
                many[kind].add(row);
            } else {
                kept.add(row);
            }
        }
        List<Optional<Entry>> entries = kept.parallelStream()
                .map(row -> again.apply(picture.rows.index(row)))
                .toList();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i).orElse(null);
            if (entry == null || !picture.rows.keep(kept.get(i), entry)) {
                return Optional.empty();
            }
            picture.byKind
                    .computeIfAbsent(entry.body().getClass(), _ -> new RowList())
                    .add(kept.get(i));
        }
        for (int kind = 0; kind < many.length; kind++) {
            if (many[kind].size() > 0) {
                picture.byKind.put(Rows.KINDS.get(kind), many[kind]);
            }
        }
        picture.size = stored.size();
        return Optional.of(picture);
    }

    /** Keeps the columns in the record's cache. */
    void save(TruceRecord record, long[] unreadable) {
        lock.readLock().lock();
        try {
            PictureCache.save(record, rows, columns, size, unreadable);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static <K, V> Map<K, V> remembering() {
        return Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 1, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

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
            Began began = Began.of(entry);
            int row = rows.add(index, recorded.toEpochMilli(), entry, began);
            byKind.computeIfAbsent(entry.body().getClass(), _ -> new RowList()).add(row);
            columns.add(row, rows.audienceCode(row), entry, began);
            size = index + 1;
            if (entry.body() instanceof ContentDestroyed order) {
                forget(order.entry());
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** What was destroyed nobody reads any more, as if this copy had never held it. */
    private void forget(UUID id) {
        int row = rows.find(id);
        if (row >= 0) {
            rows.forget(row);
            columns.forget(row, rows.from(row));
            readable.clear();
            knowledge.clear();
            forgot = true;
        }
    }

    /** Whether it held something that was destroyed since. */
    boolean forgot() {
        return forgot;
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

    /** The rows that an audience reads, in record order; grown by what is new since it was asked for last. */
    RowList.Part readable(Audience audience) {
        synchronized (readable) {
            Reach known = readable.computeIfAbsent(audience, _ -> new Reach());
            for (; known.upTo < rows.size(); known.upTo++) {
                if (audience.reads(rows.audience(known.upTo)) && !rows.has(known.upTo, Rows.GONE)) {
                    known.rows.add(known.upTo);
                }
            }
            return known.rows.part();
        }
    }

    /** What a reader knows; the same for the views that were taken lately. */
    Knowledge knowledge(long known, Audience audience) {
        return knowledge.computeIfAbsent(new Known(known, audience), _ -> new Knowledge());
    }

    /** The rows of the kinds of which there are few, in record order. */
    int[] rare(int limit) {
        return byKind.entrySet().stream()
                .filter(kind -> !Rows.KINDS.contains(kind.getKey()))
                .flatMapToInt(kind -> kind.getValue().part().until(limit))
                .sorted()
                .toArray();
    }

    /** The rows of the kinds of a family, in record order. */
    int[] rowsOf(Class<? extends Body> family, int limit) {
        return byKind.entrySet().stream()
                .filter(kind -> family.isAssignableFrom(kind.getKey()))
                .flatMapToInt(kind -> kind.getValue().part().until(limit))
                .sorted()
                .toArray();
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
