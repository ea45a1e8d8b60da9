package org.truce.simulation.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;

/** {@code mvn -pl simulation -am test -Dtruce.samples=write} writes the sample anew; otherwise a byte that differs fails. */
class ExerciseTest {
    private static final Path SAMPLE =
            Path.of(Objects.requireNonNull(System.getProperty("truce.root")), "samples", "exercise");

    @Test
    void theSampleIsWhatTheProgramWrites() throws IOException {
        Map<String, byte[]> files = Exercise.files();
        if ("write".equals(System.getProperty("truce.samples"))) {
            Files.createDirectories(SAMPLE);
            for (Path old : sheets()) {
                Files.delete(old);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(SAMPLE.resolve(file.getKey()), file.getValue());
            }
        }
        Set<String> there = new TreeSet<>();
        sheets().forEach(file -> there.add(String.valueOf(file.getFileName())));
        assertEquals(files.keySet(), there);
        for (Path file : sheets()) {
            byte[] written = Objects.requireNonNull(files.get(String.valueOf(file.getFileName())));
            assertEquals(new String(written, UTF_8), Files.readString(file), file + " differs from what is written");
        }
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> all = Files.list(SAMPLE)) {
            return all.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyEntryIsReadStrictlyAndReplacesOnlyAnEarlierOne() {
        List<Entry> all = new ArrayList<>();
        Exercise.write().all().values().forEach(all::addAll);
        Map<UUID, Entry> byId = new TreeMap<>();
        for (Entry entry : all) {
            EntryJson.Result result = EntryJson.readStrict(EntryJson.write(entry));
            assertTrue(result instanceof EntryJson.Result.Read, () -> entry.kind() + ": " + result);
            assertEquals(null, byId.put(entry.id(), entry), "an id is there twice");
        }
        for (Entry entry : all) {
            if (entry.replaces() != null) {
                Entry before = Objects.requireNonNull(byId.get(entry.replaces().entry()));
                assertTrue(before.stated().isBefore(entry.stated()), "replaced before it was stated: " + entry.id());
                assertEquals(before.kind(), entry.kind());
            }
        }
    }

    @Test
    void itHoldsEnoughOfEveryKindForEveryAudience() {
        Map<String, Integer> kinds = new TreeMap<>();
        Set<String> audiences = new HashSet<>();
        Exercise.write().all().values().stream().flatMap(List::stream).forEach(entry -> {
            kinds.merge(entry.kind(), 1, Integer::sum);
            audiences.add(entry.audience().wire());
        });
        int total = kinds.values().stream().mapToInt(Integer::intValue).sum();
        assertTrue(total >= 2000, "only " + total);
        assertTrue(kinds.getOrDefault("Observed", 0) >= 1200, "only " + kinds);
        assertEquals(Set.of("public", "parties", "party:avelia", "party:boreth", "mission"), audiences);
        // All kinds but those of the record's own housekeeping, of stored reports and of publications.
        Set<String> missing = new TreeSet<>(org.truce.model.json.Kinds.all().keySet());
        missing.removeAll(kinds.keySet());
        missing.removeAll(Set.of(
                "ContentDestroyed",
                "KeyRotated",
                "RecordClosed",
                "PersonHeld",
                "ReportReceived",
                "ReadingReviewed",
                "PublicationReleased"));
        assertEquals(Set.of(), missing);
    }
}
