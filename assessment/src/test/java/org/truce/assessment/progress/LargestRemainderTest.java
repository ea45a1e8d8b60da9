package org.truce.assessment.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestRemainderTest {
    /**
     * The second row is the example of Wikipedia's "Largest remainders method" (Hare quota 10,000: whole parts 4 1 1 1 0
     * 0, then the remainders 0.70, 0.60 and 0.60). Rows three and four are that of its "Apportionment paradox": with one
     * seat more the third loses one (Alabama). In the last row each quota is 33 1/3.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 1                                | 100 | 50 50
            47000 16000 15900 12000 6000 3100  | 10  | 5 2 1 1 1 0
            6 6 2                              | 10  | 4 4 2
            6 6 2                              | 11  | 5 5 1
            0 0 0 0                            | 100 | 0 0 0 0
            0 7 0 0                            | 100 | 0 100 0 0
            2 1 2 1                            | 100 | 33 17 33 17
            1 1 1                              | 100 | 34 33 33
            """)
    void shares(String counts, int seats, String shares) {
        assertEquals(
                shares,
                LargestRemainder.share(numbers(counts), seats).stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    /**
     * The Barometer of November 2021 printed 30, 19, 37 and 15 %, each rounded by itself: 101 together. Of 200 things 59,
     * 39, 73 and 29 are 29.5, 19.5, 36.5 and 14.5 %, which would make 102. The whole parts make 98; all remainders are
     * alike, and the first two come first.
     */
    @Test
    void shareOfTheBarometer() {
        assertEquals(List.of(30, 20, 36, 14), LargestRemainder.percent(List.of(59, 39, 73, 29)));
    }

    /** They add up, and none is as far as 1 from its quota. */
    @Test
    void theyAddUpAndKeepTheQuota() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            List<Integer> counts = IntStream.range(0, random.nextInt(1, 9))
                    .mapToObj(_ -> random.nextInt(0, 1_000_000))
                    .toList();
            double sum = counts.stream().mapToInt(Integer::intValue).sum();
            List<Integer> percent = LargestRemainder.percent(counts);
            if (sum > 0) {
                assertEquals(100, percent.stream().mapToInt(Integer::intValue).sum());
                for (int k = 0; k < counts.size(); k++) {
                    assertTrue(Math.abs(percent.get(k) - 100 * counts.get(k) / sum) < 1, counts + " " + percent);
                }
            }
        }
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
    }
}
