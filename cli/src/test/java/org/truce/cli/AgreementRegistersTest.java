package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.cli.Desk.Seen;
import org.truce.model.json.EntryJson;
import tools.jackson.databind.JsonNode;

/** The registers of the agreement at the desk, on the sample of November 2020, in three languages. */
class AgreementRegistersTest {
    @TempDir
    static Path work = Path.of("");

    private static Desk desk = new Desk(work);
    private static String record = "";

    @BeforeAll
    static void theSampleWithTwoCoders() throws IOException {
        desk = new Desk(work).with("TRUCE_AS", "me:analyst");
        record = desk.path("r");
        assertEquals(0, desk.run("new", record).code());
        List<String> add = new ArrayList<>(List.of("add", record));
        try (Stream<Path> files = Files.list(Path.of("..", "samples", "karabakh-2020"))) {
            files.filter(file -> file.toString().endsWith(".jsonl")).sorted().forEach(file -> add.add(file.toString()));
        }
        add.add(desk.file(
                "grades.jsonl",
                grade(1, "ann", "p2-aghdam", "full")
                        + grade(2, "ben", "p2-aghdam", "full")
                        + grade(3, "ann", "p9-links", "minimum")
                        + grade(4, "ben", "p9-links", "not-initiated")));
        Seen added = desk.run(add.toArray(String[]::new));
        assertEquals(0, added.code(), added.err());
    }

    private static String grade(int n, String coder, String obligation, String grade) {
        return """
                {"id":"0185b8f0-6000-7abc-8000-00000000000%d","kind":"ProgressGraded","v":1,"author":{"actor":"%s"},\
                "stated":"2022-12-31T12:00:00Z","audience":"public","body":{"obligation":"%s","progress":"%s"}}
                """.formatted(n, coder, obligation, grade);
    }

    private static JsonNode items(String... words) {
        List<String> args = new ArrayList<>(List.of("show", record));
        args.addAll(List.of(words));
        args.add("--json");
        Seen seen = desk.run(args.toArray(String[]::new));
        assertEquals(0, seen.code(), seen.err());
        return java.util.Objects.requireNonNull(EntryJson.tree(seen.out().getBytes(StandardCharsets.UTF_8)))
                .get("items");
    }

    private static JsonNode find(JsonNode items, String id) {
        return items.valueStream()
                .filter(one -> one.path("id").asString("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStatementHasFiveTextsAndTwoThatAmendIt() {
        JsonNode statement = find(items("instruments", "--at", "2022-01-01"), "statement-2020-11-09");
        assertEquals(5, statement.get("texts").size());
        assertEquals(3, statement.get("signatories").size());
        assertTrue(statement.get("aliases").toString().contains("10 November"));
        assertEquals(
                "moscow-2021-01-11 sochi-2021-11-26",
                String.join(
                        " ",
                        statement
                                .get("amendedBy")
                                .valueStream()
                                .map(one -> one.get("id").stringValue())
                                .toList()));
        assertEquals(3, statement.get("entries").size());
    }

    @Test
    void positionsStandInTheMandatesOrder() {
        JsonNode row = find(items("positions", "--at", "2022-06-21"), "p9-links");
        assertEquals("armenia", row.at("/said/0/actor").stringValue());
        assertEquals("azerbaijan", row.at("/said/1/actor").stringValue());
        assertEquals("contested", row.get("agreement").stringValue());
        assertEquals("in-force", row.get("state").stringValue());
    }

    /** Full and full, minimum and not initiated. */
    @Test
    void progressOfTwoCodersStandsApart() {
        JsonNode rows = items("progress");
        JsonNode ann = rows.get(0);
        assertEquals("all", ann.get("by").stringValue());
        assertEquals(1, ann.get("coders").size());
        assertEquals(2, ann.get("graded").intValue());
        assertEquals(1, ann.at("/counts/full").intValue());
        assertTrue(ann.get("percent").isNull(), "of a few no percentage is told");
        JsonNode both = rows.get(rows.size() - 1);
        assertEquals("coders", both.get("by").stringValue());
        assertEquals(2, both.get("graded").intValue());
        // Seen: 1 step. By chance: Ann minimum, full against Ben not initiated, full: (1 + 2 + 3 + 0) ÷ 2 = 3. 1 − 1/3.
        assertEquals(2 / 3.0, both.get("linear").doubleValue(), 1e-9);
        // Squared: 1 seen, (1 + 4 + 9 + 0) ÷ 2 = 7 by chance.
        assertEquals(6 / 7.0, both.get("quadratic").doubleValue(), 1e-9);
    }

    @Test
    void deadlinesLookAheadAsFarAsAsked() {
        String[] at = {"deadlines", "--at", "2021-01-16", "--known", "2021-01-16", "--days"};
        assertEquals(
                "deadline",
                find(items(at[0], at[1], at[2], at[3], at[4], at[5], "15"), "w1-first-meeting")
                        .get("what")
                        .stringValue());
        assertFalse(
                items(at[0], at[1], at[2], at[3], at[4], at[5], "14").toString().contains("w1-first-meeting"));
    }

    @Test
    void whatWaitsSaysForWhat() {
        JsonNode row = find(items("triggers", "--at", "2021-09-28"), "p6-redeploy");
        assertFalse(row.get("triggered").booleanValue());
        assertEquals("p6-plan", row.at("/waitsFor/0/id").stringValue());
        assertEquals(
                "2022-08-30",
                find(items("triggers", "--at", "2023-01-01"), "p6-redeploy")
                        .get("since")
                        .stringValue());
    }

    @Test
    void changesSayWhatTheyChangedDownstream() {
        JsonNode rows = items("changes", "--since", "2020-11-14", "--known", "2020-11-15", "--at", "2020-11-16");
        JsonNode amended = rows.valueStream()
                .filter(one -> one.path("code").asString("").equals("change-deadline"))
                .findFirst()
                .orElseThrow();
        assertEquals("obligation", amended.get("weight").stringValue());
        assertEquals("change-state", amended.at("/downstream/0/code").stringValue());
        assertTrue(amended.at("/entries/0").stringValue().endsWith("e72713"));
        // Later the zone was drawn again with more points: old and new stand beside each other.
        JsonNode ground = items("changes", "--since", "2020-11-24", "--known", "2020-11-25", "--at", "2020-11-25");
        assertTrue(ground.valueStream()
                .anyMatch(one -> one.path("code").asString("").equals("change-line-redrawn")
                        && one.at("/old/id").stringValue().endsWith("13af9f")
                        && one.at("/new/id").stringValue().endsWith("88d682")));
    }

    /** Nothing is left as a code, in no language. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | changes     | the deadline was
            ru | changes     | срок был
            ar | changes     | كان الأجل
            en | positions   | contested
            ru | positions   | оспаривается
            ar | positions   | متنازع عليه
            en | instruments | authoritative
            ru | instruments | аутентичный
            ar | instruments | ذو حجية
            en | progress    | all obligations
            ru | progress    | все обязательства
            ar | progress    | كل الالتزامات
            en | deadlines   | overdue for
            ru | deadlines   | просрочено
            ar | deadlines   | متأخر
            en | triggers    | conditional
            ru | triggers    | ждёт
            ar | triggers    | ينتظر
            """)
    void inEveryLanguage(String language, String register, String words) {
        List<String> args = new ArrayList<>(List.of("show", record, register, "--lang", language));
        if (register.equals("changes")) {
            args.addAll(List.of("--since", "2020-11-14", "--known", "2020-11-15", "--at", "2020-11-16"));
        }
        Seen seen = desk.with("COLUMNS", "400").run(args.toArray(String[]::new));
        assertEquals(0, seen.code(), seen.err());
        assertTrue(seen.out().replaceAll("[\u2066-\u2069]", "").contains(words), seen.out());
        assertFalse(
                seen.out().matches("(?s).*\\b(change|due|agreement|text|weight|col|figure|stance)-[a-z].*"),
                seen.out());
    }

    @Test
    void optionsOfOtherRegistersAreRefused() {
        assertEquals(
                List.of("wrong-use"),
                desk.run("show", record, "entries", "--since", "1").codes());
        assertEquals(
                List.of("wrong-use"),
                desk.run("show", record, "changes", "--days", "1").codes());
        assertEquals(
                List.of("wrong-use"),
                desk.run("show", record, "deadlines", "--days", "-1").codes());
        assertEquals(
                List.of("wrong-use"),
                desk.run("show", record, "changes", "--since", "yesterday").codes());
    }
}
