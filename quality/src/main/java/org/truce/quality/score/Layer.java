package org.truce.quality.score;

/** A layer of facts whose finding is measured by F1. */
public enum Layer {
    /** Credited agencies. */
    AGENCIES("agency"),
    /** Dates. */
    DATES("date"),
    /** Places. */
    PLACES("place"),
    /** Actors. */
    ACTORS("actor"),
    /** Direct statements. */
    QUOTES("statement"),
    /** Direct and indirect statements. */
    STATEMENTS("statement"),
    /** Events by type. */
    EVENTS("event"),
    /** Events by type and status. */
    EVENTS_WITH_STATUS("event"),
    /** Instruments. */
    AGREEMENTS("agreement");

    private final String fact;

    Layer(String fact) {
        this.fact = fact;
    }

    /** The layer's name among the counts of confidence. */
    public String fact() {
        return fact;
    }

    /** Whether it is a layer of events. */
    boolean events() {
        return this == EVENTS || this == EVENTS_WITH_STATUS;
    }
}
