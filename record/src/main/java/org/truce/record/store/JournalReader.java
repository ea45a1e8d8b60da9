package org.truce.record.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.truce.model.Problem;

/**
 * Reads what a journal holds, never writes. A batch that is cut short at the very end was never acknowledged and is left
 * out, with a problem that says so; anything else that is wrong is damage.
 */
public final class JournalReader {
    private JournalReader() {}

    /**
     * What a journal holds.
     *
     * @param entries whole entries, in order, without a gap
     * @param torn the batch at the end that was cut off while it was written
     * @param damage what is wrong beyond that; then {@code entries} ends before it
     */
    public record Contents(List<Journaled> entries, Optional<Problem> torn, Optional<Problem> damage) {
        public Contents {
            entries = List.copyOf(entries);
        }
    }

    /** Whether there is anything in the journal. */
    public static boolean isEmpty(Path directory) throws IOException {
        return segments(directory).isEmpty();
    }

    private static List<Path> segments(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /**
     * Reads a journal.
     *
     * @param directory of its segments; none means that it is empty
     * @param published size of the published record: entries below it are left out
     */
    public static Contents read(Path directory, long published) throws IOException {
        List<Journaled> entries = new ArrayList<>();
        List<Path> segments = segments(directory);
        Optional<Problem> torn = Optional.empty();
        for (Path segment : segments) {
            if (torn.isPresent()) {
                return new Contents(entries, Optional.empty(), torn.map(JournalReader::asDamage));
            }
            Segment read;
            try {
                read = Segment.read(segment);
            } catch (NoSuchFileException e) {
                continue; // published and deleted while this was reading
            }
            for (Journaled entry : read.entries()) {
                long next = entries.isEmpty() ? published : entries.getLast().index() + 1;
                if (entry.index() > next) {
                    return new Contents(entries, torn, Optional.of(gap(segment, next, entry.index())));
                }
                if (entry.index() == next) {
                    entries.add(entry);
                }
            }
            if (read.damage().isPresent()) {
                return new Contents(entries, Optional.empty(), read.damage());
            }
            torn = read.torn();
        }
        return new Contents(entries, torn, Optional.empty());
    }

    /**
     * What a segment holds by itself.
     *
     * @param next index after its last whole entry; empty where it holds none
     * @param whole bytes up to the end of the last whole batch
     * @param sound whether nothing is wrong with it but, at most, a last batch that was cut off
     */
    public record Extent(OptionalLong next, long whole, boolean sound) {}

    /** How far a segment of a journal goes. */
    public static Extent extent(Path file) throws IOException {
        Segment read = Segment.read(file);
        OptionalLong next = read.entries().isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(read.entries().getLast().index() + 1);
        return new Extent(next, read.whole(), read.damage().isEmpty());
    }

    private static Problem gap(Path segment, long expected, long found) {
        return new Problem(
                "journal-gap",
                "journal/" + segment.getFileName(),
                "The journal goes on with entry " + found + " where entry " + expected
                        + " is due: a part of it is missing. Take the record from a backup.");
    }

    private static Problem asDamage(Problem torn) {
        return new Problem(
                "journal-damaged",
                torn.place(),
                "A batch in the middle of the journal is damaged. Take the record from a backup; do not write to it.");
    }

    private record Segment(List<Journaled> entries, long whole, Optional<Problem> torn, Optional<Problem> damage) {
        static Segment read(Path file) throws IOException {
            List<Journaled> entries = new ArrayList<>();
            String name = "journal/" + file.getFileName();
            if (!file.getFileName().toString().matches("[0-9]{19}")) {
                return new Segment(entries, 0, Optional.empty(), Optional.of(foreign(name)));
            }
            long first = Journal.firstOf(file);
            long at = 0;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                while (at < channel.size()) {
                    Optional<Block> block = Block.at(channel, at, first);
                    Optional<List<Journaled>> batch =
                            block.flatMap(it -> Batch.parse(it.payload(), it.length(), file, it.offset()));
                    if (batch.isEmpty()) {
                        boolean more = block.isPresent() || Block.anyAfter(channel, at + 1, first);
                        Problem torn = torn(name + "@" + at);
                        return more
                                ? new Segment(entries, at, Optional.empty(), Optional.of(asDamage(torn)))
                                : new Segment(entries, at, Optional.of(torn), Optional.empty());
                    }
                    entries.addAll(batch.get());
                    at = block.get().offset() + block.get().length();
                }
            }
            boolean misnamed = !entries.isEmpty()
                    && !Journal.segment(entries.getFirst().index())
                            .equals(file.getFileName().toString());
            return new Segment(entries, at, Optional.empty(), misnamed ? Optional.of(foreign(name)) : Optional.empty());
        }

        private static Problem foreign(String name) {
            return new Problem("journal-damaged", name, "This file is no segment of this journal; take it away.");
        }

        private static Problem torn(String place) {
            return new Problem(
                    "journal-torn",
                    place,
                    "The last batch of the journal was cut off while it was written and was never acknowledged."
                            + " Open the record for writing once (add) to clear it.");
        }
    }

    /** A batch whose check sums are right. */
    private record Block(long offset, long length, ByteBuffer payload) {
        static Optional<Block> at(FileChannel channel, long at, long first) throws IOException {
            ByteBuffer head = ByteBuffer.allocate(Batch.HEAD_BYTES);
            while (head.hasRemaining() && channel.read(head, at + head.position()) >= 0) {
                // until the head is whole
            }
            if (head.hasRemaining()) {
                return Optional.empty();
            }
            long length = head.flip().getLong();
            int crc = head.getInt();
            boolean sane = head.getInt() == Batch.headCrc(length, crc, first, at);
            long offset = at + Batch.HEAD_BYTES;
            if (!sane || length < 12 || length > channel.size() - offset || length > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            ByteBuffer payload = channel.map(FileChannel.MapMode.READ_ONLY, offset, length);
            return Batch.crc(payload.duplicate()) == crc
                    ? Optional.of(new Block(offset, length, payload))
                    : Optional.empty();
        }

        /** Whether a whole batch begins anywhere from here on: then what precedes it was not cut off but changed. */
        static boolean anyAfter(FileChannel channel, long from, long first) throws IOException {
            ByteBuffer window = ByteBuffer.allocate(1 << 16);
            for (long at = from; at + Batch.HEAD_BYTES <= channel.size(); at += window.capacity() - Batch.HEAD_BYTES) {
                window.clear();
                while (window.hasRemaining() && channel.read(window, at + window.position()) >= 0) {
                    // until the window is full or the file ends
                }
                window.flip();
                for (int i = 0; i + Batch.HEAD_BYTES <= window.limit(); i++) {
                    long length = window.getLong(i);
                    boolean sane = length > 0 && length <= channel.size();
                    if (sane && at(channel, at + i, first).isPresent()) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
