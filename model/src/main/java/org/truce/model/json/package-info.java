/**
 * JSON of entries both ways, and JSON Schema, all three from the shape of the records themselves, so that they cannot
 * differ. Strict when read for writing into a record, patient with kinds and versions of later releases. GeoJSON is
 * the only other form known here.
 */
@NullMarked
package org.truce.model.json;

import org.jspecify.annotations.NullMarked;
