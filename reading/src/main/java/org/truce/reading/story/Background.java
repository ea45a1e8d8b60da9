package org.truce.reading.story;

import java.util.HashMap;
import java.util.Map;

/**
 * How often facts occur in all reports seen: what nearly every report names says nothing of two that name it. Starts
 * from a guess that counts as much as some reports (Beta smoothing). Not thread-safe.
 */
final class Background {
    private static final int GUESS_COUNTS = 15;

    private final Map<String, Integer> reports = new HashMap<>();
    private int seen;

    void learn(Profile profile) {
        seen++;
        profile.skeletons.forEach(sign -> reports.merge("name " + sign, 1, Integer::sum));
        profile.places.forEach(place -> reports.merge("place " + place, 1, Integer::sum));
        profile.actors.forEach(actor -> reports.merge("actor " + actor, 1, Integer::sum));
        profile.topics.forEach(topic -> reports.merge("topic " + topic, 1, Integer::sum));
        profile.agencies.forEach(agency -> reports.merge("agency " + agency, 1, Integer::sum));
    }

    /** Share of the reports that have a fact, where it was guessed to be {@code guess} before any was seen. */
    double share(String fact, double guess) {
        return (reports.getOrDefault(fact, 0) + guess * GUESS_COUNTS) / (seen + GUESS_COUNTS);
    }
}
