package org.truce.publication.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.truce.model.Text;
import org.truce.publication.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One row of a register as cells by column. A field of an object is a column of its own, {@code place.name.en}; plain
 * values of a list stand in one cell with semicolons between them (one that belongs to a value is written {@code \;});
 * a list of objects is its JSON, and so is a geometry. A coded fact is its code, its sentence in each language and its arguments as JSON.
 * Pure.
 */
final class Flat {
    private final Map<String, String> cells = new LinkedHashMap<>();
    private final boolean speaks;

    private Flat(boolean speaks) {
        this.speaks = speaks;
    }

    /** The cells of a row; an absent value is an empty cell, and so is an empty text. */
    static Map<String, String> of(ObjectNode row) {
        return of(row, true);
    }

    /** The same without saying any sentence, which costs most: for who asks which columns there are. */
    static Map<String, String> silent(ObjectNode row) {
        return of(row, false);
    }

    private static Map<String, String> of(ObjectNode row, boolean speaks) {
        Flat flat = new Flat(speaks);
        if (coded(row)) {
            flat.coded("", "sentence.", row);
        } else {
            row.properties().forEach(field -> flat.put(field.getKey(), field.getValue()));
        }
        return flat.cells;
    }

    private void put(String column, JsonNode value) {
        if (value.isObject() && coded(value)) {
            coded(column + ".", column + ".", value);
        } else if (value.has("type") && value.has("coordinates")) {
            cells.put(column, value.toString());
        } else if (value.isObject()) {
            value.properties().forEach(field -> put(column + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            cells.put(column, list(value));
        } else {
            cells.put(column, plain(value));
        }
    }

    private static boolean coded(JsonNode value) {
        return value.path("code").isString() && value.path("arguments").isObject();
    }

    private void coded(String prefix, String sentence, JsonNode coded) {
        coded.properties().forEach(field -> {
            switch (field.getKey()) {
                case "code" -> {
                    cells.put(prefix + "code", plain(field.getValue()));
                    say(sentence, field.getValue().stringValue(), coded.get("arguments"));
                }
                case "arguments" ->
                    cells.put(prefix + "arguments", field.getValue().toString());
                default -> put(prefix + field.getKey(), field.getValue());
            }
        });
    }

    private void say(String column, String code, JsonNode given) {
        Map<String, Object> arguments = new HashMap<>();
        given.properties().forEach(one -> arguments.put(one.getKey(), argument(one.getValue())));
        for (String language : Messages.LANGUAGES) {
            cells.put(
                    column + language, speaks ? Csv.words(Messages.in(language).say(code, arguments)) : code);
        }
    }

    private static Object argument(JsonNode value) {
        if (value.isObject()) {
            Map<String, String> in = new HashMap<>();
            value.properties()
                    .forEach(one -> in.put(one.getKey(), one.getValue().asString("")));
            return new Text(in);
        }
        return value.isNumber() ? value.numberValue() : value.asString("");
    }

    private static String list(JsonNode list) {
        return list.valueStream().anyMatch(one -> one.isContainer())
                ? list.toString()
                : Csv.words(list.valueStream()
                        .map(one -> one.asString("").replace("\\", "\\\\").replace(";", "\\;"))
                        .collect(Collectors.joining(";")));
    }

    private static String plain(JsonNode value) {
        return value.isNull()
                ? ""
                : value.isNumber() || value.isBoolean() ? value.asString() : Csv.words(value.asString());
    }
}
