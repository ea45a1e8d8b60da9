package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;

/** Many callers at once: each is told the truth, and each entry is there once. */
class ManyCallersTest {
    private static final int CALLERS = 48;
    private static final int EACH = 60;

    @TempDir
    Path home;

    /** What a caller was told of each of its entries. */
    private static Map<Candidate, Long> call(TruceRecord record, List<Candidate> candidates) throws IOException {
        Map<Candidate, Long> told = new HashMap<>();
        for (int i = 0; i < candidates.size(); i += 1 + i % 3) {
            List<Candidate> some = candidates.subList(i, Math.min(candidates.size(), i + 1 + i % 3));
            List<Outcome> outcomes = record.append(some);
            for (int j = 0; j < some.size(); j++) {
                told.put(some.get(j), index(outcomes.get(j)));
            }
        }
        return told;
    }

    private static long index(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Appended it -> it.index();
            case Outcome.Known it -> it.index();
            case Outcome.Refused it -> throw new AssertionError(it);
        };
    }

    @Test
    void eachIsToldTheTruthAndNothingIsThereTwice() throws IOException, InterruptedException, ExecutionException {
        Field field = new Field(home);
        List<Candidate> everybodys = field.many(EACH);
        List<List<Candidate>> all = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            List<Candidate> mine = new ArrayList<>(field.many(EACH));
            mine.addAll(caller % 2 * 30, everybodys);
            all.add(mine);
        }
        Map<Candidate, Long> told = new HashMap<>();
        try (TruceRecord record = field.create();
                ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1)) {
            List<Future<Map<Candidate, Long>>> calls = new ArrayList<>();
            for (List<Candidate> mine : all) {
                calls.add(threads.submit(() -> call(record, mine)));
            }
            Future<?> publishing = threads.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    record.publish();
                }
                return record;
            });
            for (Future<Map<Candidate, Long>> call : calls) {
                call.get()
                        .forEach((candidate, index) -> assertEquals(index, told.merge(candidate, index, (a, _) -> a)));
            }
            publishing.get();
            assertEquals((CALLERS + 1L) * EACH, record.size());
        }
        assertEquals((CALLERS + 1) * EACH, told.values().stream().distinct().count());
        try (TruceRecord record = field.read()) {
            for (Map.Entry<Candidate, Long> one : told.entrySet()) {
                Kept.Present kept = (Kept.Present) record.read(one.getValue(), Audience.Group.MISSION);
                assertArrayEquals(one.getKey().content().bytes(), kept.content().bytes());
            }
        }
        assertEquals(List.of(), field.verify().problems());
    }

    @Test
    void aCallerThatIsInterruptedIsServedAllTheSame() throws IOException {
        Field field = new Field(home);
        try (TruceRecord record = field.create()) {
            for (int i = 0; i < 5; i++) {
                Thread.currentThread().interrupt();
                List<Outcome> outcomes = record.append(field.many(2));
                assertTrue(Thread.interrupted(), "the interruption was swallowed");
                assertEquals(2L * i, index(outcomes.getFirst()));
            }
        }
    }

    @Test
    void rowsAreNotBuiltFromWhatDoesNotMatchItsCommitment() throws IOException {
        Field field = new Field(home);
        try (TruceRecord record = field.create()) {
            record.append(field.many(3_000));
        }
        for (String range : List.of("003", "011.p/184")) {
            Path file = field.dir.resolve("contents/public/entries/" + range);
            byte[] bytes = Files.readAllBytes(file);
            byte[] changed = bytes.clone();
            changed[bytes.length - 2] ^= 1;
            Files.write(file, changed);
            try (TruceRecord record = field.read()) {
                ProblemException refused =
                        assertThrows(ProblemException.class, () -> record.sizeRecordedBy(Field.START));
                assertEquals("damaged-record", refused.problem().code());
            }
            Files.write(file, bytes);
        }
        try (TruceRecord record = field.read()) {
            assertEquals(3_000, record.sizeRecordedBy(Field.START.plusSeconds(1_000_000)));
        }
    }
}
