package org.truce.record.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What a witness puts under a checkpoint (C2SP tlog-cosignature, Ed25519): that at this time the largest tree that it has
 * seen of this log is this one, and that it extends every one that it has seen before.
 *
 * @param line the signature line of the note
 * @param time when it was given, to the second
 */
public record Cosignature(Note.Signed line, Instant time) {
    private static final int LENGTH = Long.BYTES + 64;

    /** Cosigns a checkpoint. */
    public static Cosignature give(Note checkpoint, SigningKey witness, Instant now) {
        long seconds = now.getEpochSecond();
        byte[] signature = witness.sign(message(checkpoint, seconds));
        VerifierKey key = witness.verifier();
        byte[] all = ByteBuffer.allocate(Integer.BYTES + LENGTH)
                .putInt(key.id())
                .putLong(seconds)
                .put(signature)
                .array();
        String base64 = Base64.getEncoder().encodeToString(all);
        return new Cosignature(new Note.Signed(key.name(), key.id(), base64), Instant.ofEpochSecond(seconds));
    }

    /** The cosignature of a witness under a checkpoint; empty where it has none that is right. */
    public static Optional<Cosignature> of(Note checkpoint, VerifierKey witness) {
        return checkpoint.signatures().stream()
                .filter(it -> it.name().equals(witness.name()) && it.id() == witness.id())
                .flatMap(it -> read(checkpoint, it, witness).stream())
                .findFirst();
    }

    private static Optional<Cosignature> read(Note checkpoint, Note.Signed line, VerifierKey witness) {
        byte[] both = line.signature();
        if (both.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(both);
        long seconds = in.getLong();
        byte[] signature = new byte[64];
        in.get(signature);
        return seconds > 0
                        && seconds <= Instant.MAX.getEpochSecond()
                        && witness.verifies(message(checkpoint, seconds), signature)
                ? Optional.of(new Cosignature(line, Instant.ofEpochSecond(seconds)))
                : Optional.empty();
    }

    private static byte[] message(Note checkpoint, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text()).getBytes(StandardCharsets.UTF_8);
    }
}
