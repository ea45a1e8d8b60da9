package org.truce.record.tlog;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** One SHA-256 value. Immutable. */
public final class Hash {
    /** Bytes in a hash. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the first 32 bytes from an offset. */
    public static Hash of(byte[] from, int offset) {
        return new Hash(Arrays.copyOfRange(from, offset, offset + BYTES));
    }

    /** Of exactly 32 bytes, which are copied. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return of(bytes, 0);
    }

    /** The SHA-256 of bytes. */
    public static Hash sha256(byte[] bytes) {
        return new Hash(Sha256.mine().digest(bytes));
    }

    /** From padded base64 (RFC 4648, section 4) in its one canonical form; empty where it is none of 32 bytes. */
    public static Optional<Hash> fromBase64(String text) {
        return Canonical.base64(text).filter(it -> it.length == BYTES).map(Hash::new);
    }

    /** From 64 lower-case hexadecimal digits; empty where it is none. */
    public static Optional<Hash> fromHex(String text) {
        return text.matches("[0-9a-f]{64}")
                ? Optional.of(new Hash(HexFormat.of().parseHex(text)))
                : Optional.empty();
    }

    /** A copy of its 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Copies its 32 bytes. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, BYTES);
    }

    /** Whether the 32 bytes at an offset are these. */
    public boolean equals(byte[] other, int offset) {
        return Arrays.equals(bytes, 0, BYTES, other, offset, offset + BYTES);
    }

    /** As padded base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** As 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
