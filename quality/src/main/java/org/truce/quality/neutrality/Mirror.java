package org.truce.quality.neutrality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Normalised names and their mirrors. A name that is not listed is taken word by word; names that stand together are one
 * office, and count as equal. Immutable; thread-safe.
 */
final class Mirror {
    private final Map<String, String> same = new HashMap<>();
    private final Map<String, String> other = new HashMap<>();

    private Mirror() {}

    /** Lines {@code name, name = name}. */
    static Mirror of(List<String> lines) {
        Mirror out = new Mirror();
        for (String line : lines) {
            String[] sides = line.split(" = ", -1);
            String[] left = sides[0].split(", ", -1);
            String[] right = sides[1].split(", ", -1);
            for (String name : left) {
                out.same.put(name, left[0]);
            }
            for (String name : right) {
                out.same.put(name, right[0]);
            }
            out.other.put(left[0], right[0]);
            out.other.put(right[0], left[0]);
        }
        return out;
    }

    /** The first of the names that stand together with this one. */
    String same(String name) {
        return same.getOrDefault(name, name);
    }

    /** The name in the mirror. */
    String other(String name) {
        String whole = other.get(same(name));
        if (whole != null) {
            return whole;
        }
        StringBuilder out = new StringBuilder();
        for (String word : name.split("(?<=[^A-Za-z])|(?=[^A-Za-z])", -1)) {
            out.append(other.getOrDefault(word, word));
        }
        return out.toString();
    }
}
