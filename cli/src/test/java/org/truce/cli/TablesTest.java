package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.cli.Desk.Seen;
import org.truce.model.json.EntryJson;
import org.truce.publication.feed.RegisterFeed;
import tools.jackson.databind.JsonNode;

/** Registers as tables, read back as a spreadsheet would. */
class TablesTest {
    private static final String SAMPLE = "sample:karabakh-2020";

    @TempDir
    Path work = Path.of("");

    private Desk desk = new Desk(work);

    @BeforeEach
    void desk() {
        desk = new Desk(work);
    }

    /** A reader of RFC 4180 that shares nothing with the writer: one character at a time. */
    static List<List<String>> parse(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        assertTrue(line.isEmpty() && cell.isEmpty() && !quoted, "the last line does not end");
        return lines;
    }

    /** Rows by column, each as wide as the first line says. */
    private static List<Map<String, String>> rows(String csv) {
        List<List<String>> lines = parse(csv);
        List<String> head = lines.getFirst();
        assertEquals(head.size(), new HashSet<>(head).size(), head::toString);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            assertEquals(head.size(), line.size(), line::toString);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < head.size(); i++) {
                row.put(head.get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private JsonNode shown(String register, String... more) {
        List<String> args = new ArrayList<>(List.of("show", SAMPLE, register, "--json"));
        args.addAll(List.of(more));
        Seen seen = desk.run(args.toArray(String[]::new));
        assertEquals(0, seen.code(), seen.err());
        return java.util.Objects.requireNonNull(EntryJson.tree(seen.out().getBytes(StandardCharsets.UTF_8)));
    }

    /** Every plain value of a row stands in the cell of its path, and every cell is of a value. */
    private static void same(JsonNode item, Map<String, String> row, String register) {
        Set<String> used = new HashSet<>();
        boolean sentence = item.has("code") && item.has("arguments");
        item.properties().forEach(field -> {
            if (sentence && field.getKey().equals("arguments")) {
                assertEquals(field.getValue().toString(), row.get("arguments"), register);
                used.add("arguments");
            } else {
                same(field.getKey(), field.getValue(), row, register, used);
            }
        });
        if (sentence) {
            List.of("ar", "ru", "en").forEach(language -> {
                assertFalse(row.getOrDefault("sentence." + language, "").isEmpty(), register + " " + row);
                used.add("sentence." + language);
            });
        }
        row.forEach((column, cell) -> assertTrue(
                cell.isEmpty() || used.contains(column), register + " has a cell of nothing: " + column + "=" + cell));
    }

    private static void same(String path, JsonNode value, Map<String, String> row, String register, Set<String> used) {
        used.add(path);
        if (value.has("coordinates")) {
            assertEquals(value.toString(), row.get(path), register + " " + path);
        } else if (value.isObject()) {
            if (value.has("code") && value.has("arguments")) {
                List.of("ar", "ru", "en").forEach(language -> {
                    used.add(path + "." + language);
                    assertFalse(row.getOrDefault(path + "." + language, "").isEmpty(), register + " " + path);
                });
                used.add(path + ".arguments");
                assertEquals(value.get("arguments").toString(), row.get(path + ".arguments"), register);
                same(path + ".code", value.get("code"), row, register, used);
                same(path + ".entries", value.get("entries"), row, register, used);
                return;
            }
            value.properties().forEach(one -> same(path + "." + one.getKey(), one.getValue(), row, register, used));
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isContainer)) {
            assertEquals(value.toString(), row.get(path), register + " " + path);
        } else if (value.isArray()) {
            List<String> texts =
                    value.valueStream().map(one -> one.asString("")).toList();
            String cell = java.util.Objects.requireNonNull(row.get(path), path);
            assertEquals(texts, cell.isEmpty() ? List.of() : List.of(cell.split(";", -1)), register + " " + path);
        } else if (!value.isNull()) {
            String cell = row.get(path);
            String text = value.asString("");
            assertTrue(text.equals(cell) || ("'" + text).equals(cell), register + " " + path + ": " + cell);
        }
    }

    @Test
    void everyRegisterIsReadBackAsItWasShown() throws IOException {
        String dir = desk.path("tables");
        String[] question = {"--at", "2021-09-28", "--known", "2021-09-28", "--audience", "public"};
        Seen seen = desk.run(
                "export", SAMPLE, "--csv", dir, "--at", "2021-09-28", "--known", "2021-09-28", "--audience", "public");
        assertEquals(0, seen.code(), seen.err());
        Set<String> expected = new TreeSet<>(Set.of("dictionary.csv", "dictionary.md"));
        long total = 0;
        for (String register : RegisterFeed.ALL.keySet()) {
            expected.add(register + ".csv");
            List<Map<String, String>> rows = rows(Files.readString(Path.of(dir, register + ".csv")));
            JsonNode items = shown(register, question).get("items");
            assertEquals(items.size(), rows.size(), register);
            total += rows.size();
            for (int i = 0; i < rows.size(); i++) {
                same(items.get(i), rows.get(i), register);
            }
        }
        assertTrue(total > 400, "only " + total + " rows");
        assertTrue(seen.err().contains(total + " rows written"), seen.err());
        try (var files = Files.list(Path.of(dir))) {
            assertEquals(
                    expected,
                    new TreeSet<>(files.map(file -> String.valueOf(file.getFileName()))
                            .toList()));
        }
        everyColumnIsInTheDictionary(dir);
    }

    private static void everyColumnIsInTheDictionary(String dir) throws IOException {
        List<Map<String, String>> dictionary = rows(Files.readString(Path.of(dir, "dictionary.csv")));
        Set<String> described = new HashSet<>();
        Set<String> missing = new TreeSet<>();
        for (Map<String, String> line : dictionary) {
            String field = line.get("table") + " " + line.get("field");
            if (String.valueOf(line.get("meaning")).isEmpty()
                    || String.valueOf(line.get("type")).isEmpty()) {
                missing.add(field);
            }
            described.add(field);
        }
        for (String register : RegisterFeed.ALL.keySet()) {
            for (String column :
                    parse(Files.readString(Path.of(dir, register + ".csv"))).getFirst()) {
                if (!described.contains(register + " " + column)) {
                    missing.add(register + " " + column);
                }
            }
        }
        assertEquals(Set.of(), missing, "say what these are in registers.json");
        assertTrue(dictionary.stream().anyMatch(line -> "Observed".equals(line.get("kind"))));
        String markdown = Files.readString(Path.of(dir, "dictionary.md"));
        assertTrue(markdown.contains("\n## incidents\n") && markdown.contains("\n## Observed\n"));
    }

    @Test
    void oneRegisterIsPrintedAsATable() {
        Seen seen = desk.run("show", SAMPLE, "obligations", "--csv", "--at", "2020-11-20");
        assertEquals(0, seen.code(), seen.err());
        List<Map<String, String>> rows = rows(seen.out());
        JsonNode items = shown("obligations", "--at", "2020-11-20").get("items");
        assertEquals(items.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            same(items.get(i), rows.get(i), "obligations");
        }
        // All fields, not only the columns of the table that people are shown.
        assertTrue(rows.getFirst().containsKey("originalDeadline.zone"));
    }

    @Test
    void anExportIsOfItsQuestion() throws IOException {
        desk.run("export", SAMPLE, "--csv", desk.path("then"), "--known", "2020-11-10");
        desk.run("export", SAMPLE, "--csv", desk.path("now"));
        assertEquals(
                shown("entries", "--known", "2020-11-10").get("items").size(),
                rows(Files.readString(work.resolve("then/entries.csv"))).size());
        assertTrue(rows(Files.readString(work.resolve("now/entries.csv"))).size()
                > rows(Files.readString(work.resolve("then/entries.csv"))).size());
    }

    @Test
    void nothingIsWrittenOverAndWrongUseHasItsSentence() throws IOException {
        Files.createDirectory(work.resolve("full"));
        desk.file("full/mine.txt", "x");
        desk.file("taken", "x");
        assertEquals(
                List.of("not-empty"),
                desk.run("export", SAMPLE, "--csv", desk.path("full")).codes());
        assertEquals(
                List.of("not-empty"),
                desk.run("export", SAMPLE, "--csv", desk.path("taken")).codes());
        assertEquals(
                List.of("no-form"),
                desk.run("export", SAMPLE, "--csv", desk.path("a"), "--jsonl").codes());
        assertEquals(
                List.of("wrong-use"),
                desk.run("export", SAMPLE, "--jsonl", "--at", "2021-09-28").codes());
        assertEquals(
                List.of("no-vault"),
                desk.run("export", SAMPLE, "--csv", desk.path("a"), "--audience", "vault")
                        .codes());
        assertFalse(Files.exists(work.resolve("a")));
    }
}
