package org.truce.assessment.attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class GaussianTest {
    private static final Gaussian STANDARD = new Gaussian(0, 0, 1, 0, 1);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static String rectangle(double west, double south, double east, double north) {
        return "((" + west + " " + south + ", " + east + " " + south + ", " + east + " " + north + ", " + west + " "
                + north + ", " + west + " " + south + "))";
    }

    /** The rectangle is the product of four values of Phi; the concave one was checked by Monte Carlo (methods.md §3). */
    @Test
    void goldenValues() {
        assertEquals(.634032262607, STANDARD.probability(wkt("POLYGON " + rectangle(-1, -1, 2, 1.5))), 1e-12);
        Gaussian other = new Gaussian(2, 2.2, 1, .4, .6);
        assertEquals(.262678, other.probability(wkt("POLYGON ((0 0, 4 0, 4 3, 2 1, 0 3, 0 0))")), 1e-6);
    }

    /** A straight side of which the rest is far away: Phi(d / s), the table of methods.md §3. */
    @ParameterizedTest
    @CsvSource({"25, .5987", "50, .6915", "100, .8413", "200, .9772", "0, .5"})
    void besideAStraightLine(double distance, double expected) {
        Gaussian hundred = new Gaussian(0, 0, 10_000, 0, 10_000);
        Geometry side = wkt("POLYGON " + rectangle(-1e6, -distance, 1e6, 1e6));
        assertEquals(expected, hundred.probability(side), 5e-5);
    }

    @Test
    void theRadiusHolds95Percent() {
        Geometry disc = GEOMETRY.createPoint(new org.locationtech.jts.geom.Coordinate(0, 0))
                .buffer(1000, 2000);
        assertEquals(.95, Gaussian.around(1000).probability(disc), 1e-6);
        assertEquals(2.4477, Gaussian.RADIUS_95, 5e-5);
    }

    @Test
    void partsAddUpHolesAreLeftOutAndTheSenseOfARingDoesNotMatter() {
        double whole = STANDARD.probability(wkt("POLYGON " + rectangle(-3, -3, 3, 3)));
        double hole = STANDARD.probability(wkt("POLYGON " + rectangle(-1, -1, 2, 1.5)));
        String outer = rectangle(-3, -3, 3, 3);
        String inner = rectangle(-1, -1, 2, 1.5);
        Geometry ring = wkt("POLYGON (" + outer.substring(1, outer.length() - 1) + ", "
                + inner.substring(1, inner.length() - 1) + ")");
        assertEquals(whole - hole, STANDARD.probability(ring), 1e-12);
        assertEquals(whole - hole, STANDARD.probability(ring.reverse()), 1e-12);
        Geometry two = wkt("MULTIPOLYGON (" + rectangle(-3, -3, 0, 3) + ", " + rectangle(0, -3, 3, 3) + ")");
        assertEquals(whole, STANDARD.probability(two), 1e-12);
        assertEquals(0, STANDARD.probability(wkt("POLYGON " + rectangle(50, 50, 60, 60))), 1e-15);
        assertEquals(1, STANDARD.probability(wkt("POLYGON " + rectangle(-50, -50, 60, 60))), 1e-14);
        assertEquals(0, STANDARD.probability(wkt("LINESTRING (0 0, 1 1)")));
    }

    /** Edges of every length and distance, against a product of Phi, which has another way. */
    @Test
    void everyRectangleIsTheProductOfItsSides() {
        SplittableRandom random = new SplittableRandom(20201110);
        for (int i = 0; i < 2_000; i++) {
            double scale = StrictMath.pow(10, random.nextDouble(-3, 3));
            double west = random.nextDouble(-scale, scale);
            double east = west + random.nextDouble(1e-4, scale);
            double south = random.nextDouble(-scale, scale);
            double north = south + random.nextDouble(1e-4, scale);
            double expected = (phi(east) - phi(west)) * (phi(north) - phi(south));
            double found = STANDARD.probability(wkt("POLYGON " + rectangle(west, south, east, north)));
            assertEquals(expected, found, 1e-11, west + " " + south + " " + east + " " + north);
        }
    }

    /** By Simpson's rule from 0, in steps of 0.001. */
    private static double phi(double x) {
        double to = StrictMath.max(-9, StrictMath.min(9, x));
        int steps = 2 * (int) StrictMath.ceil(StrictMath.abs(to) / .002 + 1);
        double h = to / steps;
        double sum = 1 + StrictMath.exp(-to * to / 2);
        for (int i = 1; i < steps; i++) {
            double at = i * h;
            sum += (i % 2 == 1 ? 4 : 2) * StrictMath.exp(-at * at / 2);
        }
        return .5 + sum * h / 3 / StrictMath.sqrt(2 * StrictMath.PI);
    }

    @Test
    void distancesAreAsFarAsTheDistributionReaches() {
        Gaussian hundred = Gaussian.around(244.77);
        Geometry line = wkt("LINESTRING (-100000 500, 100000 500)");
        double[] found = hundred.distances(line, .05, .5, .95);
        assertEquals(500 - 164.5, found[0], 2);
        assertEquals(500, found[1], 2);
        assertEquals(500 + 164.5, found[2], 2);
        double[] across = hundred.distances(wkt("LINESTRING (-100000 0, 100000 0)"), .5, .95);
        assertEquals(67.4, across[0], 2);
        assertEquals(196, across[1], 3);
    }

    @Test
    void whatIsNoDistributionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Gaussian(0, 0, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> Gaussian.around(0));
        assertThrows(IllegalArgumentException.class, () -> new Gaussian(0, 0, Double.NaN, 0, 1));
        assertTrue(STANDARD.points().size() > 1000);
    }
}
