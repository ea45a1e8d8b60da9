package org.truce.model.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON string, number or boolean.
 *
 * @param type JSON Schema type
 * @param format JSON Schema format or pattern, as {@code keyword=value}; empty where there is none
 * @param parse from the node, of the right JSON type already; throws {@link Invalid}
 * @param print onto the generator
 */
record ScalarShape(
        String type,
        String format,
        Function<JsonNode, Object> parse,
        java.util.function.BiConsumer<JsonGenerator, Object> print)
        implements Shape {

    static ScalarShape text(String format, Function<String, Object> parse) {
        return new ScalarShape(
                "string",
                format,
                node -> parse.apply(node.stringValue()),
                (json, value) -> json.writeString(value.toString()));
    }

    @Override
    public @Nullable Object read(JsonNode node, Problems problems) {
        if (!rightType(node)) {
            problems.add("wrong-type", "Here stands a " + type + ", not " + describe(node) + ".");
            return null;
        }
        return problems.build(() -> parse.apply(node));
    }

    private boolean rightType(JsonNode node) {
        return switch (type) {
            case "string" -> node.isString();
            case "integer" -> node.isIntegralNumber();
            case "number" -> node.isNumber();
            default -> node.isBoolean();
        };
    }

    static String describe(JsonNode node) {
        return node.isNull()
                ? "null; leave the field out"
                : "a " + node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void write(Object value, JsonGenerator json) {
        print.accept(json, value);
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", type);
        int equals = format.indexOf('=');
        if (equals > 0) {
            schema.put(format.substring(0, equals), format.substring(equals + 1));
        }
        return schema;
    }
}
