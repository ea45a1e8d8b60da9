package org.truce.reading.story;

/** What is made of a pair. */
public enum Verdict {
    /** One story: counted as one source. */
    SAME,
    /** For a person to look at; counted as two sources. */
    UNSURE,
    /** Two stories. */
    OTHER
}
