package org.truce.model.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How values of one Java type stand in JSON. Immutable and thread-safe. */
interface Shape {
    /** The value, or null after at least one problem was added. */
    @Nullable
    Object read(JsonNode node, Problems problems);

    /** Writes a value of this shape. */
    void write(Object value, JsonGenerator json);

    /** The JSON Schema (2020-12) of the shape. */
    ObjectNode schema();
}
