package org.truce.assessment.correlation;

import java.util.List;

/**
 * An incident as it was put together.
 *
 * @param members ids of its sightings, the most exact first, and then in order of time
 * @param links what joined the members to the rest, in the same order, the first one left out
 * @param east metres, best estimate
 * @param north metres, best estimate
 * @param eastVariance square metres
 * @param covariance square metres
 * @param northVariance square metres
 * @param day best estimate
 * @param act the likeliest class
 * @param newsOnly whether nothing but news tells of it: it is counted apart
 */
public record Found(
        List<Long> members,
        List<Link> links,
        double east,
        double north,
        double eastVariance,
        double covariance,
        double northVariance,
        double day,
        ActClass act,
        boolean newsOnly) {
    public Found {
        members = List.copyOf(members);
        links = List.copyOf(links);
    }
}
