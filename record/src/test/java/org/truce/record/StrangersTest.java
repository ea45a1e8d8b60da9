package org.truce.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.model.entry.Audience;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

/**
 * Nobody has to take our word for it: Go's own packages for transparent logs accept what Truce writes, find what was
 * changed in it, and make a log that Truce accepts.
 */
@Tag("slow")
class StrangersTest {
    @TempDir
    Path home;

    private Field field;

    @BeforeEach
    void setUp() {
        field = new Field(home);
    }

    private GoProgram.Run check(Path... old) throws IOException {
        return GoProgram.run(
                Stream.concat(Stream.of("check", field.dir, field.dir.resolve("vkey")), Stream.of((Object[]) old))
                        .toArray());
    }

    private Path keep(String name) throws IOException {
        return Files.copy(field.dir.resolve("checkpoint"), home.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 70, 255, 256, 257, 511, 512, 700})
    void goRehashesEveryTileOfARecordAndProvesEveryEntryAndEveryEarlierSize(int count) throws IOException {
        try (TruceRecord record = field.create()) {
            List<Candidate> candidates = field.many(count);
            for (int i = 0; i < count; i += 97) {
                record.append(candidates.subList(i, Math.min(count, i + 97)));
                record.publish();
            }
            assertEquals(count, record.checkpoint().checkpoint().size());
        }
        GoProgram.Run run = check();
        assertEquals(0, run.code(), run.output());
        String root = field.verify().checkpoint().orElseThrow().root().base64();
        assertTrue(run.output().startsWith("right: size " + count + " root " + root + " tiles "), run.output());
        assertTrue(run.output().endsWith(" inclusions " + count + " consistencies " + count + "\n"), run.output());
    }

    @Test
    void goFollowsARecordIntoItsThirdLevelOfTilesAndFromEveryKeptCheckpoint() throws IOException {
        try (TruceRecord record = field.create()) {
            Path empty = keep("empty");
            record.append(field.many(1000));
            record.publish();
            Path thousand = keep("thousand");
            for (int i = 0; i < 13; i++) {
                record.append(field.many(5000));
            }
            record.publish();
            GoProgram.Run run = check(empty, thousand);
            assertEquals(0, run.code(), run.output());
            assertTrue(run.output().startsWith("right: size 66000 "), run.output());
        }
        assertTrue(Files.exists(field.dir.resolve("tile/2/000.p/1")));
    }

    @Test
    void goFindsWhatWasChanged() throws IOException {
        try (TruceRecord record = field.create()) {
            record.append(field.many(300));
        }
        Path kept = keep("kept");
        for (String name : List.of("checkpoint", "tile/entries/000", "tile/0/001.p/44", "tile/1/000.p/1")) {
            Path file = field.dir.resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            byte[] changed = bytes.clone();
            changed[changed.length - 9] ^= 1;
            Files.write(file, changed);
            GoProgram.Run run = check();
            assertEquals(1, run.code(), name);
            assertTrue(run.output().startsWith("WRONG: "), run.output());
            Files.write(file, bytes);
        }
        // The same key over another history: what a kept checkpoint is there to show.
        SigningKey key = SigningKey.parse(secret()).orElseThrow();
        Checkpoint.Signed lie = new Checkpoint(key.verifier().name(), 200, Merkle.EMPTY).sign(key);
        Path false200 = Files.write(home.resolve("lie"), lie.note().bytes());
        assertEquals(0, check(kept).code());
        assertEquals(1, check(false200).code());
    }

    private String secret() throws IOException {
        try (Stream<Path> keys = Files.list(home.resolve("keys"))) {
            return Files.readString(keys.findFirst().orElseThrow()).strip();
        }
    }

    @Test
    void goVerifiesReceiptsOfEveryKind() throws IOException {
        UUID secret = field.id();
        Path file = home.resolve("receipt.tlog-proof");
        try (TruceRecord record = field.create()) {
            record.append(field.many(300));
            record.append(List.of(Candidate.of(field.concern(secret, Field.MISSION, "a name"))));
            record.append(List.of(field.destroying(secret)));
            for (long index : new long[] {0, 1, 254, 255, 256, 299, 300, 301}) {
                for (Audience reader : List.of(Field.MISSION, Field.PUBLIC)) {
                    byte[] receipt = record.receipt(index, reader).toString().getBytes(UTF_8);
                    Files.write(file, receipt);
                    GoProgram.Run run = GoProgram.run("receipt", file, field.dir.resolve("vkey"));
                    assertEquals(0, run.code(), run.output());
                    assertEquals(expected(record, index, reader), run.output());
                    receipt[receipt.length / 2] ^= 1;
                    Files.write(file, receipt);
                    assertEquals(
                            1,
                            GoProgram.run("receipt", file, field.dir.resolve("vkey"))
                                    .code());
                }
            }
        }
    }

    private static String expected(TruceRecord record, long index, Audience reader) throws IOException {
        String about = record.read(index, reader) instanceof Kept.Present it
                ? "recorded " + it.recorded().toEpochMilli() + " sha256 "
                        + Hash.sha256(it.content().bytes())
                : "withheld";
        return "right: entry " + index + " of 302 " + about + "\n";
    }

    /** A log that no line of Truce has touched, with everything that a copy without contents has. */
    @Test
    void truceVerifiesALogThatGoMade() throws IOException {
        GoProgram.Run made = GoProgram.run("make", home, 0, 1, 5, 256, 300, 517, 520);
        assertEquals(0, made.code(), made.output());
        Verification verification = field.verify();
        assertEquals(List.of(), verification.problems());
        assertEquals(520, verification.withheld());
        Checkpoint head = verification.checkpoint().orElseThrow();
        assertEquals("right: size 520 root " + head.root().base64() + "\n", made.output());
        for (int size : new int[] {0, 1, 5, 256, 300, 517, 520}) {
            byte[] kept = Files.readAllBytes(home.resolve("checkpoints/" + size));
            assertEquals(
                    List.of(), TruceRecord.verify(field.dir, Optional.of(kept)).problems(), "against " + size);
        }
        VerifierKey key = VerifierKey.parse(
                        Files.readString(field.dir.resolve("vkey")).strip())
                .orElseThrow();
        SigningKey secret =
                SigningKey.parse(Files.readString(home.resolve("key")).strip()).orElseThrow();
        assertEquals(key, secret.verifier());
        // Ed25519 signs alike everywhere.
        assertEquals(
                Files.readString(field.dir.resolve("checkpoint")),
                head.sign(secret).toString());
        try (TruceRecord record = field.read()) {
            assertEquals("Made by strangers", record.identity().name());
            for (int index = 0; index < 520; index++) {
                byte[] receipt = Files.readAllBytes(home.resolve("receipts/" + index));
                proved(receipt, key, index);
                if (index % 2
                        == 1) { // where Go withheld the content as this copy does, the receipts are the same bytes
                    String ours = record.receipt(index, Field.MISSION).toString();
                    assertEquals(new String(receipt, UTF_8), ours);
                }
                consistent(index + 1, head);
            }
        }
        Files.write(field.dir.resolve("tile/0/001"), new byte[8192]);
        assertEquals("damaged-tile", field.verify().problems().getFirst().code());
    }

    private static void proved(byte[] receipt, VerifierKey key, int index) {
        Receipt.Verdict.Proved proved =
                assertInstanceOf(Receipt.Verdict.Proved.class, TruceRecord.verifyReceipt(receipt, key));
        assertEquals(index, proved.index());
        assertEquals(
                index % 2 == 0 ? "{\"made\": \"by strangers\", \"number\": " + index + "}" : "",
                proved.entry()
                        .map(it -> new String(it.content().bytes(), UTF_8))
                        .orElse(""));
    }

    private void consistent(int size, Checkpoint head) throws IOException {
        List<Hash> lines = Files.readAllLines(home.resolve("consistency/" + size)).stream()
                .map(it -> Hash.fromBase64(it).orElseThrow())
                .toList();
        List<Hash> proof = lines.subList(1, lines.size());
        assertTrue(Merkle.extend(size, lines.getFirst(), head.size(), head.root(), proof), "from " + size);
    }
}
