package org.truce.model.json;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object whose names are data: languages, or ids of actors.
 *
 * @param keys shape of the names, a string
 * @param of shape of the values
 */
record MapShape(Shape keys, Shape of) implements Shape {

    @Override
    public @Nullable Object read(JsonNode node, Problems problems) {
        if (!node.isObject()) {
            problems.add("wrong-type", "Here stands an object, not " + ScalarShape.describe(node) + ".");
            return null;
        }
        int before = problems.size();
        Map<Object, Object> map = new TreeMap<>(Comparator.comparing(Object::toString));
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            problems.at(member.getKey(), () -> {
                Object key = keys.read(JsonNodeFactory.instance.stringNode(member.getKey()), problems);
                Object value = of.read(member.getValue(), problems);
                if (key != null && value != null) {
                    map.put(key, value);
                }
                return map;
            });
        }
        return problems.size() > before ? null : map;
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        json.writeStartObject();
        ((Map<?, ?>) value)
                .entrySet().stream()
                        .sorted(Comparator.comparing(member -> Shapes.name(member.getKey())))
                        .forEach(member -> {
                            json.writeName(Shapes.name(member.getKey()));
                            of.write(member.getValue(), json);
                        });
        json.writeEndObject();
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("propertyNames", keys.schema());
        schema.set("additionalProperties", of.schema());
        return schema;
    }
}
