package org.truce.record;

import java.io.IOException;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.truce.model.entry.Audience;
import org.truce.record.store.Item;

/**
 * The rows of a record, grown as entries come and taken from the cache where it fits. Every method is synchronized;
 * reading costs a hash or a binary search, the first call the building of what the cache lacks.
 */
final class Register {
    private final Shelf shelf;
    private Rows rows = new Rows();
    private boolean loaded;

    Register(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The rows of all entries below a size. */
    private Rows upTo(long size) throws IOException {
        if (!loaded) {
            rows = RowCache.load(shelf);
            loaded = true;
        }
        while (rows.size() < size) {
            long range = rows.size() >>> 8;
            NavigableMap<Integer, Item> items = shelf.range(range, Audience.Group.VAULT);
            long end = Math.min(size, (range + 1) << 8);
            while (rows.size() < end) {
                rows.add(row(Optional.ofNullable(items.get((int) (rows.size() & 0xff)))));
            }
        }
        return rows;
    }

    private Rows.Row row(Optional<Item> item) {
        long before = rows.size() == 0 ? Long.MIN_VALUE : rows.recorded(rows.size() - 1);
        return switch (item.orElse(null)) {
            case null -> Rows.Row.withheld(before);
            case Item.Destroyed it ->
                new Rows.Row(it.id(), before, Long.MIN_VALUE, index(it.replaces()), true, it.withdraws(), true);
            case Item.Present it ->
                Envelope.ofRecorded(it.content())
                        .map(envelope -> row(envelope, it.recorded()))
                        .orElse(Rows.Row.withheld(it.recorded()));
        };
    }

    private Rows.Row row(Envelope envelope, long recorded) {
        long replaces = index(envelope.replaces());
        return new Rows.Row(envelope.id(), recorded, envelope.stated(), replaces, true, envelope.withdraws(), false);
    }

    private long index(Optional<UUID> id) {
        return id.map(rows::find).orElse(OptionalLong.empty()).orElse(-1);
    }

    /** Index of the entry with an id. */
    synchronized OptionalLong find(UUID id) throws IOException {
        long size = shelf.size();
        OptionalLong found = upTo(size).find(id);
        return found.isPresent() && found.getAsLong() < size ? found : OptionalLong.empty();
    }

    synchronized long recordedUntil(long millis) throws IOException {
        long size = shelf.size();
        return upTo(size).recordedUntil(millis, size);
    }

    synchronized long statedUntil(long millis) throws IOException {
        long size = shelf.size();
        return upTo(size).statedUntil(millis, size);
    }

    /** Runs with the rows of the whole record, for the writer. */
    synchronized <T> T with(Use<T> use) throws IOException {
        return use.of(upTo(shelf.size()));
    }

    /** What a writer does with rows. */
    interface Use<T> {
        T of(Rows rows) throws IOException;
    }

    /** Adds a row ahead of the record's size, for an entry that is about to be appended. */
    synchronized void anticipate(Envelope envelope, long recorded) {
        rows.add(row(envelope, recorded));
    }

    /** Takes back what was anticipated and did not come. */
    synchronized void takeBack(long size) {
        rows.truncate(size);
    }

    synchronized void save() {
        if (loaded) {
            RowCache.save(shelf, rows);
        }
    }
}
