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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.model.ProblemException;
import org.truce.record.store.Disk;
import org.truce.record.store.Item;
import org.truce.record.store.Journal;
import org.truce.record.store.StoreName;

/** What was acknowledged survives whatever stops the writer, wherever; what was not is whole or absent. */
@org.junit.jupiter.api.Tag("slow")
class CrashTest {
    /** Every step is tried with {@code -Dtruce.long=true}; otherwise one in seven, and of bytes one in three. */
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

    /** What a writer that was killed leaves: an empty record, and a journal of three batches of one entry each. */
    private static List<Long> killed(Field field) throws IOException {
        field.create().close();
        return journal(field, 0);
    }

    /** A journal of three batches of one entry each; where each of them ends. */
    static List<Long> journal(Field field, long first) throws IOException {
        Journal journal = new Journal(field.dir.resolve("journal"), Disk.real());
        List<Long> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Candidate candidate = field.attached(field.id(), Field.PUBLIC, new byte[] {(byte) i});
            Attachment file = candidate.attachments().getFirst();
            Item.Present item = new Item.Present(
                    Field.START.toEpochMilli() + 1_000 * first,
                    new byte[32],
                    List.of(file.sha256()),
                    candidate.content().bytes());
            var attached = new Journal.Attached(file.sha256(), file.length(), file.source());
            journal.append(first + i, List.of(new Journal.Addition(StoreName.PUBLIC, item, List.of(attached))));
            ends.add(Files.size(segments(field.dir).getLast()));
        }
        return ends;
    }

    @Test
    void aJournalCutAtEveryByteKeepsEveryWholeBatch() throws IOException {
        Field field = new Field(home);
        List<Long> ends = killed(field);
        assertEquals(3, field.verify().pending());
        assertEquals(List.of(), field.verify().problems());
        Path segment = segments(field.dir).getFirst();
        byte[] whole = Files.readAllBytes(segment);
        for (int cut = 0; cut <= whole.length; cut++) {
            Files.write(segment, Arrays.copyOf(whole, cut));
            int length = cut;
            try (TruceRecord record = field.read()) {
                assertEquals(ends.stream().filter(it -> it <= length).count(), record.size(), "cut at " + cut);
            }
        }
        for (int at = 0; at < whole.length; at += Math.min(STRIDE, 3)) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(segment, changed);
            assertTrue(field.verify().found() > 0, "byte " + at);
            if (at < ends.get(1)) {
                String code = assertThrows(ProblemException.class, field::write)
                        .problem()
                        .code();
                assertEquals("journal-damaged", code, "byte " + at);
            }
        }
        Files.write(segment, Arrays.copyOf(whole, whole.length - 3));
        assertEquals("journal-torn", field.verify().problems().getFirst().code());
        field.write().close();
        assertEquals(List.of(), field.verify().problems());
        try (TruceRecord record = field.read()) {
            assertEquals(2, record.size());
        }
    }

    private static List<Path> segments(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir.resolve("journal"))) {
            return files.sorted().toList();
        }
    }

    @RepeatedTest(3)
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
            List<String> kept = new ArrayList<>();
            record.forEach(
                    0,
                    1600,
                    Field.MISSION,
                    it -> kept.add(((Kept.Present) it).content().toString()));
            assertEquals(
                    work.stream()
                            .flatMap(List::stream)
                            .map(it -> it.content().toString())
                            .sorted()
                            .toList(),
                    kept.stream().sorted().toList());
        }
        assertEquals(List.of(), field.verify().problems());
    }
}
