package org.truce.reading.proposer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as a model proposed it; nothing of it is checked.
 *
 * @param type one of the types of events
 * @param status {@code asserted denied planned}
 * @param evidence the words on which it rests
 * @param date ISO date
 * @param place name of a place
 * @param accused name of an actor
 * @param accuser name of an actor
 * @param quantities numbers
 */
record Proposal(
        String type,
        String status,
        Evidence evidence,
        @Nullable Slot date,
        @Nullable Slot place,
        @Nullable Slot accused,
        @Nullable Slot accuser,
        List<Slot> quantities) {
    /**
     * Words of the text.
     *
     * @param quote as they are said to stand there
     * @param start first code point, as the model counted; -1 if it did not
     * @param end code point behind the last
     */
    record Evidence(String quote, int start, int end) {}

    /**
     * A value and the words that show it.
     *
     * @param name what a number counts, else empty
     */
    record Slot(String name, String value, String quote) {}
}
