package org.truce.publication.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.publication.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What each column of each register means, and each field of each kind of entry. The registers are described in
 * {@code registers.json}; {@code kinds.json} is made from the kinds themselves. Thread-safe.
 */
public final class Dictionary {
    private static final JsonNode REGISTERS = read("registers.json");
    private static final JsonNode KINDS = read("kinds.json");
    /** How the type of a field begins whose columns are those that its rows have. */
    private static final String BY = "numbers by ";

    private static final Set<String> SENTENCE = Set.of("code", "arguments", "entries");

    /**
     * What is said of one column or field.
     *
     * @param table the register; {@code entry} for a field of a kind
     * @param field the column as the first line of the table names it
     * @param type what stands in it
     * @param unit of measure; empty where it has none
     * @param meaning one sentence; empty where nobody described the column
     * @param kind the kinds of entries from which it comes, separated by blanks
     */
    public record Line(String table, String field, String type, String unit, String meaning, String kind) {
        private List<String> cells() {
            return List.of(table, field, type, unit, meaning, kind);
        }
    }

    private Dictionary() {}

    private static JsonNode read(String name) {
        try (InputStream in = Dictionary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + Dictionary.class);
            }
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The described columns of a register, in their order; none for one that nobody described. */
    public static List<String> columns(String register) {
        List<String> columns = new ArrayList<>();
        columns("", fields(register), columns);
        return List.copyOf(columns);
    }

    private static JsonNode fields(String register) {
        return fields(REGISTERS.path("registers").path(register));
    }

    /** A register's own fields after those of the register or part that it is like. */
    private static JsonNode fields(JsonNode described) {
        var all = JsonNodeFactory.instance.objectNode();
        if (described.has("like")) {
            part(described.get("like").stringValue())
                    .properties()
                    .forEach(one -> all.set(one.getKey(), one.getValue()));
        }
        described.path("fields").properties().forEach(one -> all.set(one.getKey(), one.getValue()));
        return all;
    }

    private static JsonNode part(String name) {
        return REGISTERS.path("parts").path(name);
    }

    private static void columns(String prefix, JsonNode fields, List<String> columns) {
        fields.properties().forEach(field -> {
            String column = prefix + field.getKey();
            String type = field.getValue().get(0).stringValue();
            switch (type) {
                case "words" -> languages(column, columns);
                case "sentence" -> {
                    columns.add(column + ".code");
                    languages(column, columns);
                    columns.add(column + ".arguments");
                    columns.add(column + ".entries");
                }
                default -> {
                    if (part(type).isObject()) {
                        columns(column + ".", part(type), columns);
                    } else if (!type.startsWith(BY)) {
                        columns.add(column);
                    }
                }
            }
        });
    }

    private static void languages(String column, List<String> columns) {
        Messages.LANGUAGES.forEach(language -> columns.add(column + "." + language));
    }

    /** What is said of a column of a register, also of one that only these rows have. */
    public static Line of(String register, String column) {
        JsonNode described = REGISTERS.path("registers").path(register);
        Line empty =
                new Line(register, column, "", "", "", described.path("kinds").asString(""));
        return of(empty, column, fields(described));
    }

    private static Line of(Line line, String path, JsonNode fields) {
        int dot = path.indexOf('.');
        JsonNode field = fields.path(dot < 0 ? path : path.substring(0, dot));
        if (!field.isArray()) {
            return line;
        }
        String type = field.get(0).stringValue();
        String meaning = field.get(2).stringValue();
        @Nullable String rest = dot < 0 ? null : path.substring(dot + 1);
        if (rest == null) {
            return described(line, type, field.get(1).stringValue(), meaning);
        }
        if (type.equals("words")) {
            return described(line, "words", "", meaning + " In the language " + rest + ".");
        }
        if (type.equals("sentence")) {
            return SENTENCE.contains(rest)
                    ? of(described(line, "", "", meaning), rest, part("sentence"))
                    : described(line, "words", "", meaning + " In the language " + rest + ".");
        }
        if (type.startsWith(BY)) {
            return described(line, "number", field.get(1).stringValue(), meaning + " Of " + rest + ".");
        }
        Line inner = of(line, rest, part(type));
        return inner.meaning.isEmpty() ? inner : described(line, inner.type, inner.unit, meaning + " " + inner.meaning);
    }

    private static Line described(Line line, String type, String unit, String meaning) {
        return new Line(line.table, line.field, type, unit, meaning, line.kind);
    }

    /** The fields of the envelope and of every kind, in the order in which they are documented. */
    public static List<Line> kinds() {
        return KINDS.valueStream()
                .map(one -> new Line(
                        "entry",
                        one.get("field").stringValue(),
                        one.get("type").stringValue(),
                        one.get("unit").stringValue(),
                        one.get("meaning").stringValue(),
                        one.get("kind").stringValue()))
                .toList();
    }

    /** Lines as CSV. */
    public static String csv(List<Line> lines) {
        StringBuilder out =
                new StringBuilder(Csv.line(List.of("table", "field", "type", "unit", "meaning", "kind")) + Csv.END);
        lines.forEach(line -> out.append(Csv.line(line.cells())).append(Csv.END));
        return out.toString();
    }

    /** Lines as Markdown, a table for each register and each kind. */
    public static String markdown(List<Line> lines) {
        StringBuilder out = new StringBuilder("# Data dictionary\n");
        String heading = "";
        for (Line line : lines) {
            String own = line.table.equals("entry") ? line.kind : line.table;
            if (!own.equals(heading)) {
                heading = own;
                out.append("\n## ").append(own).append("\n\n");
                if (!line.table.equals("entry") && !line.kind.isEmpty()) {
                    out.append("From entries of the kinds ").append(line.kind).append(".\n\n");
                }
                out.append("| field | type | unit | meaning |\n|---|---|---|---|\n");
            }
            out.append("| `").append(line.field).append("` | ");
            out.append(String.join(
                            " | ",
                            List.of(line.type, line.unit, line.meaning).stream()
                                    .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                                    .toList()))
                    .append(" |\n");
        }
        return out.toString();
    }

    /** The descriptions of a register's fields by name, for who describes it elsewhere: {@code [type, unit, meaning]}. */
    public static Map<String, String> meanings(String register) {
        Map<String, String> out = new java.util.LinkedHashMap<>();
        fields(register)
                .properties()
                .forEach(one -> out.put(one.getKey(), one.getValue().get(2).stringValue()));
        return out;
    }
}
