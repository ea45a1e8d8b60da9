package org.truce.picture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.record.Candidate;
import org.truce.record.Kept;
import org.truce.record.Outcome;
import org.truce.record.TruceRecord;
import org.truce.record.tlog.Hash;

/**
 * A record with its picture, both kept at the same size. Thread-safe. What a content says that this release cannot read
 * at all is counted, never an error: the record keeps it for a release that can.
 */
public final class OpenRecord implements AutoCloseable {
    /** A copy is read as the mission reads it: all that it holds but the vault. */
    private static final Audience ALL = Audience.Group.MISSION;

    /** Fewer entries than these are read from the record in less than half a second. */
    private static final long WORTH_KEEPING = 1 << 15;

    /** So many entries are read at once. */
    private static final int AT_ONCE = 4_096;

    private final TruceRecord record;
    private final Picture picture;
    private final List<Problem> unreadable = new ArrayList<>();
    private final List<Long> unreadableAt = new ArrayList<>();
    private long applied;
    private final long worthKeeping;
    /** How far the cache reaches. */
    private long stored;

    /**
     * Reads a record into a picture: from the columns in its cache where they are of this very copy, and what is new from
     * the record; all of it from the record where not.
     */
    public OpenRecord(TruceRecord record) throws IOException {
        this(record, WORTH_KEEPING);
    }

    OpenRecord(TruceRecord record, long worthKeeping) throws IOException {
        this.record = record;
        this.worthKeeping = worthKeeping;
        Path derived = record.cache().resolve("derived");
        Drafts.sweep(record.cache(), "picture");
        Drafts.sweep(derived, "");
        RecordContents contents = new RecordContents(record);
        Picture cached = cached(contents);
        this.picture = cached == null ? new Picture(contents) : cached;
        picture.keepIn(Cache.in(derived));
        refresh();
        if (picture.forgot()) {
            PictureCache.forget(record); // it was written by somebody who had not yet read the order
        }
        save();
    }

    private @Nullable Picture cached(RecordContents contents) {
        Optional<PictureCache.Stored> found = PictureCache.load(record, contents);
        if (found.isEmpty()) {
            PictureCache.forget(record); // of another state of the record: it may hold what was destroyed since
            return null;
        }
        PictureCache.Stored cache = found.get();
        Optional<Picture> restored = Picture.restore(cache, index -> again(contents, index, new ArrayList<>()));
        if (restored.isPresent()) {
            applied = cache.size();
            stored = applied;
            for (long index : cache.unreadable()) {
                again(contents, index, unreadable);
                unreadableAt.add(index);
            }
        }
        return restored.orElse(null);
    }

    /** Reads an entry of a rare kind again; empty where it is not what it was. */
    private static Optional<Entry> again(RecordContents contents, long index, List<Problem> wrong) {
        return contents.kept(index) instanceof Kept.Present present ? read(present, wrong) : Optional.empty();
    }

    private static Optional<Entry> read(Kept.Present present, List<Problem> wrong) {
        return entry(EntryJson.read(present.content().bytes()), present, wrong);
    }

    private static Optional<Entry> entry(EntryJson.Result result, Kept.Present present, List<Problem> wrong) {
        return switch (result) {
            case EntryJson.Result.Read(Entry entry) -> Optional.of(entry);
            case EntryJson.Result.Bad(List<Problem> problems) -> {
                wrong.add(problems.getFirst().within("entry " + present.index()));
                yield Optional.empty();
            }
        };
    }

    /** Keeps the columns where they have grown by so much that it would take long to read it again. */
    private void save() {
        if (applied - stored >= worthKeeping && !picture.forgot()) {
            picture.save(
                    record, unreadableAt.stream().mapToLong(Long::longValue).toArray());
            stored = applied;
        }
    }

    /** Opens a record in a directory to read it. */
    public static OpenRecord of(Path dir) throws IOException {
        return new OpenRecord(TruceRecord.open(dir));
    }

    /** Applies what is new in the record; also what another process has written. */
    public synchronized void refresh() throws IOException {
        record.refresh();
        long size = record.size();
        if (applied < size) {
            List<Kept.Present> read = new ArrayList<>();
            record.forEach(applied, size, ALL, kept -> {
                if (kept instanceof Kept.Present present) {
                    read.add(present);
                    if (read.size() == AT_ONCE) {
                        apply(read);
                    }
                }
            });
            apply(read);
            applied = size;
            picture.reach(size);
        }
    }

    /** Reads entries on all processors, and applies them in their order. */
    private void apply(List<Kept.Present> present) {
        List<EntryJson.Result> results = present.parallelStream()
                .map(one -> EntryJson.read(one.content().bytes()))
                .toList();
        for (int i = 0; i < results.size(); i++) {
            Kept.Present one = present.get(i);
            entry(results.get(i), one, unreadable)
                    .ifPresentOrElse(
                            entry -> picture.apply(one.index(), one.recorded(), entry),
                            () -> unreadableAt.add(one.index()));
        }
        present.clear();
    }

    /** Appends entries and applies them. */
    public synchronized List<Outcome> append(List<Candidate> candidates) throws IOException {
        List<Outcome> outcomes = record.append(candidates);
        refresh();
        return outcomes;
    }

    /** How many of the entries stood in the cache when it was last read or written. */
    long stored() {
        return stored;
    }

    /** The log below. */
    public TruceRecord record() {
        return record;
    }

    /** The picture above. */
    public Picture picture() {
        return picture;
    }

    /** Entries that this release cannot read, with what is wrong. */
    public synchronized List<Problem> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The mandate as everybody may read it; null where none is set. */
    public @Nullable MandateSet mandate() {
        return picture.at(java.time.Instant.MAX, picture.size(), Audience.Group.PUBLIC)
                .mandate();
    }

    /** An attachment that a reader may read; empty where there is none, or none for this reader. */
    public Optional<byte[]> attachment(String sha256, Audience reader) throws IOException {
        Optional<Hash> hash = Hash.fromHex(sha256);
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        Optional<InputStream> stream = record.attachment(hash.get(), reader);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stream.get()) {
            return Optional.of(in.readAllBytes());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            record.publish();
            save();
        } finally {
            record.close();
        }
    }
}
