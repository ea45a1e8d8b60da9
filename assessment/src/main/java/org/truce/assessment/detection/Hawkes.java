package org.truce.assessment.detection;

import java.util.Arrays;
import org.truce.model.Invalid;

/**
 * A process in which each event makes others more likely for a while (Hawkes 1971), with an exponential kernel: of every
 * event {@code n} follow on average, with a mean lag of {@code 1/beta} days (methods.md §1.5). The background and the
 * offspring are both seen through a coverage that is known day by day. What is known of n is a posterior on a grid, flat
 * between 0 and 1, with the lag between four hours and seven days; no random numbers. Immutable; a posterior costs some
 * {@value #LAGS} × {@value #RATIOS} × {@value #BACKGROUNDS} × N multiplications.
 */
public final class Hawkes {
    private static final int LAGS = 13;
    private static final int RATIOS = 60;
    private static final int BACKGROUNDS = 9;
    private static final double SHORTEST_LAG = 4.0 / 24;
    private static final double LONGEST_LAG = 7;
    /** The background lies within this factor of what the ratio leaves of the mean rate. */
    private static final double SPREAD = 2;

    private static final int CHUNK = 8;

    private final double[] times;
    private final double days;
    private final double[] coverage; // of each day, beside the mean of all

    /**
     * Of some events.
     *
     * @param times in days from the beginning, in any order; several may be equal
     * @param coverage of each day, above 0: its length is that of the time
     */
    public Hawkes(double[] times, double[] coverage) {
        double mean = Arrays.stream(coverage).average().orElse(0);
        Invalid.unless(
                mean > 0 && Arrays.stream(coverage).allMatch(one -> one > 0 && Double.isFinite(one)),
                "bad-coverage",
                "Every day must have been watched.");
        this.times = Arrays.stream(times).sorted().toArray();
        this.days = coverage.length;
        Invalid.unless(
                Arrays.stream(times).allMatch(time -> time >= 0 && time <= days),
                "bad-time",
                "Every event lies within the days.");
        this.coverage = Arrays.stream(coverage).map(one -> one / mean).toArray();
    }

    /** The logarithm of the likelihood of a background in events a day, a ratio and a decay in 1/days. */
    double logLikelihood(double mu, double n, double beta) {
        Kernel kernel = kernel(beta);
        return logSum(kernel, mu, n) - mu * kernel.background() - n * kernel.offspring();
    }

    /** The expected number of events: what the background and the offspring make. */
    double compensator(double mu, double n, double beta) {
        Kernel kernel = kernel(beta);
        return mu * kernel.background() + n * kernel.offspring();
    }

    /**
     * What one decay makes of the events.
     *
     * @param excited for each event the sum of the kernels of those before it, times the decay
     * @param background covered days
     * @param offspring expected of all events for a ratio of 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Kernel(double[] excited, double background, double offspring) {}

    Kernel kernel(double beta) {
        double[] excited = new double[times.length];
        double sum = 0;
        double at = 0;
        double background = 0;
        double offspring = 0;
        int next = 0;
        for (int day = 0; day < coverage.length; day++) {
            while (true) {
                boolean event = next < times.length && (times[next] < day + 1 || day + 1 == coverage.length);
                double to = event ? times[next] : day + 1;
                double fade = StrictMath.exp(-beta * (to - at));
                background += coverage[day] * (to - at);
                offspring += coverage[day] * sum * (1 - fade);
                sum *= fade;
                at = to;
                if (!event) {
                    break;
                }
                excited[next] = beta * sum;
                sum++;
                next++;
            }
        }
        return new Kernel(excited, background, offspring);
    }

    /** Σ ln(intensity); one logarithm for a few factors. */
    double logSum(Kernel kernel, double mu, double n) {
        double sum = 0;
        double product = 1;
        for (int i = 0; i < times.length; i++) {
            product *= (mu + n * kernel.excited()[i]) * coverage[StrictMath.min(coverage.length - 1, (int) times[i])];
            if (i % CHUNK == CHUNK - 1) {
                sum += StrictMath.log(product);
                product = 1;
            }
        }
        return sum + StrictMath.log(product);
    }

    /**
     * What is known of the ratio as it appears: how many events that were seen follow one that was seen.
     *
     * @param low tenth percentile
     * @param median fiftieth
     * @param high ninetieth
     */
    public record Ratio(double low, double median, double high) {
        /** The ratio of all events where only a share of them was seen. */
        public Ratio corrected(double seen) {
            return new Ratio(Hawkes.corrected(low, seen), Hawkes.corrected(median, seen), Hawkes.corrected(high, seen));
        }
    }

    /** The posterior of the ratio. */
    public Ratio ratio() {
        return ratio(0.1);
    }

    /** The same with other bounds: below the lower lies a share of the probability, and above the upper as much. */
    public Ratio ratio(double tail) {
        Invalid.unless(tail > 0 && tail < 0.5, "bad-share", "A tail is above 0 and below one half.");
        double[] share = posterior();
        return new Ratio(quantile(share, tail), quantile(share, 0.5), quantile(share, 1 - tail));
    }

    /** The most likely parameters; linear in the events. */
    public HawkesFit fit() {
        return HawkesFit.of(this, times.length);
    }

    /** The probability of each of {@value #RATIOS} equal parts of (0, 1). */
    private double[] posterior() {
        double[][] log = new double[RATIOS][LAGS * BACKGROUNDS];
        double most = Double.NEGATIVE_INFINITY;
        for (int lag = 0; lag < LAGS; lag++) {
            double mean = SHORTEST_LAG * StrictMath.pow(LONGEST_LAG / SHORTEST_LAG, (lag + 0.5) / LAGS);
            Kernel kernel = kernel(1 / mean);
            for (int ratio = 0; ratio < RATIOS; ratio++) {
                double n = (ratio + 0.5) / RATIOS;
                // Events whose offspring has not come yet leave the more to the background.
                double left = StrictMath.max(0.02 * times.length, times.length - n * kernel.offspring());
                for (int background = 0; background < BACKGROUNDS; background++) {
                    double factor = StrictMath.pow(SPREAD, 2.0 * background / (BACKGROUNDS - 1) - 1);
                    double mu = StrictMath.max(0.5, left) / kernel.background() * factor;
                    double value = logSum(kernel, mu, n) - mu * kernel.background() - n * kernel.offspring();
                    // Nodes lie evenly on the logarithm of the background, whose prior is flat: hence its weight.
                    log[ratio][lag * BACKGROUNDS + background] = value + StrictMath.log(mu);
                    most = StrictMath.max(most, value + StrictMath.log(mu));
                }
            }
        }
        double[] share = new double[RATIOS];
        double sum = 0;
        for (int ratio = 0; ratio < RATIOS; ratio++) {
            for (double one : log[ratio]) {
                share[ratio] += StrictMath.exp(one - most);
            }
            sum += share[ratio];
        }
        for (int ratio = 0; ratio < RATIOS; ratio++) {
            share[ratio] /= sum;
        }
        return share;
    }

    private static double quantile(double[] share, double p) {
        double sum = 0;
        for (int i = 0; i < share.length; i++) {
            if (sum + share[i] >= p) {
                return (i + (p - sum) / share[i]) / share.length;
            }
            sum += share[i];
        }
        return 1;
    }

    /** The ratio as it appears where only a share of the events is seen: seeing less hides what sets off what. */
    static double apparent(double n, double seen) {
        double f = 1 / ((1 - n) * (1 - n));
        return 1 - 1 / StrictMath.sqrt(1 + seen * (f - 1));
    }

    /** The ratio of all events, from that which appears where only a share is seen, above 0 to 1. */
    static double corrected(double apparent, double seen) {
        Invalid.unless(seen > 0 && seen <= 1, "bad-coverage", "A share that was seen is above 0 and at most 1.");
        if (apparent >= 1) {
            return 1;
        }
        double f = 1 / ((1 - apparent) * (1 - apparent));
        return 1 - 1 / StrictMath.sqrt(1 + (f - 1) / seen);
    }
}
