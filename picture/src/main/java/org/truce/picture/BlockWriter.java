package org.truce.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes numbers in blocks: length[4], CRC-32C[4], the numbers, little-endian. Not thread-safe. */
final class BlockWriter {
    private static final int HEAD = 8;

    private final FileChannel out;
    private ByteBuffer block = room(1 << 16).position(HEAD);

    BlockWriter(FileChannel out) {
        this.out = out;
    }

    private static ByteBuffer room(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer room(long count, int width) {
        long needed = block.position() + count * width;
        if (needed > block.capacity()) {
            ByteBuffer wider = room(Math.toIntExact(Math.max(needed, block.capacity() * 2L)));
            block = wider.put(block.flip());
        }
        return block;
    }

    BlockWriter putInt(int value) {
        room(1, Integer.BYTES).putInt(value);
        return this;
    }

    BlockWriter putLong(long value) {
        room(1, Long.BYTES).putLong(value);
        return this;
    }

    BlockWriter putBytes(byte[] values) {
        return putBytes(values, values.length);
    }

    BlockWriter putBytes(byte[] values, int count) {
        room(count, 1).put(values, 0, count);
        return this;
    }

    BlockWriter putShorts(short[] values, int count) {
        room(count, Short.BYTES).asShortBuffer().put(values, 0, count);
        return past(count * Short.BYTES);
    }

    BlockWriter putInts(int[] values, int count) {
        room(count, Integer.BYTES).asIntBuffer().put(values, 0, count);
        return past(count * Integer.BYTES);
    }

    BlockWriter putLongs(long[] values, int count) {
        room(count, Long.BYTES).asLongBuffer().put(values, 0, count);
        return past(count * Long.BYTES);
    }

    BlockWriter putDoubles(double[] values, int count) {
        room(count, Double.BYTES).asDoubleBuffer().put(values, 0, count);
        return past(count * Double.BYTES);
    }

    private BlockWriter past(int bytes) {
        block.position(block.position() + bytes);
        return this;
    }

    /** Ends a block. */
    void end() throws IOException {
        block.flip();
        CRC32C crc = new CRC32C();
        crc.update(block.duplicate().position(HEAD));
        block.putInt(0, block.limit() - HEAD).putInt(4, (int) crc.getValue());
        while (block.hasRemaining()) {
            out.write(block);
        }
        block.clear().position(HEAD);
    }

    /** Makes what was written durable. */
    void close() throws IOException {
        out.force(false);
    }
}
