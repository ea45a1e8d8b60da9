package org.truce.model.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Body;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One word of a closed list. */
final class EnumShape implements Shape {
    private final Map<String, Enum<?>> words = new LinkedHashMap<>();

    EnumShape(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            Enum<?> word = (Enum<?>) constant;
            // Grades such as A to F keep their case: that is how the profession writes them.
            words.put(word.name().length() == 1 ? word.name() : Body.wire(word), word);
        }
    }

    @Override
    public @Nullable Object read(JsonNode node, Problems problems) {
        Enum<?> word = node.isString() ? words.get(node.stringValue()) : null;
        if (word == null) {
            problems.add("unknown-word", "Use one of " + String.join(", ", words.keySet()) + ".");
        }
        return word;
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        Enum<?> word = (Enum<?>) value;
        json.writeString(word.name().length() == 1 ? word.name() : Body.wire(word));
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode list = schema.putArray("enum");
        words.keySet().forEach(list::add);
        return schema;
    }
}
