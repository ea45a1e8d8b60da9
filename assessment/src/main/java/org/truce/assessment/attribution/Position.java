package org.truce.assessment.attribution;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.truce.assessment.attribution.Attribution.Range;
import org.truce.model.entry.Entry;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * Where something was, with its uncertainty: a normal distribution around a point, or a disc where only a village or
 * district is named, for that stands for all of itself. Immutable.
 *
 * @param plane around the middle
 * @param spread in that plane
 * @param named whether a place was named instead of a position
 */
public record Position(Plane plane, Gaussian spread, boolean named) {
    /** A position without a radius is taken to be as good as its last digits: this many metres. */
    private static final double UNSTATED_RADIUS = 1;

    /** A degree of latitude is no shorter. */
    private static final double METRES_PER_DEGREE = 110_500;
    /** By so much of an area's size an edge may bend from one map to another. */
    private static final double SLACK = 0.05;
    /** Degrees: larger areas, and places nearer to a pole, are always measured. */
    private static final double WIDE = 10;

    private static final double STEEP = 70;

    private static final Point MIDDLE = new GeometryFactory().createPoint(new Coordinate(0, 0));

    /** Of an entry; null where it has none. */
    public static @Nullable Position of(Entry entry, View view) {
        Names names = Names.of(view);
        Geometry where = names.geometry(entry);
        if (where == null || where.isEmpty()) {
            return null;
        }
        Point middle = where.getCentroid();
        Double radius = names.radiusMetres(entry);
        return new Position(
                new Plane(middle.getX(), middle.getY()),
                Gaussian.around(radius == null || radius <= 0 ? UNSTATED_RADIUS : radius),
                entry.where() != null && entry.where().geometry() == null);
    }

    /** Probability that it lay in an area, given in degrees: 0 to 1. Far from the area it costs next to nothing. */
    public double in(Geometry area) {
        return isFar(area.getEnvelopeInternal()) ? 0 : inMetres(plane.metres(area));
    }

    /** Whether it is beyond three times the radius from all that lies between some degrees, whatever bends between two maps. */
    private boolean isFar(Envelope box) {
        double size = StrictMath.max(box.getWidth(), box.getHeight());
        if (size > WIDE || StrictMath.abs(plane.latitude()) > STEEP) {
            return false;
        }
        double north = 3 * radius() / METRES_PER_DEGREE + size * SLACK;
        double east = north / StrictMath.cos(StrictMath.toRadians(StrictMath.abs(plane.latitude()) + north));
        return plane.latitude() < box.getMinY() - north
                || plane.latitude() > box.getMaxY() + north
                || plane.longitude() < box.getMinX() - east
                || plane.longitude() > box.getMaxX() + east;
    }

    private double radius() {
        return StrictMath.sqrt(spread.eastVariance()) * Gaussian.RADIUS_95;
    }

    /**
     * Probability that it lay no further than some metres from a line, given in degrees: 0 to 1. The edge of that strip is
     * drawn with chords that leave the circle by at most 0.03 % of the distance.
     */
    public double within(double metres, Geometry line) {
        return inMetres(plane.metres(line).buffer(metres, 32));
    }

    /** Metres between which its distance to something, given in degrees, lies with 90 % probability. */
    public Range distance(Geometry to) {
        double[] distances = spread.distances(plane.metres(to), 0.05, 0.95);
        return new Range(distances[0], distances[1]);
    }

    private double inMetres(Geometry zone) {
        // Less than 1e-11 lies beyond three times the radius: there the position is on one side for certain.
        double radius = radius();
        if (!zone.getBoundary().isWithinDistance(MIDDLE, 3 * radius)) {
            return zone.contains(MIDDLE) ? 1 : 0;
        }
        if (!named) {
            return spread.probability(zone);
        }
        Geometry disc = MIDDLE.buffer(radius, 64);
        return zone.intersection(disc).getArea() / disc.getArea();
    }
}
