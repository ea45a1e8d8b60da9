package org.truce.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.record.Kept;
import org.truce.record.TruceRecord;

/**
 * Entries of a record, read again when they are asked for. Entries lie 256 to a file: where neighbours are asked for the
 * file is read whole and stays at hand for a while, so that a list in record order costs one reading for 256 rows.
 * Thread-safe.
 */
final class RecordContents implements Contents {
    private static final int FILES = 64;
    private static final int ENTRIES = 256;

    private final TruceRecord record;
    private final LinkedHashMap<Long, @Nullable Kept[]> ranges = new LinkedHashMap<>(FILES, 1, true);
    private final AtomicLong last = new AtomicLong(-1);

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
                "destroyed",
                "entry " + index,
                "Its content is not there any more; ask again, or open the record anew.");
    }

    /** What the record keeps of an entry. */
    Kept kept(long index) {
        long range = index / ENTRIES;
        synchronized (ranges) {
            @Nullable Kept[] known = ranges.get(range);
            Kept kept = known == null ? null : known[(int) (index % ENTRIES)];
            if (kept != null) {
                return kept;
            }
        }
        try {
            // Whoever asks twice in one file will ask for more of it; who jumps about is given what he asks for.
            return last.getAndSet(range) == range
                    ? whole(range, index)
                    : record.readAlone(index, Audience.Group.MISSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept whole(long range, long index) throws IOException {
        @Nullable Kept[] read = new Kept[ENTRIES];
        long from = range * ENTRIES;
        record.forEach(from, Math.min(record.size(), from + ENTRIES), Audience.Group.MISSION, kept -> {
            read[(int) (kept.index() % ENTRIES)] = kept;
        });
        synchronized (ranges) {
            ranges.put(range, read);
            if (ranges.size() > FILES) {
                ranges.pollFirstEntry();
            }
        }
        return java.util.Objects.requireNonNull(read[(int) (index % ENTRIES)], "beyond the record");
    }
}
