package org.truce.assessment.rate;

import org.truce.model.Invalid;

/**
 * How many there were, from two sources that recorded independently (Chapman 1951; methods.md §1.1). Sources that both
 * hear the loud ones make it too low: a lower bound then. Links that were missed make it too high.
 *
 * @param number how many there were
 * @param error its standard error
 * @param first share that the first source records, 0 to 1
 * @param second share that the second records
 */
public record Recapture(double number, double error, double first, double second) {
    /** Fewer seen by both tell too little to stand apart: strata are pooled. */
    public static final int LEAST_BOTH = 10;

    /**
     * Of what two sources recorded.
     *
     * @param ofFirst how many the first recorded
     * @param ofSecond how many the second recorded
     * @param both how many of these both recorded, at least {@value #LEAST_BOTH}; fewer are refused with {@code few-both}
     */
    public static Recapture of(int ofFirst, int ofSecond, int both) {
        Invalid.unless(
                both <= ofFirst && both <= ofSecond, "bad-count", "Both cannot have recorded more than one of them.");
        Invalid.unless(both >= LEAST_BOTH, "few-both", "Pool strata until both recorded at least " + LEAST_BOTH + ".");
        double n1 = ofFirst;
        double n2 = ofSecond;
        double m = both;
        double variance = (n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2));
        return new Recapture((n1 + 1) * (n2 + 1) / (m + 1) - 1, StrictMath.sqrt(variance), m / n2, m / n1);
    }

    /** The share that at least one of them records. */
    public double combined() {
        return 1 - (1 - first) * (1 - second);
    }
}
