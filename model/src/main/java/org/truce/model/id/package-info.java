/** Ids that people choose, one type per thing, so that none is taken for another. Ids of entries are UUIDs. */
@NullMarked
package org.truce.model.id;

import org.jspecify.annotations.NullMarked;
