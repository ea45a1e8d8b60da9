package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.cli.Desk.Seen;
import org.truce.model.json.EntryJson;
import tools.jackson.databind.JsonNode;

/** Deciding on what the machine read, on the command line, and what comes of it for the lexicons. */
class ReviewCommandTest {
    private static final String REPORT = """
            Example Gazette

            Peacekeepers report a quiet night

            Published: 28 September 2021

            The foreign minister of Russia, Sergey Lavrov, said on Tuesday that "the situation there is now stable".
            On 11 December 2020 Azerbaijani forces opened fire near Stepanakert, two soldiers were wounded.
            Refugees are to return to Stepanakert.
            """;

    @TempDir
    Path work = Path.of("");

    private Desk desk = new Desk(work);
    private String record = "";
    private String report = "";

    @BeforeEach
    void recordWithAReport() {
        desk = new Desk(work).with("TRUCE_AS", "me:analyst");
        record = desk.path("r");
        desk.run("new", record);
        Seen added = desk.run("add", record, desk.file("report.txt", REPORT), "--audience", "parties");
        assertEquals(0, added.code(), added.err());
        report = json(desk.run("review", record, "--json")).at("/items/0/entry").stringValue();
    }

    private static JsonNode json(Seen seen) {
        assertEquals(0, seen.code(), seen.err());
        return Objects.requireNonNull(EntryJson.tree(seen.out().getBytes(StandardCharsets.UTF_8)), seen.out());
    }

    private List<JsonNode> facts() {
        JsonNode facts = json(desk.run("review", record, report, "--json")).get("facts");
        return StreamSupport.stream(facts.spliterator(), false).toList();
    }

    private int number(String type) {
        List<JsonNode> all = facts();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).get("type").stringValue().equals(type)) {
                return i + 1;
            }
        }
        throw new AssertionError("no " + type + " in " + all);
    }

    private int eventOf(String day) {
        List<JsonNode> all = facts();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).path("date").asString("").equals(day)) {
                return i + 1;
            }
        }
        throw new AssertionError("no event of " + day + " in " + all);
    }

    private Seen decide(String option, int number, String... more) {
        List<String> line = new ArrayList<>(
                List.of("review", record, report.substring(28), option, Integer.toString(number), "--json"));
        line.addAll(List.of(more));
        Seen seen = desk.run(line.toArray(String[]::new));
        assertEquals(0, seen.code(), seen.err());
        return seen;
    }

    private List<String> lines(String... more) {
        List<String> line = new ArrayList<>(List.of("export", record, "--corrections"));
        line.addAll(List.of(more));
        Seen seen = desk.run(line.toArray(String[]::new));
        assertEquals(0, seen.code(), seen.err());
        return seen.out().lines().toList();
    }

    private static JsonNode line(String json) {
        return Objects.requireNonNull(EntryJson.tree(json.getBytes(StandardCharsets.UTF_8)), json);
    }

    @Test
    void theListHasEveryFactWithItsNumberWordsAndState() {
        Seen list = desk.run("review", record, report, "--lang", "en");
        assertEquals(0, list.code(), list.err());
        assertTrue(list.out().contains("Peacekeepers report a quiet night"), list.out());
        List<String> rows =
                list.out().lines().filter(row -> row.matches("\\d+ .*")).toList();
        assertEquals(facts().size(), rows.size());
        assertTrue(rows.stream().allMatch(row -> row.contains("proposed")), list.out());
        assertTrue(list.out().contains("Stepanakert"), list.out());
        assertTrue(desk.run("review", record, report, "--lang", "ar").out().contains("مقترح"));
    }

    @Test
    void acceptingMakesTheEntryAndTheReviewAndTwiceIsOnce() {
        int statement = number("statement");
        assertTrue(decide("--accept", statement).err().contains("2 entries added"));
        JsonNode fact = facts().get(statement - 1);
        assertEquals("accepted", fact.get("state").stringValue());
        assertEquals("StatementMade", fact.at("/made/kind").stringValue());
        assertEquals(report, fact.at("/made/basis/0/report").stringValue());
        assertTrue(decide("--accept", statement).err().contains("0 entries added"));
        assertTrue(desk.run("verify", record).out().startsWith("right: "));
    }

    @Test
    void rejectingWithdrawsWhatWasAcceptedAndUndoMakesAProposalOfItAgain() {
        int event = number("event");
        decide("--accept", event);
        String made = facts().get(event - 1).at("/made/id").stringValue();
        decide("--reject", event, "--why", "It is told of 1994.");
        JsonNode rejected = facts().get(event - 1);
        assertEquals("rejected", rejected.get("state").stringValue());
        assertTrue(rejected.get("made").isNull());
        assertEquals("It is told of 1994.", rejected.at("/review/body/why/en").stringValue());
        assertTrue(desk.run("export", record, "--jsonl")
                .out()
                .lines()
                .anyMatch(entry -> entry.contains(made) && entry.contains("withdraws")));
        decide("--undo", event);
        assertEquals("proposed", facts().get(event - 1).get("state").stringValue());
        decide("--accept", event);
        assertEquals("accepted", facts().get(event - 1).get("state").stringValue());
    }

    @Test
    void acceptingAllWithAddLeavesAloneWhatAPersonDecided() {
        int event = number("event");
        decide("--reject", event);
        Seen added = desk.run("add", record, desk.path("report.txt"), "--accept");
        assertEquals(0, added.code(), added.err());
        assertEquals("rejected", facts().get(event - 1).get("state").stringValue());
        assertEquals(
                "accepted", facts().get(number("statement") - 1).get("state").stringValue());
    }

    @Test
    void decisionsComeOutAsEvidenceForTheLexicons() {
        int event = eventOf("2020-12-11");
        decide("--accept", number("statement"));
        decide("--reject", event, "--why", "Это о 1994 годе.", "--lang", "ru");
        decide("--reject", number("place"));
        List<JsonNode> all =
                lines("--jsonl").stream().map(ReviewCommandTest::line).toList();
        assertEquals(3, all.size());
        JsonNode rejected = all.stream()
                .filter(one -> one.get("layer").stringValue().equals("events"))
                .findFirst()
                .orElseThrow();
        assertEquals("en", rejected.get("language").stringValue());
        assertTrue(REPORT.contains(rejected.get("words").stringValue()));
        assertTrue(rejected.get("sentence").stringValue().startsWith("On 11 December 2020 Azerbaijani forces"));
        assertTrue(rejected.at("/machine/type").isString());
        assertTrue(rejected.get("person").isNull());
        assertEquals("Это о 1994 годе.", rejected.at("/why/ru").stringValue());
        JsonNode accepted = all.stream()
                .filter(one -> one.get("layer").stringValue().equals("statements"))
                .findFirst()
                .orElseThrow();
        assertEquals(accepted.get("machine"), accepted.get("person"));
        List<String> csv = lines("--csv");
        assertEquals(4, csv.size(), csv.toString());
        assertEquals(
                List.copyOf(all.getFirst().propertyNames()),
                List.of(csv.getFirst().split(",", -1)));
    }

    @Test
    void evidenceIsOnlyForWhoMayReadTheReport() {
        decide("--reject", number("event"));
        assertEquals(1, lines("--jsonl", "--audience", "parties").size());
        assertEquals(List.of(), lines("--jsonl", "--audience", "public"));
        assertEquals(List.of(), lines("--csv", "--audience", "public"));
    }

    @Test
    void wrongUseHasItsSentence() {
        String out = Integer.toString(facts().size() + 1);
        List<Seen> all = List.of(
                desk.run("review", record, report, "--accept", out),
                desk.run("review", record, report, "--reject", "first"),
                desk.run("review", record, "--accept", "1"),
                desk.run("review", "sample:karabakh-2020", report, "--accept", "1"),
                desk.run("export", record, "--corrections"),
                desk.run("export", record, "--csv"),
                desk.run("review", record, "ffffffff"),
                desk.run("review", record, "ffffffff", "--accept", "1"));
        assertEquals(
                List.of(
                        "no-such-fact",
                        "no-such-fact",
                        "no-report",
                        "read-only",
                        "no-form",
                        "no-form",
                        "no-such-report",
                        "no-such-report"),
                all.stream().flatMap(seen -> seen.codes().stream()).toList(),
                all.toString());
        assertEquals(
                1,
                json(desk.run("show", record, "entries", "--json")).get("items").size());
    }
}
