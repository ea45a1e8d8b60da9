package org.truce.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.truce.model.entry.Audience;
import org.truce.record.store.Bundle;
import org.truce.record.store.Item;
import org.truce.record.store.JournalReader;
import org.truce.record.store.Journaled;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.EntryBundle;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.TilePath;

/**
 * What can be read of a record: the published contents, and what is durable in the journal but not yet published.
 * Thread-safe beside one writer, in this process or another; when a publication takes files away under a reader, the
 * reader looks again.
 */
final class Shelf {
    private static final int LOOKS = 100;

    private final Layout layout;
    private volatile Identity identity;
    /** Read by anybody; replaced only under this object's monitor, since writer and publisher both do. */
    private volatile State state;

    /** One consistent view. The map is only ever added to, or relieved of what the checkpoint has come to cover. */
    private record State(Checkpoint.Signed checkpoint, NavigableMap<Long, Journaled> pending, long size) {}

    private Shelf(Layout layout, Identity identity, State state) {
        this.layout = layout;
        this.identity = identity;
        this.state = state;
    }

    static Shelf open(Layout layout) throws IOException {
        State state = load(layout, Identity.read(layout));
        return new Shelf(layout, Identity.read(layout), state);
    }

    private static State load(Layout layout, Identity identity) throws IOException {
        for (int look = 0; ; look++) {
            Checkpoint.Signed head = identity.checkpoint(layout);
            long published = head.checkpoint().size();
            JournalReader.Contents journal = JournalReader.read(layout.journal(), published);
            boolean moved = !identity.checkpoint(layout).equals(head);
            if (moved && look < LOOKS) {
                continue;
            }
            NavigableMap<Long, Journaled> pending = new ConcurrentSkipListMap<>();
            journal.entries().forEach(it -> pending.put(it.index(), it));
            return new State(head, pending, published + pending.size());
        }
    }

    /** Looks again at what another process may have written. Not for the writer's own shelf. */
    synchronized void refresh() throws IOException {
        state = load(layout, identity);
        identity = Identity.read(layout); // afterwards: its keys cover every checkpoint that was there before
    }

    /** The writer has changed the record's key. */
    synchronized void rotated(Identity now) {
        identity = now;
    }

    Layout layout() {
        return layout;
    }

    Identity identity() {
        return identity;
    }

    Checkpoint.Signed checkpoint() {
        return state.checkpoint();
    }

    long published() {
        return state.checkpoint().checkpoint().size();
    }

    long size() {
        return state.size();
    }

    /** The writer has made these durable. */
    synchronized void add(List<Journaled> entries) {
        State before = state;
        entries.forEach(it -> before.pending().put(it.index(), it));
        state = new State(before.checkpoint(), before.pending(), before.size() + entries.size());
    }

    /** The writer has published up to a checkpoint. */
    synchronized void published(Checkpoint.Signed head) {
        State before = state;
        state = new State(head, before.pending(), before.size());
    }

    /** Lets go of what is published. */
    void relieve() {
        state.pending().headMap(published()).clear();
    }

    /** What is not published yet, below a size. */
    List<Journaled> pending(long below) {
        return List.copyOf(state.pending().headMap(below).values());
    }

    Optional<Item> item(long index, Audience reader) throws IOException {
        return Optional.ofNullable(range(index >>> 8, reader).get((int) (index & 0xff)));
    }

    /** A published item, read without those around it; empty where it is not found so, for whatever reason. */
    Optional<Item> alone(long index, Audience reader) throws IOException {
        long size = published();
        for (StoreName store : index < size ? layout.stores() : List.<StoreName>of()) {
            Path file = layout.bundle(store, index >>> 8, size);
            if (store.readableBy(reader) && Files.exists(file)) {
                try (FileChannel bundle = FileChannel.open(file, StandardOpenOption.READ)) {
                    Optional<Item> found = Bundle.one(bundle, (int) (index & 0xff));
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (NoSuchFileException e) {
                    return Optional.empty(); // it moved just now
                }
            }
        }
        return Optional.empty();
    }

    /** The items that the reader may read among the entries {@code [256 range, 256 range + 256)}, by slot. */
    NavigableMap<Integer, Item> range(long range, Audience reader) throws IOException {
        for (int look = 0; ; look++) {
            State before = state;
            NavigableMap<Integer, Item> found = new TreeMap<>();
            before.pending().subMap(range << 8, (range + 1) << 8).values().stream()
                    .filter(it -> it.store().readableBy(reader))
                    .forEach(it -> found.put((int) (it.index() & 0xff), it.item()));
            State now = state;
            long size = now.checkpoint().checkpoint().size();
            if (range > (size - 1) >>> 8 || size == 0) {
                return found;
            }
            boolean missing = false;
            for (StoreName store : layout.stores()) {
                if (store.readableBy(reader)) {
                    Optional<NavigableMap<Integer, Item>> bundle = bundle(store, range, size);
                    missing |= bundle.isEmpty();
                    bundle.ifPresent(found::putAll);
                }
            }
            boolean partial = range == size >>> 8;
            if (!missing || !partial || look == LOOKS || !moved(now)) {
                return found;
            }
        }
    }

    /** Whether a publication has happened since; then what was missing may only have been renamed. */
    private boolean moved(State seen) throws IOException {
        if (published() != seen.checkpoint().checkpoint().size()) {
            return true;
        }
        if (identity.checkpoint(layout).equals(seen.checkpoint())) {
            return false;
        }
        refresh();
        return true;
    }

    /** A store's bundle; empty where the store has none of the range. */
    Optional<NavigableMap<Integer, Item>> bundle(StoreName store, long range, long size) throws IOException {
        Path file = layout.bundle(store, range, size);
        try {
            return Optional.of(Bundle.parse(Files.readAllBytes(file))
                    .orElseThrow(() -> Identity.damaged(layout.name(file), "is no bundle of contents")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** An attachment, where the reader may read it and this copy holds it. */
    Optional<InputStream> attachment(Hash sha256, Audience reader) throws IOException {
        for (int look = 0; ; look++) {
            long seen = published();
            try {
                Optional<InputStream> found = publishedAttachment(sha256, reader);
                found = found.isPresent() ? found : pendingAttachment(sha256, reader);
                if (found.isPresent() || seen == published() || look == LOOKS) {
                    return found;
                }
            } catch (NoSuchFileException e) {
                if (look == LOOKS) {
                    throw e; // otherwise it moved from the journal to its place just now
                }
            }
        }
    }

    private Optional<InputStream> publishedAttachment(Hash sha256, Audience reader) throws IOException {
        for (StoreName store : layout.stores()) {
            Path file = layout.attachment(store, sha256);
            if (store.readableBy(reader) && Files.isRegularFile(file)) {
                return Optional.of(Files.newInputStream(file));
            }
        }
        return Optional.empty();
    }

    private Optional<InputStream> pendingAttachment(Hash sha256, Audience reader) throws IOException {
        for (Journaled entry : new ArrayList<>(state.pending().values())) {
            for (Journaled.Stretch stretch : entry.attachments()) {
                if (stretch.sha256().equals(sha256) && entry.store().readableBy(reader)) {
                    return Optional.of(open(stretch));
                }
            }
        }
        return Optional.empty();
    }

    private static InputStream open(Journaled.Stretch stretch) throws IOException {
        FileChannel channel = FileChannel.open(stretch.file(), StandardOpenOption.READ);
        channel.position(stretch.offset());
        return new Limited(Channels.newInputStream(channel), stretch.length());
    }

    /** Whether a store holds an attachment, published. */
    boolean holds(StoreName store, Hash sha256) {
        return Files.exists(layout.attachment(store, sha256));
    }

    /** The published leaves of a range: 256, or fewer in the last range. */
    List<byte[]> leaves(long range) throws IOException {
        for (int look = 0; ; look++) {
            State seen = state;
            long size = seen.checkpoint().checkpoint().size();
            int width = Math.clamp(size - (range << 8), 0, TilePath.FULL);
            if (width == 0) {
                return List.of();
            }
            TilePath path = new TilePath(TilePath.ENTRIES, range, width);
            try {
                return EntryBundle.parse(Files.readAllBytes(layout.tile(path)))
                        .filter(it -> it.size() == width)
                        .orElseThrow(() -> Identity.damaged(path.path(), "is no bundle of " + width + " leaves"));
            } catch (NoSuchFileException e) {
                if (width == TilePath.FULL || look == LOOKS || !moved(seen)) {
                    throw Identity.damaged(path.path(), "is missing");
                }
            }
        }
    }

    byte[] tile(TilePath tile) {
        try {
            return Files.readAllBytes(layout.tile(tile));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Items of several stores by slot, for those who need to know the store. */
    Map<StoreName, NavigableMap<Integer, Item>> bundles(long range, long size) throws IOException {
        Map<StoreName, NavigableMap<Integer, Item>> found =
                new TreeMap<>(java.util.Comparator.comparing(StoreName::value));
        for (StoreName store : layout.stores()) {
            bundle(store, range, size).ifPresent(it -> found.put(store, it));
        }
        return found;
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = left == 0 ? -1 : super.read(bytes, offset, (int) Math.min(left, length));
            left -= Math.max(count, 0);
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(left, count));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(left, super.available());
        }
    }
}
