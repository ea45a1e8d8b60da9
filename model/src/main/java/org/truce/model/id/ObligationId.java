package org.truce.model.id;

import org.truce.model.Slug;

/**
 * Id of one obligation of an instrument, within one record.
 *
 * @param value see {@link Slug}
 */
public record ObligationId(String value) {
    public ObligationId {
        Slug.check(value);
    }
}
