package org.truce.assessment.detection;

/**
 * What the detectors say at the end of a day.
 *
 * @param up probability that the rate now lies above 1.5 times the reference
 * @param down probability that it lies below the reference divided by 1.5
 * @param cusum Page's cumulated sum for a doubling, at least 0
 */
public record Signals(double up, double down, double cusum) {
    private static final double LEAST = 1e-15;

    /** Logarithm of the odds, so that the tail of a probability is as long as it is rare. */
    static double logOdds(double probability) {
        double within = StrictMath.max(LEAST, StrictMath.min(1 - 1e-15, probability));
        return StrictMath.log(within) - StrictMath.log1p(-within);
    }

    /** The probability of which these are the logarithm of the odds. */
    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
