package org.truce.reading.story;

import java.util.List;

/**
 * What one sort of facts said about a pair.
 *
 * @param sort which facts
 * @param agreed those that both have, in a form without language
 * @param weight natural logarithm of the likelihood ratio: above 0 for the same story, below 0 against it
 */
public record Term(Sort sort, List<String> agreed, double weight) {
    /** Copies the list. */
    public Term {
        agreed = List.copyOf(agreed);
    }
}
