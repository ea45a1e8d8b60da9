package org.truce.model.id;

import org.truce.model.Slug;

/**
 * Id of a boundary: a line of contact, a zone, a district, a corridor, a disengagement area, within one record.
 *
 * @param value see {@link Slug}
 */
public record BoundaryId(String value) {
    public BoundaryId {
        Slug.check(value);
    }
}
