package org.truce.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.record.Kept;
import org.truce.record.TruceRecord;

/**
 * Entries of a record, read again when they are asked for. Entries lie 256 to a file: those of the files that were read
 * last stay at hand, so that a list costs one reading for 256 of its rows. Thread-safe.
 */
final class RecordContents implements Contents {
    private static final int FILES = 64;
    private static final int ENTRIES = 256;

    private final TruceRecord record;
    private final LinkedHashMap<Long, @Nullable Kept[]> ranges = new LinkedHashMap<>(FILES, 1, true);

    RecordContents(TruceRecord record) {
        this.record = record;
    }

    @Override
    public Entry entry(long index) {
        if (kept(index) instanceof Kept.Present present
                && EntryJson.read(present.content().bytes()) instanceof EntryJson.Result.Read(Entry entry)) {
            return entry;
        }
        throw new ProblemException(
                "destroyed", "entry " + index, "Its content is not there any more; ask again, or open the record anew.");
    }

    /** What the record keeps of an entry; null beyond its end. */
    @Nullable
    Kept kept(long index) {
        return range(index / ENTRIES, index)[(int) (index % ENTRIES)];
    }

    private synchronized @Nullable Kept[] range(long range, long index) {
        @Nullable Kept[] known = ranges.get(range);
        if (known != null && known[(int) (index % ENTRIES)] != null) {
            return known;
        }
        @Nullable Kept[] read = new Kept[ENTRIES];
        try {
            long from = range * ENTRIES;
            record.forEach(from, Math.min(record.size(), from + ENTRIES), Audience.Group.MISSION, kept -> {
                read[(int) (kept.index() % ENTRIES)] = kept;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ranges.put(range, read);
        if (ranges.size() > FILES) {
            ranges.pollFirstEntry();
        }
        return read;
    }
}
