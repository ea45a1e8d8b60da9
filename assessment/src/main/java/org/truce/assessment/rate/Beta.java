package org.truce.assessment.rate;

/**
 * The regularised incomplete beta function and the quantile of the beta distribution, in {@link StrictMath}. Continued
 * fraction of NIST DLMF 8.17.22 by the modified Lentz method; relative error below 1e-12 for parameters up to 1e5.
 * Thread-safe.
 */
public final class Beta {
    private static final double EPSILON = 1e-15;
    private static final double TINY = 1e-300;

    private Beta() {}

    /** P(X &lt;= x) for X beta-distributed; both parameters above 0. */
    public static double lower(double a, double b, double x) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = StrictMath.exp(Gamma.logGamma(a + b)
                - Gamma.logGamma(a)
                - Gamma.logGamma(b)
                + a * StrictMath.log(x)
                + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /** The x with P(X &lt;= x) = p, by bisection; p in (0, 1). */
    public static double quantile(double a, double b, double p) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 100 && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (lower(a, b, middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / large(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 100_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / large(1 + even * d);
            c = large(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / large(1 + odd * d);
            c = large(1 + odd / c);
            double delta = d * c;
            h *= delta;
            if (StrictMath.abs(delta - 1) <= EPSILON) {
                break;
            }
        }
        return h;
    }

    private static double large(double value) {
        return StrictMath.abs(value) < TINY ? TINY : value;
    }
}
