package org.truce.picture;

import java.time.Instant;
import java.util.UUID;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;

/**
 * An entry as a record holds it.
 *
 * @param index its place in the record, from 0
 * @param recorded when the record sequenced it
 * @param entry what its author stated
 * @param body the entry's body, of the kind that was asked for
 */
public record Held<B extends Body>(long index, Instant recorded, Entry entry, B body) {

    /** The entry's id. */
    public UUID id() {
        return entry.id();
    }
}
