package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Room for rows outside the heap: a file without a name in the record's cache, mapped piece by piece, so that a record
 * of any length is held in little memory. Where there can be no such file (a directory that is read-only, a full disk),
 * plain memory serves. Not thread-safe.
 */
final class RowSpill {
    /** Blocks that are made on the heap before there is a file. */
    private static final int ON_HEAP = 16;
    /** Blocks that are made at a time after that. */
    private static final int PIECE = 64;

    private static final int BLOCK_BYTES = Rows.BLOCK * Rows.WIDTH * Long.BYTES;

    private final Path directory;
    private final Deque<LongBuffer> ready = new ArrayDeque<>();
    private long made;
    private boolean failed;

    /** Makes its file in a directory when it needs one. */
    RowSpill(Path directory) {
        this.directory = directory;
    }

    /** Room for one block of rows, zeroes. */
    LongBuffer block() {
        made++;
        if (made <= ON_HEAP) {
            return LongBuffer.allocate(Rows.BLOCK * Rows.WIDTH);
        }
        if (ready.isEmpty()) {
            ByteBuffer piece = piece();
            for (int i = 0; i < PIECE; i++) {
                ready.add(piece.slice(i * BLOCK_BYTES, BLOCK_BYTES).asLongBuffer());
            }
        }
        return ready.remove();
    }

    private ByteBuffer piece() {
        if (!failed) {
            try {
                return mapped();
            } catch (IOException | UnsupportedOperationException e) {
                failed = true; // from now on in memory
            }
        }
        return ByteBuffer.allocateDirect(PIECE * BLOCK_BYTES);
    }

    /** A piece of a file of its own, whose bytes are written before they are mapped: a full disk shows itself here. */
    private ByteBuffer mapped() throws IOException {
        Files.createDirectories(directory);
        Path file = Files.createTempFile(directory, "rows", ".spill");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer zeroes = ByteBuffer.allocate(BLOCK_BYTES);
            for (int i = 0; i < PIECE; i++) {
                zeroes.clear();
                while (zeroes.hasRemaining()) {
                    channel.write(zeroes);
                }
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
        } finally {
            Files.deleteIfExists(file); // what is mapped stays until nobody needs it
        }
    }
}
