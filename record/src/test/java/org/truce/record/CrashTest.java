package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.model.ProblemException;

/** What was acknowledged survives whatever stops the writer, wherever; what was not is whole or absent. */
class CrashTest {
    /** Every step is tried with {@code -Dtruce.long=true}; otherwise one in seven. */
    private static final int STRIDE = Boolean.getBoolean("truce.long") ? 1 : 7;

    @TempDir
    Path home;

    /** Does a writer's day; returns what was acknowledged, whether or not the disk died. */
    private static List<Candidate> day(Field field, FailingDisk disk) throws IOException {
        List<Candidate> acknowledged = new ArrayList<>();
        UUID secret = field.id();
        List<List<Candidate>> batches = List.of(
                field.many(3),
                List.of(field.attached(secret, Field.MISSION, "file".getBytes(StandardCharsets.UTF_8))),
                field.many(3),
                List.of(field.destroying(secret)),
                field.many(2));
        try (TruceRecord record = TruceRecord.openForWriting(field.dir, field.keys(), field.surroundings(disk))) {
            for (List<Candidate> batch : batches) {
                for (Outcome outcome : record.append(batch)) {
                    assertInstanceOf(Outcome.Appended.class, outcome);
                }
                acknowledged.addAll(batch);
                record.publish();
            }
        } catch (IOException e) {
            // the disk died, and so may have the closing
        }
        return acknowledged;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDiskFailsAtAnyStep(boolean forGood) throws IOException {
        Field first = new Field(home.resolve("first"));
        try (TruceRecord record = first.create()) {
            record.append(first.many(250));
        }
        long steps = Long.MAX_VALUE;
        for (long fail = 0; fail < steps; fail += STRIDE) {
            Field field = new Field(home.resolve(forGood + "-" + fail));
            DamageTest.copy(first.home, field.home);
            field.skip(first);
            FailingDisk disk = new FailingDisk(fail, forGood);
            List<Candidate> acknowledged = day(field, disk);
            steps = disk.steps() <= fail ? 0 : steps;
            String when = "step " + fail;
            try (TruceRecord record = field.read()) {
                check(record, acknowledged, when);
            }
            try (TruceRecord record = field.write()) {
                check(record, acknowledged, when);
                assertInstanceOf(
                        Outcome.Appended.class, record.append(field.many(1)).getFirst(), when);
            }
            assertEquals(List.of(), field.verify().problems(), when);
            TruceRecordTest.delete(field.home);
        }
    }

    private static void check(TruceRecord record, List<Candidate> acknowledged, String when) throws IOException {
        assertTrue(record.size() >= 250 + acknowledged.size(), when);
        for (int i = 0; i < acknowledged.size(); i++) {
            Kept kept = record.read(250 + i, Field.MISSION);
            if (kept instanceof Kept.Present present) {
                assertEquals(acknowledged.get(i).content(), present.content(), when);
            } else {
                assertInstanceOf(Kept.Destroyed.class, kept, when);
            }
        }
    }

    @Test
    void aJournalCutAtEveryByteKeepsEveryWholeBatch() throws IOException {
        Field field = new Field(home);
        List<Long> ends = new ArrayList<>();
        Path crashed = home.resolve("crashed");
        try (TruceRecord record = field.create()) {
            record.publish();
            for (int i = 0; i < 4; i++) {
                record.append(List.of(
                        field.attached(field.id(), Field.PUBLIC, new byte[] {(byte) i}),
                        field.concern(Field.MISSION, "x")));
                ends.add(journalBytes(field.dir));
            }
            DamageTest.copy(field.dir, crashed);
        }
        if (Files.readAllBytes(crashed.resolve("checkpoint")).length == 0
                || segments(crashed).size() != 1
                || ends.getFirst() == 0) {
            return; // the publisher came in between; the other tests cover that
        }
        Path segment = segments(crashed).getFirst();
        byte[] whole = Files.readAllBytes(segment);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(segment, Arrays.copyOf(whole, cut));
            int length = cut;
            long batches = ends.stream().filter(it -> it <= length).count();
            try (TruceRecord record = TruceRecord.open(crashed)) {
                assertEquals(2 * batches, record.size(), "cut at " + cut);
            }
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(segment, changed);
            assertTrue(TruceRecord.verify(crashed, java.util.Optional.empty()).found() > 0, "byte " + at);
            if (at < ends.get(2)) {
                String code = assertThrows(ProblemException.class, () -> reopen(field, crashed))
                        .problem()
                        .code();
                assertEquals("journal-damaged", code, "byte " + at);
            }
        }
        Files.write(segment, Arrays.copyOf(whole, whole.length - 3));
        reopen(field, crashed);
        assertEquals(
                List.of(),
                TruceRecord.verify(crashed, java.util.Optional.empty()).problems());
        try (TruceRecord record = TruceRecord.open(crashed)) {
            assertEquals(6, record.size());
        }
    }

    private static void reopen(Field field, Path dir) throws IOException {
        TruceRecord.openForWriting(dir, field.keys(), field.surroundings()).close();
    }

    private static List<Path> segments(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("journal"))) {
            return files.sorted().toList();
        }
    }

    private static long journalBytes(Path dir) throws IOException {
        long bytes = 0;
        for (Path segment : segments(dir)) {
            bytes += Files.size(segment);
        }
        return bytes;
    }

    @Test
    void manyCallersAtOnceAreAllServedOnceWhileReadersRead() throws Exception {
        Field field = new Field(home);
        List<List<Candidate>> work = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            work.add(field.many(100));
        }
        try (TruceRecord record = field.create();
                TruceRecord other = field.read()) {
            List<Thread> threads = new ArrayList<>();
            List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
            for (List<Candidate> mine : work) {
                threads.add(Thread.ofPlatform().start(() -> {
                    try {
                        for (Candidate candidate : mine) {
                            var appended = (Outcome.Appended)
                                    record.append(List.of(candidate)).getFirst();
                            var kept = (Kept.Present) record.read(appended.index(), Field.MISSION);
                            assertEquals(candidate.content(), kept.content());
                        }
                    } catch (Throwable e) {
                        failures.add(e);
                    }
                }));
            }
            while (threads.stream().anyMatch(Thread::isAlive)) {
                other.refresh();
                other.forEach(0, other.size(), Field.MISSION, it -> assertInstanceOf(Kept.Present.class, it));
                assertEquals(List.of(), field.verify().problems());
            }
            assertEquals(List.of(), failures);
            assertEquals(1600, record.size());
        }
        assertEquals(List.of(), field.verify().problems());
    }
}
