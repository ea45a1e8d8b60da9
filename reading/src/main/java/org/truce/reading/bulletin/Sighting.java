package org.truce.reading.bulletin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Observation.Explosion;
import org.truce.model.kind.Observation.Means;
import org.truce.model.kind.Observation.SeenType;
import org.truce.reading.places.PlaceMention;

/**
 * One sentence of a bulletin as a proposal of an observation. Its classes partition its count, unless {@code problem}
 * says that what is written does not.
 *
 * @param means how it was observed, null where the sentence does not say
 * @param date ISO date of the day, empty if none is said
 * @param from local time at which it begins, {@code HH:MM}, empty if none is said
 * @param to local time at which it ends
 * @param place the place that the sentence names first, null if none
 * @param count all classes together, a whole number
 * @param qualifier of the count, as in a quantity
 * @param seen the classes; what a total leaves untold is of class {@code OTHER}
 * @param metresFrom least distance from the observer, -1 if none is said
 * @param metresTo greatest distance
 * @param bearings degrees clockwise from north, 0 up to but not including 360
 * @param assessedAs the words that assess it, empty if none
 * @param exercises how many of them were assessed as an exercise; all of them where it says so without a number
 * @param problem {@code classes-do-not-add-up}, or empty
 * @param start first UTF-16 index of the sentence
 * @param end index after the last
 */
public record Sighting(
        @Nullable Means means,
        String date,
        String from,
        String to,
        @Nullable PlaceMention place,
        long count,
        String qualifier,
        List<Seen> seen,
        int metresFrom,
        int metresTo,
        List<Double> bearings,
        String assessedAs,
        long exercises,
        String problem,
        int start,
        int end) {
    /**
     * One class.
     *
     * @param explosion which, null where it is not said or no explosion
     * @param weapon in English, empty where not known
     * @param calibre such as {@code 82mm}, empty where not known
     */
    public record Seen(
            SeenType type,
            @Nullable Explosion explosion,
            long count,
            String qualifier,
            String weapon,
            String calibre) {}
}
