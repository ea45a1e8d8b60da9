package org.truce.assessment.rate;

import java.util.ArrayList;
import java.util.List;
import org.truce.model.Invalid;

/**
 * How large a share of a window was watched, and how well that is known: beta-distributed with a mean and a standard
 * deviation, integrated by the trapezoidal rule at {@value #POINTS} points of the logarithm of the odds, where it is
 * exact to many digits. No random numbers (methods.md §1.1).
 *
 * @param mean 0 to 1
 * @param error standard deviation; 0 where the share is taken as exact. It must be smaller than √(mean(1 − mean))
 */
public record Coverage(double mean, double error) {
    private static final int POINTS = 96;
    private static final double REACH = 12;
    private static final double NEGLIGIBLE = 1e-12;

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

    /**
     * A share and how probable it is.
     *
     * @param share above 0 unless the coverage is exactly 0
     * @param weight all add up to 1
     */
    record Point(double share, double weight) {}

    /** The shares in ascending order; one where it is exact. Evenly spaced on the logarithm of the odds. */
    List<Point> points() {
        if (error == 0) {
            return List.of(new Point(mean, 1));
        }
        double size = mean * (1 - mean) / (error * error) - 1;
        double a = mean * size;
        double b = (1 - mean) * size;
        double middle = StrictMath.log(a / b);
        double low = middle - REACH * StrictMath.max(1 / StrictMath.sqrt(a), 1 / a);
        double high = middle + REACH * StrictMath.max(1 / StrictMath.sqrt(b), 1 / b);
        double top = logDensity(middle, a, b);
        double[] weights = new double[POINTS];
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            weights[i] = StrictMath.exp(logDensity(low + (high - low) * i / (POINTS - 1), a, b) - top);
            sum += weights[i];
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            double odds = StrictMath.exp(low + (high - low) * i / (POINTS - 1));
            if (weights[i] / sum > NEGLIGIBLE) {
                points.add(new Point(odds / (1 + odds), weights[i] / sum));
            }
        }
        return List.copyOf(points);
    }

    /** Of the logarithm of the odds: a ln(share) + b ln(1 - share). */
    private static double logDensity(double logOdds, double a, double b) {
        return -a * StrictMath.log1p(StrictMath.exp(-logOdds)) - b * StrictMath.log1p(StrictMath.exp(logOdds));
    }
}
