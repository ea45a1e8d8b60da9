package org.truce.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Repeated measurements of one thing.
 *
 * @param what what was measured
 * @param unit unit of the values
 * @param values in the order in which they were measured
 * @param target what was aimed for; NaN for a rival, infinite where nothing was
 * @param more whether more is better
 */
record Measured(String what, String unit, List<Double> values, double target, boolean more) {
    /** Of which less is better. */
    Measured(String what, String unit, List<Double> values, double target) {
        this(what, unit, values, target, false);
    }

    /** Of which more is better. */
    static Measured atLeast(String what, String unit, List<Double> values, double target) {
        return new Measured(what, unit, values, target, true);
    }

    /** Of which nothing was aimed for. */
    static Measured noted(String what, String unit, List<Double> values) {
        return new Measured(what, unit, values, Double.NEGATIVE_INFINITY, true);
    }

    double median() {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double least() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private double most() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** A row of a table: what, median, range, target, whether it was reached. */
    String row() {
        String aim = Double.isNaN(target)
                ? "rival"
                : String.format(Locale.ROOT, "%s %s %s", more ? "≥" : "≤", number(target), unit);
        if (Double.isInfinite(target)) {
            aim = "";
        }
        boolean hit = more ? median() >= target : median() <= target;
        String reached = !Double.isFinite(target) ? "" : hit ? "reached" : "**not reached**";
        return String.format(
                Locale.ROOT,
                "| %s | %s %s | %s–%s | %d | %s | %s |",
                what,
                number(median()),
                unit,
                number(least()),
                number(most()),
                values.size(),
                aim,
                reached);
    }

    private static String number(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, value >= 10_000 ? "%,.0f" : "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
