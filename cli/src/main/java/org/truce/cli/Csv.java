package org.truce.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects of one shape as comma-separated values (RFC 4180), the names of the fields in the first line. Pure. */
final class Csv {
    private Csv() {}

    /** The lines without their ends; none where there are no objects. */
    static List<String> of(List<ObjectNode> objects) {
        List<String> lines = new ArrayList<>();
        if (!objects.isEmpty()) {
            lines.add(line(List.copyOf(objects.getFirst().propertyNames())));
        }
        for (ObjectNode object : objects) {
            lines.add(line(object.valueStream().map(Csv::words).toList()));
        }
        return lines;
    }

    /** A compound value as {@code field=value; field=value}; what is null or empty is left out. */
    private static String words(JsonNode value) {
        if (value.isObject()) {
            return String.join(
                    "; ",
                    value.properties().stream()
                            .filter(one -> !words(one.getValue()).isEmpty())
                            .map(one -> one.getKey() + "=" + words(one.getValue()))
                            .toList());
        }
        if (value.isArray()) {
            return String.join(
                    " | ",
                    value.valueStream().map(one -> "(" + words(one) + ")").toList());
        }
        return value.isNull() ? "" : value.asString("");
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(Csv::cell).toList());
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula is kept a text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
