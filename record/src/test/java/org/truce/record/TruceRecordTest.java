package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.model.id.ActorId;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.SigningKey;

class TruceRecordTest {
    @TempDir
    Path home;

    private Field field;

    @BeforeEach
    void setUp() {
        field = new Field(home);
    }

    private static String code(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem().code();
    }

    private static Outcome one(TruceRecord record, Candidate candidate) throws IOException {
        return record.append(List.of(candidate)).getFirst();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 700})
    void whatIsAppendedIsReadVerifiedAndStillThereAfterReopening(int count) throws IOException {
        List<Candidate> candidates = field.many(count);
        try (TruceRecord record = field.create()) {
            for (int i = 0; i < count; i += 97) {
                record.append(candidates.subList(i, Math.min(count, i + 97)));
                record.publish();
            }
            assertEquals(count, record.size());
        }
        assertFalse(Files.exists(field.dir.resolve("journal")));
        assertFalse(Files.exists(field.dir.resolve("lock")));
        Verification verification = field.verify();
        assertEquals(List.of(), verification.problems());
        assertEquals(count, verification.present());
        try (TruceRecord record = field.read()) {
            List<Content> contents = new ArrayList<>();
            record.forEach(0, count, Field.MISSION, it -> contents.add(((Kept.Present) it).content()));
            assertEquals(candidates.stream().map(Candidate::content).toList(), contents);
        }
    }

    @Test
    void eachReaderReadsOnlyWhatIsMeantForIt() throws IOException {
        try (TruceRecord record = field.create()) {
            record.append(field.many(5));
            for (int pass = 0; pass < 2; pass++) {
                assertEquals("0, 4", readable(record, Field.PUBLIC));
                assertEquals("0, 2, 4", readable(record, Audience.Group.PARTIES));
                assertEquals("0, 2, 3, 4", readable(record, new Audience.Party(new ActorId("Ա"))));
                assertEquals("0, 2, 4", readable(record, new Audience.Party(new ActorId("ա"))));
                assertEquals("0, 1, 2, 3, 4", readable(record, Field.MISSION));
                record.publish();
            }
        }
    }

    private static String readable(TruceRecord record, Audience reader) throws IOException {
        List<String> indices = new ArrayList<>();
        record.forEach(0, record.size(), reader, it -> {
            if (it instanceof Kept.Present) {
                indices.add(Long.toString(it.index()));
            }
        });
        return String.join(", ", indices);
    }

    @Test
    void anEntryIsAcceptedOnceAndOtherBytesUnderItsIdAreRefused() throws IOException {
        UUID id = field.id();
        Candidate first = Candidate.of(field.concern(id, Field.PUBLIC, "water"));
        Candidate other = Candidate.of(field.concern(id, Field.PUBLIC, "power"));
        try (TruceRecord record = field.create()) {
            List<Outcome> outcomes = record.append(List.of(first, first, other));
            assertEquals(
                    0, assertInstanceOf(Outcome.Appended.class, outcomes.get(0)).index());
            assertEquals(
                    0, assertInstanceOf(Outcome.Known.class, outcomes.get(1)).index());
            assertEquals("id-taken", code(outcomes.get(2)));
            assertEquals(1, record.size());
        }
        try (TruceRecord record = field.write()) {
            assertInstanceOf(Outcome.Known.class, one(record, first));
            assertEquals("id-taken", code(one(record, other)));
            assertEquals(0, record.byId(id).orElseThrow());
        }
    }

    @Test
    void onlyTheHeadOfAChainIsReplacedAndAWithdrawalIsNotWithdrawn() throws IOException {
        UUID a = field.id();
        UUID b = field.id();
        UUID c = field.id();
        try (TruceRecord record = field.create()) {
            assertEquals("replaces-unknown", code(one(record, field.replacing(field.id(), a, false))));
            List<Outcome> outcomes = record.append(List.of(
                    Candidate.of(field.concern(a, Field.PUBLIC, "water")),
                    field.replacing(b, a, false),
                    field.replacing(field.id(), a, false)));
            assertEquals("replaces-no-head", code(outcomes.get(2)));
            assertTrue(((Outcome.Refused) outcomes.get(2)).problem().sentence().contains(b.toString()));
        }
        try (TruceRecord record = field.write()) {
            assertEquals("replaces-no-head", code(one(record, field.replacing(field.id(), a, false))));
            assertInstanceOf(Outcome.Appended.class, one(record, field.replacing(c, b, true)));
            assertEquals("withdrawn", code(one(record, field.replacing(field.id(), c, true))));
            assertEquals("withdrawn", code(one(record, field.replacing(field.id(), c, false))));
        }
    }

    @Test
    void theVaultTheFutureAndNonsenseAreRefusedWithoutHarmToTheOthers() throws IOException {
        try (TruceRecord record = field.create()) {
            List<Outcome> outcomes = record.append(List.of(
                    field.concern(Audience.Group.VAULT, "secret"),
                    Candidate.of("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    Candidate.of(new byte[] {0, 1, 2}),
                    field.concern(Field.PUBLIC, "good")));
            assertEquals("no-vault", code(outcomes.get(0)));
            assertInstanceOf(Outcome.Refused.class, outcomes.get(1));
            assertEquals("bad-json", code(outcomes.get(2)));
            assertEquals(
                    0, assertInstanceOf(Outcome.Appended.class, outcomes.get(3)).index());
        }
        Surroundings past = new Surroundings(
                () -> Field.START.minusSeconds(3600),
                field.surroundings().random(),
                field.surroundings().disk());
        Path other = home.resolve("other");
        try (TruceRecord record = TruceRecord.create(other, RecordOptions.named("x"), field.keys(), past)) {
            assertEquals("stated-after-recorded", code(one(record, field.concern(Field.PUBLIC, "early"))));
        }
    }

    @Test
    void recordedNeverRunsBackwards() throws IOException {
        try (TruceRecord record = field.create()) {
            one(record, field.concern(Field.PUBLIC, "a"));
            record.append(field.many(3));
        }
        Surroundings past = new Surroundings(
                () -> Field.START, new java.util.Random(1), field.surroundings().disk());
        try (TruceRecord record = TruceRecord.openForWriting(field.dir, field.keys(), past)) {
            Instant newest = ((Kept.Present) record.read(3, Field.MISSION)).recorded();
            Outcome.Appended appended = (Outcome.Appended) one(record, field.concern(Field.PUBLIC, "b"));
            assertEquals(newest, appended.recorded());
        }
        assertEquals(List.of(), field.verify().problems());
    }

    @Test
    void whatWasKnownAtAnInstantIsASize() throws IOException {
        List<Instant> recorded = new ArrayList<>();
        try (TruceRecord record = field.create()) {
            for (int i = 0; i < 5; i++) {
                recorded.add(((Outcome.Appended) one(record, field.concern(Field.PUBLIC, "n" + i))).recorded());
            }
            assertEquals(0, record.sizeRecordedBy(recorded.getFirst().minusMillis(1)));
            for (int i = 0; i < 5; i++) {
                assertEquals(i + 1, record.sizeRecordedBy(recorded.get(i)));
            }
            assertEquals(5, record.sizeStatedBy(Field.START));
            assertEquals(0, record.sizeStatedBy(Field.START.minusSeconds(61)));
        }
    }

    @Test
    void attachmentsAreKeptOncePerAudienceAndReadOnlyByIt() throws IOException {
        byte[] file = "original bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] large = new byte[200_000];
        new java.util.Random(3).nextBytes(large);
        Hash name = Hash.sha256(file);
        try (TruceRecord record = field.create()) {
            record.append(List.of(
                    field.attached(field.id(), Field.MISSION, file, large),
                    field.attached(field.id(), Field.MISSION, file)));
            for (int pass = 0; pass < 2; pass++) {
                assertTrue(record.attachment(name, Field.PUBLIC).isEmpty());
                try (InputStream in =
                        record.attachment(Hash.sha256(large), Field.MISSION).orElseThrow()) {
                    assertArrayEquals(large, in.readAllBytes());
                }
                record.publish();
            }
            one(record, field.attached(field.id(), Field.PUBLIC, file));
            try (InputStream in = record.attachment(name, Field.PUBLIC).orElseThrow()) {
                assertArrayEquals(file, in.readAllBytes());
            }
            Candidate unnamed =
                    Candidate.of(field.concern(field.id(), Field.PUBLIC, "x"), List.of(Attachment.of(file)));
            assertEquals("attachment-not-named", code(one(record, unnamed)));
        }
        Verification verification = field.verify();
        assertEquals(List.of(), verification.problems());
        assertEquals(3, verification.attachments());
    }

    @Test
    void aDestroyedContentIsGoneEverywhereAndStillVerifies() throws IOException {
        UUID secret = field.id();
        byte[] file = "a name and a birth date".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (TruceRecord record = field.create()) {
            record.append(field.many(300));
            one(record, field.attached(secret, Field.MISSION, file));
            record.publish();
            assertEquals("destroys-unknown", code(one(record, field.destroying(field.id()))));
            one(record, field.destroying(secret));
            record.publish();
            Kept.Destroyed destroyed = assertInstanceOf(Kept.Destroyed.class, record.read(300, Field.MISSION));
            assertEquals(301, destroyed.order());
            assertTrue(record.attachment(Hash.sha256(file), Field.MISSION).isEmpty());
            assertEquals("id-taken", code(one(record, Candidate.of(field.concern(secret, Field.PUBLIC, "again")))));
        }
        Verification verification = field.verify();
        assertEquals(List.of(), verification.problems());
        assertEquals(1, verification.destroyed());
        assertFalse(anyFileContains("see attached"));
    }

    private boolean anyFileContains(String words) throws IOException {
        try (var files = Files.walk(field.dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aPartysCopyIsACopyOfDirectories() throws IOException {
        try (TruceRecord record = field.create()) {
            record.append(field.many(300));
        }
        Path mission = field.dir.resolve("contents/mission");
        delete(mission);
        Verification verification = field.verify();
        assertEquals(List.of(), verification.problems());
        assertEquals(60, verification.withheld());
        try (TruceRecord copy = field.read()) {
            assertInstanceOf(Kept.Withheld.class, copy.read(1, Field.MISSION));
            assertInstanceOf(Kept.Present.class, copy.read(0, Field.MISSION));
        }
        assertEquals(
                "partial-copy",
                assertThrows(ProblemException.class, field::write).problem().code());
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aReceiptProvesTheEntryToItsReaderAndTheCommitmentToOthers() throws IOException {
        try (TruceRecord record = field.create()) {
            record.append(field.many(300));
            for (long index : new long[] {0, 1, 255, 256, 299}) {
                byte[] whole = record.receipt(index, Field.MISSION)
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                Receipt.Verdict.Proved proved = assertInstanceOf(
                        Receipt.Verdict.Proved.class,
                        TruceRecord.verifyReceipt(whole, record.identity().key()));
                assertEquals(index, proved.index());
                Kept.Present kept = (Kept.Present) record.read(index, Field.MISSION);
                assertEquals(kept.content(), proved.entry().orElseThrow().content());
                assertEquals(kept.recorded(), proved.entry().orElseThrow().recorded());
            }
            byte[] blind = record.receipt(1, Field.PUBLIC).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            Receipt.Verdict.Proved proved = assertInstanceOf(
                    Receipt.Verdict.Proved.class,
                    TruceRecord.verifyReceipt(blind, record.identity().key()));
            assertTrue(proved.entry().isEmpty());
            assertFalse(new String(blind, java.nio.charset.StandardCharsets.UTF_8).isEmpty());
        }
    }

    @Test
    void noByteOfAReceiptChangesUnseen() throws IOException {
        try (TruceRecord record = field.create()) {
            record.append(field.many(5));
            byte[] receipt =
                    record.receipt(2, Field.MISSION).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < receipt.length; i++) {
                byte[] changed = receipt.clone();
                changed[i] ^= 1;
                assertInstanceOf(
                        Receipt.Verdict.Wrong.class,
                        TruceRecord.verifyReceipt(changed, record.identity().key()),
                        "byte " + i);
            }
        }
    }

    @Test
    void aKeptCheckpointShowsARecordThatWasCutOrRewritten() throws IOException {
        byte[] old;
        byte[] newer;
        try (TruceRecord record = field.create()) {
            record.append(field.many(300));
            record.publish();
            old = record.checkpoint().note().bytes();
            record.append(field.many(300));
            record.publish();
            newer = record.checkpoint().note().bytes();
        }
        assertEquals(List.of(), TruceRecord.verify(field.dir, Optional.of(old)).problems());
        assertEquals(
                List.of(), TruceRecord.verify(field.dir, Optional.of(newer)).problems());
        assertEquals("against-not-signed", against("text\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        SigningKey key =
                Keys.read(field.keys().place(field.read().identity().key())).orElseThrow();
        var fork = new org.truce.record.tlog.Checkpoint(key.verifier().name(), 300, Hash.sha256(new byte[1])).sign(key);
        assertEquals("history-differs", against(fork.note().bytes()));
        var longer =
                new org.truce.record.tlog.Checkpoint(key.verifier().name(), 601, Hash.sha256(new byte[1])).sign(key);
        assertEquals("shorter-than-kept", against(longer.note().bytes()));
    }

    private String against(byte[] checkpoint) throws IOException {
        return TruceRecord.verify(field.dir, Optional.of(checkpoint))
                .problems()
                .getFirst()
                .code();
    }

    @Test
    void oneWriterAtATimeWithTheKeyAndReadersBesideIt() throws IOException {
        try (TruceRecord record = field.create();
                TruceRecord reader = field.read()) {
            assertEquals(
                    "second-writer",
                    assertThrows(ProblemException.class, field::write).problem().code());
            assertEquals(
                    "read-only",
                    assertThrows(ProblemException.class, () -> reader.append(field.many(1)))
                            .problem()
                            .code());
            record.append(field.many(3));
            assertEquals(0, reader.size());
            reader.refresh();
            assertEquals(3, reader.size());
            assertEquals("0, 1, 2", readable(reader, Field.MISSION));
            record.append(field.many(2));
            record.publish();
            assertEquals("0, 1, 2", readable(reader, Field.MISSION));
        }
        delete(field.home.resolve("keys"));
        assertEquals(
                "key-missing",
                assertThrows(ProblemException.class, field::write).problem().code());
        assertEquals(5, field.read().size());
        assertEquals(List.of(), field.verify().problems());
    }

    @Test
    void whatIsNoRecordIsSaidSo() throws IOException {
        assertEquals(
                "no-record",
                assertThrows(ProblemException.class, field::read).problem().code());
        Files.createDirectories(field.dir);
        assertEquals(
                "no-record",
                assertThrows(ProblemException.class, field::read).problem().code());
        assertEquals("no-record", field.verify().problems().getFirst().code());
        Files.writeString(field.dir.resolve("stray"), "x");
        assertEquals(
                "not-empty",
                assertThrows(ProblemException.class, field::create).problem().code());
        Files.delete(field.dir.resolve("stray"));
        Files.writeString(field.dir.resolve("vkey"), "nonsense");
        assertEquals(
                "damaged-record",
                assertThrows(ProblemException.class, field::read).problem().code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lachin", "لاچین ٢٠٢٠", "Лачин: коридор", "Լաչին", "+++", "a b+c/d", "👍"})
    void aNameInAnyScriptMakesAnOrigin(String name) throws IOException {
        Path dir = home.resolve("any");
        try (TruceRecord record =
                TruceRecord.create(dir, RecordOptions.named(name), field.keys(), field.surroundings())) {
            assertEquals(name, record.identity().name());
            assertTrue(record.identity().key().name().matches("truce\\.invalid/[^\\s+]*-[0-9a-f]{8}"));
        }
        assertEquals(List.of(), TruceRecord.verify(dir, Optional.empty()).problems());
    }

    @Test
    void thePrivateKeyLiesOutsideTheRecordAndIsItsOwnersAlone() throws IOException {
        try (TruceRecord record = field.create()) {
            Path key = field.keys().place(record.identity().key());
            assertEquals(
                    "rw-------",
                    java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
            assertFalse(anyFileContains("PRIVATE"));
        }
        Path file = home.resolve("my.key");
        Path dir = home.resolve("mine");
        Keys keys = new Keys.InFile(file);
        TruceRecord.create(dir, new RecordOptions("x", Optional.of("example.org/x")), keys, field.surroundings())
                .close();
        TruceRecord.openForWriting(dir, keys, field.surroundings()).close();
        Path again = home.resolve("again");
        assertEquals(
                "key-exists",
                assertThrows(
                                ProblemException.class,
                                () -> TruceRecord.create(again, RecordOptions.named("x"), keys, field.surroundings()))
                        .problem()
                        .code());
        assertEquals(
                "key-wrong",
                assertThrows(
                                ProblemException.class,
                                () -> TruceRecord.openForWriting(field.dir, keys, field.surroundings()))
                        .problem()
                        .code());
    }
}
