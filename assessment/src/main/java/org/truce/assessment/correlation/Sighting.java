package org.truce.assessment.correlation;

import org.truce.model.Invalid;

/**
 * What one source says of one event, with the errors that it declares. Immutable.
 *
 * @param id number by which the caller knows it, unique
 * @param source who reports: one source reports an incident once
 * @param kind what kind of source
 * @param east metres east of a point that all share
 * @param north metres north of it
 * @param eastVariance square metres, above 0
 * @param covariance square metres
 * @param northVariance square metres, above 0
 * @param day when it says that it happened, in days since an instant that all share
 * @param daySd standard deviation of that, in days, above 0
 * @param act what it says happened
 * @param held the incident to which a person assigned it; below 0 where nobody did
 */
public record Sighting(
        long id,
        int source,
        SourceKind kind,
        double east,
        double north,
        double eastVariance,
        double covariance,
        double northVariance,
        double day,
        double daySd,
        ActClass act,
        int held) {
    private static final double FAR_METRES = 2e7;
    private static final double FAR_DAYS = 4e6;

    /** The least standard deviation that is believed, in metres: nobody knows where a shot fell to the centimetre. */
    public static final double LEAST_METRES = 1;

    /** The least standard deviation that is believed, in days: a second. */
    public static final double LEAST_DAYS = 1.0 / 86_400;

    public Sighting {
        Invalid.unless(
                StrictMath.abs(east) <= FAR_METRES && StrictMath.abs(north) <= FAR_METRES,
                "bad-position",
                "A position is a number of metres within the Earth's half circumference.");
        Invalid.unless(
                eastVariance >= LEAST_METRES * LEAST_METRES
                        && northVariance >= LEAST_METRES * LEAST_METRES
                        && eastVariance <= FAR_METRES * FAR_METRES
                        && northVariance <= FAR_METRES * FAR_METRES
                        && eastVariance * northVariance > covariance * covariance,
                "bad-error",
                "A position's error is an ellipse of at least a metre.");
        Invalid.unless(StrictMath.abs(day) <= FAR_DAYS, "bad-time", "A time is a number of days within 10,000 years.");
        Invalid.unless(
                daySd >= LEAST_DAYS && daySd <= FAR_DAYS, "bad-error", "A time's error is at least a second, in days.");
    }

    /** With the errors that its kind of source declares. */
    public static Sighting of(
            long id, int source, SourceKind kind, double east, double north, double day, ActClass act) {
        double variance = kind.metres() * kind.metres();
        return new Sighting(id, source, kind, east, north, variance, 0, variance, day, kind.days(), act, -1);
    }

    /** The same, assigned to an incident by a person. */
    public Sighting held(int incident) {
        return new Sighting(
                id, source, kind, east, north, eastVariance, covariance, northVariance, day, daySd, act, incident);
    }

    /** Whether another is the same report entered again: by the same source, of the same act, time and place. */
    boolean again(Sighting other) {
        return source == other.source
                && kind == other.kind
                && act == other.act
                && day == other.day
                && east == other.east
                && north == other.north;
    }

    /** The square of its position's mean standard deviation: how rough it is. */
    double rough() {
        return eastVariance + northVariance;
    }
}
