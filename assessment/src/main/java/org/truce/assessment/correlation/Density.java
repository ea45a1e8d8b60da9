package org.truce.assessment.correlation;

/**
 * How many incidents are to be expected for each square kilometre and day: those of the last weeks near a place, drawn
 * towards the mean of all places where anything happened. Costs nine look-ups.
 */
final class Density {
    private static final double CELL_METRES = 1000;
    private static final double CELLS = 9;
    /** Days after which an incident counts for 1/e. */
    private static final double MEMORY = 3;
    /** How many incidents the mean is worth. */
    private static final double MEAN_WEIGHT = 3;
    /** Until anything is known: one a week for each hundred square kilometres. */
    private static final double UNKNOWN = 1.0 / 700;

    private static final double LEAST = 1e-6;

    private final LongTable<double[]> counts = new LongTable<>();
    private double mean = UNKNOWN;
    private double weight = 10;

    /** Logarithm of the density near a place on a day. */
    double log(double east, double north, double day) {
        return StrictMath.log(at(east, north, day));
    }

    /** Logarithm of the mean density over all incidents. */
    double logMean() {
        return StrictMath.log(mean);
    }

    private double at(double east, double north, double day) {
        long x = (long) StrictMath.floor(east / CELL_METRES);
        long y = (long) StrictMath.floor(north / CELL_METRES);
        double sum = 0;
        for (long dx = -1; dx <= 1; dx++) {
            for (long dy = -1; dy <= 1; dy++) {
                double[] cell = counts.get(key(x + dx, y + dy));
                if (cell != null) {
                    sum += cell[0] * decay(day - cell[1]);
                }
            }
        }
        double known = CELLS * MEMORY;
        return (sum + MEAN_WEIGHT) / (known + MEAN_WEIGHT / mean);
    }

    /** Counts an incident. */
    void add(double east, double north, double day) {
        double near = (at(east, north, day) * (CELLS * MEMORY + MEAN_WEIGHT / mean) - MEAN_WEIGHT) / (CELLS * MEMORY);
        // The mean over incidents, each weighing less the more there were, of the last thousand.
        weight = StrictMath.min(1000, weight + 1);
        mean = StrictMath.max(LEAST, mean + (near - mean) / weight);
        long key = key((long) StrictMath.floor(east / CELL_METRES), (long) StrictMath.floor(north / CELL_METRES));
        double[] cell = counts.get(key);
        if (cell == null) {
            counts.put(key, new double[] {1, day});
        } else if (day >= cell[1]) {
            cell[0] = cell[0] * decay(day - cell[1]) + 1;
            cell[1] = day;
        } else {
            cell[0] += decay(cell[1] - day);
        }
    }

    private static double decay(double days) {
        return days <= 0 ? 1 : StrictMath.exp(-days / MEMORY);
    }

    private static long key(long x, long y) {
        return (x << 32) ^ (y & 0xffff_ffffL);
    }
}
