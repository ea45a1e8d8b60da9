package org.truce.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.reading.Reading;

class ReliabilityTest {
    private static List<Outcome> outcomes(String rule, double confidence, int right, int of) {
        List<Outcome> out = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            out.add(new Outcome("date", "ru", new Reading.Explanation(rule, confidence), i < right));
        }
        return out;
    }

    @Test
    void theErrorIsTheMeanDistanceOfConfidenceAndShare() {
        List<Outcome> all = new ArrayList<>(outcomes("a", 0.75, 6, 10));
        all.addAll(outcomes("b", 0.25, 10, 30));
        assertEquals(0.25 * 0.15 + 0.75 * (1.0 / 3 - 0.25), Reliability.error(all), 1e-12);
        assertEquals(2, Reliability.of(all).size());
        assertEquals(0, Reliability.error(outcomes("a", 1, 5, 5)));
    }

    @Test
    void aFitKeepsGroupsThatSaySomethingAndExpectsLessOfNewReports() {
        List<Outcome> all = new ArrayList<>(outcomes("month.day", 0, 38, 40));
        all.addAll(outcomes("month.year", 0, 2, 3));
        String lines = ConfidenceFit.lines(all, new Optimism(0));
        assertTrue(lines.contains("date\t*\t*\t40.0\t43\n"), lines);
        assertTrue(lines.contains("date\tmonth.day\tru\t38.0\t40\n"), lines);
        assertTrue(!lines.contains("month.year"), lines);
        String less = ConfidenceFit.lines(all, new Optimism(60));
        assertTrue(!less.contains("date\t*\t*\t40.0\t43\n"), less);
        assertTrue(new Optimism(30).expected("date", 38, 40) < new Optimism(300).expected("date", 38, 40));
    }
}
