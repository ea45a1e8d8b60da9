package org.truce.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small list of a million lines gives back what a large one would. */
class FoundListTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1_000, 65_536, 65_537, 200_000})
    void turnsAreThoseOfAStableSort(int size) {
        SplittableRandom random = new SplittableRandom(size);
        List<Found> plain = new ArrayList<>();
        FoundList list = new FoundList();
        for (int i = 0; i < size; i++) {
            Path file = Path.of(i < size / 2 ? "a.jsonl" : "b.jsonl");
            Found found = new Found(
                    file,
                    i + 1,
                    random.nextLong(1L << 40),
                    random.nextInt(1 << 20),
                    Instant.ofEpochMilli(random.nextInt(5_000)));
            plain.add(found);
            list.add(found);
        }
        assertEquals(plain, all(list), "as they were added");
        list.sortByStated();
        plain.sort(Comparator.comparing(Found::stated));
        assertEquals(plain, all(list));
    }

    private static List<Found> all(FoundList list) {
        return IntStream.range(0, list.size()).mapToObj(list::get).toList();
    }
}
