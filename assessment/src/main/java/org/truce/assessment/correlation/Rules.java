package org.truce.assessment.correlation;

import org.truce.model.Invalid;

/**
 * By what is joined. The same for every party and every intensity.
 *
 * @param threshold what the logarithm of the odds of the best incident against all other explanations must exceed
 * @param queueMargin nearer than this to the threshold an analyst looks
 * @param secondMargin where the second best is nearer than this to the best, an analyst looks
 * @param outlierShare share of the reports that err more than they declare
 * @param outlierFactor by how many times
 * @param keepDays for how long an incident stays open for late reports, at least 1
 * @param refine whether each day is looked at again when it is over
 */
public record Rules(
        double threshold,
        double queueMargin,
        double secondMargin,
        double outlierShare,
        double outlierFactor,
        double keepDays,
        boolean refine) {
    /** The name of this rule in links that a person takes over; changes when its answers do. */
    public static final String NAME = "likelihood-ratio/1";

    /** How far strict and lenient lie from likely. */
    public static final double STRICTER = 3;

    /** The likely linkage. */
    public static final Rules LIKELY = new Rules(-0.5, 3, 2, 0.05, 5, 4, true);

    public Rules {
        Invalid.unless(Double.isFinite(threshold), "bad-threshold", "A threshold is a number.");
        Invalid.unless(
                queueMargin >= 0 && secondMargin >= 0 && queueMargin < 1e6 && secondMargin < 1e6,
                "bad-margin",
                "A margin is at least 0.");
        Invalid.unless(
                outlierShare > 0 && outlierShare < 1, "bad-share", "The share of outliers lies between 0 and 1.");
        Invalid.unless(
                outlierFactor > 1 && outlierFactor <= 100, "bad-factor", "An outlier errs 1 to 100 times as far.");
        Invalid.unless(keepDays >= 1 && keepDays <= 366, "bad-window", "An incident stays open for 1 to 366 days.");
    }

    /** The same with another threshold. */
    public Rules at(double other) {
        return new Rules(other, queueMargin, secondMargin, outlierShare, outlierFactor, keepDays, refine);
    }

    /** The same without the second look at each day. */
    public Rules online() {
        return new Rules(threshold, queueMargin, secondMargin, outlierShare, outlierFactor, keepDays, false);
    }

    /** Only what is nearly certain is joined: the most incidents. */
    public Rules strict() {
        return at(threshold + STRICTER);
    }

    /** Whatever may be one is joined: the fewest incidents. */
    public Rules lenient() {
        return at(threshold - STRICTER);
    }
}
