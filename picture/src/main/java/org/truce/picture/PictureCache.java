package org.truce.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.truce.model.entry.Audience;
import org.truce.model.id.PlaceId;
import org.truce.record.TruceRecord;
import org.truce.record.tlog.Hash;

/**
 * A picture's columns in {@code cache/picture-v1} of a record, so that a restart does not read history again. It is of one
 * state of one copy: the root of the tree that it covers and the names of the stores that were there. Every block carries
 * its CRC-32C. Anything that does not fit is ignored, and the picture is made anew. Where an entry is read that the cache
 * tells of, it is held against what the cache says of it.
 */
final class PictureCache {
    private static final long MAGIC = 0x74727563652d7031L; // "truce-p1"
    /** Changes with every change of what a column holds. */
    private static final int VERSION = 3;
    /** Ids of a block of the table. */
    private static final int PIECE = 1 << 20;

    /**
     * What was stored.
     *
     * @param rows columns of rows; entries that are to be kept are not there yet
     * @param columns columns of numbers
     * @param size record size that they cover
     * @param unreadable indexes of entries that could not be read
     */
    record Stored(Rows rows, Columns columns, long size, List<Long> unreadable) {}

    private PictureCache() {}

    private static Path file(TruceRecord record) {
        return record.cache().resolve("picture-v1");
    }

    /** Forgets the picture that was kept, if any. */
    static void forget(TruceRecord record) {
        delete(file(record));
    }

    /** Keeps a picture. That it cannot (a directory that is read-only, a full disk) is no error. */
    static void save(TruceRecord record, Rows rows, Columns columns, long size, long[] unreadable) {
        Path file = file(record);
        try {
            Optional<Hash> state = record.state(size);
            if (state.isEmpty()) {
                return; // not all of it is published
            }
            Files.createDirectories(record.cache());
            Path draft = Drafts.create(record.cache(), "picture");
            try {
                try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    write(new BlockWriter(out), state.get(), rows, columns, size, unreadable);
                }
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | RuntimeException e) {
            delete(file);
        }
    }

    private static void write(BlockWriter out, Hash state, Rows rows, Columns columns, long size, long[] unreadable)
            throws IOException {
        out.putLong(MAGIC).putInt(VERSION).putBytes(state.bytes()).putLong(size).putInt(rows.size());
        out.putInt(columns.days().size()).putInt(rows.table().length).putInt(unreadable.length);
        out.putLongs(unreadable, unreadable.length);
        strings(out, rows.audiences().all().stream().map(Audience::wire).toList());
        strings(out, Columns.measures());
        strings(out, columns.places().all().stream().map(PlaceId::value).toList());
        out.end();
        for (Rows.Chunk chunk : rows.chunks()) {
            out.putLongs(chunk.high, Rows.CHUNK).putLongs(chunk.low, Rows.CHUNK).putInts(chunk.index, Rows.CHUNK);
            out.putLongs(chunk.recorded, Rows.CHUNK).putLongs(chunk.stated, Rows.CHUNK);
            out.putLongs(chunk.from, Rows.CHUNK).putInts(chunk.next, Rows.CHUNK).putInts(chunk.first, Rows.CHUNK);
            out.putShorts(chunk.audience, Rows.CHUNK).putBytes(chunk.flags).putBytes(chunk.kind);
            out.end();
        }
        for (Map.Entry<Integer, Day> one : columns.days().entrySet()) {
            Day day = one.getValue();
            int count = day.size;
            out.putInt(one.getKey()).putInt(count).putInts(day.row, count).putLongs(day.from, count);
            out.putDoubles(day.x, count).putDoubles(day.y, count).putDoubles(day.count, count);
            out.putShorts(day.audience, count).putBytes(day.measure, count).putBytes(day.flags, count);
            out.end();
        }
        int[] table = rows.table();
        for (int from = 0; from < table.length; from += PIECE) {
            int[] piece = Arrays.copyOfRange(table, from, Math.min(table.length, from + PIECE));
            out.putInts(piece, piece.length).end();
        }
        out.close();
    }

    private static void strings(BlockWriter out, List<String> all) throws IOException {
        out.putInt(all.size());
        for (String one : all) {
            byte[] bytes = one.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            out.putInt(bytes.length).putBytes(bytes);
        }
    }

    /** What the cache holds of this very copy; empty where it is missing, torn, another's or another release's. */
    static Optional<Stored> load(TruceRecord record, Contents contents) {
        Path file = file(record);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                BlockReader in = new BlockReader(channel)) {
            return Optional.of(read(in, record, contents));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a cache that cannot be read is no cache
        }
    }

    private static Stored read(BlockReader in, TruceRecord record, Contents contents) throws IOException {
        in.next();
        fits(in.getLong() == MAGIC && in.getInt() == VERSION);
        Hash state = Hash.of(in.getBytes(Hash.BYTES));
        long size = in.getLong();
        fits(record.state(size).filter(state::equals).isPresent());
        int count = in.getInt();
        int days = in.getInt();
        int slots = in.getInt();
        long[] unreadable = new long[in.getInt()];
        in.getLongs(unreadable);
        List<Audience> audiences = strings(in).stream().map(Audience::parse).toList();
        fits(strings(in).equals(Columns.measures()));
        List<PlaceId> places = strings(in).stream().map(PlaceId::new).toList();
        Rows rows = new Rows(contents);
        Rows.Chunk[] chunks = new Rows.Chunk[(count + Rows.CHUNK - 1) / Rows.CHUNK];
        List<BlockReader> blocks = in.blocks(chunks.length);
        each(chunks.length, i -> chunks[i] = chunk(blocks.get(i)));
        Columns columns = new Columns();
        places.forEach(columns.places()::of);
        int[] numbers = new int[days];
        Day[] read = new Day[days];
        List<BlockReader> lists = in.blocks(days);
        each(days, i -> {
            BlockReader list = lists.get(i);
            list.next();
            numbers[i] = list.getInt();
            read[i] = day(list);
            list.done();
        });
        for (int i = 0; i < days; i++) {
            columns.days().put(numbers[i], read[i]);
        }
        int[] table = new int[slots];
        int pieces = (slots + PIECE - 1) / PIECE;
        List<BlockReader> tables = in.blocks(pieces);
        each(pieces, i -> {
            BlockReader piece = tables.get(i);
            piece.next();
            piece.getInts(table, i * PIECE, Math.min(PIECE, slots - i * PIECE));
            piece.done();
        });
        in.end();
        rows.restore(chunks, count, table, audiences);
        return new Stored(rows, columns, size, Arrays.stream(unreadable).boxed().toList());
    }

    /** Reads a block. */
    @FunctionalInterface
    private interface Reading {
        void read(int number) throws IOException;
    }

    /** Reads blocks on all processors; fails where one fails. */
    private static void each(int count, Reading reading) throws IOException {
        try {
            IntStream.range(0, count).parallel().forEach(number -> {
                try {
                    reading.read(number);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void fits(boolean whether) throws IOException {
        if (!whether) {
            throw new IOException("of another release, another record or another state of it");
        }
    }

    private static List<String> strings(BlockReader in) throws IOException {
        List<String> all = new ArrayList<>();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            all.add(new String(in.getBytes(in.getInt()), java.nio.charset.StandardCharsets.UTF_8));
        }
        return all;
    }

    private static Rows.Chunk chunk(BlockReader in) throws IOException {
        in.next();
        Rows.Chunk chunk = new Rows.Chunk();
        in.getLongs(chunk.high);
        in.getLongs(chunk.low);
        in.getInts(chunk.index);
        in.getLongs(chunk.recorded);
        in.getLongs(chunk.stated);
        in.getLongs(chunk.from);
        in.getInts(chunk.next);
        in.getInts(chunk.first);
        in.getShorts(chunk.audience);
        in.getBytes(chunk.flags);
        in.getBytes(chunk.kind);
        in.done();
        return chunk;
    }

    private static Day day(BlockReader in) throws IOException {
        Day day = new Day(in.getInt());
        day.size = day.row.length;
        in.getInts(day.row);
        in.getLongs(day.from);
        in.getDoubles(day.x);
        in.getDoubles(day.y);
        in.getDoubles(day.count);
        in.getShorts(day.audience);
        in.getBytes(day.measure);
        in.getBytes(day.flags);
        for (byte flags : day.flags) {
            day.zoned &= (flags & Day.ZONED) != 0;
        }
        return day;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // it is checked before it is believed
        }
    }
}
