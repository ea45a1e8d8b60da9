package org.truce.assessment.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Golden values from the literature; the arithmetic stands beside them. */
class KappaTest {
    /**
     * Cohen 1968, table 1: 200 persons, shares of the cells. Margins .60 .30 .10 and .50 .30 .20. Agreement .70, by chance
     * .30 + .09 + .02 = .41: (.70 − .41) ÷ .59 = .492.
     */
    private static final double[][] COHEN = {{.44, .07, .09}, {.05, .20, .05}, {.01, .03, .06}};

    /** Cohen's weights of disagreement for that table. */
    private static final double[][] WEIGHTS = {{0, 1, 3}, {1, 0, 6}, {3, 6, 0}};

    /**
     * Agresti 1990, p. 367, and {@code Kappa(SexualFun)} of the R package vcd, which prints .1293 and .2374. 91 couples on
     * four levels, margins 19 20 19 33 and 12 28 18 33. Differences seen, by steps: 58 pairs differ at all, 86 steps, 152
     * squared; by chance 6062/91, 10262/91 and 20708/91. 1 − 58·91/6062 = .1293, 1 − 86·91/10262 = .2374,
     * 1 − 152·91/20708 = .3320.
     */
    private static final double[][] FUN = {{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}};

    private static double kappa(double[][] table, Kappa.Weight weight) {
        return Objects.requireNonNull(Kappa.of(table, weight));
    }

    @Test
    void cohen1968() {
        assertEquals(.492, kappa(COHEN, Kappa.NOMINAL), .0005);
        // Seen: .07·1 + .09·3 + .05·1 + .05·6 + .01·3 + .03·6 = .90; by chance 1.38; 1 − .90 ÷ 1.38 = .348.
        assertEquals(.348, kappa(COHEN, (i, j) -> WEIGHTS[i][j]), .0005);
    }

    @Test
    void agresti1990() {
        assertEquals(.1293, kappa(FUN, Kappa.NOMINAL), .00005);
        assertEquals(.2374, kappa(FUN, Kappa.LINEAR), .00005);
        assertEquals(.3320, kappa(FUN, Kappa.QUADRATIC), .00005);
    }

    /** It does not matter who is called first, nor whether cells are counts or shares. */
    @Test
    void theCodersMayChangePlaces() {
        double[][] turned = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                turned[j][i] = FUN[i][j] / 91;
            }
        }
        assertEquals(kappa(FUN, Kappa.QUADRATIC), kappa(turned, Kappa.QUADRATIC), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0, 4, 1.0", "0, 2, 2, 0, -1.0", "1, 1, 1, 1, 0.0"})
    void fullAndNoAgreement(double a, double b, double c, double d, double kappa) {
        assertEquals(kappa, kappa(new double[][] {{a, b}, {c, d}}, Kappa.LINEAR), 1e-12);
    }

    @Test
    void whereChanceLeavesNothingToCompareThereIsNone() {
        assertNull(Kappa.of(new double[4][4], Kappa.LINEAR));
        assertNull(Kappa.of(new double[][] {{5, 0}, {0, 0}}, Kappa.QUADRATIC));
    }
}
