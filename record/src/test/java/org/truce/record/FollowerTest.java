package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.record.store.Disk;

/** Copies that follow a record. */
class FollowerTest {
    @TempDir
    private Path home;

    private Field field = new Field(Path.of(""));
    private Path copy = Path.of("");
    private final UUID doomed = new UUID(0x0175_b1e0_0000_7000L, 0x8000_0000_0000_ffffL);

    @BeforeEach
    void aRecordOfThreeHundred() throws IOException {
        field = new Field(home);
        copy = home.resolve("copy");
        field.create().close();
        grow(1);
        try (TruceRecord record = field.write()) {
            record.append(List.of(field.attached(doomed, Field.PUBLIC, new byte[] {1, 2, 3}, new byte[70_000])));
        }
        grow(298);
    }

    private void grow(int count) throws IOException {
        try (TruceRecord record = field.write()) {
            List<Candidate> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Audience audience = i % 3 == 0 ? Field.MISSION : Field.PUBLIC;
                all.add(field.concern(audience, "Post " + i + " is manned."));
            }
            record.append(all);
        }
    }

    private Follower follower(Source source, Audience audience) {
        return new Follower(copy, source, Optional.empty(), audience, Disk.real(), _ -> {});
    }

    private Follower.Update follow(Audience audience) throws IOException {
        return follower(Source.of(field.dir), audience).update();
    }

    private void right() throws IOException {
        Verification found = TruceRecord.verify(copy, Optional.empty());
        assertTrue(found.isRight(), found.problems().toString());
    }

    private static Map<String, byte[]> files(Path dir) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = dir.relativize(file).toString();
                if (!name.startsWith("cache")) {
                    all.put(name, Files.readAllBytes(file));
                }
            }
        }
        return all;
    }

    private void same() throws IOException {
        Map<String, byte[]> one = files(field.dir);
        Map<String, byte[]> other = files(copy);
        assertEquals(one.keySet(), other.keySet());
        one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
    }

    @Test
    void aCopyOfEverythingIsTheRecordToTheByteHoweverItGrows() throws IOException {
        follow(Field.MISSION);
        same();
        for (int count : List.of(1, 5, 206, 1, 255, 256, 3)) {
            grow(count);
            Follower.Update update = follow(Field.MISSION);
            assertEquals(count, update.after() - update.before());
            right();
            same();
        }
        assertEquals(follow(Field.MISSION).before(), follow(Field.MISSION).after());
    }

    @Test
    void whatAnAudienceMayNotReadStaysWithheld() throws IOException {
        follow(Field.PUBLIC);
        right();
        assertEquals(
                List.of("public"),
                new org.truce.record.store.Layout(copy)
                        .stores().stream().map(Object::toString).toList());
        Verification found = TruceRecord.verify(copy, Optional.empty());
        assertEquals(101, found.withheld(), found.toString());
        follow(Field.MISSION);
        right();
        assertEquals(
                0, TruceRecord.verify(copy, Optional.empty()).withheld(), "a store that comes later is taken whole");
        same();
    }

    @Test
    void whatWasDestroyedGoesFromTheCopyToo() throws IOException {
        follow(Field.MISSION);
        long attachments = TruceRecord.verify(copy, Optional.empty()).attachments();
        try (TruceRecord record = field.write()) {
            record.append(List.of(field.destroying(doomed)));
        }
        follow(Field.MISSION);
        right();
        same();
        assertEquals(2, attachments);
        assertEquals(0, TruceRecord.verify(copy, Optional.empty()).attachments());
    }

    /** A source that fails at the n-th question, and the half of a download before that. */
    private Source cutOff(int questions) {
        Source real = Source.of(field.dir);
        int[] left = {questions};
        return new Source() {
            private void step() throws IOException {
                if (left[0]-- == 0) {
                    throw new IOException("cut off");
                }
            }

            @Override
            public Optional<byte[]> get(String name, int most) throws IOException {
                step();
                return real.get(name, most);
            }

            @Override
            public boolean download(String name, Path to) throws IOException {
                if (left[0] == 0) {
                    byte[] all = Files.readAllBytes(field.dir.resolve(name));
                    Files.write(to, java.util.Arrays.copyOf(all, all.length / 2));
                }
                step();
                return real.download(name, to);
            }

            @Override
            public List<String> stores() throws IOException {
                return real.stores();
            }
        };
    }

    @Test
    void cutOffAnywhereItShowsNothingHalfAndGoesOn() throws IOException {
        int cuts = 0;
        for (int questions = 0; ; questions++) {
            try {
                follower(cutOff(questions), Field.MISSION).update();
                break;
            } catch (IOException e) {
                cuts++;
                assertFalse(Files.exists(copy.resolve("checkpoint")), "after " + questions);
            }
        }
        assertTrue(cuts > 10, cuts + " cuts");
        same();
        grow(300);
        for (int questions = 0; ; questions++) {
            try {
                follower(cutOff(questions), Field.MISSION).update();
                break;
            } catch (IOException e) {
                right();
                assertEquals(
                        300,
                        TruceRecord.verify(copy, Optional.empty())
                                .checkpoint()
                                .orElseThrow()
                                .size());
            }
        }
        same();
    }

    @Test
    void aLyingSourceIsFoundOutWhateverFileItChanges() throws IOException {
        follow(Field.MISSION);
        Path old = home.resolve("old");
        DamageTest.copy(copy, old);
        grow(300);
        Source real = Source.of(field.dir);
        for (String name : files(field.dir).keySet()) {
            byte[] right = Files.readAllBytes(field.dir.resolve(name));
            for (int at : new int[] {0, right.length / 2, right.length - 1}) {
                byte[] wrong = right.clone();
                wrong[at] ^= 1;
                Files.write(field.dir.resolve(name), wrong);
                try {
                    follower(real, Field.MISSION).update();
                    // It was not asked for: the copy made this file itself, or had it before.
                    Files.write(field.dir.resolve(name), right);
                    same();
                } catch (ProblemException e) {
                    assertEquals(
                            300,
                            TruceRecord.verify(copy, Optional.empty())
                                    .checkpoint()
                                    .orElseThrow()
                                    .size());
                }
                Files.write(field.dir.resolve(name), right);
                right();
                Files.move(copy, home.resolve(name.replace('/', '_') + at));
                DamageTest.copy(old, copy);
            }
        }
    }

    @Test
    void twoHistoriesByOneKeyAreToldAndKept() throws IOException {
        Path before = home.resolve("before");
        DamageTest.copy(field.dir, before);
        grow(1);
        follow(Field.MISSION);
        Files.move(field.dir, home.resolve("first"));
        DamageTest.copy(before, field.dir);
        try (TruceRecord record = field.write()) {
            record.append(List.of(field.concern(Field.PUBLIC, "Nothing happened.")));
        }
        assertEquals("history-differs", refused().problem().code());
        grow(5);
        assertEquals("history-differs", refused().problem().code());
        right();
        assertTrue(Files.exists(copy.resolve("cache/forked-checkpoint.306")));
    }

    private ProblemException refused() {
        return assertThrows(ProblemException.class, () -> follow(Field.MISSION));
    }

    @Test
    void aSourceThatIsBehindOrNoRecordTakesNothingAway() throws IOException {
        Path before = home.resolve("before");
        DamageTest.copy(field.dir, before);
        grow(7);
        follow(Field.MISSION);
        Follower.Update update = follower(Source.of(before), Field.MISSION).update();
        assertEquals(300, update.source());
        assertEquals(307, update.after());
        copy = home.resolve("another");
        ProblemException none = assertThrows(
                ProblemException.class,
                () -> follower(Source.of(home.resolve("nothing")), Field.MISSION)
                        .update());
        assertEquals("no-source", none.problem().code());
    }

    @Test
    void aKeyThatIsNotTheOneNamedIsRefused() throws IOException {
        var other = org.truce.record.tlog.SigningKey.of("other", new byte[32]).verifier();
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> new Follower(copy, Source.of(field.dir), Optional.of(other), Field.PUBLIC, Disk.real(), _ -> {})
                        .update());
        assertEquals("key-differs", refused.problem().code());
        assertFalse(Files.exists(copy.resolve("vkey")));
    }
}
