package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows answer the same in whatever memory they lie, and links as a map does. */
class RowsTest {
    private static final int MANY = 90_000;

    @TempDir
    Path home;

    private static Rows.Row row(long i) {
        return new Rows.Row(new UUID(7000, i * 31), i, i / 2, i % 3 == 2 ? i - 1 : -1, true, i % 9 == 2, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "nowhere"})
    void manyRowsLieOutsideTheHeapAndLeaveNoFile(String directory) throws IOException {
        Path cache = directory.equals("cache") ? home.resolve(directory) : Files.createFile(home.resolve("a file"));
        Rows rows = new Rows(cache);
        for (long i = 0; i < MANY; i++) {
            rows.add(row(i));
        }
        rows.truncate(MANY - 10_000);
        for (long i = MANY - 10_000; i < MANY; i++) {
            rows.add(row(i));
        }
        for (long i = 0; i < MANY; i++) {
            assertEquals(i, rows.find(new UUID(7000, i * 31)).orElseThrow());
            assertEquals(i, rows.recorded(i));
            assertEquals(i % 3 == 1 && i + 1 < MANY ? i + 1 : i, rows.head(i));
        }
        assertFalse(rows.find(new UUID(7000, 1)).isPresent());
        assertEquals(501, rows.recordedUntil(500, MANY));
        if (Files.isDirectory(cache)) {
            try (Stream<Path> left = Files.list(cache)) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    @Test
    void linksAnswerAsAMapDoes() {
        Random random = new Random(3);
        Links links = new Links();
        Map<Long, Long> expected = new HashMap<>();
        for (int row = 1; row < 20_000; row++) {
            long replaced = random.nextInt(row);
            if (random.nextInt(3) == 0 && !expected.containsKey(replaced)) {
                links.put(replaced, row);
                expected.put(replaced, (long) row);
            }
            if (row % 5_000 == 0) {
                long length = row - 700L;
                links.truncate(length);
                expected.values().removeIf(by -> by >= length);
            }
        }
        for (long row = 0; row < 20_000; row++) {
            assertEquals(expected.getOrDefault(row, -1L), links.by(row));
        }
    }
}
