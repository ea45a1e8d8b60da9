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
    /** The version of every kind's body in this release. */
    static final int VERSION = 1;

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

    /** The shape of a kind's body; null for a kind or version of a later release. */
    static @Nullable Shape shape(String kind, int version) {
        Class<?> type = BY_NAME.get(kind);
        return type == null || version != VERSION ? null : Shapes.of(type);
    }

    /** The JSON Schema (2020-12) of an entry of one kind, version 1. */
    public static ObjectNode schema(String kind) {
        Class<?> type = BY_NAME.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("no such kind: " + kind);
        }
        ObjectNode schema = new RecordShape(Entry.class, Map.of("body", Shapes.of(type))).schema();
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.putObject("kind").put("const", kind);
        properties.putObject("v").put("const", VERSION);
        ObjectNode out = schema.objectNode();
        out.put("$schema", "https://json-schema.org/draft/2020-12/schema").put("title", kind);
        return out.setAll(schema);
    }
}
