package org.truce.picture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Reads what a {@link BlockWriter} wrote; a block that is cut or changed is an {@link IOException}. Not thread-safe. */
final class BlockReader implements AutoCloseable {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Arena arena = Arena.ofShared(); // blocks are read by several threads
    private final MemorySegment file;
    private long at;
    private ByteBuffer block = ByteBuffer.allocate(0);

    BlockReader(FileChannel channel) throws IOException {
        this.file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }

    private BlockReader(MemorySegment file, long at) {
        this.file = file;
        this.at = at;
    }

    /**
     * The next blocks, each to be read by itself by whatever thread: its check is made by its {@link #next}. They live as
     * long as this reader, and are not closed.
     */
    List<BlockReader> blocks(int count) throws IOException {
        if (block.hasRemaining()) {
            throw new IOException("something is left");
        }
        List<BlockReader> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(new BlockReader(file, at));
            if (file.byteSize() - at < 8) {
                throw new IOException("a block is missing");
            }
            int length = file.get(INT, at);
            at += 8;
            if (length < 0 || length > file.byteSize() - at) {
                throw new IOException("a block is cut");
            }
            at += length;
        }
        return blocks;
    }

    /** Nothing may be left of the block. */
    void done() throws IOException {
        if (block.hasRemaining()) {
            throw new IOException("something is left");
        }
    }

    /** Goes to the next block; the one before must be read to its end. */
    void next() throws IOException {
        if (block.hasRemaining() || file.byteSize() - at < 8) {
            throw new IOException("a block is missing");
        }
        int length = file.get(INT, at);
        int sum = file.get(INT, at + 4);
        at += 8;
        if (length < 0 || length > file.byteSize() - at) {
            throw new IOException("a block is cut");
        }
        block = file.asSlice(at, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        at += length;
        CRC32C crc = new CRC32C();
        crc.update(block.duplicate());
        if ((int) crc.getValue() != sum) {
            throw new IOException("a block is damaged");
        }
    }

    /** Nothing may be left. */
    void end() throws IOException {
        if (block.hasRemaining() || at != file.byteSize()) {
            throw new IOException("something is left");
        }
    }

    private ByteBuffer take(long count, int width) throws IOException {
        if (count < 0 || count * width > block.remaining()) {
            throw new IOException("a block is too short");
        }
        int from = block.position();
        block.position(from + (int) (count * width));
        return block.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(from);
    }

    int getInt() throws IOException {
        return take(1, Integer.BYTES).getInt();
    }

    long getLong() throws IOException {
        return take(1, Long.BYTES).getLong();
    }

    byte[] getBytes(int count) throws IOException {
        ByteBuffer from = take(count, 1);
        byte[] bytes = new byte[count];
        from.get(bytes);
        return bytes;
    }

    void getBytes(byte[] into) throws IOException {
        take(into.length, 1).get(into);
    }

    void getShorts(short[] into) throws IOException {
        take(into.length, Short.BYTES).asShortBuffer().get(into);
    }

    void getInts(int[] into) throws IOException {
        getInts(into, 0, into.length);
    }

    void getInts(int[] into, int at, int count) throws IOException {
        take(count, Integer.BYTES).asIntBuffer().get(into, at, count);
    }

    void getLongs(long[] into) throws IOException {
        take(into.length, Long.BYTES).asLongBuffer().get(into);
    }

    void getDoubles(double[] into) throws IOException {
        take(into.length, Double.BYTES).asDoubleBuffer().get(into);
    }

    @Override
    public void close() {
        arena.close();
    }
}
