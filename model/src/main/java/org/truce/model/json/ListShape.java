package org.truce.model.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON array.
 *
 * @param of shape of its members
 */
record ListShape(Shape of) implements Shape {
    /** More members than this are no entry but a data set. */
    static final int MAX_MEMBERS = 10_000;

    @Override
    public @Nullable Object read(JsonNode node, Problems problems) {
        if (!node.isArray()) {
            problems.add("wrong-type", "Here stands an array, not " + ScalarShape.describe(node) + ".");
            return null;
        }
        if (node.size() > MAX_MEMBERS) {
            problems.add("too-many", "An array has at most " + MAX_MEMBERS + " members.");
            return null;
        }
        int before = problems.size();
        List<Object> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonNode member = node.get(i);
            Object value = problems.at(Integer.toString(i), () -> of.read(member, problems));
            if (value != null) {
                list.add(value);
            }
        }
        return problems.size() > before ? null : List.copyOf(list);
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        json.writeStartArray();
        for (Object member : (List<?>) value) {
            of.write(member, json);
        }
        json.writeEndArray();
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        schema.set("items", of.schema());
        return schema;
    }
}
