package org.truce.assessment.progress;

import org.jspecify.annotations.Nullable;

/**
 * Weighted kappa of two coders who graded the same things on one scale: 1 − Σ v·observed ÷ Σ v·expected, with v how
 * much it weighs when the two differ so much (J. Cohen, Weighted kappa, Psychological Bulletin 70, 1968, 213–220).
 * 1 is full agreement, 0 what chance would give, below 0 less than that.
 */
public final class Kappa {
    private Kappa() {}

    /** How much a difference of two grades weighs. */
    @FunctionalInterface
    public interface Weight {
        /** The weight of one grade against another; 0 for the same. */
        double of(int one, int other);
    }

    /** Each step weighs alike (Cicchetti and Allison 1971). */
    public static final Weight LINEAR = (one, other) -> Math.abs(one - other);

    /** Steps weigh by their square (Fleiss and Cohen 1973). */
    public static final Weight QUADRATIC = (one, other) -> (double) (one - other) * (one - other);

    /** Every difference weighs alike: Cohen's kappa of 1960. */
    public static final Weight NOMINAL = (one, other) -> one == other ? 0 : 1;

    /**
     * The kappa of a table of counts or shares.
     *
     * @param table square; {@code table[i][j]} is how often the first coder gave grade i and the second grade j
     * @return null where chance leaves no difference to compare with: nothing was graded, or both gave one grade only
     */
    public static @Nullable Double of(double[][] table, Weight weight) {
        double sum = 0;
        double observed = 0;
        double[] rows = new double[table.length];
        double[] columns = new double[table.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                sum += table[i][j];
                observed += weight.of(i, j) * table[i][j];
                rows[i] += table[i][j];
                columns[j] += table[i][j];
            }
        }
        double expected = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                expected += weight.of(i, j) * rows[i] * columns[j];
            }
        }
        return expected == 0 ? null : 1 - observed * sum / expected;
    }
}
