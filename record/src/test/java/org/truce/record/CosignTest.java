package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.record.store.Disk;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.Answer;
import org.truce.record.witness.Policy;
import org.truce.record.witness.Witness;

/** A record whose parties run witnesses. */
class CosignTest {
    private static final Instant NOW = Instant.parse("2020-12-13T09:30:00Z");

    @TempDir
    private Path home;

    private Field field = new Field(Path.of(""));
    private Map<String, Witness> witnesses = Map.of();

    private static SigningKey key(int n) {
        byte[] seed = new byte[32];
        seed[0] = (byte) n;
        return SigningKey.of("example.org/w" + n, VerifierKey.Use.COSIGNATURE, seed);
    }

    @BeforeEach
    void twoPartiesAndAMission() throws IOException {
        field = new Field(home);
        try (TruceRecord record = field.create()) {
            List<VerifierKey> logs = List.of(record.identity().key());
            witnesses = Map.of(
                    "https://a/", new Witness(key(1), logs, home.resolve("a"), Disk.real(), () -> NOW),
                    "https://b/", new Witness(key(2), logs, home.resolve("b"), Disk.real(), () -> NOW));
            record.keep(policy());
            record.append(List.of(field.concern(Field.PUBLIC, "Post 1 is manned.")));
        }
    }

    private static Policy policy() {
        String text = "witness a " + key(1).verifier() + " https://a/\nwitness b " + key(2).verifier() + " https://b/\n"
                + "witness c " + key(3).verifier() + " https://c/\ngroup most 2 a b c\nquorum most\n";
        return Policy.parse(text.getBytes(StandardCharsets.UTF_8), "policy");
    }

    private Answer submit(String prefix, byte[] request) throws IOException {
        Witness witness = witnesses.get(prefix);
        if (witness == null) {
            throw new java.net.ConnectException("refused");
        }
        return witness.addCheckpoint(request);
    }

    private List<WitnessAnswer.State> states(TruceRecord record) throws IOException {
        return record.cosign(this::submit).stream().map(WitnessAnswer::state).toList();
    }

    private static final List<WitnessAnswer.State> TWO_OF_THREE =
            List.of(WitnessAnswer.State.COSIGNED, WitnessAnswer.State.COSIGNED, WitnessAnswer.State.UNREACHABLE);

    @Test
    void theCheckpointCarriesWhatTheWitnessesGave() throws IOException {
        try (TruceRecord record = field.write()) {
            assertEquals(TWO_OF_THREE, states(record));
            assertEquals(3, record.checkpoint().note().signatures().size());
            assertEquals(TWO_OF_THREE, states(record), "what is cosigned is not asked for again");
        }
        assertTrue(TruceRecord.verify(field.dir, Optional.empty()).isRight());
        try (TruceRecord record = field.read()) {
            Witnessing witnessing = record.witnessing().orElseThrow();
            assertEquals(1, witnessing.size());
            assertEquals(Map.of("a", NOW, "b", NOW), witnessing.times());
            assertTrue(witnessing
                    .policy()
                    .accepts(record.checkpoint(), record.identity().key()));
        }
    }

    @Test
    void whatWasWitnessedIsKeptWhileTheRecordGrows() throws IOException {
        try (TruceRecord record = field.write()) {
            states(record);
            for (int i = 0; i < 300; i++) {
                record.append(List.of(field.concern(Field.PUBLIC, "Post " + i + " is manned.")));
            }
        }
        try (TruceRecord record = field.read()) {
            assertEquals(301, record.size());
            assertEquals(1, record.witnessing().orElseThrow().size());
            assertFalse(policy().accepts(record.checkpoint(), record.identity().key()));
        }
        Verification found = TruceRecord.verify(field.dir, Optional.empty());
        assertTrue(found.isRight(), found.problems().toString());
        try (TruceRecord record = field.write()) { // a new process, which does not know what the witnesses have seen
            assertEquals(TWO_OF_THREE, states(record));
            assertEquals(301, record.witnessing().orElseThrow().size());
        }
    }

    @Test
    void aRewrittenHistoryIsRefusedByEveryWitness() throws IOException {
        Path before = home.resolve("before");
        DamageTest.copy(field.dir, before);
        try (TruceRecord record = field.write()) {
            record.append(List.of(field.concern(Field.PUBLIC, "A shot was heard at Lachin.")));
            states(record);
        }
        Files.move(field.dir, home.resolve("rewritten"));
        DamageTest.copy(before, field.dir);
        try (TruceRecord record = field.write()) {
            assertEquals(WitnessAnswer.State.FORKED, states(record).getFirst(), "entries were taken away");
            record.append(List.of(field.concern(Field.PUBLIC, "Nothing was heard at Lachin.")));
            List<WitnessAnswer> answers = record.cosign(this::submit);
            assertEquals(WitnessAnswer.State.FORKED, answers.getFirst().state(), "an entry was exchanged");
            assertEquals(1, record.checkpoint().note().signatures().size());
        }
    }

    @Test
    void everyByteOfPolicyAndCosignaturesCounts() throws IOException {
        try (TruceRecord record = field.write()) {
            states(record);
        }
        for (String name : List.of("policy", "witnessed", "checkpoint")) {
            Path file = field.dir.resolve(name);
            byte[] right = Files.readAllBytes(file);
            for (int at = 0; at < right.length; at++) {
                byte[] wrong = right.clone();
                wrong[at] ^= 1;
                Files.write(file, wrong);
                Verification found = TruceRecord.verify(field.dir, Optional.empty());
                assertFalse(found.isRight(), name + " byte " + at);
                assertTrue(
                        found.problems().stream().anyMatch(it -> it.place().equals(name)),
                        name + " byte " + at + ": " + found.problems());
            }
            Files.write(file, right);
        }
    }

    @Test
    void anotherPolicyBeginsAnew() throws IOException {
        try (TruceRecord record = field.write()) {
            states(record);
            record.keep(Policy.parse(
                    ("witness b " + key(2).verifier() + " https://b/\nquorum b\n").getBytes(StandardCharsets.UTF_8),
                    "p"));
            assertEquals(0, record.witnessing().orElseThrow().size());
        }
        assertTrue(TruceRecord.verify(field.dir, Optional.empty()).isRight());
        try (TruceRecord record = field.write()) {
            assertEquals(List.of(WitnessAnswer.State.COSIGNED), states(record));
        }
    }
}
