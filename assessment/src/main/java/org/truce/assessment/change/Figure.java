package org.truce.assessment.change;

/** The figures of a view that are compared. */
public enum Figure {
    /** Acts that count, in the window of the assessment. */
    ACTS,
    /** Acts that are alleged only, in the window of the assessment. */
    ALLEGED,
    /** Fully-covered days, in the window of the assessment. */
    COVERED_DAYS,
    /** Incidents of all time. */
    INCIDENTS,
    /** Obligations. */
    OBLIGATIONS,
    /** Persons who returned, by the counts of single days. */
    RETURNED,
    /** Units of traffic that passed through the corridors. */
    PASSED
}
