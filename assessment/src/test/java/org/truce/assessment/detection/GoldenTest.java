package org.truce.assessment.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.Invalid;

/** Golden values of methods.md §1.5 to §1.7, to the printed digits. */
class GoldenTest {
    /** Disasters in British coal mines by year, 1851 to 1961: 191 (Jarrett 1979). */
    private static final int[] COAL = {
        4, 5, 4, 0, 1, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4, 2,
        1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0,
        0, 0, 1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1
    };

    private static final Daily MINES = new Daily(COAL, filled(COAL.length));

    private static double[] filled(int days) {
        double[] all = new double[days];
        Arrays.fill(all, 1);
        return all;
    }

    @Test
    void coalMiningDisastersChangedOnce() {
        SingleChange change = SingleChange.of(MINES, 1, 1);
        assertEquals(1892, 1851 + change.first());
        assertEquals(.24, change.probability(), .006);
        assertEquals(1887, 1851 + change.low());
        assertEquals(1895, 1851 + change.high());
        assertEquals(28.17, change.logBayesFactor(), .005);
    }

    @Test
    void theRunLengthsSeeTheChangeOfTheMines() {
        RunLengths lengths = new RunLengths(1, 0, 0, 100);
        double in1898 = 0;
        double in1900 = 0;
        for (int year = 1851; year <= 1900; year++) {
            lengths.step(COAL[year - 1851], 1);
            in1898 = year == 1898 ? lengths.below(2.07) : in1898;
            in1900 = lengths.below(2.07);
        }
        assertEquals(.87, in1898, .005);
        assertEquals(.98, in1900, .005);
    }

    @Test
    void theLikelihoodOfSixEvents() {
        Hawkes hawkes = new Hawkes(new double[] {1, 2, 4, 7, 7.5, 11}, filled(12));
        assertEquals(-11.982665, hawkes.logLikelihood(.3, .5, 1), 5e-7);
        assertEquals(6.406938, hawkes.compensator(.3, .5, 1), 5e-7);
    }

    /** The sum over all pairs, with a coverage that changes from day to day; integrated in small steps. */
    @Test
    void theLikelihoodUnderACoverageIsThatOfTheSumOverAllPairs() {
        double[] times = {0.2, 1.5, 1.5, 3.9};
        double[] coverage = {1, .5, .25, .75, 1};
        double mean = .7;
        double mu = .4;
        double n = .6;
        double beta = 1.7;
        double sum = 0;
        for (double time : times) {
            sum += StrictMath.log(coverage[(int) time] / mean * intensity(times, time, mu, n, beta));
        }
        int steps = 500_000;
        for (int i = 0; i < steps; i++) {
            double time = (i + .5) * 5 / steps;
            sum -= coverage[(int) time] / mean * intensity(times, time, mu, n, beta) * 5 / steps;
        }
        // Of two at once the second follows the first.
        sum += StrictMath.log(intensity(times, 1.5, mu, n, beta) + n * beta)
                - StrictMath.log(intensity(times, 1.5, mu, n, beta));
        assertEquals(sum, new Hawkes(times, coverage).logLikelihood(mu, n, beta), 1e-4);
    }

    private static double intensity(double[] times, double at, double mu, double n, double beta) {
        double sum = mu;
        for (double time : times) {
            sum += time < at ? n * beta * StrictMath.exp(-beta * (at - time)) : 0;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0.475, 0.5, 0.6002", "0.481, 0.5, 0.605", "0.539, 0.75, 0.589", "0.592, 0.25, 0.782"})
    void whatWasNotSeenHidesWhatSetsOffWhat(double apparent, double seen, double truth) {
        assertEquals(truth, Hawkes.corrected(apparent, seen), apparent == .475 ? 5e-5 : .012);
        assertEquals(apparent, Hawkes.apparent(Hawkes.corrected(apparent, seen), seen), 1e-12);
    }

    @Test
    void theRatioOfAHotSpot() {
        assertEquals(4.229846, Scan.ratio(8, 2.5, 40), 5e-7);
        assertEquals(8 * StrictMath.log(8 / 2.5) - 5.5, Scan.ratio(8, 2.5, Double.POSITIVE_INFINITY), 1e-12);
        assertEquals(0, Scan.ratio(2, 2.5, 40));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(Invalid.class, () -> new Daily(new int[] {1}, new double[] {1.2}));
        assertThrows(Invalid.class, () -> new Daily(new int[] {-1}, new double[] {1}));
        assertThrows(Invalid.class, () -> new Daily(new int[] {1}, new double[] {Double.NaN}));
        assertThrows(Invalid.class, () -> new Hawkes(new double[] {1}, new double[] {0, 1}));
        assertThrows(Invalid.class, () -> new Hawkes(new double[] {3}, new double[] {1, 1}));
        assertThrows(Invalid.class, () -> new Hawkes(new double[] {Double.NaN}, new double[] {1, 1}));
        assertThrows(Invalid.class, () -> Reference.of(new Daily(new int[] {1}, new double[] {0})));
        assertThrows(Invalid.class, () -> new Calibrator.Settings(1, 1000, 0));
        assertThrows(Invalid.class, () -> Hawkes.corrected(.5, 0));
    }
}
