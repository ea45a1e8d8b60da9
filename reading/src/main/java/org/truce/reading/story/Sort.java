package org.truce.reading.story;

/** What two reports may have in common. */
public enum Sort {
    /** The days on which they were published. */
    PUBLISHED,
    /** A number in figures or words. */
    NUMBER,
    /** A clock time. */
    TIME,
    /** A day that the text names. */
    DAY,
    /** A place of the theatre. */
    PLACE,
    /** An actor of the theatre. */
    ACTOR,
    /** A name by its consonants, whatever the script. */
    NAME,
    /** What it is about. */
    TOPIC,
    /** A kind of event. */
    EVENT,
    /** The agency that is credited. */
    AGENCY,
    /** The words themselves, of two reports in one language. */
    WORDS
}
