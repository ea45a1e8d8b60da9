package org.truce.record.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of an Ed25519 key, in the form of C2SP signed-note ({@code vkey}): of a log, which signs checkpoints,
 * or of a witness, which cosigns them (C2SP tlog-cosignature). Immutable, thread-safe.
 */
public final class VerifierKey {
    /** What a key is for; a key's id depends on it. */
    public enum Use {
        /** Signs the text of a note; type 0x01. */
        NOTE(1),
        /** Signs a checkpoint with a time; type 0x04. */
        COSIGNATURE(4);

        private final byte type;

        Use(int type) {
            this.type = (byte) type;
        }

        byte type() {
            return type;
        }
    }

    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final Use use;
    private final int id;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, Use use, byte[] raw) throws GeneralSecurityException {
        this.name = name;
        this.use = use;
        this.raw = raw;
        this.id = id(name, use, raw);
        byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + raw.length)
                .put(X509_PREFIX)
                .put(raw)
                .array();
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Of a log's name and 32 bytes as in RFC 8032; empty where they are no key. */
    public static Optional<VerifierKey> of(String name, byte[] raw) {
        return of(name, Use.NOTE, raw);
    }

    /** Of a key name, a use and 32 bytes as in RFC 8032; empty where they are no key. */
    public static Optional<VerifierKey> of(String name, Use use, byte[] raw) {
        if (!validName(name) || raw.length != 32) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerifierKey(name, use, raw.clone()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** From {@code name+hex(id)+base64(type || key)}; empty where it is not the one form of a log's Ed25519 key. */
    public static Optional<VerifierKey> parse(String text) {
        return parse(text, Use.NOTE);
    }

    /** The same of a key for one use; empty where it is for another. */
    public static Optional<VerifierKey> parse(String text, Use use) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return Canonical.base64(parts[2])
                .filter(it -> it.length == 33 && it[0] == use.type())
                .flatMap(it -> of(parts[0], use, java.util.Arrays.copyOfRange(it, 1, 33)))
                .filter(it -> it.text().equals(text));
    }

    /** Whether a text may name a key: not empty, no white space, no plus sign, no control character. */
    public static boolean validName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(it -> it == '+'
                                || it < 0x20
                                || it == 0x85
                                || Character.isWhitespace(it)
                                || Character.isSpaceChar(it)
                                || (it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE));
    }

    /** First four bytes of SHA-256(name, newline, type, key), big-endian. */
    private static int id(String name, Use use, byte[] raw) {
        MessageDigest digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(use.type());
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    /** What it is for. */
    public Use use() {
        return use;
    }

    /** The key's name: the origin of its log, or the name of its witness. */
    public String name() {
        return name;
    }

    /** The key's id. */
    public int id() {
        return id;
    }

    /** The key's id as eight hexadecimal digits. */
    public String idHex() {
        return HexFormat.of().toHexDigits(id);
    }

    /** A copy of its 32 bytes as in RFC 8032. */
    public byte[] bytes() {
        return raw.clone();
    }

    /** Whether this key signed the message. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** As text, the form that {@link #parse} reads. */
    public String text() {
        byte[] typed =
                ByteBuffer.allocate(1 + raw.length).put(use.type()).put(raw).array();
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return text();
    }
}
