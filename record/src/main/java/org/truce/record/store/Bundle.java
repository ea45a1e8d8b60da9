package org.truce.record.store;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.Sha256;

/**
 * The file in which a store keeps what it holds of 256 consecutive entries; byte by byte in
 * {@code docs/formats/record.md}. Big-endian. Pure.
 */
public final class Bundle {
    private static final byte[] MAGIC = "truce-b1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROW_BYTES = 6;
    private static final int PRESENT_HEAD = 8 + Leaf.NONCE_BYTES + 2;
    private static final int SIGNATURE_BYTES = 64;
    private static final int DESTROYED_BYTES = Item.Destroyed.FIELD_BYTES + SIGNATURE_BYTES;

    private Bundle() {}

    /** The bundle of the items by slot, 0 to 255; at least one. */
    public static byte[] of(NavigableMap<Integer, Item> items) {
        int data = items.values().stream().mapToInt(Bundle::length).sum();
        ByteBuffer out = ByteBuffer.allocate(MAGIC.length + 2 + items.size() * ROW_BYTES + data);
        out.put(MAGIC).putShort((short) items.size());
        items.forEach((slot, item) -> out.put(slot.byteValue())
                .put((byte) (item instanceof Item.Present ? 0 : 1))
                .putInt(length(item)));
        items.values().forEach(it -> put(it, out));
        return out.array();
    }

    private static int length(Item item) {
        return switch (item) {
            case Item.Present it -> PRESENT_HEAD + it.attachments().size() * Hash.BYTES + it.content().length;
            case Item.Destroyed _ -> DESTROYED_BYTES;
        };
    }

    private static void put(Item item, ByteBuffer out) {
        switch (item) {
            case Item.Present it -> {
                out.putLong(it.recorded()).put(it.nonce()).putShort((short)
                        it.attachments().size());
                it.attachments().forEach(hash -> out.put(hash.bytes()));
                out.put(it.content());
            }
            case Item.Destroyed it -> out.put(it.fields()).put(HexFormat.of().parseHex(it.signature()));
        }
    }

    /** The items of a bundle by slot; empty where the bytes are not the one form of any. */
    public static Optional<NavigableMap<Integer, Item>> parse(byte[] bundle) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bundle);
            byte[] magic = new byte[MAGIC.length];
            in.get(magic);
            int count = in.getShort();
            if (!java.util.Arrays.equals(magic, MAGIC) || count < 1 || count > 256) {
                return Optional.empty();
            }
            ByteBuffer rows = slice(in, count * ROW_BYTES);
            NavigableMap<Integer, Item> items = new TreeMap<>();
            int last = -1;
            while (rows.hasRemaining()) {
                int slot = Byte.toUnsignedInt(rows.get());
                int state = rows.get();
                Optional<Item> item = item(state, slice(in, rows.getInt()));
                if (slot <= last || item.isEmpty()) {
                    return Optional.empty();
                }
                items.put(slot, item.get());
                last = slot;
            }
            return in.hasRemaining() ? Optional.empty() : Optional.of(items);
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /**
     * One item of a bundle, without reading the others; empty where the bundle does not hold it, or is none.
     *
     * @param bundle open for reading
     * @param slot 0 to 255
     */
    public static Optional<Item> one(FileChannel bundle, int slot) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(MAGIC.length + 2 + 256 * ROW_BYTES);
        readAt(bundle, 0, head);
        head.flip();
        try {
            byte[] magic = take(head, MAGIC.length);
            int count = head.getShort();
            if (!java.util.Arrays.equals(magic, MAGIC) || count < 1 || count > 256) {
                return Optional.empty();
            }
            long at = MAGIC.length + 2 + (long) count * ROW_BYTES;
            for (int i = 0; i < count; i++) {
                int here = Byte.toUnsignedInt(head.get());
                int state = head.get();
                int length = head.getInt();
                if (here == slot && length >= 0 && length <= bundle.size() - at) {
                    ByteBuffer item = ByteBuffer.allocate(length);
                    readAt(bundle, at, item);
                    return item(state, item.flip());
                }
                at += length;
            }
            return Optional.empty();
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static void readAt(FileChannel from, long position, ByteBuffer into) throws IOException {
        long at = position;
        for (int read = 0; read >= 0 && into.hasRemaining(); at += read) {
            read = from.read(into, at);
        }
    }

    private static ByteBuffer slice(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer slice = in.slice(in.position(), length);
        in.position(in.position() + length);
        return slice;
    }

    private static Optional<Item> item(int state, ByteBuffer in) {
        return switch (state) {
            case 0 -> Optional.of(present(in));
            case 1 -> destroyed(in);
            default -> Optional.empty();
        };
    }

    private static Item present(ByteBuffer in) {
        long recorded = in.getLong();
        byte[] nonce = take(in, Leaf.NONCE_BYTES);
        int count = Short.toUnsignedInt(in.getShort());
        List<Hash> attachments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            attachments.add(Hash.of(take(in, Hash.BYTES)));
        }
        return new Item.Present(recorded, nonce, attachments, take(in, in.remaining()));
    }

    private static Optional<Item> destroyed(ByteBuffer in) {
        if (in.remaining() != DESTROYED_BYTES) {
            return Optional.empty();
        }
        UUID id = new UUID(in.getLong(), in.getLong());
        UUID replaces = new UUID(in.getLong(), in.getLong());
        int withdraws = in.get();
        long order = in.getLong();
        Optional<UUID> replaced = replaces.equals(new UUID(0, 0)) ? Optional.empty() : Optional.of(replaces);
        Hash attachments = Hash.of(take(in, Hash.BYTES));
        String signature = HexFormat.of().formatHex(take(in, SIGNATURE_BYTES));
        return withdraws >>> 1 != 0 || order < 0
                ? Optional.empty()
                : Optional.of(new Item.Destroyed(id, replaced, withdraws == 1, order, attachments, signature));
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /**
     * Continues the chain by which a store's head is bound to the entries that it holds: SHA-256 of the chain so far,
     * the range's number, and for each item its slot and the digest of its attachments. Destroying a content leaves it.
     */
    public static Hash chain(Hash before, long range, NavigableMap<Integer, Item> items) {
        if (items.isEmpty()) {
            return before;
        }
        MessageDigest digest = Sha256.digest();
        digest.update(before.bytes());
        digest.update(ByteBuffer.allocate(8).putLong(range).flip());
        for (Map.Entry<Integer, Item> item : items.entrySet()) {
            digest.update(item.getKey().byteValue());
            digest.update(item.getValue().attachmentsDigest().bytes());
        }
        return Hash.of(digest.digest());
    }
}
