package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Sunrise and sunset by the solar equations of NOAA's Global Monitoring Laboratory (Spencer 1971): the upper limb on the
 * horizon with standard refraction, zenith 90.833 degrees. Within two minutes between 66 degrees south and north.
 * Deterministic ({@link StrictMath}); thread-safe.
 */
final class Daylight {
    private static final double ZENITH = StrictMath.toRadians(90.833);
    private static final double MINUTES_PER_DAY = 1440;

    private Daylight() {}

    /** Share of the time from one instant to another that is day at a place, 0 to 1; at most a day apart. */
    static double share(Instant from, Instant to, double longitude, double latitude) {
        long length = Duration.between(from, to).toMillis();
        LocalDate date = from.atOffset(ZoneOffset.UTC).toLocalDate();
        long light = 0;
        // The light of one solar day may begin on the date before, in Universal Time, or end on the one after.
        for (int shift = -1; shift <= 2; shift++) {
            light += overlap(from, to, date.plusDays(shift), longitude, latitude);
        }
        return length <= 0 ? 0 : StrictMath.min(1, (double) light / length);
    }

    private static long overlap(Instant from, Instant to, LocalDate date, double longitude, double latitude) {
        double turn = 2 * StrictMath.PI / 365.25 * (date.getDayOfYear() - 1);
        double hourAngle = hourAngle(declination(turn), StrictMath.toRadians(latitude));
        double noon = 720 - 4 * longitude - equationOfTime(turn);
        Instant midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant rise = midnight.plusMillis(StrictMath.round((noon - 4 * hourAngle) * 60_000));
        Instant set = midnight.plusMillis(StrictMath.round((noon + 4 * hourAngle) * 60_000));
        Instant begin = rise.isAfter(from) ? rise : from;
        Instant end = set.isBefore(to) ? set : to;
        return StrictMath.max(0, Duration.between(begin, end).toMillis());
    }

    /** Degrees from noon to sunset: 0 where the sun does not rise, a little over 180 where it does not set. */
    private static double hourAngle(double declination, double latitude) {
        double cosine = StrictMath.cos(ZENITH) / (StrictMath.cos(latitude) * StrictMath.cos(declination))
                - StrictMath.tan(latitude) * StrictMath.tan(declination);
        return cosine <= -1 ? 182 : StrictMath.toDegrees(StrictMath.acos(StrictMath.min(1, cosine)));
    }

    /** Radians. */
    private static double declination(double turn) {
        return 0.006918
                - 0.399912 * StrictMath.cos(turn)
                + 0.070257 * StrictMath.sin(turn)
                - 0.006758 * StrictMath.cos(2 * turn)
                + 0.000907 * StrictMath.sin(2 * turn)
                - 0.002697 * StrictMath.cos(3 * turn)
                + 0.00148 * StrictMath.sin(3 * turn);
    }

    /** Minutes by which a sundial is ahead of the clock. */
    private static double equationOfTime(double turn) {
        return MINUTES_PER_DAY
                / (2 * StrictMath.PI)
                * (0.000075
                        + 0.001868 * StrictMath.cos(turn)
                        - 0.032077 * StrictMath.sin(turn)
                        - 0.014615 * StrictMath.cos(2 * turn)
                        - 0.040849 * StrictMath.sin(2 * turn));
    }
}
