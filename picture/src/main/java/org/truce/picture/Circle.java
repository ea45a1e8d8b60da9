package org.truce.picture;

import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Point;

/**
 * What lies within a distance of a point, geodesic. Nearly every question is decided by two products: between the circles
 * of latitude that bound the distance, a degree of longitude and one of latitude are never shorter and never longer than
 * at these bounds. Only what lies so close to the edge that this does not tell is measured.
 */
final class Circle {
    private static final double AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257_223_563;
    private static final double SQUARE = FLATTENING * (2 - FLATTENING);
    /** A degree of latitude is never shorter, in metres. */
    private static final double DEGREE = 110_500;
    /** Far more than what is lost in computing, far less than anybody can tell on the ground. */
    private static final double SLACK = 1e-7;

    private final double x;
    private final double y;
    private final double metres;
    private final double tall;
    private final double wide;
    private final double west;
    private final double east;
    private final double south;
    private final double north;
    private final double leastX;
    private final double leastY;
    private final double mostX;
    private final double mostY;

    Circle(Point centre, double metres) {
        this.x = centre.getX();
        this.y = centre.getY();
        this.metres = metres;
        this.tall = metres / DEGREE;
        double low = Math.max(-90, y - tall);
        double high = Math.min(90, y + tall);
        double equator = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        double pole = Math.max(Math.abs(low), Math.abs(high));
        // A degree along the meridian is longest towards the pole, one along the parallel towards the equator.
        this.leastY = meridian(equator) * (1 - SLACK);
        this.mostY = meridian(pole) * (1 + SLACK);
        this.leastX = parallel(pole) * (1 - SLACK);
        this.mostX = parallel(equator) * (1 + SLACK);
        this.wide = leastX > 0 ? Math.min(360, metres / leastX) : 360;
        boolean across = x - wide < -180 || x + wide > 180;
        this.west = across ? Double.NEGATIVE_INFINITY : x - wide;
        this.east = across ? Double.POSITIVE_INFINITY : x + wide;
        this.south = y - tall;
        this.north = y + tall;
    }

    /** Metres of a degree of latitude at a latitude. */
    private static double meridian(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        return Math.toRadians(AXIS * (1 - SQUARE) / Math.pow(1 - SQUARE * sine * sine, 1.5));
    }

    /** Metres of a degree of longitude at a latitude. */
    private static double parallel(double latitude) {
        double sine = Math.sin(Math.toRadians(latitude));
        double cosine = Math.max(0, Math.cos(Math.toRadians(latitude)));
        return Math.toRadians(AXIS * cosine / Math.sqrt(1 - SQUARE * sine * sine));
    }

    /** Whether a point lies outside the box around all; never where it has no longitude, or the box crosses the date line. */
    @SuppressWarnings("ShortCircuitBoolean")
    boolean surelyBeyond(double longitude, double latitude) {
        // Nearly all points are outside, few on the same side: one branch foretells that, four would not.
        boolean placed = !Double.isNaN(longitude);
        return placed & ((longitude < west) | (longitude > east) | (latitude < south) | (latitude > north));
    }

    /** Whether a point lies within the distance. */
    boolean holds(double longitude, double latitude) {
        double dy = Math.abs(latitude - y);
        if (!(dy <= tall)) {
            return false;
        }
        double dx = Math.abs(longitude - x);
        dx = dx <= 180 ? dx : Math.abs(360 - dx);
        if (!(dx <= wide)) {
            return false;
        }
        double square = metres * metres;
        double least = dx * dx * leastX * leastX + dy * dy * leastY * leastY;
        double most = dx * dx * mostX * mostX + dy * dy * mostY * mostY;
        if (least > square) {
            return false;
        }
        return most <= square || Geodesic.WGS84.Inverse(latitude, longitude, y, x).s12 <= metres;
    }
}
