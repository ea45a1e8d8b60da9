package org.truce.assessment.correlation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Pairs of sightings of which a person said that they are not of one incident. Not thread-safe while it grows. */
public final class Apart {
    private final Map<Long, Set<Long>> pairs = new HashMap<>();

    /** Nothing is kept apart. */
    public Apart() {}

    /** Keeps two sightings apart, whatever speaks for joining them. */
    public void keep(long one, long other) {
        if (one != other) {
            pairs.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
            pairs.computeIfAbsent(other, _ -> new HashSet<>()).add(one);
        }
    }

    boolean forbids(Case known, Sighting one) {
        if (pairs.isEmpty()) {
            return false;
        }
        Set<Long> others = pairs.get(one.id());
        if (others != null) {
            for (int i = 0; i < known.size; i++) {
                if (others.contains(known.members[i].id())) {
                    return true;
                }
            }
        }
        return false;
    }
}
