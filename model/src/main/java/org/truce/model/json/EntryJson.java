package org.truce.model.json;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Unread;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Entries as JSON. Thread-safe. Reading costs one tree of the document; what is wrong with it comes back whole, as
 * problems with JSON pointers, never as an exception.
 */
public final class EntryJson {
    /** Longest entry, in bytes; longer matter is attached. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(40)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Shape UNREAD_BODY = new UnreadShape("", 0);

    private EntryJson() {}

    /** What reading came to. */
    public sealed interface Result {
        /**
         * Nothing was wrong.
         *
         * @param entry the entry; its body may be {@link Unread}
         */
        record Read(Entry entry) implements Result {}

        /**
         * Something was wrong.
         *
         * @param problems everything that was, in document order; not empty
         */
        record Bad(List<Problem> problems) implements Result {}
    }

    /**
     * Reads an entry patiently: a kind or version of a later release becomes {@link Unread}.
     *
     * @param json UTF-8, at most {@link #MAX_BYTES}
     */
    public static Result read(byte[] json) {
        if (json.length > MAX_BYTES) {
            return bad("too-large", "An entry has at most 1 MiB; attach longer matter as a file.");
        }
        try {
            return read(MAPPER.readTree(json));
        } catch (JacksonException e) {
            return bad("bad-json", "This is no JSON: " + firstLine(e) + ".");
        }
    }

    /** Reads an entry strictly, for writing it into a record: an unknown kind or version is a problem. */
    public static Result readStrict(byte[] json) {
        Result result = read(json);
        if (result instanceof Result.Read(Entry entry)
                && entry.body() instanceof Unread(String kind, int v, String _)) {
            return Kinds.all().containsKey(kind)
                    ? new Result.Bad(List.of(new Problem(
                            "unknown-version",
                            "/v",
                            "This release writes " + kind + " up to version " + Kinds.version(kind) + ", not " + v
                                    + ".")))
                    : new Result.Bad(List.of(new Problem(
                            "unknown-kind",
                            "/kind",
                            "There is no kind \"" + kind + "\"; docs/kinds.md lists them all.")));
        }
        return result;
    }

    /** Reads an entry from a tree that was read elsewhere; patient. */
    public static Result read(@Nullable JsonNode tree) {
        if (tree == null || !tree.isObject()) {
            return bad(
                    "no-entry",
                    "An entry is a JSON object; this is "
                            + (tree == null || tree.isMissingNode() ? "empty" : ScalarShape.describe(tree)) + ".");
        }
        Problems problems = new Problems();
        Object entry = envelope(tree).read(tree, problems);
        return entry == null ? new Result.Bad(problems.found()) : new Result.Read((Entry) entry);
    }

    private static RecordShape envelope(JsonNode tree) {
        JsonNode kind = tree.get("kind");
        JsonNode version = tree.get("v");
        if (kind == null || !kind.isString() || version == null || !version.isInt()) {
            return new RecordShape(Entry.class, Map.of("body", UNREAD_BODY));
        }
        Shape known = Kinds.shape(kind.stringValue(), version.intValue());
        return known == null
                ? new RecordShape(Entry.class, Map.of("body", new UnreadShape(kind.stringValue(), version.intValue())))
                : ENVELOPES.computeIfAbsent(
                        kind.stringValue() + " " + version.intValue(),
                        _ -> new RecordShape(Entry.class, Map.of("body", known)));
    }

    private static final Map<String, RecordShape> ENVELOPES = new java.util.concurrent.ConcurrentHashMap<>();

    /** The tree of any JSON text, read as strictly as an entry; null where it is none. */
    public static @Nullable JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The entry on one line of UTF-8, fields in the order of the envelope. */
    public static byte[] write(Entry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            Shape body = entry.body() instanceof Unread(String kind, int v, String _)
                    ? new UnreadShape(kind, v)
                    : Shapes.of(entry.body().getClass());
            new RecordShape(Entry.class, Map.of("body", body)).write(entry, json);
        }
        return out.toByteArray();
    }

    /** A body alone, as a tree. */
    public static JsonNode body(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            Shapes.of(body.getClass()).write(body, json);
        }
        return MAPPER.readTree(out.toByteArray());
    }

    /** A geometry as GeoJSON. */
    public static JsonNode geometry(org.locationtech.jts.geom.Geometry geometry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            new GeometryShape().write(geometry, json);
        }
        return MAPPER.readTree(out.toByteArray());
    }

    private static Result bad(String code, String sentence) {
        return new Result.Bad(List.of(new Problem(code, "/", sentence)));
    }

    private static String firstLine(JacksonException e) {
        String message =
                String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        var at = e.getLocation();
        return message + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
    }

    /** The body of an entry of a later release, kept as it stands. */
    private record UnreadShape(String kind, int version) implements Shape {
        @Override
        public @Nullable Object read(JsonNode node, Problems problems) {
            if (!node.isObject()) {
                problems.add("wrong-type", "Here stands an object, not " + ScalarShape.describe(node) + ".");
                return null;
            }
            return new Unread(kind, version, node.toString());
        }

        @Override
        public void write(Object value, JsonGenerator json) {
            json.writeRawValue(((Unread) value).json());
        }

        @Override
        public tools.jackson.databind.node.ObjectNode schema() {
            return JsonNodeFactory.instance.objectNode().put("type", "object");
        }
    }
}
