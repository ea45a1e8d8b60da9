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

/** The public half of a log's Ed25519 key, in the form of C2SP signed-note ({@code vkey}). Immutable, thread-safe. */
public final class VerifierKey {
    static final byte ED25519 = 1;
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final int id;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) throws GeneralSecurityException {
        this.name = name;
        this.raw = raw;
        this.id = id(name, raw);
        byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + raw.length)
                .put(X509_PREFIX)
                .put(raw)
                .array();
        this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Of a key name and 32 bytes as in RFC 8032; empty where they are no key. */
    public static Optional<VerifierKey> of(String name, byte[] raw) {
        if (!validName(name) || raw.length != 32) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VerifierKey(name, raw.clone()));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** From {@code name+hex(id)+base64(type || key)}; empty where it is not the one form of an Ed25519 key. */
    public static Optional<VerifierKey> parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return Canonical.base64(parts[2])
                .filter(it -> it.length == 33 && it[0] == ED25519)
                .flatMap(it -> of(parts[0], java.util.Arrays.copyOfRange(it, 1, 33)))
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
    private static int id(String name, byte[] raw) {
        MessageDigest digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    /** The key's name: the origin of its log. */
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
        byte[] typed = ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
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
