package org.truce.reading.events;

import java.util.List;
import java.util.Set;

/**
 * Concepts that together show an event.
 *
 * @param id stable: type, slash, name
 * @param type of the event
 * @param head any of which must stand there
 * @param others of each set one must stand near the head
 * @param veto none of which may stand near the head
 * @param reach greatest distance between the head and each of the others
 * @param status {@code denied} where the words themselves say so, {@code unless-denied} where a negation makes it no
 *     event at all, else empty
 * @param example a sentence that shows it
 */
record Rule(
        String id,
        String type,
        Set<String> head,
        List<Set<String>> others,
        Set<String> veto,
        int reach,
        String status,
        String example) {
    /** Whether it asks for anything besides its head. */
    boolean alone() {
        return others.isEmpty();
    }
}
