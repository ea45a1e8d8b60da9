package org.truce.assessment.rate;

import org.truce.model.Invalid;

/**
 * How large a share of a window was watched, and how well that is known: beta-distributed with a mean and a standard
 * deviation, taken at the middles of {@value #POINTS} equally likely parts. No random numbers (methods.md §1.1).
 *
 * @param mean 0 to 1
 * @param error standard deviation; 0 where the share is taken as exact. It must be smaller than √(mean(1 − mean))
 */
public record Coverage(double mean, double error) {
    private static final int POINTS = 32;

    public Coverage {
        Invalid.unless(mean >= 0 && mean <= 1, "bad-coverage", "A coverage is a share from 0 to 1.");
        Invalid.unless(
                error == 0 || (error > 0 && error * error < mean * (1 - mean)),
                "bad-coverage-error",
                "The error of a coverage is at least 0 and smaller than the square root of mean times one minus mean.");
    }

    /** The same mean with the error that was asked for, or the largest that a share so near to 0 or 1 can have. */
    public static Coverage within(double mean, double error) {
        Invalid.unless(mean >= 0 && mean <= 1, "bad-coverage", "A coverage is a share from 0 to 1.");
        Invalid.unless(error >= 0, "bad-coverage-error", "The error of a coverage is at least 0.");
        // Half of the limit is the standard deviation of a share with a single hump.
        double most = 0.5 * StrictMath.sqrt(mean * (1 - mean));
        return new Coverage(mean, StrictMath.min(error, most));
    }

    /** The shares, each as likely as the others, in ascending order; one where it is exact. */
    double[] points() {
        if (error == 0) {
            return new double[] {mean};
        }
        double size = mean * (1 - mean) / (error * error) - 1;
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[i] = Beta.quantile(mean * size, (1 - mean) * size, (i + 0.5) / POINTS);
        }
        return points;
    }
}
