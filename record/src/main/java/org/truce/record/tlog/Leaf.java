package org.truce.record.tlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The leaf of a record: a commitment to an entry and nothing else, {@code 0x01 || SHA-256(nonce[32] || recorded[8,
 * big-endian milliseconds since 1970] || content)}. The nonce keeps anybody from guessing a content from its leaf.
 */
public final class Leaf {
    /** Bytes of a leaf. */
    public static final int BYTES = 33;
    /** Bytes of a nonce. */
    public static final int NONCE_BYTES = 32;

    private static final byte VERSION = 1;

    private Leaf() {}

    /** The leaf of an entry. */
    public static byte[] of(byte[] nonce, long recorded, byte[] content) {
        return of(Sha256.mine(), nonce, recorded, ByteBuffer.wrap(content));
    }

    /** The leaf of an entry, computed with the caller's digest, which is left reset. */
    public static byte[] of(MessageDigest digest, byte[] nonce, long recorded, ByteBuffer content) {
        digest.update(nonce);
        digest.update(ByteBuffer.allocate(8).putLong(recorded).flip());
        digest.update(content);
        byte[] leaf = new byte[BYTES];
        leaf[0] = VERSION;
        System.arraycopy(digest.digest(), 0, leaf, 1, Hash.BYTES);
        return leaf;
    }

    /** Whether the bytes have the form of a leaf. */
    public static boolean isLeaf(byte[] bytes) {
        return bytes.length == BYTES && bytes[0] == VERSION;
    }
}
