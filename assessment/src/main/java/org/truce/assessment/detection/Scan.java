package org.truce.assessment.detection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.rate.Draws;
import org.truce.model.Invalid;

/**
 * A scan statistic along a line (Kulldorff 1997): of all stretches and last days, those in which most happened beside
 * what the exposure there and the place's own history let expect (methods.md §1.7). How often chance alone makes such a
 * one is found by simulating the history and the days anew and estimating both again; it stops early where chance makes
 * it often (Besag and Clifford 1991). Not thread-safe.
 */
public final class Scan {
    /** Longest stretch, in cells. */
    static final int MOST_CELLS = 12;

    private static final int REPLICATES = 999;
    private static final int ENOUGH = 10;
    /** A place's rate is drawn to that of all places as if five acts had been seen at it. */
    private static final double PRIOR_ACTS = 5;

    private final double[][] exposure;
    private final boolean[] starts;
    private final int before;

    /**
     * Over some days and cells.
     *
     * @param exposure for each day and cell the share of the day for which it was watched, 0 to 1
     * @param starts whether a cell does not touch the one before it
     * @param window how many last days are scanned; those before are the history
     */
    public Scan(double[][] exposure, boolean[] starts, int window) {
        Invalid.unless(window >= 1 && window < exposure.length, "bad-window", "A window leaves days before it.");
        Invalid.unless(
                Arrays.stream(exposure)
                        .allMatch(day -> day.length == starts.length
                                && Arrays.stream(day).allMatch(share -> share >= 0 && share <= 1 + 1e-9)),
                "bad-coverage",
                "Every day has a share from 0 to 1 for each cell.");
        this.exposure = exposure;
        this.starts = starts.clone();
        this.before = exposure.length - window;
    }

    /**
     * What stands out most.
     *
     * @param from first cell
     * @param to first cell that is not in it
     * @param days in how many last days
     * @param acts that happened
     * @param expected that were expected
     * @param ratio logarithm of the likelihood ratio
     * @param chance probability that chance alone makes one as great
     */
    public record Found(int from, int to, int days, int acts, double expected, double ratio, double chance) {
        /** Chance alone makes such a one once in so many analyses. */
        public double recurrence() {
            return 1 / chance;
        }
    }

    /**
     * ln of the likelihood ratio of c acts where mu were expected, of a total; of an infinite total that of a Poisson
     * number. 0 where no more happened than was expected.
     */
    static double ratio(double c, double mu, double total) {
        if (c <= mu) {
            return 0;
        }
        double inside = c * StrictMath.log(c / mu);
        double outside = Double.isInfinite(total)
                ? mu - c
                : c == total ? 0 : (total - c) * StrictMath.log((total - c) / (total - mu));
        return inside + outside;
    }

    /** Scans acts, for each day and cell; null where nothing stands out at all. What nobody watched does not count. */
    public @Nullable Found of(int[][] acts, Draws draws) {
        double[] rates = rates(acts);
        Found found = best(acts, rates);
        if (found == null) {
            return null;
        }
        int greater = 0;
        int replicates = 0;
        while (replicates < REPLICATES && greater < ENOUGH) {
            int[][] again = simulate(rates, draws);
            Found other = best(again, rates(again));
            greater += other != null && other.ratio() >= found.ratio() ? 1 : 0;
            replicates++;
        }
        double chance = greater == ENOUGH ? (double) ENOUGH / replicates : (1.0 + greater) / (1 + REPLICATES);
        return new Found(found.from(), found.to(), found.days(), found.acts(), found.expected(), found.ratio(), chance);
    }

    /** Acts per fully-watched day of each cell, from the history, shrunk to the mean of all and smoothed. */
    private double[] rates(int[][] acts) {
        int cells = starts.length;
        double[] counted = new double[cells];
        double[] watched = new double[cells];
        for (int day = 0; day < before; day++) {
            for (int cell = 0; cell < cells; cell++) {
                counted[cell] += exposure[day][cell] > 0 ? acts[day][cell] : 0;
                watched[cell] += exposure[day][cell];
            }
        }
        double mean =
                (Arrays.stream(counted).sum() + 0.5) / Arrays.stream(watched).sum();
        double[] own = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            own[cell] = (counted[cell] + PRIOR_ACTS) / (watched[cell] + PRIOR_ACTS / mean);
        }
        double[] smooth = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            double left = starts[cell] ? own[cell] : own[cell - 1];
            double right = cell + 1 == cells || starts[cell + 1] ? own[cell] : own[cell + 1];
            smooth[cell] = 0.25 * left + 0.5 * own[cell] + 0.25 * right;
        }
        return smooth;
    }

    private @Nullable Found best(int[][] acts, double[] rates) {
        int cells = starts.length;
        int[] counted = new int[cells];
        double[] expected = new double[cells];
        Found best = null;
        for (int day = exposure.length - 1; day >= before; day--) {
            int any = 0;
            for (int cell = 0; cell < cells; cell++) {
                counted[cell] += exposure[day][cell] > 0 ? acts[day][cell] : 0;
                expected[cell] += exposure[day][cell] * rates[cell];
                any += counted[cell];
            }
            for (int from = 0; any > 0 && from < cells; from++) {
                int c = 0;
                double mu = 0;
                for (int to = from; to < cells && to < from + MOST_CELLS && (to == from || !starts[to]); to++) {
                    c += counted[to];
                    mu += expected[to];
                    if (counted[to] > 0 && c > mu) {
                        double ratio = ratio(c, mu, Double.POSITIVE_INFINITY);
                        if (best == null || ratio > best.ratio()) {
                            best = new Found(from, to + 1, exposure.length - day, c, mu, ratio, 1);
                        }
                    }
                }
            }
        }
        return best;
    }

    private int[][] simulate(double[] rates, Draws draws) {
        int[][] acts = new int[exposure.length][starts.length];
        for (int cell = 0; cell < rates.length; cell++) {
            double[] sums = new double[exposure.length];
            double sum = 0;
            for (int day = 0; day < exposure.length; day++) {
                sum += exposure[day][cell];
                sums[day] = sum;
            }
            // One Poisson number for all days, each act on a day as likely as it was watched.
            int all = draws.poisson(rates[cell] * sum);
            for (int i = 0; i < all; i++) {
                int day = Arrays.binarySearch(sums, draws.share() * sum);
                int on = day < 0 ? -day - 1 : day + 1;
                acts[StrictMath.min(on, sums.length - 1)][cell]++;
            }
        }
        return acts;
    }
}
