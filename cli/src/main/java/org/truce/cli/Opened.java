package org.truce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.picture.Picture;
import org.truce.picture.View;
import org.truce.record.Kept;
import org.truce.record.TruceRecord;

/**
 * A record that was opened for reading, and the picture made from it.
 *
 * @param record the record
 * @param picture of every entry that this copy holds, the vault left out
 */
record Opened(TruceRecord record, Picture picture) implements AutoCloseable {
    /** Reads a whole record; costs one parse an entry. */
    static Opened of(Path dir) throws IOException {
        TruceRecord record = TruceRecord.open(dir);
        return new Opened(record, picture(record));
    }

    static Picture picture(TruceRecord record) throws IOException {
        Picture picture = new Picture();
        long size = record.size();
        record.forEach(0, size, Audience.Group.MISSION, kept -> {
            if (kept instanceof Kept.Present present
                    && EntryJson.read(present.content().bytes()) instanceof EntryJson.Result.Read(Entry entry)) {
                picture.apply(present.index(), present.recorded(), entry);
            }
        });
        picture.reach(size);
        return picture;
    }

    /**
     * The view that a user asks for.
     *
     * @param at the instant of which it speaks; now where absent
     * @param known what was known; everything where absent
     * @param audience who reads
     * @param now this moment
     */
    View view(@Nullable When at, @Nullable When known, Audience audience, Instant now) {
        // Days are the mandate's, and so the mandate is looked up with all that is known today.
        ZoneId zone = picture.at(now, picture.size(), audience).zone();
        return picture.at(at == null ? now : When.until(at, zone), size(known, zone), audience);
    }

    private long size(@Nullable When known, ZoneId zone) {
        return switch (known) {
            case null -> picture.size();
            case When.Size(long entries) -> Math.min(entries, picture.size());
            case When.At(Instant at) -> picture.sizeAt(at);
            case When.End end -> picture.sizeAt(end.until(zone).minusMillis(1));
        };
    }

    @Override
    public void close() throws IOException {
        record.close();
    }
}
