package org.truce.cli;

import java.util.ArrayList;
import java.util.List;
import org.truce.publication.table.Csv;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decisions on readings as comma-separated values, the names of the fields in the first line. Pure. */
final class DecisionTable {
    private DecisionTable() {}

    /** The lines without their ends; none where there are no objects. */
    static List<String> of(List<ObjectNode> objects) {
        List<String> lines = new ArrayList<>();
        if (!objects.isEmpty()) {
            lines.add(Csv.line(List.copyOf(objects.getFirst().propertyNames())));
        }
        for (ObjectNode object : objects) {
            lines.add(Csv.line(object.valueStream()
                    .map(DecisionTable::words)
                    .map(Csv::words)
                    .toList()));
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
}
