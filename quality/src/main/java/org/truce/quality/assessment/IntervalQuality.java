package org.truce.quality.assessment;

import java.util.function.Consumer;
import org.truce.assessment.rate.Coverage;
import org.truce.assessment.rate.Draws;
import org.truce.assessment.rate.UncertainRate;

/**
 * How often a 90 % interval holds the rate: rates from .05 to 5 a day (evenly on the logarithm), 7 to 90 days, coverages
 * from .2 to .9 that are known with an error of .02 to .1. Strata are thirds of each range.
 */
final class IntervalQuality {
    static final long SEED = 6_003;
    private static final int THIRDS = 3;

    private IntervalQuality() {}

    /**
     * What came of it.
     *
     * @param runs how many
     * @param covered share of all that held the rate
     * @param least share in the stratum in which it was least
     * @param where that stratum
     */
    record Covered(int runs, double covered, double least, String where) {}

    static Covered measure(int runs, Consumer<String> log) {
        int[] all = new int[THIRDS * THIRDS * THIRDS];
        int[] held = new int[all.length];
        int sum = 0;
        for (int run = 0; run < runs; run++) {
            Draws draws = Draws.of(SEED, run);
            double[] u = {draws.share(), draws.share(), draws.share()};
            double rate = .05 * StrictMath.pow(100, u[0]);
            double days = 7 + 83 * u[1];
            Coverage coverage = Coverage.within(.2 + .7 * u[2], .02 + .08 * draws.share());
            double size = coverage.mean() * (1 - coverage.mean()) / (coverage.error() * coverage.error()) - 1;
            double truth = draws.beta(coverage.mean() * size, (1 - coverage.mean()) * size);
            UncertainRate known = UncertainRate.of(draws.poisson(rate * days * truth), days, coverage);
            // Between its quantiles lies the rate where its distribution function lies between their probabilities.
            double below = 1 - known.exceeds(rate);
            int holds = below >= .05 && below <= .95 ? 1 : 0;
            int stratum = (third(u[0]) * THIRDS + third(u[1])) * THIRDS + third(u[2]);
            all[stratum]++;
            held[stratum] += holds;
            sum += holds;
        }
        double least = 1;
        String where = "";
        for (int stratum = 0; stratum < all.length; stratum++) {
            double share = (double) held[stratum] / Math.max(1, all[stratum]);
            String name = "rate third " + (stratum / 9 + 1) + ", days third " + (stratum / 3 % 3 + 1)
                    + ", coverage third " + (stratum % 3 + 1);
            log.accept("interval | " + name + " | runs " + all[stratum] + " covered " + share);
            if (share < least) {
                least = share;
                where = name;
            }
        }
        return new Covered(runs, (double) sum / runs, least, where);
    }

    private static int third(double share) {
        return (int) (share * THIRDS);
    }
}
