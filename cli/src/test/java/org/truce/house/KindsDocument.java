package org.truce.house;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Since;
import org.truce.model.kind.Unread;

/** Writes the reference of kinds: types from the records, meanings from their Javadoc. */
final class KindsDocument {
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("java.lang.String", "text"),
            Map.entry("java.util.UUID", "entry id (UUIDv7)"),
            Map.entry("java.time.Instant", "instant"),
            Map.entry("java.time.LocalDate", "day"),
            Map.entry("java.time.LocalTime", "time of day"),
            Map.entry("java.time.Period", "length of days, months or years (ISO 8601)"),
            Map.entry("java.time.ZoneId", "time zone"),
            Map.entry("int", "whole number"),
            Map.entry("java.lang.Integer", "whole number"),
            Map.entry("long", "whole number"),
            Map.entry("double", "number"),
            Map.entry("java.lang.Double", "number"),
            Map.entry("boolean", "true or false"),
            Map.entry("org.locationtech.jts.geom.Geometry", "GeoJSON geometry"),
            Map.entry("org.truce.model.Text", "words per language"),
            Map.entry("org.truce.model.entry.Audience", "audience"),
            Map.entry("org.truce.model.kind.Body", "the kind's own fields"));

    private final Javadocs javadocs;
    private final StringBuilder out = new StringBuilder();
    private final Set<Class<?>> parts = new LinkedHashSet<>();

    private KindsDocument(Javadocs javadocs) {
        this.javadocs = javadocs;
    }

    static String write() throws IOException {
        Javadocs javadocs = Javadocs.of(House.files(House.ROOT.resolve("model/src/main/java")));
        KindsDocument document = new KindsDocument(javadocs);
        document.all();
        return document.out.toString();
    }

    private void all() {
        out.append("# Kinds of entries\n\nGenerated from the sources of `model`; `mvn -pl cli -am test"
                + " -Dtruce.docs=write` writes it anew. The JSON Schema of each kind stands in"
                + " [`schema/`](schema). Fields that are not required are left out, never null.\n\n"
                + "## The envelope\n\n");
        out.append(javadocs.of(Entry.class)).append("\n\n");
        table(Entry.class);
        for (Class<?> family : Body.class.getPermittedSubclasses()) {
            if (family != Unread.class) {
                family(family);
            }
        }
        parts();
    }

    private void family(Class<?> family) {
        out.append("## ").append(family.getSimpleName()).append("\n\n");
        out.append(javadocs.of(family)).append("\n\n");
        if (family.isRecord()) {
            table(family);
            return;
        }
        for (Class<?> kind : family.getPermittedSubclasses()) {
            out.append("### ").append(kind.getSimpleName()).append("\n\n");
            out.append(javadocs.of(kind)).append("\n\n");
            table(kind);
        }
    }

    private void parts() {
        out.append("## Parts\n\nObjects and values that stand inside several of the above.\n\n");
        Set<Class<?>> done = new LinkedHashSet<>();
        while (done.size() < parts.size()) {
            for (Class<?> part : List.copyOf(parts)) {
                if (done.add(part)) {
                    out.append("### ").append(part.getSimpleName()).append("\n\n");
                    out.append(javadocs.of(part)).append("\n\n");
                    table(part);
                }
            }
        }
    }

    private void table(Class<?> type) {
        if (bare(type)) {
            RecordComponent only = type.getRecordComponents()[0];
            out.append("Written bare, as ")
                    .append(words(only.getGenericType()))
                    .append(": ")
                    .append(cell(javadocs.of(type, only.getName())))
                    .append("\n\n");
            return;
        }
        out.append("| field | type | required | meaning |\n|---|---|---|---|\n");
        for (RecordComponent field : type.getRecordComponents()) {
            out.append("| `")
                    .append(field.getName())
                    .append("` | ")
                    .append(cell(words(field.getGenericType())))
                    .append(" | ")
                    .append(isRequired(field) ? "yes" : "")
                    .append(" | ")
                    .append(cell(javadocs.of(type, field.getName())))
                    .append(since(field))
                    .append(" |\n");
        }
        out.append('\n');
    }

    /** The names of the fields that may not be left out. */
    static List<String> required(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(KindsDocument::isRequired)
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isRequired(RecordComponent field) {
        Class<?> type = field.getType();
        return !(field.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || type == List.class
                || type == Map.class
                || type == boolean.class);
    }

    private static String since(RecordComponent field) {
        Since since = field.getAnnotation(Since.class);
        return since == null ? "" : " (from version " + since.value() + ")";
    }

    private static boolean bare(Class<?> type) {
        return type.getRecordComponents().length == 1 && !Body.class.isAssignableFrom(type);
    }

    private String words(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return of.length == 1 ? "list of " + words(of[0]) : words(of[1]) + ", by " + words(of[0]);
        }
        Class<?> raw = (Class<?>) type;
        String plain = plain(raw);
        if (plain != null) {
            return plain;
        }
        parts.add(raw);
        return "[" + raw.getSimpleName() + "](#" + raw.getSimpleName().toLowerCase(Locale.ROOT) + ")";
    }

    /** What a type that has no fields of its own is called; null for one that has. */
    static @Nullable String plain(Class<?> raw) {
        if (raw.isEnum()) {
            return Arrays.stream(raw.getEnumConstants())
                    .map(constant -> (Enum<?>) constant)
                    .map(word -> "`" + (word.name().length() == 1 ? word.name() : Body.wire(word)) + "`")
                    .collect(Collectors.joining(", "));
        }
        return raw.getPackageName().equals("org.truce.model.id")
                ? raw.getSimpleName().replace("Id", "").toLowerCase(Locale.ROOT) + " id"
                : PLAIN.get(raw.getTypeName());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
