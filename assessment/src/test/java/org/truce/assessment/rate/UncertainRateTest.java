package org.truce.assessment.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.Invalid;

/** Rates where the coverage is known with an error. */
class UncertainRateTest {
    /** methods.md §1.1: 20 incidents in 30 days at coverage .5; for 1.89 there, Γ(20.5) has its quantile at 28.471 / 15. */
    @ParameterizedTest
    @CsvSource({"0, .91, 1.898", ".1, .83, 2.28", ".2, .71, 4.10"})
    void uncertainCoverageWidensEverything(double error, double low, double high) {
        UncertainRate rate = UncertainRate.of(20, 30, new Coverage(.5, error));
        assertEquals(low, rate.quantile(.05), .0051);
        assertEquals(high, rate.quantile(.95), .0051);
    }

    @Test
    void anExactCoverageIsTheRateItself() {
        UncertainRate uncertain = UncertainRate.of(7, 21, new Coverage(.6, 0));
        Rate exact = new Rate(7, 21 * .6);
        assertEquals(exact.quantile(.05), uncertain.quantile(.05), 1e-12);
        assertEquals(exact.exceeds(1), uncertain.exceeds(1), 0);
        assertEquals(
                Rate.upper95(12.6), UncertainRate.of(0, 21, new Coverage(.6, 0)).upper95AfterNone(), 1e-10);
    }

    @Test
    void knownValuesOfTheIncompleteBeta() {
        // I(1, b) = 1 - (1-x)^b; I(2, 3) at .4 = .5248 (a binomial tail: 4 trials, at least 2).
        assertEquals(1 - StrictMath.pow(.7, 5), Beta.lower(1, 5, .3), 1e-13);
        assertEquals(.5248, Beta.lower(2, 3, .4), 1e-12);
        for (double p : new double[] {.001, .3, .999}) {
            assertEquals(p, Beta.lower(7.5, 2.25, Beta.quantile(7.5, 2.25, p)), 1e-11);
        }
    }

    /** Vigna's splitmix64.c with seed 1234567. */
    @Test
    void theGeneratorIsTheOneThatWasPublished() {
        Draws draws = new Draws(1_234_567);
        assertEquals(6_457_827_717_110_365_317L, draws.next());
        assertEquals(3_203_168_211_198_807_973L, draws.next());
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1", "5, 1", "80, 1", "2, 3", "0.5, 6"})
    void countsHaveTheirMeanAndDispersion(double mean, double dispersion) {
        Draws draws = Draws.of(1, 2, 3);
        int runs = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < runs; i++) {
            int count = draws.count(mean, dispersion);
            sum += count;
            squares += (double) count * count;
        }
        double found = sum / runs;
        assertEquals(mean, found, 5 * StrictMath.sqrt(mean * dispersion / runs));
        assertEquals(dispersion, (squares / runs - found * found) / found, .06 * dispersion);
    }

    /** A short form of what {@code quality/run assessment} measures: rates, lengths and coverages over their ranges. */
    @Test
    void ninetyPercentIntervalsCoverNinetyPercent() {
        Draws draws = Draws.of(20_201_110, 5);
        int runs = 1500;
        int covered = 0;
        for (int i = 0; i < runs; i++) {
            double rate = .05 * StrictMath.pow(100, draws.share());
            double days = 7 + 83 * draws.share();
            Coverage coverage = Coverage.within(.2 + .7 * draws.share(), .02 + .08 * draws.share());
            double size = coverage.mean() * (1 - coverage.mean()) / (coverage.error() * coverage.error()) - 1;
            double truth = draws.beta(coverage.mean() * size, (1 - coverage.mean()) * size);
            UncertainRate known = UncertainRate.of(draws.poisson(rate * days * truth), days, coverage);
            // The distribution function at the truth lies between the two quantiles: cheaper than finding them.
            double below = 1 - known.exceeds(rate);
            covered += below >= .05 && below <= .95 ? 1 : 0;
        }
        // The standard error of 1,500 runs is .008.
        assertEquals(.90, (double) covered / runs, .02);
    }

    @Test
    void withoutWatchingNothingIsExcludedAndNothingIsNaN() {
        UncertainRate nothing = UncertainRate.of(0, 14, Coverage.within(0, .1));
        assertFalse(nothing.observed());
        assertEquals(1, nothing.exceeds(.5));
        assertEquals(0, nothing.power(.5));
        assertThrows(Invalid.class, () -> nothing.quantile(.5));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(Invalid.class, () -> new Coverage(1.2, 0));
        assertThrows(Invalid.class, () -> new Coverage(-.1, 0));
        assertThrows(Invalid.class, () -> new Coverage(Double.NaN, 0));
        assertThrows(Invalid.class, () -> new Coverage(.5, .6));
        assertThrows(Invalid.class, () -> Coverage.within(.5, Double.NaN));
        assertThrows(Invalid.class, () -> UncertainRate.of(1, 0, new Coverage(.5, 0)));
        assertTrue(Coverage.within(.99, .3).error() < .05);
    }
}
