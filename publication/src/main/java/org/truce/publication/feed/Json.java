package org.truce.publication.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.model.kind.Named;
import org.truce.picture.Names;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Small pieces that every feed is made of. */
public final class Json {
    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A text as an object from language to words. */
    public static ObjectNode text(Text text) {
        ObjectNode out = object();
        text.in().forEach(out::put);
        return out;
    }

    /** A text, or null. */
    public static JsonNode textOrNull(@Nullable Text text) {
        return text == null ? JsonNodeFactory.instance.nullNode() : text(text);
    }

    /** Ids of entries. */
    public static ArrayNode ids(Collection<UUID> ids) {
        ArrayNode out = array();
        ids.forEach(id -> out.add(id.toString()));
        return out;
    }

    /** So many entries a figure names in its row; of those that rest on more, the others are found by the figure's own time. */
    static final int MOST_ENTRIES = 1_000;

    /**
     * The entries on which a figure rests: the first {@value #MOST_ENTRIES} of them, and in {@code entriesLeftOut} how many
     * more there are, where there are more.
     */
    static void entries(ObjectNode row, List<UUID> all) {
        row.set("entries", ids(all.subList(0, Math.min(MOST_ENTRIES, all.size()))));
        if (all.size() > MOST_ENTRIES) {
            row.put("entriesLeftOut", all.size() - MOST_ENTRIES);
        }
    }

    /** A coded fact: code, arguments, entries. */
    public static ObjectNode coded(Coded coded) {
        ObjectNode out = object().put("code", coded.code());
        out.set("arguments", arguments(coded.args()));
        out.set("entries", ids(coded.entries()));
        return out;
    }

    /** Coded facts in order. */
    public static ArrayNode coded(Collection<Coded> all) {
        ArrayNode out = array();
        all.forEach(one -> out.add(coded(one)));
        return out;
    }

    static ObjectNode arguments(Map<String, Object> args) {
        ObjectNode out = object();
        new java.util.TreeMap<>(args).forEach((name, value) -> {
            switch (value) {
                case Text text -> out.set(name, text(text));
                case Integer number -> out.put(name, number);
                case Long number -> out.put(name, number);
                case Double number -> out.put(name, number);
                case Enum<?> word -> out.put(name, Body.wire(word));
                default -> out.put(name, value.toString());
            }
        });
        return out;
    }

    /** An actor: id (null where the record does not know it), name and role. */
    public static ObjectNode actor(Named named, Names names) {
        ObjectNode out = object();
        out.put("id", named.actor() == null ? null : named.actor().value());
        out.set("name", text(names.actor(named)));
        out.put("role", named.role());
        return out;
    }

    /** An actor without a role, or null. */
    static JsonNode actorOrNull(@Nullable ActorId id, Names names) {
        return id == null ? JsonNodeFactory.instance.nullNode() : actor(Named.of(id), names);
    }

    /** An instant to the second. */
    public static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A GeoJSON geometry, or null. */
    public static JsonNode geometry(org.locationtech.jts.geom.@Nullable Geometry geometry) {
        return geometry == null ? JsonNodeFactory.instance.nullNode() : EntryJson.geometry(geometry);
    }
}
