package org.truce.model.id;

import org.truce.model.Slug;

/**
 * Id of a suspected or confirmed hazardous area, within one record.
 *
 * @param value see {@link Slug}
 */
public record HazardId(String value) {
    public HazardId {
        Slug.check(value);
    }
}
