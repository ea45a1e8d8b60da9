package org.truce.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one store holds: every content against its leaf, the whole against the store's signed head. */
final class StoreCheck {
    /** An item: when it was recorded, or -1 where its content was destroyed; and what stands there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Item(long recorded, byte[] data) {}

    private final Files files;
    private final String store;
    private final long size;
    private final Keys keys;
    private final TreeSet<String> attachments = new TreeSet<>();
    private byte[] full = new byte[32];
    private byte[] all = new byte[32];
    private long held;

    StoreCheck(Files files, String store, long size, Keys keys) {
        this.files = files;
        this.store = store;
        this.size = size;
        this.keys = keys;
    }

    /** The items of a range, by slot. */
    Map<Integer, Item> range(long range, java.util.List<byte[]> leaves) throws IOException, Wrong {
        Map<Integer, Item> items = new TreeMap<>();
        boolean last = range == size / 256;
        String name = "contents/" + store + "/entries/" + Files.digits(range) + (last ? ".p/" + size % 256 : "");
        var file = files.find(name);
        if (file.isEmpty()) {
            return items;
        }
        try {
            read(ByteBuffer.wrap(file.get()), range, leaves, items, name);
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new Wrong(name, "It ends too early, or holds more than the record has.");
        }
        full = last ? full : all;
        return items;
    }

    private void read(ByteBuffer in, long range, java.util.List<byte[]> leaves, Map<Integer, Item> items, String name)
            throws Wrong {
        byte[] magic = take(in, 8);
        int count = in.getShort() & 0xffff;
        if (!new String(magic, StandardCharsets.US_ASCII).equals("truce-b1") || count < 1 || count > 256) {
            throw new Wrong(name, "This is no bundle of contents.");
        }
        byte[] index = take(in, 6 * count);
        byte[] link = new byte[33 * count];
        for (int i = 0; i < count; i++) {
            int slot = index[6 * i] & 0xff;
            boolean gone = index[6 * i + 1] == 1;
            byte[] data = take(in, ByteBuffer.wrap(index).getInt(6 * i + 2));
            if (items.containsKey(slot)
                    || (i > 0 && slot < (index[6 * i - 6] & 0xff))
                    || (index[6 * i + 1] & 0xff) > 1) {
                throw new Wrong(name, "Its items are out of order.");
            }
            String place = "entry " + (range * 256 + slot);
            byte[] digest = gone ? gone(data, range * 256 + slot, place) : present(data, leaves.get(slot), place);
            items.put(slot, new Item(gone ? -1 : ByteBuffer.wrap(data).getLong(), data));
            link[33 * i] = (byte) slot;
            System.arraycopy(digest, 0, link, 33 * i + 1, 32);
        }
        if (in.hasRemaining()) {
            throw new Wrong(name, "Something follows its last item.");
        }
        held += count;
        all = Sha.of(all, ByteBuffer.allocate(8).putLong(range).array(), link);
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new IndexOutOfBoundsException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    /** A content whose leaf is in the log; returns the digest of its attachments. */
    private byte[] present(byte[] data, byte[] leaf, String place) throws Wrong {
        ByteBuffer in = ByteBuffer.wrap(data);
        byte[] recorded = take(in, 8);
        byte[] nonce = take(in, 32);
        byte[] names = take(in, 32 * (in.getShort() & 0xffff));
        byte[] content = take(in, in.remaining());
        byte[] commitment = Sha.of(nonce, recorded, content);
        if (!Arrays.equals(commitment, Arrays.copyOfRange(leaf, 1, leaf.length))) {
            throw new Wrong(place, "Its content is not the one that its leaf commits to.");
        }
        for (int at = 0; at < names.length; at += 32) {
            attachments.add(HexFormat.of().formatHex(names, at, at + 32));
        }
        return names.length == 0 ? new byte[32] : Sha.of(nonce, names);
    }

    /** A content that was destroyed by order; the order itself is looked at by the caller. */
    private byte[] gone(byte[] data, long index, String place) throws Wrong {
        byte[] what = Arrays.copyOf(data, 73);
        byte[] head = Sha.utf8("truce-destroyed/v1\n" + keys.first().name() + "\n" + index + "\n");
        byte[] message = Arrays.copyOf(head, head.length + what.length);
        System.arraycopy(what, 0, message, head.length, what.length);
        byte[] signature = Arrays.copyOfRange(data, 73, data.length);
        if (data.length != 137 || keys.all().stream().noneMatch(key -> key.verifies(message, signature))) {
            throw new Wrong(place, "Its content is gone, and the record's key did not sign that.");
        }
        return Arrays.copyOfRange(data, 41, 73);
    }

    /** After the last range: the head, and the attachments. */
    void finish() throws IOException, Wrong {
        String name = "contents/" + store + "/head." + size;
        String text = keys.signed(files.need(name), size, name);
        String expected =
                "truce-contents/v1\n" + keys.first().name() + "\nstore " + store + "\nsize " + size + "\ncount "
                        + held + "\nfull " + Base64.getEncoder().encodeToString(full) + "\nall "
                        + Base64.getEncoder().encodeToString(all) + "\n";
        if (!text.equals(expected)) {
            throw new Wrong(name, "The store does not hold what its head says.");
        }
        for (String attachment : attachments) {
            String file = "contents/" + store + "/attachments/" + attachment.substring(0, 2) + "/" + attachment;
            if (!HexFormat.of().formatHex(Sha.of(files.need(file))).equals(attachment)) {
                throw new Wrong(file, "Its SHA-256 is not its name.");
            }
        }
    }

    int attachments() {
        return attachments.size();
    }
}
