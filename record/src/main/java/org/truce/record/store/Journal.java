package org.truce.record.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32C;
import org.truce.record.tlog.Hash;

/**
 * The writer's end of the journal: batches, each written and synced before {@link #append} returns. Segments are files
 * named after the index of their first entry; one is deleted when all its entries are published. Not thread-safe.
 */
public final class Journal {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int MOST_KEPT_BYTES = 1 << 22;

    private final Disk disk;
    private final Path directory;
    private final List<Path> segments = new ArrayList<>();
    private ByteBuffer kept = ByteBuffer.allocateDirect(CHUNK_BYTES);
    private long end;
    private boolean fresh = true;
    private boolean broken;

    /** What is to be appended. */
    public record Addition(StoreName store, Item.Present item, List<Attached> files) {
        public Addition {
            files = List.copyOf(files);
        }
    }

    /** An attachment whose bytes the store does not hold yet. */
    public record Attached(Hash sha256, long length, Source source) {}

    /** Opens the bytes of an attachment, from their beginning. */
    public interface Source {
        /** A new stream. */
        InputStream open() throws IOException;
    }

    /** An empty journal; what an earlier one left must have been published. */
    public Journal(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** Name of the segment whose first entry has an index. */
    static String segment(long first) {
        return String.format(Locale.ROOT, "%019d", first);
    }

    /** Index of the first entry of a segment. */
    static long firstOf(Path segment) {
        return Long.parseLong(segment.getFileName().toString());
    }

    /**
     * Appends a batch; when it returns, the batch is on the platter. When it throws, nothing of the batch is there.
     *
     * @return the entries with the places of their attachments
     */
    public List<Journaled> append(long first, List<Addition> additions) throws IOException {
        if (broken) {
            throw new IOException("the journal could not be written to before; open the record again");
        }
        boolean begins = fresh;
        Path file = begins ? begin(first) : segments.getLast();
        long start = end;
        boolean done = false;
        try {
            List<Journaled> written = write(file, first, additions);
            disk.sync(file);
            if (begins) {
                disk.syncDirectory(directory);
            }
            fresh = false;
            done = true;
            return written;
        } finally {
            if (!done) {
                takeBack(file, start);
            }
        }
    }

    private Path begin(long first) throws IOException {
        if (!Files.isDirectory(directory)) {
            disk.createDirectory(directory);
            disk.syncDirectory(directory.resolveSibling("."));
        }
        Path file = directory.resolve(segment(first));
        if (segments.isEmpty() || !segments.getLast().equals(file)) {
            segments.add(file);
        }
        end = 0;
        return file;
    }

    private List<Journaled> write(Path file, long first, List<Addition> additions) throws IOException {
        Set<Place> inBatch = new HashSet<>();
        List<Batch.Entry> entries = new ArrayList<>(additions.size());
        List<Attached> files = new ArrayList<>();
        for (Addition addition : additions) {
            List<Attached> added = addition.files().stream()
                    .filter(it -> inBatch.add(new Place(addition.store(), it.sha256())))
                    .toList();
            files.addAll(added);
            entries.add(new Batch.Entry(
                    addition.store(),
                    addition.item(),
                    added.stream()
                            .map(it -> new Batch.NewFile(it.sha256(), it.length()))
                            .toList()));
        }
        ByteBuffer batch = Batch.entries(first, entries, this::buffer);
        long at = end + batch.remaining();
        CRC32C crc = new CRC32C();
        crc.update(batch.duplicate().position(Batch.HEAD_BYTES));
        long length = at
                - end
                - Batch.HEAD_BYTES
                + files.stream().mapToLong(Attached::length).sum();
        if (files.isEmpty()) {
            batch.put(0, Batch.head(length, (int) crc.getValue(), firstOf(file), end), 0, Batch.HEAD_BYTES);
            disk.write(file, end, batch);
        } else {
            long next = at;
            disk.write(file, end + Batch.HEAD_BYTES, batch.position(Batch.HEAD_BYTES));
            for (Attached attached : files) {
                next += copy(attached, file, next, crc);
            }
            disk.write(file, end, Batch.head(length, (int) crc.getValue(), firstOf(file), end));
        }
        end += Batch.HEAD_BYTES + length;
        return Batch.journaled(first, entries, file, at);
    }

    /** The same bytes may be attached for two audiences; each store keeps its own. */
    private record Place(StoreName store, Hash sha256) {}

    /** A cleared buffer of at least so many bytes: the last one again, where that was large enough. */
    private ByteBuffer buffer(int bytes) {
        if (bytes > MOST_KEPT_BYTES) {
            return ByteBuffer.allocateDirect(bytes);
        }
        if (kept.capacity() < bytes) {
            kept = ByteBuffer.allocateDirect(Math.min(MOST_KEPT_BYTES, Integer.highestOneBit(bytes) * 2));
        }
        return kept.clear();
    }

    private long copy(Attached attached, Path file, long from, CRC32C crc) throws IOException {
        long done = 0;
        java.security.MessageDigest digest = org.truce.record.tlog.Sha256.digest();
        try (InputStream in = attached.source().open()) {
            byte[] buffer = new byte[CHUNK_BYTES];
            for (int count = in.read(buffer); count >= 0 && done <= attached.length(); count = in.read(buffer)) {
                crc.update(buffer, 0, count);
                digest.update(buffer, 0, count);
                disk.write(file, from + done, ByteBuffer.wrap(buffer, 0, count));
                done += count;
            }
        }
        if (done != attached.length() || !Hash.of(digest.digest()).equals(attached.sha256())) {
            throw new IOException("an attachment changed while it was read; add it again");
        }
        return done;
    }

    private void takeBack(Path file, long start) {
        end = start;
        try {
            disk.truncate(file, start);
            disk.sync(file);
        } catch (IOException | RuntimeException e) {
            broken = true;
        }
    }

    /** Lets the next batch begin a new segment, and names the segments before it. */
    public List<Path> rotate() {
        List<Path> closed = List.copyOf(segments);
        segments.clear();
        fresh = true;
        end = 0;
        return closed;
    }

    /** Deletes segments whose entries are published. */
    public void delete(List<Path> published) throws IOException {
        for (Path segment : published) {
            if (!segments.contains(segment)) {
                disk.delete(segment);
            }
        }
    }

    /** Deletes the journal's directory, which must be empty. */
    public void close() throws IOException {
        if (segments.isEmpty() && Files.isDirectory(directory)) {
            disk.delete(directory);
        }
    }
}
