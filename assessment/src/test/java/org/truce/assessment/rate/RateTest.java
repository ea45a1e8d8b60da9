package org.truce.assessment.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.Invalid;

/** Golden values of methods.md §1.2 and §1.3, to the printed digits. */
class RateTest {
    @Test
    void sevenIncidentsInTwentyOneDaysAtCoverageSixTenths() {
        Rate rate = new Rate(7, 21 * 0.6);
        assertEquals(0.5952, rate.mean(), 5e-5);
        assertEquals(0.2881, rate.quantile(0.05), 5e-5);
        assertEquals(0.9919, rate.quantile(0.95), 5e-5);
        assertEquals(0.0473, rate.exceeds(1), 5e-5);
    }

    @ParameterizedTest
    @CsvSource({"1,3.0,1.92", "3,1.0,.64", "7,.43,.27", "14,.21,.14", "30,.100,.064", "60,.050,.032", "90,.033,.021"})
    void theHonestZero(double days, double exact, double jeffreys) {
        double digits = exact >= 0.1 && exact != 0.100 ? 0.0051 : 0.00051;
        assertEquals(exact, Rate.upper95(days), exact >= 1 ? 0.051 : digits);
        assertEquals(jeffreys, new Rate(0, days).quantile(0.95), jeffreys >= 0.1 ? 0.0051 : 0.00051);
    }

    @ParameterizedTest
    @CsvSource({"1,.90,2.3", "1,.95,3.0", ".5,.90,4.6", ".5,.95,6.0", ".142857,.90,16.1", ".142857,.95,21.0"})
    void exposureThatIsNeededForPower(double rate, double power, double days) {
        assertEquals(power, Rate.power(rate, days), 0.005);
    }

    @Test
    void aWeekOfOneRealIncidentADayGoesUnnoticed() {
        assertEquals(.50, 1 - Rate.power(1, 7 * .1), .005);
        assertEquals(.12, 1 - Rate.power(1, 7 * .3), .005);
        assertEquals(.03, 1 - Rate.power(1, 7 * .5), .005);
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.5", "1,1", "3.5,2", "10,30", "150,140", "2000,2100", "0.5,40"})
    void theTwoTailsAddUpToOneAndTheQuantileInverts(double shape, double x) {
        assertEquals(1, Gamma.lower(shape, x) + Gamma.upper(shape, x), 1e-12);
        for (double p : new double[] {0.001, 0.05, 0.5, 0.95, 0.999}) {
            assertEquals(p, Gamma.lower(shape, Gamma.quantile(shape, p)), 1e-11);
        }
    }

    @Test
    void knownValuesOfTheIncompleteGamma() {
        // P(1, x) = 1 - e^-x; P(1/2, x) = erf(sqrt x): erf(1) = .8427007929497149 (NIST DLMF 7.2).
        assertEquals(1 - StrictMath.exp(-2.5), Gamma.lower(1, 2.5), 1e-13);
        assertEquals(0.8427007929497149, Gamma.lower(0.5, 1), 1e-13);
        assertEquals(StrictMath.log(24), Gamma.logGamma(5), 1e-12);
    }

    @Test
    void withoutWatchingNothingIsExcludedAndNothingIsNaN() {
        assertEquals(1, new Rate(0, 0).exceeds(0.5));
        assertEquals(0, Rate.power(0.5, 0));
        assertTrue(assertThrows(Invalid.class, () -> new Rate(0, Double.NaN))
                .code()
                .equals("bad-exposure"));
        assertThrows(Invalid.class, () -> new Rate(-1, 3));
    }
}
