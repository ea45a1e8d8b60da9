package org.truce.model.json;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Unread;
import tools.jackson.databind.node.ObjectNode;

/** Every kind that this release knows, by name. Thread-safe. */
public final class Kinds {
    private static final Map<String, Class<?>> BY_NAME = new TreeMap<>();

    static {
        collect(Body.class);
    }

    private Kinds() {}

    private static void collect(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> member : type.getPermittedSubclasses()) {
                collect(member);
            }
        } else if (type != Unread.class) {
            BY_NAME.put(type.getSimpleName(), type);
        }
    }

    /** The record class of each kind, sorted by name. */
    public static Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(BY_NAME);
    }

    /** The newest version of a kind's body: that which brought its youngest field. */
    public static int version(String kind) {
        return RecordShape.version(type(kind));
    }

    private static Class<?> type(String kind) {
        Class<?> type = BY_NAME.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no such kind: " + kind);
        }
        return type;
    }

    /** The shape of a kind's body in a version; null for a kind or version of a later release. */
    static @Nullable Shape shape(String kind, int version) {
        Class<?> type = BY_NAME.get(kind);
        if (type == null || version < 1 || version > RecordShape.version(type)) {
            return null;
        }
        return version == RecordShape.version(type) ? Shapes.of(type) : new RecordShape(type, Map.of(), version);
    }

    /** The JSON Schema (2020-12) of an entry of one kind, in its newest version. */
    public static ObjectNode schema(String kind) {
        return schema(kind, version(kind));
    }

    /** The JSON Schema (2020-12) of an entry of one kind in one of its versions. */
    public static ObjectNode schema(String kind, int version) {
        Shape body = shape(kind, version);
        if (body == null) {
            throw new IllegalArgumentException("no such version: " + kind + " " + version);
        }
        ObjectNode schema = new RecordShape(Entry.class, Map.of("body", body)).schema();
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.putObject("kind").put("const", kind);
        properties.putObject("v").put("const", version);
        ObjectNode out = schema.objectNode();
        out.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", kind);
        return out.setAll(schema);
    }
}
