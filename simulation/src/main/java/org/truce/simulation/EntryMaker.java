package org.truce.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.truce.model.entry.Entry;
import org.truce.model.json.Kinds;
import org.truce.model.kind.Body;

/**
 * Makes entries of notes and bodies. Ids are UUIDs of version 7 whose time is {@code stated} and whose other bits come from
 * the seed, in order of making. Not thread-safe.
 */
public final class EntryMaker {
    private static final long VERSION_7 = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplitMix64 ids;

    /** From a seed. */
    public EntryMaker(long seed) {
        this.ids = SplitMix64.of(seed, "ids");
    }

    /** An entry with an id of its own. */
    public Entry make(Note note, Body body) {
        return new Entry(
                id(note.stated()),
                body.kind(),
                Kinds.version(body.kind()),
                note.author(),
                note.stated(),
                note.occurred(),
                note.where(),
                List.of(note.basis()),
                note.replaces(),
                note.audience(),
                body);
    }

    private UUID id(Instant stated) {
        long high = (stated.toEpochMilli() << 16) | VERSION_7 | (ids.next() & 0xfff);
        return new UUID(high, (ids.next() >>> 2) | VARIANT);
    }
}
