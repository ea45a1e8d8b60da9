package org.truce.assessment.detection;

import org.truce.model.Invalid;

/**
 * The days with which later ones are compared.
 *
 * @param days how many
 * @param exposure in fully-covered days
 * @param acts counted in them
 * @param rate acts per fully-covered day: the posterior mean under Jeffreys' prior
 * @param dispersion variance over mean of weekly counts, shrunk to 1 with weight 4, at least 1
 */
public record Reference(int days, double exposure, int acts, double rate, double dispersion) {
    /** A reference of less tells too little. */
    public static final int LEAST_DAYS = 28;

    /** A reference that was watched less tells too little, in fully-covered days. */
    public static final double LEAST_EXPOSURE = 7;

    private static final int BLOCK = 7;
    private static final double SHRINKAGE = 4;

    public Reference {
        Invalid.unless(
                exposure > 0 && rate > 0 && Double.isFinite(rate) && dispersion >= 1 && Double.isFinite(dispersion),
                "bad-reference",
                "A reference was watched, has a rate above 0 and a dispersion of at least 1.");
    }

    /** Whether days are enough to make a reference. */
    public static boolean enough(Daily daily) {
        return daily.size() >= LEAST_DAYS && exposure(daily) >= LEAST_EXPOSURE;
    }

    /** Of days of which at least one was watched. */
    public static Reference of(Daily daily) {
        double exposure = exposure(daily);
        int acts = 0;
        for (int day = 0; day < daily.size(); day++) {
            acts += daily.acts(day);
        }
        Invalid.unless(exposure > 0, "nothing-watched", "A reference must have been watched.");
        return new Reference(daily.size(), exposure, acts, (acts + 0.5) / exposure, dispersion(daily, acts, exposure));
    }

    private static double exposure(Daily daily) {
        double sum = 0;
        for (int day = 0; day < daily.size(); day++) {
            sum += daily.exposure(day);
        }
        return sum;
    }

    /** Pearson's, over blocks of seven days that end with the last day (methods.md §1.2). */
    private static double dispersion(Daily daily, int acts, double exposure) {
        if (acts == 0) {
            return 1;
        }
        double chi = 0;
        int blocks = 0;
        for (int end = daily.size(); end > 0; end -= BLOCK) {
            double counted = 0;
            double watched = 0;
            for (int day = StrictMath.max(0, end - BLOCK); day < end; day++) {
                counted += daily.acts(day);
                watched += daily.exposure(day);
            }
            double expected = acts * watched / exposure;
            if (expected > 0) {
                chi += (counted - expected) * (counted - expected) / expected;
                blocks++;
            }
        }
        return StrictMath.max(1, (SHRINKAGE + chi) / (SHRINKAGE + StrictMath.max(0, blocks - 1)));
    }
}
