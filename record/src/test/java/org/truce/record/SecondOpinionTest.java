package org.truce.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.record.store.Disk;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.Policy;
import org.truce.record.witness.Witness;
import org.truce.verifier.Main;

/** The standalone verifier, which shares no line with ours, says the same of every record, right or wrong. */
class SecondOpinionTest {
    @TempDir
    private Path home;

    private record Opinion(int code, String said) {}

    private static Opinion ask(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.run(words, new PrintStream(out, true, UTF_8));
        return new Opinion(code, out.toString(UTF_8));
    }

    private static void right(Path dir, Object... more) {
        Opinion opinion = ask(Stream.concat(Stream.of(dir), Stream.of(more)).toArray());
        assertEquals(0, opinion.code(), opinion.said());
        assertTrue(opinion.said().startsWith("right: "), opinion.said());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 512, 700})
    void recordsOfEverySizeAreRight(int count) throws IOException {
        Field field = new Field(home);
        Path kept = home.resolve("kept");
        try (TruceRecord record = field.create()) {
            Files.copy(field.dir.resolve("checkpoint"), kept);
            List<Candidate> candidates = field.many(count);
            for (int i = 0; i < count; i += 97) {
                record.append(candidates.subList(i, Math.min(count, i + 97)));
                record.publish();
            }
        }
        right(field.dir);
        right(field.dir, "--against", kept, "--vkey", field.dir.resolve("vkey"));
        Opinion opinion = ask(field.dir);
        assertTrue(opinion.said().startsWith("right: " + count + " entries of truce.invalid/lachin-"), opinion.said());
    }

    /** Attachments, a content destroyed, two keys, witnesses, four audiences, partial tiles of several sizes. */
    private Field rich() throws IOException {
        Field field = new Field(home);
        UUID secret = field.id();
        try (TruceRecord record = field.create()) {
            SigningKey key = SigningKey.of("example.org/w", VerifierKey.Use.COSIGNATURE, new byte[32]);
            VerifierKey log = record.identity().key();
            Witness witness = new Witness(key, List.of(log), home.resolve("w"), Disk.real(), () -> Field.START);
            record.append(List.of(
                    field.attached(field.id(), Field.MISSION, "file".getBytes(UTF_8)),
                    Candidate.of(field.concern(secret, Field.MISSION, "a name"))));
            record.publish();
            String policy = "witness w " + key.verifier() + " https://w/\ngroup all-of all w\nquorum all-of\n";
            record.keep(Policy.parse(policy.getBytes(UTF_8), "policy"));
            record.append(List.of(field.destroying(secret)));
            record.append(field.many(6));
            record.cosign((_, request) -> witness.addCheckpoint(request));
            field.rotate(record, 1);
            record.append(field.many(3));
        }
        assertEquals(List.of(), field.verify().problems());
        return field;
    }

    @Test
    void everythingThatARecordMayHoldIsRight() throws IOException {
        Field field = rich();
        right(field.dir);
        assertTrue(
                ask(field.dir).said().contains("1 destroyed by order, 1 attachments; 9 witnessed by enough of 1"),
                ask(field.dir).said());
        Path copy = home.resolve("copy");
        new Follower(copy, Source.of(field.dir), java.util.Optional.empty(), Field.PUBLIC, Disk.real(), _ -> {})
                .update();
        right(copy);
        assertTrue(ask(copy).said().contains(" withheld"), ask(copy).said());
    }

    @Test
    @Tag("slow")
    void whatOursFindsWrongItFindsWrong() throws IOException {
        Field field = rich();
        SplittableRandom random = new SplittableRandom(11);
        List<String> missed = new ArrayList<>();
        int tried = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(field.dir)) {
            files = all.filter(Files::isRegularFile)
                    .filter(it -> !field.dir.relativize(it).startsWith("cache"))
                    .toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i += random.nextInt(1, 9)) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) random.nextInt(1, 256);
                Files.write(file, changed);
                if (ask(field.dir).code() != 1) {
                    missed.add(file + "@" + i);
                }
                tried++;
            }
            for (byte[] other : List.of(
                    Arrays.copyOf(bytes, bytes.length - 1), Arrays.copyOf(bytes, bytes.length + 1), new byte[0])) {
                Files.write(file, other);
                if (ask(field.dir).code() != 1) {
                    missed.add(file + " of " + other.length);
                }
            }
            Files.delete(file);
            boolean optional = List.of("witnessed").contains(file.getFileName().toString());
            if (ask(field.dir).code() != (optional ? 0 : 1)) {
                missed.add(file + " missing: " + ask(field.dir));
            }
            Files.write(file, bytes);
            Path foreign = file.resolveSibling("foreign");
            Files.createFile(foreign);
            if (ask(field.dir).code() != 1) {
                missed.add(foreign.toString());
            }
            Files.delete(foreign);
        }
        assertEquals(List.of(), missed);
        assertTrue(tried > 1_000, tried + " bytes");
        right(field.dir);
    }

    @Test
    void receiptsAreCheckedWithTheKeyAlone() throws IOException {
        Field field = new Field(home);
        Path file = home.resolve("receipt");
        Path vkey = field.dir.resolve("vkey");
        try (TruceRecord record = field.create()) {
            record.append(field.many(300));
            for (long index : new long[] {0, 1, 255, 256, 299}) {
                for (var reader : List.of(Field.PUBLIC, Field.MISSION)) {
                    byte[] bytes = record.receipt(index, reader).toString().getBytes(UTF_8);
                    Files.write(file, bytes);
                    Opinion opinion = ask("--receipt", file, "--vkey", vkey);
                    assertEquals(0, opinion.code(), opinion.said());
                    assertTrue(opinion.said().startsWith("right: entry " + index + " of 300 "), opinion.said());
                    for (int i = 0; i < bytes.length; i += 7) {
                        byte[] changed = bytes.clone();
                        changed[i] ^= 1;
                        Files.write(file, changed);
                        assertEquals(1, ask("--receipt", file, "--vkey", vkey).code(), "byte " + i);
                    }
                }
            }
        }
        assertEquals(2, ask("--receipt", file).code());
        assertEquals(2, ask().code());
        assertEquals(2, ask("--what").code());
        assertEquals(1, ask(home.resolve("none")).code());
    }
}
