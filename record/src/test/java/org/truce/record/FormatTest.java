package org.truce.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.record.store.Disk;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.Policy;
import org.truce.record.witness.Witness;
import org.truce.verifier.Main;

/**
 * The record that release 0.1.0 wrote ({@code src/test/resources/formats/0.1.0}) is read, verified and continued; and the
 * same work still writes the same bytes. A release that changes the format adds a directory of its own, made with {@code
 * -Dtruce.formats=write}, and keeps the former ones readable.
 */
class FormatTest {
    private static final Path FIXTURE = Path.of("src/test/resources/formats/0.1.0");
    private static final UUID SECRET = new UUID(0x0175_b1e0_0000_7000L, 0x8000_0000_0000_ffffL);
    private static final int PUBLISHED = 270;

    @TempDir
    private Path home;

    /** All that the format knows: full and partial tiles, every store, files, a destruction, two keys, a witness. */
    private static void write(Field field) throws IOException {
        byte[] seed = new byte[32];
        seed[0] = 9;
        SigningKey witness = SigningKey.of("example.org/w", VerifierKey.Use.COSIGNATURE, seed);
        try (TruceRecord record = field.create()) {
            record.append(List.of(
                    Candidate.of(field.concern(SECRET, Field.MISSION, "a name")),
                    field.attached(field.id(), Field.MISSION, "file".getBytes(UTF_8), new byte[70_000])));
            record.publish();
            record.append(field.many(260));
            record.publish();
            record.append(List.of(field.destroying(SECRET), field.replacing(field.id(), SECRET, false)));
            record.publish();
            field.rotate(record, 1);
            String policy = "witness w " + witness.verifier() + " https://w/\nquorum w\n";
            record.keep(Policy.parse(policy.getBytes(UTF_8), "policy"));
            record.append(field.many(5));
            record.publish();
            Path memory = field.home.resolve("witness");
            Instant now = Field.START.plusSeconds(3_600);
            Witness asked =
                    new Witness(witness, List.of(record.identity().keys().last()), memory, Disk.real(), () -> now);
            assertEquals(
                    List.of(WitnessAnswer.State.COSIGNED),
                    record.cosign((_, request) -> asked.addCheckpoint(request)).stream()
                            .map(WitnessAnswer::state)
                            .toList());
            Files.writeString(
                    field.home.resolve("receipt"),
                    record.receipt(3, Field.PUBLIC).toString());
        }
        Files.copy(field.dir.resolve("checkpoint"), field.home.resolve("kept"));
        CrashTest.journal(field, PUBLISHED); // what a power cut leaves
    }

    private static Map<String, byte[]> files(Path home) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString();
                if (!name.startsWith("record/cache") && !name.startsWith("witness")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private Field field = new Field(Path.of(""));

    @BeforeEach
    void aCopyOfTheFixture() throws IOException {
        field = new Field(home.resolve("copy"));
        if ("write".equals(System.getProperty("truce.formats"))) {
            Field fresh = new Field(home.resolve("fixture"));
            write(fresh);
            for (var file : files(fresh.home).entrySet()) {
                Path to = FIXTURE.resolve(file.getKey());
                Files.createDirectories(to.resolveSibling("."));
                Files.write(to, file.getValue());
            }
        }
        DamageTest.copy(FIXTURE, field.home);
        Field written = new Field(home.resolve("elsewhere"));
        written.many(1_000);
        field.skip(written); // ids that are not taken yet, and a later clock
    }

    @Test
    void theSameWorkWritesTheSameBytes() throws IOException {
        Field fresh = new Field(home.resolve("anew"));
        write(fresh);
        Map<String, byte[]> expected = files(FIXTURE);
        Map<String, byte[]> actual = files(fresh.home);
        assertEquals(expected.keySet(), actual.keySet());
        assertTrue(expected.size() > 30, expected.keySet().toString());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }

    @Test
    void itVerifiesHereAndElsewhere() throws IOException {
        Verification found = TruceRecord.verify(field.dir, Optional.of(Files.readAllBytes(field.home.resolve("kept"))));
        assertEquals(List.of(), found.problems());
        assertEquals(PUBLISHED - 1, found.present());
        assertEquals(1, found.destroyed());
        assertEquals(3, found.pending());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Main.run(new String[] {field.dir.toString()}, new PrintStream(said, true, UTF_8));
        assertEquals(0, code, said.toString(UTF_8));
        List<Mended> mended = new ArrayList<>();
        TruceRecord.repair(field.dir, field.keys(), true, mended::add);
        assertEquals(
                List.of(),
                mended.stream().filter(it -> !it.place().startsWith("journal")).toList());
        byte[] receipt = Files.readAllBytes(field.home.resolve("receipt"));
        assertInstanceOf(Receipt.Verdict.Proved.class, TruceRecord.verifyReceipt(receipt, KeyChain.of(field.dir)));
    }

    @Test
    void itIsReadContinuedAndFollowed() throws IOException {
        try (TruceRecord record = field.read()) {
            assertEquals(PUBLISHED + 3, record.size());
            assertInstanceOf(Kept.Destroyed.class, record.read(0, Field.MISSION));
            assertInstanceOf(Kept.Withheld.class, record.read(1, Field.PUBLIC));
            assertTrue(record.witnessing().orElseThrow().times().containsKey("w"));
        }
        try (TruceRecord record = field.write()) {
            record.append(field.many(300));
            field.rotate(record, 2);
            record.append(field.many(3));
        }
        assertEquals(List.of(), field.verify().problems());
        Path copy = home.resolve("followed");
        new Follower(copy, Source.of(field.dir), Optional.empty(), Field.MISSION, Disk.real(), _ -> {}).update();
        assertTrue(TruceRecord.verify(copy, Optional.of(Files.readAllBytes(field.home.resolve("kept"))))
                .isRight());
        try (TruceRecord record = TruceRecord.open(copy)) {
            assertEquals(PUBLISHED + 3 + 304, record.size());
        }
    }
}
