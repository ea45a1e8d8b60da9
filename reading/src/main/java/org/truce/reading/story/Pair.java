package org.truce.reading.story;

import java.util.List;

/**
 * Two reports compared.
 *
 * @param a id of the one that came first
 * @param b id of the other
 * @param score natural logarithm of the odds that they tell one story
 * @param terms what spoke for and against it, the heaviest first
 * @param verdict what is made of it
 */
public record Pair(String a, String b, double score, List<Term> terms, Verdict verdict) {
    /** Copies the list. */
    public Pair {
        terms = List.copyOf(terms);
    }

    /** The score as a probability. */
    public double probability() {
        return 1 / (1 + StrictMath.exp(-score));
    }
}
