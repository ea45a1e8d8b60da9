package org.truce.assessment.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assessment.rate.Draws;

/** The most likely parameters of a self-exciting process. */
class HawkesFitTest {
    private static double[] full(int days) {
        double[] coverage = new double[days];
        Arrays.fill(coverage, 1);
        return coverage;
    }

    private static double[] history(double ratio, int days, long seed) {
        Draws draws = new Draws(seed);
        List<Double> times = new ArrayList<>();
        int first = draws.poisson((1 - ratio) * days);
        for (int i = 0; i < first; i++) {
            times.add(draws.share() * days);
        }
        for (int i = 0; i < times.size(); i++) {
            for (int j = draws.poisson(ratio); j > 0; j--) {
                double time = times.get(i) + draws.exponential();
                if (time < days) {
                    times.add(time);
                }
            }
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .3, .6, .8})
    void theTruthIsFoundInManyEvents(double ratio) {
        HawkesFit fit = new Hawkes(history(ratio, 5000, 7), full(5000)).fit();
        assertEquals(ratio, fit.ratio(), .06);
        assertEquals(1 - ratio, fit.background(), .08);
    }

    /** No neighbour is likelier. */
    @Test
    void nothingNearIsLikelier() {
        Hawkes hawkes = new Hawkes(history(.5, 400, 11), full(400));
        HawkesFit fit = hawkes.fit();
        assertEquals(fit.logLikelihood(), hawkes.logLikelihood(fit.background(), fit.ratio(), 1 / fit.lagDays()), 1e-9);
        for (double by : new double[] {.98, 1.02}) {
            assertTrue(
                    hawkes.logLikelihood(fit.background() * by, fit.ratio(), 1 / fit.lagDays()) < fit.logLikelihood());
            assertTrue(
                    hawkes.logLikelihood(fit.background(), fit.ratio() * by, 1 / fit.lagDays()) < fit.logLikelihood());
            assertTrue(hawkes.logLikelihood(fit.background(), fit.ratio(), by / fit.lagDays())
                    <= fit.logLikelihood() + 1e-3);
        }
    }

    @Test
    void fewEventsHaveADefinedAnswer() {
        for (double[] times : new double[][] {{}, {3}, {3, 3, 3}, {9.999, 10}}) {
            HawkesFit fit = new Hawkes(times, full(10)).fit();
            for (double one : new double[] {fit.background(), fit.ratio(), fit.lagDays(), fit.logLikelihood()}) {
                assertTrue(Double.isFinite(one), () -> Arrays.toString(times) + " " + fit);
            }
        }
    }
}
