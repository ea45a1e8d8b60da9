package org.truce.model.id;

import org.truce.model.Slug;

/**
 * Id of an observation post, a checkpoint, a sensor or a patrol base, within one record.
 *
 * @param value see {@link Slug}
 */
public record PostId(String value) {
    public PostId {
        Slug.check(value);
    }
}
