package org.truce.model.id;

import org.truce.model.Slug;

/**
 * Id of an actor: a party, the mission, an organisation, an office or a person in public office, within one record.
 *
 * @param value see {@link Slug}
 */
public record ActorId(String value) {
    public ActorId {
        Slug.check(value);
    }
}
