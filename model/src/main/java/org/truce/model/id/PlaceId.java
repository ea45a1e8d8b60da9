package org.truce.model.id;

import org.truce.model.Slug;

/**
 * Id of a named place within one record, chosen by its mission.
 *
 * @param value see {@link Slug}
 */
public record PlaceId(String value) {
    public PlaceId {
        Slug.check(value);
    }
}
