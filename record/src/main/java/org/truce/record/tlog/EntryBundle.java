package org.truce.record.tlog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entry bundles of C2SP tlog-tiles: each entry after its length, a big-endian unsigned 16-bit number. */
public final class EntryBundle {
    private EntryBundle() {}

    /** The entries of a bundle; empty where the bytes end inside one. */
    public static Optional<List<byte[]>> parse(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bundle);
        try {
            while (in.hasRemaining()) {
                byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(entry);
                entries.add(entry);
            }
            return Optional.of(entries);
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** The bundle of entries of at most 65,535 bytes each. */
    public static byte[] of(List<byte[]> entries) {
        ByteBuffer out = ByteBuffer.allocate(
                entries.stream().mapToInt(it -> 2 + it.length).sum());
        for (byte[] entry : entries) {
            if (entry.length > 0xffff) {
                throw new IllegalArgumentException("an entry of a log has at most 65,535 bytes");
            }
            out.putShort((short) entry.length).put(entry);
        }
        return out.array();
    }
}
