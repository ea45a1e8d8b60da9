package org.truce.reading.theatre;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as maps, lists and strings, read by the streaming parser alone: binding would cost a start of the program more
 * than the rest of a reading.
 */
final class JsonValues {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonValues() {}

    /** The array of objects in a stream, empty where it holds something else. Numbers come as their text. */
    static Optional<List<Map<String, Object>>> objects(InputStream in) {
        List<Map<String, Object>> out = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            JsonToken token = parser.nextToken();
            while (token == JsonToken.START_OBJECT) {
                out.add(object(parser));
                token = parser.nextToken();
            }
            return token == JsonToken.END_ARRAY ? Optional.of(out) : Optional.empty();
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> out = new LinkedHashMap<>();
        JsonToken token = parser.nextToken();
        while (token == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            out.put(name, value(parser));
            token = parser.nextToken();
        }
        return out;
    }

    private static Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token != JsonToken.START_ARRAY) {
            String text = parser.getString();
            return text == null ? "" : text;
        }
        List<Object> out = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            out.add(value(parser));
        }
        return out;
    }

    /** A text field, empty if it is not there. */
    static String text(Map<String, Object> object, String field) {
        Object value = object.get(field);
        return value == null ? "" : String.valueOf(value);
    }

    /** A list of strings, empty if it is not there. */
    static List<String> strings(@Nullable Object value) {
        List<String> out = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(one -> out.add(String.valueOf(one)));
        }
        return List.copyOf(out);
    }

    /** Lists of strings by name. */
    static Map<String, List<String>> lists(@Nullable Object value) {
        Map<String, List<String>> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> out.put(String.valueOf(k), strings(v)));
        }
        return Map.copyOf(out);
    }

    /** Strings by name. */
    static Map<String, String> texts(@Nullable Object value) {
        Map<String, String> out = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> out.put(String.valueOf(k), String.valueOf(v)));
        }
        return Map.copyOf(out);
    }
}
