package org.truce.reading.story;

import java.util.List;

/**
 * Reports that tell one story and count as one source.
 *
 * @param reports their ids in the order in which they came; the first stands for the group
 * @param pairs the comparisons that joined them
 */
public record Group(List<String> reports, List<Pair> pairs) {
    /** Copies the lists. */
    public Group {
        reports = List.copyOf(reports);
        pairs = List.copyOf(pairs);
    }
}
