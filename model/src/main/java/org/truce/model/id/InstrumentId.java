package org.truce.model.id;

import org.truce.model.Slug;

/**
 * Id of an agreement, a statement or another instrument, within one record.
 *
 * @param value see {@link Slug}
 */
public record InstrumentId(String value) {
    public InstrumentId {
        Slug.check(value);
    }
}
