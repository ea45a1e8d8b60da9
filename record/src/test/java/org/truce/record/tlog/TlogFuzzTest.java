package org.truce.record.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Hostile bytes are no note, checkpoint, proof or bundle, or they are one and written again as they were. */
class TlogFuzzTest {
    private static final SigningKey KEY = SigningKey.of("example.org/log", new byte[32]);

    @FuzzTest(maxDuration = "60s")
    void notes(byte[] bytes) {
        Note.parse(bytes).ifPresent(it -> assertArrayEquals(bytes, it.bytes()));
    }

    @FuzzTest(maxDuration = "60s")
    void checkpoints(byte[] bytes) {
        Checkpoint.Signed.parse(bytes).ifPresent(it -> {
            assertArrayEquals(bytes, it.note().bytes());
            assertEquals(true, it.note().text().startsWith(it.checkpoint().text()));
        });
    }

    @FuzzTest(maxDuration = "60s")
    void proofs(byte[] bytes) {
        ProofFile.parse(bytes).ifPresent(it -> {
            assertArrayEquals(bytes, it.toString().getBytes(UTF_8));
            assertEquals(false, it.proves(Hash.of(new byte[32])));
        });
    }

    @FuzzTest(maxDuration = "60s")
    void bundles(byte[] bytes) {
        EntryBundle.parse(bytes).ifPresent(it -> assertArrayEquals(bytes, EntryBundle.of(it)));
    }

    @FuzzTest(maxDuration = "60s")
    void keysAndPaths(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        VerifierKey.parse(text).ifPresent(it -> assertEquals(text, it.text()));
        SigningKey.parse(text).ifPresent(it -> assertEquals(text, it.secretText()));
        TilePath.parse(text).ifPresent(it -> assertEquals(text, it.path()));
    }

    /** The same in every build, on seeded mutations of good files. */
    @Test
    void mutationsOfGoodFiles() {
        Checkpoint.Signed head = new Checkpoint("example.org/log", 7, Merkle.EMPTY).sign(KEY);
        ProofFile proof = new ProofFile(Optional.of("AAAA"), 3, List.of(Merkle.EMPTY, Merkle.EMPTY), head);
        mutate(head.note().bytes(), this::notes);
        mutate(head.note().bytes(), this::checkpoints);
        mutate(proof.toString().getBytes(UTF_8), this::proofs);
        mutate(EntryBundle.of(List.of(new byte[33], new byte[0], new byte[5])), this::bundles);
        mutate(KEY.verifier().text().getBytes(UTF_8), this::keysAndPaths);
        mutate(KEY.secretText().getBytes(UTF_8), this::keysAndPaths);
        mutate("tile/0/x001/234.p/12".getBytes(UTF_8), this::keysAndPaths);
    }

    private static void mutate(byte[] good, Consumer<byte[]> parser) {
        SplittableRandom random = new SplittableRandom(9);
        parser.accept(good);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = java.util.Arrays.copyOf(good, good.length + random.nextInt(-3, 3));
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte)
                        (random.nextBoolean()
                                ? random.nextInt(256)
                                : "\n \u2014+=/0x".getBytes(UTF_8)[random.nextInt(8)]);
            }
            parser.accept(bytes);
        }
    }
}
