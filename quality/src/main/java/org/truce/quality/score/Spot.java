package org.truce.quality.score;

/**
 * A point.
 *
 * @param lat WGS 84 degrees north
 * @param lon WGS 84 degrees east
 */
public record Spot(double lat, double lon) {
    private static final double EARTH_KM = 6371;
    private static final double NEAR_KM = 10;

    /** Whether two points lie within ten kilometres, by the haversine on a sphere. */
    boolean near(Spot other) {
        double la = Math.toRadians(lat);
        double lb = Math.toRadians(other.lat);
        double h = square(Math.sin((lb - la) / 2))
                + Math.cos(la) * Math.cos(lb) * square(Math.sin(Math.toRadians(other.lon - lon) / 2));
        return 2 * EARTH_KM * Math.asin(Math.sqrt(h)) <= NEAR_KM;
    }

    private static double square(double x) {
        return x * x;
    }
}
