package org.truce.assessment.correlation;

import java.util.ArrayList;
import java.util.List;
import org.truce.model.Problem;

/**
 * Where something was, from the bearings of several posts and the time from flash to bang (methods.md §2.3): lines are
 * brought to intersection, then the squares of the errors made least by Gauss–Newton. Pure; in {@link StrictMath}.
 */
public final class Bearings {
    private static final double[] CHI_99 = {6.635, 9.210, 11.345, 13.277, 15.086, 16.812, 18.475, 20.090};
    private static final int STEPS = 50;
    private static final double STILL_METRES = 0.01;
    /** Lines that differ by less than two degrees in all meet nowhere in particular. */
    private static final double LEAST_SINE = 0.035;

    private Bearings() {}

    /** A position, or why there is none. */
    public sealed interface Fix {}

    /**
     * A position.
     *
     * @param east metres, in the posts' plane
     * @param north metres
     * @param eastVariance square metres
     * @param covariance square metres
     * @param northVariance square metres
     * @param misfit sum of squares of what is left, each in its standard deviations
     * @param spare how many measurements there are more than are needed
     */
    public record Position(
            double east,
            double north,
            double eastVariance,
            double covariance,
            double northVariance,
            double misfit,
            int spare)
            implements Fix {
        /** The ellipse that holds the truth with 95 %. */
        public Ellipse ellipse() {
            return Ellipse.of(eastVariance, covariance, northVariance);
        }
    }

    /**
     * There is no position.
     *
     * @param problem code and sentence
     */
    public record None(Problem problem) implements Fix {}

    /** The position that fits what some posts say of one event. */
    public static Fix fix(List<Heard> heard) {
        List<double[]> lines = new ArrayList<>();
        int measured = 0;
        for (Heard one : heard) {
            measured += (one.bearing() == null ? 0 : 1) + (one.flashToBang() == null ? 0 : 1);
            if (one.bearing() != null) {
                double angle = StrictMath.toRadians(one.bearing());
                lines.add(new double[] {StrictMath.cos(angle), StrictMath.sin(angle), one.east(), one.north()});
            }
        }
        if (measured < 2 || lines.isEmpty()) {
            return none("too-few-bearings", "A position needs two bearings, or one and the time from flash to bang.");
        }
        double[] at = start(heard, lines);
        if (at.length == 0) {
            return none("parallel-bearings", "The bearings are all but parallel and meet nowhere in particular.");
        }
        return improve(heard, at, measured);
    }

    private static None none(String code, String sentence) {
        return new None(new Problem(code, "bearings", sentence));
    }

    /** Where the lines meet; or along the first one as far as the sound came; empty where neither tells. */
    private static double[] start(List<Heard> heard, List<double[]> lines) {
        for (Heard one : heard) {
            if (one.bearing() != null && one.flashToBang() != null) {
                double angle = StrictMath.toRadians(one.bearing());
                double range = one.flashToBang() * one.speed();
                return new double[] {
                    one.east() + range * StrictMath.sin(angle), one.north() + range * StrictMath.cos(angle)
                };
            }
        }
        double a = 0;
        double b = 0;
        double c = 0;
        double u = 0;
        double v = 0;
        for (double[] line : lines) {
            double across = line[0] * line[2] - line[1] * line[3];
            a += line[0] * line[0];
            b -= line[0] * line[1];
            c += line[1] * line[1];
            u += line[0] * across;
            v -= line[1] * across;
        }
        double determinant = a * c - b * b;
        return determinant < LEAST_SINE * LEAST_SINE
                ? new double[0]
                : new double[] {(c * u - b * v) / determinant, (a * v - b * u) / determinant};
    }

    private static Fix improve(List<Heard> heard, double[] at, int measured) {
        double[] sums = new double[6];
        for (int step = 0; step < STEPS; step++) {
            sums = sums(heard, at);
            double determinant = sums[0] * sums[2] - sums[1] * sums[1];
            if (!(determinant > 0)) {
                break;
            }
            double dx = (sums[2] * sums[3] - sums[1] * sums[4]) / determinant;
            double dy = (sums[0] * sums[4] - sums[1] * sums[3]) / determinant;
            // Far steps are cut: a bearing turns over behind its post.
            double far = StrictMath.max(1, StrictMath.hypot(dx, dy) / 2000);
            at[0] += dx / far;
            at[1] += dy / far;
            if (StrictMath.hypot(dx, dy) < STILL_METRES) {
                return judged(sums(heard, at), at, measured);
            }
        }
        return none("no-position", "The measurements do not agree on a position.");
    }

    private static Fix judged(double[] sums, double[] at, int measured) {
        int spare = measured - 2;
        double determinant = sums[0] * sums[2] - sums[1] * sums[1];
        if (spare > 0 && sums[5] > limit(spare)) {
            return none(
                    "two-sources", "The measurements contradict each other at 99 %: they are probably of two events.");
        }
        return new Position(
                at[0], at[1], sums[2] / determinant, -sums[1] / determinant, sums[0] / determinant, sums[5], spare);
    }

    /** Chi squared, 99 %; beyond the table by Wilson and Hilferty's approximation. */
    private static double limit(int freedom) {
        if (freedom <= CHI_99.length) {
            return CHI_99[freedom - 1];
        }
        double part = 2.0 / (9 * freedom);
        double root = 1 - part + 2.326348 * StrictMath.sqrt(part);
        return freedom * root * root * root;
    }

    /** J'WJ (three numbers), J'W times what is left (two), and the sum of its squares. */
    private static double[] sums(List<Heard> heard, double[] at) {
        double[] sums = new double[6];
        for (Heard one : heard) {
            double dx = at[0] - one.east();
            double dy = at[1] - one.north();
            double square = StrictMath.max(1, dx * dx + dy * dy);
            if (one.bearing() != null) {
                double turn = one.bearing() - StrictMath.toDegrees(StrictMath.atan2(dx, dy));
                double left = StrictMath.toRadians(turn - 360 * StrictMath.rint(turn / 360));
                add(sums, dy / square, -dx / square, left, StrictMath.toRadians(one.bearingSd()));
            }
            if (one.flashToBang() != null) {
                double range = StrictMath.sqrt(square);
                double left = one.flashToBang() * one.speed() - range;
                add(sums, dx / range, dy / range, left, one.secondsSd() * one.speed());
            }
        }
        return sums;
    }

    private static void add(double[] sums, double jx, double jy, double left, double sd) {
        double weight = 1 / (sd * sd);
        sums[0] += weight * jx * jx;
        sums[1] += weight * jx * jy;
        sums[2] += weight * jy * jy;
        sums[3] += weight * jx * left;
        sums[4] += weight * jy * left;
        sums[5] += weight * left * left;
    }
}
