package org.truce.quality.score;

/** What is asked of an event that was found. */
public enum Detail {
    /** Its day. */
    DATE,
    /** Where. */
    PLACE,
    /** Its numbers. */
    NUMBERS,
    /** Who is accused. */
    ACCUSED
}
