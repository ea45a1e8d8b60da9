package org.truce.model.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.kind.Body;
import org.truce.model.place.Where;
import org.truce.model.time.Occurred;

/**
 * What somebody stated, once, never altered. {@code recorded} and {@code index} are set by the record alone and are
 * not part of it.
 *
 * @param id UUIDv7 chosen by the author: the idempotency key
 * @param kind name of the kind
 * @param v version of the body, from 1
 * @param author who entered it
 * @param stated the instant at which the author said or learned it
 * @param occurred when what it states took place; absent where it has no time of its own
 * @param where where it took place; an entry without a place is first-class
 * @param basis what it rests on
 * @param replaces the entry that it corrects or withdraws
 * @param audience who may read it
 * @param body the kind's own fields
 */
public record Entry(
        UUID id,
        String kind,
        int v,
        Author author,
        Instant stated,
        @Nullable Occurred occurred,
        @Nullable Where where,
        List<Basis> basis,
        @Nullable Replacement replaces,
        Audience audience,
        Body body) {
    public Entry {
        Invalid.unless(id.version() == 7, "not-uuidv7", "An entry's id is a UUID of version 7.");
        Invalid.unless(v >= 1, "bad-version", "Versions begin at 1.");
        Invalid.unless(
                replaces == null || !replaces.entry().equals(id), "replaces-itself", "An entry cannot replace itself.");
    }

    /** The body, where it is of the class; for switching on one kind. */
    public <B extends Body> @Nullable B as(Class<B> type) {
        return type.isInstance(body) ? type.cast(body) : null;
    }
}
