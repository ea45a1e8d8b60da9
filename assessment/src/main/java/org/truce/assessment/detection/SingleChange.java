package org.truce.assessment.detection;

import org.truce.assessment.rate.Gamma;

/**
 * When a rate changed, if it did so once: the posterior of the first day of the new regime, each day as likely before,
 * both rates gamma-distributed (Raftery and Akman 1986).
 *
 * @param first most probable first day of the new regime
 * @param probability of that day
 * @param low fifth percentile of the day
 * @param high ninety-fifth percentile of the day
 * @param logBayesFactor natural logarithm of how much likelier one change makes the counts than none
 */
public record SingleChange(int first, double probability, int low, int high, double logBayesFactor) {

    /**
     * Of at least two days.
     *
     * @param shape of the prior of both rates
     * @param rate of the prior of both rates
     */
    public static SingleChange of(Daily daily, double shape, double rate) {
        int size = daily.size();
        double[] acts = new double[size + 1];
        double[] exposure = new double[size + 1];
        for (int day = 0; day < size; day++) {
            acts[day + 1] = acts[day] + daily.acts(day);
            exposure[day + 1] = exposure[day] + daily.exposure(day);
        }
        double[] log = new double[size];
        double most = Double.NEGATIVE_INFINITY;
        for (int first = 1; first < size; first++) {
            log[first] = marginal(shape, rate, acts[first], exposure[first])
                    + marginal(shape, rate, acts[size] - acts[first], exposure[size] - exposure[first]);
            most = StrictMath.max(most, log[first]);
        }
        double sum = 0;
        for (int first = 1; first < size; first++) {
            sum += StrictMath.exp(log[first] - most);
        }
        int best = 1;
        int low = 0;
        int high = 0;
        double below = 0;
        for (int first = 1; first < size; first++) {
            best = log[first] > log[best] ? first : best;
            below += StrictMath.exp(log[first] - most) / sum;
            low = low == 0 && below >= 0.05 ? first : low;
            high = high == 0 && below >= 0.95 ? first : high;
        }
        double change = most + StrictMath.log(sum / (size - 1));
        return new SingleChange(
                best,
                StrictMath.exp(log[best] - most) / sum,
                low,
                high,
                change - marginal(shape, rate, acts[size], exposure[size]));
    }

    /** ln of the probability of counts, but for the factors that all ways to divide them have in common. */
    private static double marginal(double shape, double rate, double acts, double exposure) {
        return shape * StrictMath.log(rate)
                - Gamma.logGamma(shape)
                + Gamma.logGamma(shape + acts)
                - (shape + acts) * StrictMath.log(rate + exposure);
    }
}
