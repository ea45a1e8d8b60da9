package org.truce.simulation.ceasefire;

import org.truce.simulation.SplitMix64;

/** What chance brings, in {@link StrictMath}: the same from the same seed everywhere. Not thread-safe. */
final class Chance {
    private final SplitMix64 bits;
    private double spare = Double.NaN;

    Chance(long seed, String theme) {
        this.bits = SplitMix64.of(seed, theme);
    }

    double share() {
        return bits.share();
    }

    boolean is(double probability) {
        return bits.chance(probability);
    }

    int below(int bound) {
        return (int) (bits.share() * bound);
    }

    double between(double low, double high) {
        return low + (high - low) * bits.share();
    }

    /** Standard normal (Marsaglia's polar method). */
    double normal() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double u = 2 * share() - 1;
            double v = 2 * share() - 1;
            double square = u * u + v * v;
            if (square > 0 && square < 1) {
                double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
                spare = v * factor;
                return u * factor;
            }
        }
    }

    double exponential(double mean) {
        return -mean * StrictMath.log1p(-share());
    }

    /** Poisson; by counting arrivals, and by a normal number where the mean is great. */
    int poisson(double mean) {
        if (mean > 500) {
            return StrictMath.max(0, (int) StrictMath.rint(mean + StrictMath.sqrt(mean) * normal()));
        }
        int count = 0;
        for (double sum = exponential(1); sum < mean; sum += exponential(1)) {
            count++;
        }
        return count;
    }
}
