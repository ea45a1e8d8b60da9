package org.truce.record.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.truce.model.ProblemException;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Cosignature;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/** Hostile bytes are no request, policy or cosignature, or they are one that says the same when it is written again. */
class WitnessFuzzTest {
    private static final SigningKey LOG = SigningKey.of("example.org/log", new byte[32]);
    private static final SigningKey WITNESS = SigningKey.of("example.org/w", VerifierKey.Use.COSIGNATURE, new byte[32]);

    @FuzzTest(maxDuration = "60s")
    void requests(byte[] bytes) {
        AddCheckpoint.parse(bytes).ifPresent(it -> {
            assertTrue(it.old() >= 0 && it.proof().size() <= 63);
            assertEquals(new String(bytes, UTF_8), new String(it.bytes(), UTF_8));
            assertEquals(it, AddCheckpoint.parse(it.bytes()).orElseThrow());
        });
    }

    @FuzzTest(maxDuration = "60s")
    void policies(byte[] bytes) {
        try {
            Policy policy = Policy.parse(bytes, "policy");
            assertEquals(policy, Policy.parse(policy.text().getBytes(UTF_8), "policy"));
            assertTrue(policy.enough(policy.witnesses().keySet()), "all of them are enough, or nobody ever is");
            assertEquals(policy.quorum().isEmpty(), policy.enough(Set.of()));
        } catch (ProblemException refused) {
            assertEquals("bad-policy", refused.problem().code());
            assertTrue(
                    refused.problem().place().startsWith("policy"),
                    refused.problem().place());
        }
    }

    /** Nothing is taken for a cosignature but what the witness gave for these very lines. */
    @FuzzTest(maxDuration = "60s")
    void cosignatures(byte[] bytes) {
        Note.parse(bytes)
                .ifPresent(note -> Cosignature.of(note, WITNESS.verifier()).ifPresent(it -> {
                    assertEquals(cosigned().text(), note.text());
                    assertEquals(Instant.ofEpochSecond(7), it.time());
                }));
    }

    private static Note cosigned() {
        Note head = new Checkpoint("example.org/log", 7, Merkle.EMPTY).sign(LOG).note();
        Cosignature given = Cosignature.give(head, WITNESS, Instant.ofEpochSecond(7));
        return new Note(head.text(), List.of(head.signatures().getFirst(), given.line()));
    }

    /** The same in every build, on seeded mutations of good files. */
    @Test
    void mutationsOfGoodFiles() {
        byte[] request = new AddCheckpoint(
                        3, List.of(Merkle.EMPTY, Merkle.EMPTY), cosigned().toString())
                .bytes();
        assertArrayEquals(request, AddCheckpoint.parse(request).orElseThrow().bytes());
        mutate(request, this::requests);
        String policy = "# of both\nlog " + LOG.verifier() + " https://log/\nwitness a " + WITNESS.verifier()
                + " https://a/\nwitness b " + LOG.verifier() + "\ngroup g 1 a b\ngroup all 1 g\nquorum all\n";
        policies(policy.getBytes(UTF_8));
        mutate(policy.getBytes(UTF_8), this::policies);
        assertTrue(Cosignature.of(cosigned(), WITNESS.verifier()).isPresent());
        mutate(cosigned().bytes(), this::cosignatures);
    }

    private static void mutate(byte[] good, Consumer<byte[]> parser) {
        SplittableRandom random = new SplittableRandom(12);
        parser.accept(good);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = java.util.Arrays.copyOf(good, good.length + random.nextInt(-3, 3));
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : "\n \u2014+=ab09".getBytes(UTF_8)[random.nextInt(11)];
            }
            parser.accept(bytes);
        }
    }
}
