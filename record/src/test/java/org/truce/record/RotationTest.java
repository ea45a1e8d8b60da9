package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.record.store.Disk;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.Policy;

/** A record outlives its key, and has an end. */
class RotationTest {
    @TempDir
    private Path home;

    private Field filled() throws IOException {
        Field field = new Field(home);
        UUID secret = field.id();
        try (TruceRecord record = field.create()) {
            record.keep(policy(record.identity().key()));
            record.append(List.of(Candidate.of(field.concern(secret, Field.MISSION, "a name"))));
            record.append(field.many(300));
            record.append(List.of(field.destroying(secret)));
        }
        return field;
    }

    private static Policy policy(VerifierKey log) {
        byte[] seed = new byte[32];
        String witness = SigningKey.of("example.org/w", VerifierKey.Use.COSIGNATURE, seed)
                .verifier()
                .text();
        String text = "log " + log + "\nwitness w " + witness + "\nquorum w\n";
        return Policy.parse(text.getBytes(StandardCharsets.UTF_8), "policy");
    }

    private static void right(Field field) throws IOException {
        assertEquals(List.of(), field.verify().problems());
    }

    private static List<String> codes(Verification found) {
        return found.problems().stream().map(Problem::code).toList();
    }

    @Test
    void anotherKeySignsAndEverythingSignedBeforeStaysGood() throws IOException {
        Field field = filled();
        byte[] kept = Files.readAllBytes(field.dir.resolve("checkpoint"));
        byte[] receipt;
        KeyChain first;
        try (TruceRecord record = field.write()) {
            first = record.identity().keys();
            receipt = record.receipt(3, Field.MISSION).toString().getBytes(StandardCharsets.UTF_8);
            field.rotate(record, 1);
            assertTrue(record.checkpoint().signedBy(record.identity().keys().last()));
            assertEquals(303, record.identity().keys().since());
        }
        right(field);
        try (TruceRecord record = field.write()) { // which looks for the new key
            record.append(field.many(300));
            field.rotate(record, 2);
            record.append(field.many(5));
        }
        right(field);
        assertEquals(List.of(), TruceRecord.verify(field.dir, Optional.of(kept)).problems());
        try (TruceRecord record = field.read()) {
            assertEquals(609, record.size());
            KeyChain keys = record.identity().keys();
            assertEquals(3, keys.all().size());
            assertEquals(first.first(), keys.first());
            assertTrue(record.witnessing().isPresent());
            assertInstanceOf(Receipt.Verdict.Proved.class, TruceRecord.verifyReceipt(receipt, keys));
            byte[] now = record.receipt(3, Field.MISSION).toString().getBytes(StandardCharsets.UTF_8);
            assertInstanceOf(Receipt.Verdict.Proved.class, TruceRecord.verifyReceipt(now, keys));
            assertInstanceOf(Receipt.Verdict.Wrong.class, TruceRecord.verifyReceipt(now, first));
        }
    }

    @Test
    void aRotationThatIsCutOffAnywhereIsFinishedOrHasNotHappened() throws IOException {
        int finished = 0;
        int total = 0;
        for (boolean done = false; !done; total++) {
            Field field = new Field(home.resolve("cut" + total));
            try (TruceRecord record = field.create()) {
                record.keep(policy(record.identity().key()));
                record.append(field.many(7));
            }
            done = cut(field, total);
            assertTrue(
                    List.of("journal-torn").containsAll(codes(field.verify())),
                    field.verify().problems()::toString);
            try (TruceRecord record = field.write()) {
                record.append(field.many(2));
                record.publish();
                finished += record.identity().keys().all().size() - 1;
                assertTrue(record.checkpoint().signedBy(record.identity().keys().last()));
            }
            right(field);
        }
        assertTrue(total > 20 && finished > 10 && finished < total, finished + " of " + total);
    }

    /** Whether all went well. */
    private static boolean cut(Field field, int steps) throws IOException {
        try (TruceRecord record =
                TruceRecord.openForWriting(field.dir, field.keys(), field.surroundings(new FailingDisk(steps, true)))) {
            field.rotate(record, 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theFormerKeySignsNothingMore() throws IOException {
        Field field = filled();
        SigningKey former =
                Keys.read(field.keys().place(field.read().identity().key())).orElseThrow();
        byte[] before = Files.readAllBytes(field.dir.resolve("checkpoint"));
        try (TruceRecord record = field.write()) {
            field.rotate(record, 1);
            record.append(field.many(5));
        }
        byte[] now = Files.readAllBytes(field.dir.resolve("checkpoint"));
        Checkpoint head = Checkpoint.Signed.parse(now).orElseThrow().checkpoint();
        Files.write(field.dir.resolve("checkpoint"), head.sign(former).note().bytes());
        assertFalse(field.verify().isRight());
        Files.write(field.dir.resolve("checkpoint"), now);
        right(field);
        Checkpoint lie = new Checkpoint(head.origin(), head.size(), Merkle.EMPTY);
        byte[] against = lie.sign(former).note().bytes();
        assertEquals(List.of("against-not-signed"), codes(TruceRecord.verify(field.dir, Optional.of(against))));

        // Taken back to before the rotation, with the rotation there: told, and nobody writes to it.
        Files.write(field.dir.resolve("checkpoint"), before);
        assertTrue(codes(field.verify()).contains("damaged-file"));
        assertThrows(ProblemException.class, field::write);
    }

    @Test
    void noKeyIsBelievedForWhichTheFormerOneDoesNotVouch() throws IOException {
        Field field = filled();
        try (TruceRecord record = field.write()) {
            field.rotate(record, 1);
            SigningKey again = field.next(record, 1);
            assertThrows(ProblemException.class, () -> record.rotate(field.rotated(again), again));
            SigningKey foreign = SigningKey.of("elsewhere.example/log", new byte[32]);
            assertThrows(ProblemException.class, () -> record.rotate(field.rotated(foreign), foreign));
        }
        right(field);
        KeyChain keys = KeyChain.of(field.dir);
        byte[] file = Files.readAllBytes(field.dir.resolve("rotations"));
        assertEquals(Optional.of(keys), KeyChain.parse(file, keys.first()));
        for (int i = 0; i < file.length; i++) {
            byte[] changed = file.clone();
            changed[i] ^= 1;
            assertEquals(Optional.empty(), KeyChain.parse(changed, keys.first()), "byte " + i);
        }
        SigningKey thief = SigningKey.of(keys.first().name(), new byte[32]);
        byte[] forged = KeyChain.of(keys.first()).rotated(303, thief, thief).file();
        assertEquals(Optional.empty(), KeyChain.parse(forged, keys.first()));
        assertEquals(Optional.empty(), KeyChain.parse(new byte[0], keys.first()));
    }

    @Test
    void aCopyGoesOnFromKeyToKeyAndRefusesTwoSuccessors() throws IOException {
        Field field = filled();
        Path copy = home.resolve("copy");
        VerifierKey first = KeyChain.of(field.dir).first();
        Follower follower =
                new Follower(copy, Source.of(field.dir), Optional.of(first), Field.MISSION, Disk.real(), _ -> {});
        follower.update();
        try (TruceRecord record = field.write()) {
            field.rotate(record, 1);
        }
        follower.update();
        assertEquals(List.of(), TruceRecord.verify(copy, Optional.empty()).problems());
        try (TruceRecord record = field.write()) {
            record.append(field.many(300));
            field.rotate(record, 2);
            record.append(field.many(300));
        }
        follower.update();
        assertEquals(List.of(), TruceRecord.verify(copy, Optional.empty()).problems());
        assertEquals(KeyChain.of(field.dir), KeyChain.of(copy));
        // Who pins the key of now is right as well.
        new Follower(
                        home.resolve("new"),
                        Source.of(field.dir),
                        Optional.of(KeyChain.of(field.dir).last()),
                        Field.PUBLIC,
                        Disk.real(),
                        _ -> {})
                .update();
        assertEquals(
                List.of(),
                TruceRecord.verify(home.resolve("new"), Optional.empty()).problems());

        KeyChain keys = KeyChain.of(field.dir);
        SigningKey former = Keys.read(field.keys().place(first)).orElseThrow();
        SigningKey other = SigningKey.of(first.name(), new byte[32]);
        Files.write(
                field.dir.resolve("rotations"),
                KeyChain.of(first).rotated(keys.since(), former, other).file());
        ProblemException refused = assertThrows(ProblemException.class, follower::update);
        assertEquals("key-differs", refused.problem().code());
        assertEquals(List.of(), TruceRecord.verify(copy, Optional.empty()).problems());
    }

    @Test
    void whatIsMendedIsSignedWithTheKeyInForce() throws IOException {
        Field field = filled();
        try (TruceRecord record = field.write()) {
            field.rotate(record, 1);
            record.append(field.many(5));
        }
        Path partials = field.dir.resolve("partials.308");
        byte[] before = Files.readAllBytes(partials);
        Files.delete(partials);
        List<Mended> mended = new ArrayList<>();
        assertEquals(
                List.of(),
                TruceRecord.repair(field.dir, field.keys(), false, mended::add).problems());
        assertEquals(List.of("partials.308"), mended.stream().map(Mended::place).toList());
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(partials, StandardCharsets.UTF_8));
    }

    @Test
    void nothingFollowsTheEnd() throws IOException {
        Field field = filled();
        Candidate known = field.concern(Field.PUBLIC, "known");
        Candidate closing = field.closing();
        try (TruceRecord record = field.write()) {
            record.append(List.of(known));
            assertInstanceOf(
                    Outcome.Refused.class, record.append(List.of(closing)).getFirst(), "only the key's holder ends it");
            assertFalse(record.isClosed());
            assertEquals(303, record.end(closing));
            assertTrue(record.isClosed());
            refused(record, field, known);
        }
        right(field);
        try (TruceRecord record = field.write()) {
            refused(record, field, known);
            assertEquals(303, record.end(closing), "twice is once");
            assertThrows(ProblemException.class, () -> record.end(field.closing()));
            assertThrows(ProblemException.class, () -> field.rotate(record, 1));
            assertEquals(304, record.size());
        }
        right(field);
        try (TruceRecord record = field.read()) {
            assertTrue(record.isClosed());
        }
    }

    private static void refused(TruceRecord record, Field field, Candidate known) throws IOException {
        List<Outcome> outcomes = record.append(List.of(field.concern(Field.PUBLIC, "late"), known));
        Outcome.Refused late = assertInstanceOf(Outcome.Refused.class, outcomes.getFirst());
        assertEquals("record-closed", late.problems().getFirst().code());
        assertInstanceOf(Outcome.Known.class, outcomes.get(1));
    }

    /** A backup is a copied directory, and goes on where the record was lost. */
    @Test
    void aCopiedDirectoryIsABackup() throws IOException {
        Field field = filled();
        Path backup = home.resolve("backup");
        copy(field.dir, backup);
        try (TruceRecord record = field.write()) {
            record.append(field.many(10));
        }
        byte[] lost = Files.readAllBytes(field.dir.resolve("checkpoint"));
        assertEquals(List.of(), TruceRecord.verify(backup, Optional.empty()).problems());
        assertEquals(List.of("shorter-than-kept"), codes(TruceRecord.verify(backup, Optional.of(lost))));
        try (TruceRecord record = TruceRecord.openForWriting(backup, field.keys(), field.surroundings())) {
            assertEquals(302, record.size());
            record.append(field.many(10));
        }
        assertEquals(List.of(), TruceRecord.verify(backup, Optional.empty()).problems());
        // What was recorded again after the loss is another history, and whoever kept the lost head sees that.
        assertEquals(List.of("history-differs"), codes(TruceRecord.verify(backup, Optional.of(lost))));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
