package org.truce.assessment.claims;

import org.truce.model.kind.Statement.Comparator;

/**
 * Between which numbers the true one lies, by the record.
 *
 * @param low what was counted for certain
 * @param high the most that it may have been; infinite where nobody can say
 * @param complete whether so much was watched or counted that more would have been seen (0.8 of the period)
 */
record Bounds(double low, double high, boolean complete) {
    /** So much of a period must have been watched before its count excludes a higher number. */
    static final double COMPLETE = 0.8;

    private static final double ABOUT = 0.1;

    /**
     * What they say to a number: what was counted contradicts a lower number whatever was watched; a higher one only where
     * enough was.
     */
    Verdict against(Comparator comparator, double value) {
        return switch (comparator) {
            case EQUAL -> within(value, value);
            case ABOUT -> within(value * (1 - ABOUT), value * (1 + ABOUT));
            case AT_LEAST -> atLeast(low >= value, high < value);
            case MORE -> atLeast(low > value, high <= value);
            case AT_MOST -> atMost(low > value, high <= value);
            case LESS -> atMost(low >= value, high < value);
        };
    }

    private Verdict within(double least, double most) {
        if (most < low || (least > high && complete)) {
            return Verdict.CONTRADICTED;
        }
        return complete ? Verdict.SUPPORTED : Verdict.NOT_ENOUGH_OBSERVATION;
    }

    private Verdict atLeast(boolean reached, boolean missed) {
        if (reached) {
            return Verdict.SUPPORTED;
        }
        return missed && complete ? Verdict.CONTRADICTED : Verdict.NOT_ENOUGH_OBSERVATION;
    }

    private Verdict atMost(boolean passed, boolean kept) {
        if (passed) {
            return Verdict.CONTRADICTED;
        }
        return kept && complete ? Verdict.SUPPORTED : Verdict.NOT_ENOUGH_OBSERVATION;
    }
}
