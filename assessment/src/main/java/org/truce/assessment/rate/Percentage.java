package org.truce.assessment.rate;

/**
 * When a share of things that were counted may be told as a percentage. Of a few, one more or less is many points: there the
 * counts themselves are told.
 */
public final class Percentage {
    /** Of fewer than these no percentage is told. */
    public static final int LEAST = 20;

    private Percentage() {}

    /** Whether a share of so many things may be told as a percentage. */
    public static boolean told(int number) {
        return number >= LEAST;
    }
}
