package org.truce.record.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.zip.CRC32C;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;

/**
 * The form of one batch of the journal, byte by byte in {@code docs/formats/record.md}. Big-endian. Pure.
 *
 * <p>A head of 16 bytes (length of the payload, its CRC-32C, CRC-32C of both and of where they stand), then the payload: the entries,
 * and after them the bytes of new attachments in the order in which the entries name them.
 */
final class Batch {
    /** Bytes before the payload. */
    static final int HEAD_BYTES = 16;

    private Batch() {}

    /** An entry that is to be written, with the lengths of its new attachments. */
    record Entry(StoreName store, Item.Present item, List<NewFile> files) {
        Entry {
            files = List.copyOf(files);
        }

        private int length() {
            return 8
                    + Leaf.NONCE_BYTES
                    + 1
                    + store.value().length()
                    + 2
                    + item.attachments().size() * (Hash.BYTES + 1)
                    + files.size() * 8
                    + 4
                    + item.content().length;
        }
    }

    /** An attachment whose bytes come with the batch. */
    record NewFile(Hash sha256, long length) {}

    /**
     * The head of a batch. Its check sum covers where it stands, so that a file that is attached and happens to hold a
     * journal is not taken for one.
     *
     * @param segment index of the segment's first entry
     * @param offset of the head in the segment
     */
    static ByteBuffer head(long length, int crc, long segment, long offset) {
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).putLong(length).putInt(crc);
        return head.putInt(headCrc(length, crc, segment, offset)).flip();
    }

    static int headCrc(long length, int crc, long segment, long offset) {
        return crc(ByteBuffer.allocate(28)
                .putLong(length)
                .putInt(crc)
                .putLong(segment)
                .putLong(offset)
                .flip());
    }

    static int crc(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /**
     * A batch without the bytes of attachments, and with room for its head.
     *
     * @param buffers gives a cleared buffer of at least so many bytes
     */
    static ByteBuffer entries(long first, List<Entry> entries, IntFunction<ByteBuffer> buffers) {
        int length = HEAD_BYTES + 12;
        for (Entry entry : entries) {
            length = Math.addExact(length, entry.length());
        }
        ByteBuffer out = buffers.apply(length).limit(length).position(HEAD_BYTES);
        out.putLong(first).putInt(entries.size());
        for (Entry entry : entries) {
            Item.Present item = entry.item();
            out.putLong(item.recorded()).put(item.nonce());
            out.put((byte) entry.store().value().length());
            out.put(entry.store().value().getBytes(StandardCharsets.US_ASCII));
            out.putShort((short) item.attachments().size());
            attachments(entry, out);
            out.putInt(item.content().length).put(item.content());
        }
        return out.flip();
    }

    private static void attachments(Entry entry, ByteBuffer out) {
        int files = 0;
        for (Hash hash : entry.item().attachments()) {
            boolean inline = files < entry.files().size()
                    && entry.files().get(files).sha256().equals(hash);
            out.put(hash.bytes()).put((byte) (inline ? 1 : 0));
            if (inline) {
                out.putLong(entry.files().get(files++).length());
            }
        }
    }

    /**
     * The entries of a batch that was just written, as {@link #parse} finds them there.
     *
     * @param files where in the file the bytes of attachments begin
     */
    static List<Journaled> journaled(long first, List<Entry> entries, Path file, long files) {
        List<Journaled> journaled = new ArrayList<>(entries.size());
        long at = files;
        for (Entry entry : entries) {
            List<Journaled.Stretch> stretches = new ArrayList<>(entry.files().size());
            for (NewFile it : entry.files()) {
                stretches.add(new Journaled.Stretch(it.sha256(), file, at, it.length()));
                at += it.length();
            }
            journaled.add(new Journaled(first + journaled.size(), entry.store(), entry.item(), stretches));
        }
        return journaled;
    }

    /**
     * The entries of a payload whose check sum was right; empty where it is malformed all the same.
     *
     * @param payload its bytes from the first on; those of attachments may be missing
     * @param length of the whole payload, in bytes
     * @param file segment in which it stands
     * @param offset of the payload in that file
     */
    static Optional<List<Journaled>> parse(ByteBuffer payload, long length, Path file, long offset) {
        try {
            ByteBuffer in = payload.duplicate();
            long first = in.getLong();
            int count = in.getInt();
            List<Reading> read = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                read.add(Reading.of(in));
            }
            long at = offset + in.position();
            List<Journaled> entries = new ArrayList<>();
            for (Reading entry : read) {
                List<Journaled.Stretch> files = new ArrayList<>();
                for (NewFile it : entry.files()) {
                    files.add(new Journaled.Stretch(it.sha256(), file, at, it.length()));
                    at = Math.addExact(at, it.length());
                }
                entries.add(new Journaled(first + entries.size(), entry.store(), entry.item(), files));
            }
            return first < 0 || at != offset + length ? Optional.empty() : Optional.of(entries);
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private record Reading(StoreName store, Item.Present item, List<NewFile> files) {
        static Reading of(ByteBuffer in) {
            long recorded = in.getLong();
            byte[] nonce = take(in, Leaf.NONCE_BYTES);
            String store = new String(take(in, Byte.toUnsignedInt(in.get())), StandardCharsets.US_ASCII);
            List<Hash> attachments = new ArrayList<>();
            List<NewFile> files = new ArrayList<>();
            int count = Short.toUnsignedInt(in.getShort());
            for (int i = 0; i < count; i++) {
                attachments.add(Hash.of(take(in, Hash.BYTES)));
                if (in.get() != 0) {
                    long length = in.getLong();
                    if (length < 0) {
                        throw new BufferUnderflowException();
                    }
                    files.add(new NewFile(attachments.getLast(), length));
                }
            }
            byte[] content = take(in, in.getInt());
            return new Reading(new StoreName(store), new Item.Present(recorded, nonce, attachments, content), files);
        }

        private static byte[] take(ByteBuffer in, int length) {
            if (length < 0 || length > in.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] bytes = new byte[length];
            in.get(bytes);
            return bytes;
        }
    }
}
