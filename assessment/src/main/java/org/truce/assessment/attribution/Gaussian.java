package org.truce.assessment.attribution;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A position that is not known exactly: a normal distribution in a plane, in metres. Immutable and deterministic: all
 * arithmetic is that of {@link StrictMath}, in a fixed order.
 *
 * @param east mean
 * @param north mean
 * @param eastVariance square metres, above 0
 * @param covariance square metres
 * @param northVariance square metres, above 0
 */
public record Gaussian(double east, double north, double eastVariance, double covariance, double northVariance) {
    /** A circular normal distribution holds 95 % within this many standard deviations of its mean. */
    static final double RADIUS_95 = StrictMath.sqrt(-2 * StrictMath.log(0.05));

    /** What is this many standard deviations away holds less than 1e-17 of the distribution. */
    private static final double FAR = 9;

    private static final double PANEL = 1.5;
    private static final int RINGS = 48;
    private static final int RAYS = 96;
    /** Gauss–Legendre nodes and weights of order 16 on [-1, 1], the positive half. */
    private static final double[] NODES = {
        0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438,
        0.7554044083550030, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
    };

    private static final double[] WEIGHTS = {
        0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767,
        0.1246289712555339, 0.0951585116824928, 0.0622535239386479, 0.0271524594117541
    };

    public Gaussian {
        if (!(eastVariance > 0) || !(eastVariance * northVariance > covariance * covariance)) {
            throw new IllegalArgumentException("no positive definite covariance");
        }
    }

    /** Around the middle of a plane, with a radius in metres that holds 95 %. */
    public static Gaussian around(double radius95) {
        double deviation = radius95 / RADIUS_95;
        return new Gaussian(0, 0, deviation * deviation, 0, deviation * deviation);
    }

    /**
     * Probability that the position lies in an area: any polygons, concave or with holes. Exact but for rounding: each
     * edge's share is an integral in polar coordinates around the mean after whitening (Cheung, Shi &amp; Zhou 2004;
     * methods.md §3), taken along the edge, where it is smooth whatever the edge's length and distance.
     *
     * @param area in metres, in the same plane
     * @return 0 to 1; costs 16 to some hundred evaluations an edge
     */
    public double probability(Geometry area) {
        double sum = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                sum += ring(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    sum -= ring(polygon.getInteriorRingN(hole));
                }
            }
        }
        return StrictMath.max(0, StrictMath.min(1, sum));
    }

    private double ring(LineString ring) {
        double turn = 0;
        double[] before = white(ring.getCoordinateN(0));
        for (int i = 1; i < ring.getNumPoints(); i++) {
            double[] after = white(ring.getCoordinateN(i));
            turn += edge(before, after);
            before = after;
        }
        return StrictMath.abs(turn) / (2 * StrictMath.PI);
    }

    /** By the Cholesky factor of the covariance, so that the distribution becomes N(0, I). */
    private double[] white(Coordinate at) {
        double a = StrictMath.sqrt(eastVariance);
        double b = covariance / a;
        double c = StrictMath.sqrt(northVariance - b * b);
        double x = (at.x - east) / a;
        return new double[] {x, (at.y - north - b * x) / c};
    }

    /** Integral over the triangle of the origin and an edge, signed by its sense, of the density times 2 pi. */
    private static double edge(double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = StrictMath.hypot(dx, dy);
        if (length == 0) {
            return 0;
        }
        double height = (from[0] * to[1] - from[1] * to[0]) / length;
        double begin = (from[0] * dx + from[1] * dy) / length;
        double end = (to[0] * dx + to[1] * dy) / length;
        // Far from the foot of the perpendicular the triangle holds all that its angle has.
        double near = StrictMath.min(StrictMath.max(begin, -FAR), FAR);
        double far = StrictMath.min(StrictMath.max(end, -FAR), FAR);
        double tails = angle(height, begin, near) + angle(height, far, end);
        return tails + panels(height, near, far);
    }

    private static double angle(double height, double begin, double end) {
        return begin == end ? 0 : StrictMath.atan2(height * (end - begin), height * height + begin * end);
    }

    private static double panels(double height, double begin, double end) {
        int count = (int) StrictMath.ceil((end - begin) / PANEL);
        double width = count == 0 ? 0 : (end - begin) / count;
        double sum = 0;
        for (int panel = 0; panel < count; panel++) {
            double middle = begin + (panel + 0.5) * width;
            for (int i = 0; i < NODES.length; i++) {
                double offset = NODES[i] * width / 2;
                sum += WEIGHTS[i] * (share(height, middle - offset) + share(height, middle + offset)) * width / 2;
            }
        }
        return sum;
    }

    /** Density of the angle's share along an edge: h (1 - exp(-r²/2)) / r², smooth also where r is 0. */
    private static double share(double height, double along) {
        double square = height * height + along * along;
        return square == 0 ? 0 : height * -StrictMath.expm1(-square / 2) / square;
    }

    /**
     * Points of equal weight that stand for the distribution, always the same: the middles of rings of equal probability,
     * turned by the golden angle from ring to ring.
     */
    List<Coordinate> points() {
        List<Coordinate> points = new ArrayList<>(RINGS * RAYS);
        double a = StrictMath.sqrt(eastVariance);
        double b = covariance / a;
        double c = StrictMath.sqrt(northVariance - b * b);
        for (int ring = 0; ring < RINGS; ring++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-(ring + 0.5) / RINGS));
            for (int ray = 0; ray < RAYS; ray++) {
                double turn = 2 * StrictMath.PI * (ray + ring * 0.6180339887498949) / RAYS;
                double u = radius * StrictMath.cos(turn);
                double v = radius * StrictMath.sin(turn);
                points.add(new Coordinate(east + a * u, north + b * u + c * v));
            }
        }
        return points;
    }

    /**
     * Distances to something, in metres, below which a share of the distribution lies; within 1 % of the deviation.
     *
     * @param to what the distance is to, in the same plane
     * @param shares each 0 to 1
     */
    public double[] distances(Geometry to, double... shares) {
        double[] distances = points().stream()
                .mapToDouble(at -> {
                    Point point = to.getFactory().createPoint(at);
                    return point.distance(to);
                })
                .sorted()
                .toArray();
        double[] result = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            int at = (int) (shares[i] * distances.length);
            result[i] = distances[StrictMath.min(at, distances.length - 1)];
        }
        return result;
    }
}
