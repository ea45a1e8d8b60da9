package org.truce.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.record.store.Item;
import org.truce.record.tlog.Leaf;

/**
 * The rows of a record, grown as entries come and taken from the cache where it fits. Every method is synchronized;
 * reading costs a hash or a binary search, the first call the building of what the cache lacks: on all processors, each
 * entry read strictly and checked against its commitment.
 */
final class Register {
    private final Shelf shelf;
    private Rows rows;
    private boolean loaded;

    Register(Shelf shelf) {
        this.shelf = shelf;
        this.rows = new Rows(shelf.layout().cache());
    }

    /** The rows of all entries below a size. */
    private Rows upTo(long size) throws IOException {
        if (!loaded) {
            rows = RowCache.load(shelf);
            loaded = true;
        }
        long from = rows.size() >>> 8;
        if (rows.size() < size) {
            Ahead.inOrder(from, (size + 255) >>> 8, this::look, (range, seen) -> take(range, seen, size));
        }
        return rows;
    }

    /** What one slot of a range says, read by itself. */
    private sealed interface Seen {
        /** Nothing to be read: the content is withheld, or is no entry. */
        record Nothing(OptionalLong recorded) implements Seen {}

        /** An entry. */
        record Read(Envelope envelope, long recorded) implements Seen {}

        /** What is left of one. */
        record Gone(Item.Destroyed item) implements Seen {}
    }

    /** Reads a range strictly and checks it against its commitments; thread-safe. */
    private Seen[] look(long range) throws IOException {
        List<byte[]> leaves = shelf.leaves(range);
        NavigableMap<Integer, Item> items = shelf.range(range, Audience.Group.VAULT);
        Seen[] seen = new Seen[256];
        Arrays.fill(seen, new Seen.Nothing(OptionalLong.empty()));
        for (Map.Entry<Integer, Item> one : items.entrySet()) {
            int slot = one.getKey();
            seen[slot] = switch (one.getValue()) {
                case Item.Destroyed it -> new Seen.Gone(it);
                case Item.Present it -> {
                    if (slot < leaves.size()
                            && !Arrays.equals(leaves.get(slot), Leaf.of(it.nonce(), it.recorded(), it.content()))) {
                        throw damaged((range << 8) + slot);
                    }
                    yield read(it);
                }
            };
        }
        return seen;
    }

    private static Seen read(Item.Present item) {
        Optional<Envelope> envelope = Envelope.ofRecorded(item.content());
        return envelope.isPresent()
                ? new Seen.Read(envelope.get(), item.recorded())
                : new Seen.Nothing(OptionalLong.of(item.recorded()));
    }

    private static ProblemException damaged(long index) {
        return new ProblemException(
                "damaged-record",
                "entry " + index,
                "Its content is not the one that its leaf in tile/entries commits to: one of the two was changed. Run"
                        + " verify, and take what it names from another copy.");
    }

    private void take(long range, Seen[] seen, long size) {
        long end = Math.min(size, (range + 1) << 8);
        while (rows.size() < end) {
            rows.add(row(seen[(int) (rows.size() & 0xff)]));
        }
    }

    private Rows.Row row(Seen seen) {
        long before = rows.size() == 0 ? Long.MIN_VALUE : rows.recorded(rows.size() - 1);
        return switch (seen) {
            case Seen.Nothing(OptionalLong recorded) -> Rows.Row.withheld(recorded.orElse(before));
            case Seen.Read(Envelope envelope, long recorded) -> row(envelope, recorded);
            case Seen.Gone(Item.Destroyed it) ->
                new Rows.Row(it.id(), before, Long.MIN_VALUE, index(it.replaces()), true, it.withdraws(), true);
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
