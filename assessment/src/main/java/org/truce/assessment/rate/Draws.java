package org.truce.assessment.rate;

import java.util.SplittableRandom;

/**
 * Random numbers of a seed, the same on every machine: {@link SplittableRandom}, whose 64 bits are those of SplitMix64
 * (Steele, Lea and Flood 2014), and the distributions in {@link StrictMath}. Not thread-safe; every part of a
 * computation draws from its own, so that the order of the parts does not matter.
 */
public final class Draws {
    private static final double MANY = 30;

    private final SplittableRandom bits;
    private double spare = Double.NaN;

    /** Of a seed. */
    public Draws(long seed) {
        this.bits = new SplittableRandom(seed);
    }

    /** Of one part of a computation that has a seed: parts with different numbers draw different numbers. */
    public static Draws of(long seed, long... part) {
        long mixed = seed;
        for (long one : part) {
            mixed = new SplittableRandom(mixed ^ (one * 0x9e3779b97f4a7c15L)).nextLong();
        }
        return new Draws(mixed);
    }

    /** 64 random bits. */
    public long next() {
        return bits.nextLong();
    }

    /** From 0 up to but not including 1, in steps of 2⁻⁵³. */
    public double share() {
        return (bits.nextLong() >>> 11) * 0x1p-53;
    }

    /** A whole number from 0 up to but not including a bound. */
    public int below(int bound) {
        return (int) (share() * bound);
    }

    /** Standard normal (Marsaglia's polar method). */
    public double normal() {
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

    /** Exponential with mean 1. */
    public double exponential() {
        return -StrictMath.log1p(-share());
    }

    /** Gamma with a shape above 0 and rate 1 (Marsaglia and Tsang 2000). */
    public double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(1 - share(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - share();
                if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }

    /** Beta with two parameters above 0. */
    public double beta(double a, double b) {
        double x = gamma(a);
        double y = gamma(b);
        return x / (x + y);
    }

    /** Poisson with a mean of at least 0. */
    public int poisson(double mean) {
        int sum = 0;
        double left = mean;
        // A Poisson number with a great mean is made of smaller ones (Ahrens and Dieter 1974).
        while (left > MANY) {
            int m = (int) (left * 7 / 8);
            double x = gamma(m);
            if (x > left) {
                return sum + binomial(m - 1, left / x);
            }
            sum += m;
            left -= x;
        }
        double limit = StrictMath.exp(-left);
        double product = 1 - share();
        while (product > limit) {
            sum++;
            product *= 1 - share();
        }
        return sum;
    }

    private int binomial(int n, double p) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += share() < p ? 1 : 0;
        }
        return sum;
    }

    /** A count with a mean and a ratio of variance to mean: negative binomial above 1, Poisson at 1. */
    public int count(double mean, double dispersion) {
        if (mean <= 0) {
            return 0;
        }
        if (dispersion <= 1 + 1e-9) {
            return poisson(mean);
        }
        return poisson(gamma(mean / (dispersion - 1)) * (dispersion - 1));
    }
}
