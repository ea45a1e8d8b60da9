package org.truce.reading.events;

/**
 * Words of a text that name somebody who may have done something.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param name normalised: a state for its forces, capital, side and arms; a force of no state for itself
 * @param kind what the words name of it
 * @param prefixed whether a preposition is written together with its first word
 */
record Party(int from, int to, String name, Kind kind, boolean prefixed) {
    /** What of a party is named. */
    enum Kind {
        FORCES,
        STATE,
        CAPITAL,
        SIDE,
        ARMS,
        GROUND
    }
}
