package org.truce.assessment.correlation;

/**
 * An ellipse that holds a position with 95 %.
 *
 * @param longMetres half its long axis
 * @param shortMetres half its short axis
 * @param azimuth direction of the long axis, degrees clockwise from north, 0 up to but not including 180
 */
public record Ellipse(double longMetres, double shortMetres, double azimuth) {
    private static final double CHI_95 = 5.991464547107979;

    /** Of a covariance in square metres. */
    public static Ellipse of(double eastVariance, double covariance, double northVariance) {
        double middle = (eastVariance + northVariance) / 2;
        double half = StrictMath.hypot((eastVariance - northVariance) / 2, covariance);
        double turn = StrictMath.toDegrees(0.5 * StrictMath.atan2(2 * covariance, northVariance - eastVariance));
        return new Ellipse(
                StrictMath.sqrt(CHI_95 * (middle + half)),
                StrictMath.sqrt(CHI_95 * StrictMath.max(0, middle - half)),
                turn < 0 ? turn + 180 : turn);
    }
}
