package org.truce.assessment.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assessment.rate.Draws;
import org.truce.model.Invalid;

/** The table of methods.md §2.3 made again, and what gives no position. */
class BearingsTest {
    private static final int RUNS = 2000;

    /** Posts 4 km apart in a line, the source somewhere in front of them at a distance. */
    @ParameterizedTest(name = "{0} posts, {1} m, {2} degrees: median {3} m, 95 % within {4} m, long half-axis {5} m")
    @CsvSource({
        "2, 3000, 1, 84, 194, 223",
        "2, 3000, 5, 411, 1017, 1125",
        "2, 6000, 1, 198, 518, 633",
        "3, 3000, 3, 213, 447, 542",
        "3, 6000, 1, 138, 342, 398",
        "3, 6000, 5, 699, 1717, 2009",
    })
    void theEllipseHoldsTheTruthAsOftenAsItSays(
            int posts, double away, double sd, double median, double most, double axis) {
        Draws draws = Draws.of(77, posts, Math.round(away), Math.round(sd));
        List<Double> errors = new ArrayList<>();
        double axes = 0;
        int inside = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Heard> heard = new ArrayList<>();
            for (int post = 0; post < posts; post++) {
                double east = 4000 * (post - (posts - 1) / 2.0);
                double truth = Math.toDegrees(Math.atan2(-east, away));
                heard.add(Heard.towards(east, 0, (truth + sd * draws.normal() + 720) % 360, sd));
            }
            if (Bearings.fix(heard) instanceof Bearings.Position found) {
                double dx = found.east();
                double dy = found.north() - away;
                errors.add(Math.hypot(dx, dy));
                axes += found.ellipse().longMetres();
                double determinant =
                        found.eastVariance() * found.northVariance() - found.covariance() * found.covariance();
                double square = (found.northVariance() * dx * dx
                                - 2 * found.covariance() * dx * dy
                                + found.eastVariance() * dy * dy)
                        / determinant;
                inside += square <= 5.991 ? 1 : 0;
            }
        }
        errors.sort(null);
        assertTrue(errors.size() > 0.97 * RUNS, "positions: " + errors.size());
        assertEquals(median, errors.get(errors.size() / 2), 0.2 * median, "median error");
        assertEquals(most, errors.get(errors.size() * 95 / 100), 0.25 * most, "95 % error");
        assertEquals(axis, axes / errors.size(), 0.25 * axis, "half-axis");
        assertEquals(0.95, (double) inside / errors.size(), 0.025, "coverage");
    }

    @Test
    void flashToBangNeedsOnePostOnly() {
        // 10 seconds at 20 degrees: 343.42 m/s, to the east.
        var fix = Bearings.fix(List.of(new Heard(0, 0, 90.0, 2, 10.0, 0.5, 20)));
        var position = assertInstanceOf(Bearings.Position.class, fix);
        assertEquals(3434.2, position.east(), 0.5);
        assertEquals(0, position.north(), 0.5);
        // Across by the bearing: 3434 m times 2 degrees; along by the time: half a second of sound.
        assertEquals(119.9, Math.sqrt(position.northVariance()), 1);
        assertEquals(171.7, Math.sqrt(position.eastVariance()), 1);
        assertEquals(90, position.ellipse().azimuth(), 0.1);
    }

    @Test
    void bearingsThatContradictEachOtherAreOfTwoEvents() {
        var fix = Bearings.fix(
                List.of(Heard.towards(-4000, 0, 53, 1), Heard.towards(0, 0, 0, 1), Heard.towards(4000, 0, 340, 1)));
        assertEquals(
                "two-sources",
                assertInstanceOf(Bearings.None.class, fix).problem().code());
    }

    @Test
    void whatMeetsNowhereGivesNoPosition() {
        assertEquals("too-few-bearings", code(List.of()));
        assertEquals("too-few-bearings", code(List.of(Heard.towards(0, 0, 10, 1))));
        assertEquals("parallel-bearings", code(List.of(Heard.towards(0, 0, 10, 1), Heard.towards(4000, 0, 10, 1))));
        assertThrows(Invalid.class, () -> Heard.towards(Double.NaN, 0, 10, 1));
        assertThrows(Invalid.class, () -> Heard.towards(0, 0, 360, 1));
    }

    private static String code(List<Heard> heard) {
        return assertInstanceOf(Bearings.None.class, Bearings.fix(heard))
                .problem()
                .code();
    }
}
