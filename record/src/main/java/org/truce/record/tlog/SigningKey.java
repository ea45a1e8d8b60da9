package org.truce.record.tlog;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The private half of a log's or a witness's Ed25519 key. Its text is the form of Go's {@code note} package:
 * {@code PRIVATE+KEY+name+hex(id)+base64(type || seed)}. Never printed by {@link #toString}. Immutable, thread-safe.
 */
public final class SigningKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(String name, VerifierKey.Use use, byte[] seed) throws GeneralSecurityException {
        this.seed = seed;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        KeyPair pair = generator.generateKeyPair();
        this.key = pair.getPrivate();
        this.verifier = VerifierKey.of(name, use, raw((EdECPublicKey) pair.getPublic()))
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" cannot name a key"));
    }

    /** A log's, from 32 secret bytes (the seed of RFC 8032). */
    public static SigningKey of(String name, byte[] seed) {
        return of(name, VerifierKey.Use.NOTE, seed);
    }

    /** For one use, from 32 secret bytes (the seed of RFC 8032). */
    public static SigningKey of(String name, VerifierKey.Use use, byte[] seed) {
        try {
            return new SigningKey(name, use, seed.clone());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /** Thirty-two bytes of a random source, which must be fit for keys. */
    public static byte[] seed(RandomGenerator random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return seed;
    }

    /** From its text; empty where it is not the one form of a log's Ed25519 key. */
    public static Optional<SigningKey> parse(String text) {
        return parse(text, VerifierKey.Use.NOTE);
    }

    /** The same of a key for one use; empty where it is for another. */
    public static Optional<SigningKey> parse(String text, VerifierKey.Use use) {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3 || !VerifierKey.validName(parts[0])) {
            return Optional.empty();
        }
        return Canonical.base64(parts[2])
                .filter(it -> it.length == 33 && it[0] == use.type())
                .map(it -> of(parts[0], use, Arrays.copyOfRange(it, 1, 33)))
                .filter(it -> it.secretText().equals(text));
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The signature (64 bytes) of a message. */
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs everything", e);
        }
    }

    /** As text, for the key's own file and nothing else. */
    public String secretText() {
        byte[] typed =
                ByteBuffer.allocate(33).put(verifier.use().type()).put(seed).array();
        return PREFIX + verifier.name() + "+" + verifier.idHex() + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public String toString() {
        return "private key of " + verifier;
    }

    private static byte[] raw(EdECPublicKey key) {
        byte[] big = key.getPoint().getY().toByteArray();
        byte[] raw = new byte[32];
        for (int i = 0; i < Math.min(32, big.length); i++) {
            raw[i] = big[big.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            raw[31] |= (byte) 0x80;
        }
        return raw;
    }

    /** Hands the generator the seed: the JDK derives a public key in no other place. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
