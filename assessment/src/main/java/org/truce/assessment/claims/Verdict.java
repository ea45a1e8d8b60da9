package org.truce.assessment.claims;

/** What the record says to a claim. Unverifiable is not false. */
public enum Verdict {
    SUPPORTED,
    CONTRADICTED,
    NOT_ENOUGH_OBSERVATION,
    SCOPE_NOT_COMPARABLE,
    NOT_CHECKABLE
}
