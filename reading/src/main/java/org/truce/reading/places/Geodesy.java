package org.truce.reading.places;

/**
 * Points on the ellipsoid of WGS 84: Vincenty's direct solution (Survey Review XXIII 176, 1975), good to a millimetre.
 * Pure; a handful of iterations.
 */
final class Geodesy {
    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257223563;
    private static final double B = A * (1 - F);
    private static final double ENOUGH = 1e-12;
    private static final int MOST_ROUNDS = 50;

    private Geodesy() {}

    /** Degrees north and east of the point that lies so far in a direction, clockwise from north, of another. */
    static double[] offset(double lat, double lon, double bearingDegrees, double metres) {
        double azimuth = StrictMath.toRadians(bearingDegrees);
        double sinA = StrictMath.sin(azimuth);
        double cosA = StrictMath.cos(azimuth);
        double tanU = (1 - F) * StrictMath.tan(StrictMath.toRadians(lat));
        double cosU = 1 / StrictMath.sqrt(1 + tanU * tanU);
        double sinU = tanU * cosU;
        double sigma1 = StrictMath.atan2(tanU, cosA);
        double sinAlpha = cosU * sinA;
        double cos2Alpha = 1 - sinAlpha * sinAlpha;
        double u2 = cos2Alpha * (A * A - B * B) / (B * B);
        double a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
        double b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
        double sigma = metres / (B * a);
        double cos2m = 0;
        for (int i = 0; i < MOST_ROUNDS; i++) {
            cos2m = StrictMath.cos(2 * sigma1 + sigma);
            double s = StrictMath.sin(sigma);
            double c = StrictMath.cos(sigma);
            double delta = b
                    * s
                    * (cos2m
                            + b
                                    / 4
                                    * (c * (-1 + 2 * cos2m * cos2m)
                                            - b / 6 * cos2m * (-3 + 4 * s * s) * (-3 + 4 * cos2m * cos2m)));
            double next = metres / (B * a) + delta;
            boolean done = Math.abs(next - sigma) < ENOUGH;
            sigma = next;
            if (done) {
                break;
            }
        }
        double s = StrictMath.sin(sigma);
        double c = StrictMath.cos(sigma);
        double x = sinU * s - cosU * c * cosA;
        double lat2 =
                StrictMath.atan2(sinU * c + cosU * s * cosA, (1 - F) * StrictMath.sqrt(sinAlpha * sinAlpha + x * x));
        double lambda = StrictMath.atan2(s * sinA, cosU * c - sinU * s * cosA);
        double k = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
        double along = sigma + k * s * (cos2m + k * c * (-1 + 2 * cos2m * cos2m));
        double l = lambda - (1 - k) * F * sinAlpha * along;
        return new double[] {StrictMath.toDegrees(lat2), StrictMath.toDegrees(l) + lon};
    }
}
