package org.truce.assessment.correlation;

import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;

/**
 * What one post says of the direction and the distance of one event. At least one of both.
 *
 * @param east metres east of a point that all posts share: where the post stands
 * @param north metres north of it
 * @param bearing direction, degrees clockwise from north, 0 up to but not including 360
 * @param bearingSd its standard deviation, degrees, above 0 and at most 60
 * @param flashToBang seconds from seeing to hearing it, above 0 and at most 120
 * @param secondsSd its standard deviation, seconds, above 0
 * @param celsius temperature of the air, which gives the speed of sound, -60 to 60
 */
public record Heard(
        double east,
        double north,
        @Nullable Double bearing,
        double bearingSd,
        @Nullable Double flashToBang,
        double secondsSd,
        double celsius) {
    public Heard {
        Invalid.unless(
                StrictMath.abs(east) <= 1e6 && StrictMath.abs(north) <= 1e6,
                "bad-position",
                "A post stands within 1,000 km of the common point.");
        Invalid.unless(
                bearing != null || flashToBang != null, "no-bearing", "Give a bearing or the time from flash to bang.");
        Invalid.unless(
                bearing == null || (bearing >= 0 && bearing < 360),
                "bad-bearing",
                "A bearing is at least 0 and less than 360 degrees.");
        Invalid.unless(
                bearing == null || (bearingSd > 0 && bearingSd <= 60),
                "bad-error",
                "A bearing's error is above 0 and at most 60 degrees.");
        Invalid.unless(
                flashToBang == null || (flashToBang > 0 && flashToBang <= 120 && secondsSd > 0 && secondsSd <= 60),
                "bad-time",
                "From flash to bang it is at most 120 seconds, with an error above 0.");
        Invalid.unless(celsius >= -60 && celsius <= 60, "bad-temperature", "The air has -60 to 60 degrees.");
    }

    /** A bearing alone. */
    public static Heard towards(double east, double north, double bearing, double bearingSd) {
        return new Heard(east, north, bearing, bearingSd, null, 0, 15);
    }

    /** Metres that sound makes in a second. */
    double speed() {
        return 331.3 + 0.606 * celsius;
    }
}
