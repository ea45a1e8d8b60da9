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

    private final TruceRecord record;
    private final Picture picture = new Picture();
    private final List<Problem> unreadable = new ArrayList<>();
    private long applied;

    /** Reads the whole of a record into a picture. */
    public OpenRecord(TruceRecord record) throws IOException {
        this.record = record;
        picture.keepIn(Cache.in(record.cache().resolve("derived")));
        refresh();
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
            record.forEach(applied, size, ALL, this::apply);
            applied = size;
            picture.reach(size);
        }
    }

    private void apply(Kept kept) {
        if (kept instanceof Kept.Present present) {
            switch (EntryJson.read(present.content().bytes())) {
                case EntryJson.Result.Read(Entry entry) -> picture.apply(present.index(), present.recorded(), entry);
                case EntryJson.Result.Bad(List<Problem> problems) ->
                    unreadable.add(problems.getFirst().within("entry " + present.index()));
            }
        }
    }

    /** Appends entries and applies them. */
    public synchronized List<Outcome> append(List<Candidate> candidates) throws IOException {
        List<Outcome> outcomes = record.append(candidates);
        refresh();
        return outcomes;
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
    public void close() throws IOException {
        record.close();
    }
}
