package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.cli.Desk.Seen;
import org.truce.model.json.EntryJson;
import org.truce.record.Keys;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import tools.jackson.databind.JsonNode;

/** A user's ways through the commands, each as they would type it. */
class CommandsTest {
    /** Facts of our own in the three languages; each has a date, a speaker and an event. */
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

    @BeforeEach
    void desk() {
        desk = new Desk(work).with("TRUCE_AS", "me:analyst");
    }

    private static String actor(int n) {
        return "{\"id\":\"0175b8f0-6000-7abc-8000-%012d\",\"kind\":\"ActorNamed\",\"v\":1,\"author\":{\"actor\":\"x\"},"
                        .formatted(n)
                + "\"stated\":\"2020-12-%02dT10:00:00Z\",\"audience\":\"public\",".formatted(n)
                + "\"body\":{\"actor\":\"a%d\",\"type\":\"state\",\"name\":{\"en\":\"Actor %d\"}}}".formatted(n, n);
    }

    private static JsonNode json(Seen seen) {
        assertEquals(0, seen.code(), seen.err());
        return java.util.Objects.requireNonNull(
                EntryJson.tree(seen.out().getBytes(StandardCharsets.UTF_8)), seen.out());
    }

    private String record(String... lines) {
        String r = desk.path("r");
        assertEquals(0, desk.run("new", r).code());
        if (lines.length > 0) {
            Seen added = desk.run("add", r, desk.file("entries.jsonl", String.join("\n", lines)));
            assertEquals(0, added.code(), added.err());
        }
        return r;
    }

    // 1 From a report to an assessment.

    @Test
    void aReportIsReadAcceptedVerifiedAndAssessed() {
        String r = record();
        Seen added = desk.run("add", r, desk.file("report.txt", REPORT), "--accept");
        assertEquals(0, added.code(), added.err());
        assertEquals("", added.err());
        assertTrue(desk.run("verify", r).out().startsWith("right: "));
        JsonNode assessment = json(desk.run("assess", r, "--at", "2021-09-28", "--json"));
        assertEquals("insufficient-observation", assessment.get("level").stringValue());
        assertEquals("2021-09-29T00:00:00Z", assessment.get("at").stringValue());
        for (String field :
                List.of("adequacy", "reasons", "counterfactual", "parameters", "known", "audience", "zone")) {
            assertTrue(assessment.has(field), field);
        }
        assertTrue(assessment.get("reasons").toString().contains("no-mandate"), assessment.toPrettyString());
    }

    @Test
    void everyAcceptedFactRestsOnItsWords() {
        String r = record();
        desk.run("add", r, desk.file("report.txt", REPORT), "--accept");
        List<JsonNode> entries = items(r, "entries");
        List<String> kinds =
                entries.stream().map(one -> one.get("kind").stringValue()).toList();
        assertTrue(kinds.containsAll(List.of("ReportReceived", "StatementMade", "EventReported")), kinds.toString());
        long facts = kinds.stream().filter(kind -> !kind.startsWith("Re")).count();
        assertEquals(
                facts,
                kinds.stream().filter(kind -> kind.equals("ReadingReviewed")).count());
    }

    @Test
    void addingTwiceChangesNothing() {
        String r = record();
        String report = desk.file("report.txt", REPORT);
        Seen first = desk.run("add", r, report, "--accept");
        Seen second = desk.run("add", r, report, "--accept");
        Seen renamed = desk.run("add", r, desk.file("other-name.txt", REPORT));
        Seen bySomeoneElse = desk.run("add", r, report, "--accept", "--as", "them");
        long size = items(r, "entries").size();
        assertTrue(first.out().startsWith(size + " added, 0 known"), first.out());
        assertTrue(second.out().startsWith("0 added, " + size + " known before, 0 refused"), second.out());
        assertTrue(renamed.out().startsWith("0 added, 1 known"), renamed.out());
        assertTrue(
                bySomeoneElse.out().startsWith("0 added, " + size + " known before, 0 refused"), bySomeoneElse.out());
    }

    @Test
    void whatIsNotAcceptedStaysAProposalUntilSomebodyAcceptsIt() {
        String r = record();
        String report = desk.file("report.txt", REPORT);
        assertTrue(desk.run("add", r, report).out().startsWith("1 added"));
        assertTrue(desk.run("add", r, report, "--accept").out().contains(" 1 known before"));
        assertTrue(items(r, "entries").size() > 1);
    }

    @Test
    void aSidecarSaysWhatTheReportCannot() {
        String r = record();
        String report = desk.file("report.txt", REPORT);
        desk.file(
                "report.txt.entry.json",
                "{\"stated\":\"2021-09-28T15:30:00+03:00\",\"audience\":\"public\",\"author\":{\"actor\":\"press\"},"
                        + "\"basis\":[{\"address\":\"https://example.org/a\",\"source\":\"B\",\"information\":2}]}");
        assertEquals(0, desk.run("add", r, report, report + ".entry.json").code());
        JsonNode entry = items(r, "entries").getFirst();
        assertEquals("2021-09-28T12:30:00Z", entry.get("stated").stringValue());
        assertEquals("public", entry.get("audience").stringValue());
        assertEquals("press", entry.get("author").stringValue());
        desk.file("report.txt.entry.json", "{\"published\":1}");
        desk.file("report.txt", REPORT + "More.");
        assertEquals(List.of("unknown-field"), desk.run("add", r, report).codes());
    }

    // 2 Entries.

    @Test
    void goodLinesAreAddedAndBadOnesNamed() {
        String r = record();
        String file = desk.file("e.jsonl", actor(1) + "\n{\"kind\":\"Nonsense\"}\n" + actor(2) + "\n{\n");
        Seen seen = desk.run("add", r, file);
        assertEquals(3, seen.code());
        assertTrue(seen.out().startsWith("2 added, 0 known before, 2 refused"), seen.out());
        assertTrue(seen.err().contains("e.jsonl:2:/"), seen.err());
        assertTrue(seen.err().contains("bad-json: " + file + ":4: "), seen.err());
    }

    @Test
    void aReconstructedRecordTakesItsBatchInOrderOfStating() {
        String mandate = "{\"id\":\"0175b8f0-6000-7abc-8000-0000000000aa\",\"kind\":\"MandateSet\",\"v\":1,"
                + "\"author\":{\"actor\":\"x\"},\"stated\":\"2020-11-01T00:00:00Z\",\"audience\":\"public\",\"body\":{"
                + "\"name\":{\"en\":\"T\"},\"parties\":[\"a1\",\"a2\"],\"mission\":\"x\",\"zone\":\"Asia/Yerevan\","
                + "\"cut\":\"20:00\",\"toponyms\":\"both-parties\",\"mode\":\"reconstructed\"}}";
        String r = record(actor(9), actor(3), mandate, actor(5));
        assertEquals(
                List.of("2020-11-01", "2020-12-03", "2020-12-05", "2020-12-09"),
                items(r, "entries").stream()
                        .map(one -> one.get("stated").stringValue().substring(0, 10))
                        .toList());
        assertEquals(2, items(r, "entries", "--known", "2020-12-03").size());
        assertEquals(
                1, items(r, "entries", "--known", "2020-12-03T13:59:59+04:00").size());
        assertEquals(3, items(r, "entries", "--known", "3").size());
    }

    @Test
    void theAudienceIsTheMissionUnlessSaid() {
        String r = record();
        String bare =
                "{\"kind\":\"ActorNamed\",\"body\":{\"actor\":\"%s\",\"type\":\"state\",\"name\":{\"en\":\"A\"}}}\n";
        desk.run("add", r, desk.file("a.jsonl", bare.formatted("a")));
        desk.run("add", r, desk.file("b.jsonl", bare.formatted("b")), "--audience", "public");
        assertEquals(2, items(r, "actors").size());
        assertEquals(1, items(r, "actors", "--audience", "public").size());
        assertTrue(desk.run("show", r, "actors").out().contains("vault")
                || !desk.run("show", r, "actors").out().isEmpty());
    }

    @Test
    void aRowOfARegisterNamesItsEntries() {
        String r = record(actor(1));
        assertEquals(
                "0175b8f0-6000-7abc-8000-000000000001",
                items(r, "actors").getFirst().at("/entries/0").stringValue());
    }

    // 3 Proofs.

    @Test
    void aReceiptProvesAnEntryWithNothingButTheVerifierKey() throws IOException {
        String r = record(actor(1), actor(2), actor(3));
        Seen receipt = desk.run("receipt", r, "0175b8f0-6000-7abc-8000-000000000002");
        assertEquals(0, receipt.code(), receipt.err());
        assertTrue(receipt.out().startsWith("c2sp.org/tlog-proof@v1\n"), receipt.out());
        try (TruceRecord record = TruceRecord.open(Path.of(r))) {
            var verdict = TruceRecord.verifyReceipt(
                    receipt.out().getBytes(StandardCharsets.UTF_8),
                    record.identity().key());
            assertTrue(verdict.toString().contains("index=1"), verdict.toString());
        }
        assertEquals(
                List.of("no-entry"),
                desk.run("receipt", r, "0175b8f0-6000-7abc-8000-00000000000f").codes());
    }

    @Test
    void aRecordMustExtendTheCheckpointThatItsReaderKept() throws IOException {
        String r = record(actor(1));
        Path kept = work.resolve("kept");
        Files.copy(Path.of(r, "checkpoint"), kept);
        desk.run("add", r, desk.file("more.jsonl", actor(2)));
        assertEquals(0, desk.run("verify", r, "--against", kept.toString()).code());
        Path other = work.resolve("other");
        desk.run("new", other.toString());
        assertEquals(
                1,
                desk.run("verify", other.toString(), "--against", kept.toString())
                        .code());
    }

    @Test
    void aChangedByteIsFoundWhereverItIs() throws IOException {
        String r = record(actor(1), actor(2));
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(r))) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(Path.of(r, "cache")))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        List<String> unseen = new ArrayList<>();
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            // Every byte of every file is the record's own test; a few here show that the command tells it.
            for (int at : new HashSet<>(List.of(0, whole.length / 2, Math.max(0, whole.length - 1)))) {
                if (whole.length > 0 && !found(r, file, whole, at)) {
                    unseen.add(file + ":" + at);
                }
            }
        }
        assertEquals(List.of(), unseen);
        assertEquals(0, desk.run("verify", r).code());
    }

    private boolean found(String r, Path file, byte[] whole, int at) throws IOException {
        byte[] changed = whole.clone();
        changed[at] ^= 0x20;
        Files.write(file, changed);
        Seen seen = desk.run("verify", r);
        Files.write(file, whole);
        return seen.code() == 1 && !seen.codes().isEmpty();
    }

    // 4 What goes wrong.

    @Test
    void wrongUseHasItsSentenceAndIsTwo() {
        String r = record();
        desk.with("TRUCE_AS", "");
        String file = desk.file("a.jsonl", actor(1));
        List<Seen> all = List.of(
                desk.run(),
                desk.run("nonsense"),
                desk.run("add", r),
                desk.run("add", r, file),
                desk.run("show", r, "nonsense", "--json"),
                desk.run("show", r, "entries", "--at", "yesterday"),
                desk.run("show", r, "entries", "--at", "7", "--json"),
                desk.run("show", r, "entries", "--lang", "xx"),
                desk.run("assess", r, "--audience", "vault"),
                desk.run("show", "sample:nonsense", "entries"),
                desk.run("add", "sample:karabakh-2020", file, "--as", "me"));
        assertEquals(List.of(2), all.stream().map(Seen::code).distinct().toList(), all.toString());
        assertEquals(
                List.of(
                        "wrong-use",
                        "wrong-use",
                        "wrong-use",
                        "no-author",
                        "no-register",
                        "wrong-use",
                        "wrong-use",
                        "no-language",
                        "no-vault",
                        "no-sample",
                        "read-only"),
                all.stream().flatMap(seen -> seen.codes().stream()).toList());
        assertTrue(all.stream().allMatch(seen -> seen.out().isEmpty()));
    }

    @Test
    void badInputHasItsSentenceAndIsThree() throws IOException {
        String r = record(actor(1));
        Files.write(work.resolve("binary.txt"), new byte[] {0, 1, 2, 3, 'a'});
        Files.write(work.resolve("arabic.txt"), "خط التماس".getBytes(java.nio.charset.Charset.forName("windows-1256")));
        Files.createDirectory(work.resolve("folder"));
        List<Seen> all = List.of(
                desk.run("add", r, desk.file("empty.txt", "")),
                desk.run("add", r, desk.file("empty.jsonl", "\n\n")),
                desk.run("add", r, desk.path("binary.txt")),
                desk.run("add", r, desk.path("arabic.txt")),
                desk.run("add", r, desk.file("cut.json", actor(2).substring(0, 50))),
                desk.run("add", r, desk.path("missing.jsonl")),
                desk.run("add", r, desk.path("folder")),
                desk.run("add", r, desk.file("a.odt", "x")),
                desk.run("add", r, desk.file("taken.jsonl", actor(1).replace("Actor 1", "Other"))),
                desk.run("add", r, desk.file("future.jsonl", actor(3).replace("2020-12", "2999-12"))),
                desk.run("add", r, desk.file("vault.jsonl", actor(4).replace("\"public\"", "\"vault\""))),
                desk.run("read", desk.path("binary.txt")),
                desk.run("read", desk.path("missing.txt")),
                desk.run("verify", desk.path("folder")),
                desk.run("show", desk.path("nowhere"), "entries"),
                desk.run("new", r));
        List<String> codes = all.stream().flatMap(seen -> seen.codes().stream()).toList();
        assertEquals(
                List.of(
                        "empty-file",
                        "empty-file",
                        "binary-file",
                        "not-utf8",
                        "bad-json",
                        "no-file",
                        "no-file",
                        "unknown-file-type",
                        "id-taken",
                        "stated-after-recorded",
                        "no-vault",
                        "binary-file",
                        "no-file"),
                codes.subList(0, 13));
        assertTrue(codes.containsAll(List.of("no-record", "not-empty")), codes.toString());
        assertEquals(1, items(r, "entries").size());
        assertEquals(0, desk.run("verify", r).code());
    }

    @Test
    void aSecondWriterIsTurnedAway() throws IOException {
        String r = record();
        Keys keys = Keys.ofUser(java.util.Map.of("XDG_CONFIG_HOME", desk.path("config")), work);
        try (TruceRecord busy = TruceRecord.openForWriting(Path.of(r), keys, Surroundings.real())) {
            Seen seen = desk.run("add", busy.toString(), desk.file("a.jsonl", actor(1)));
            assertEquals(3, seen.code());
            assertEquals(List.of("second-writer"), seen.codes());
        }
        assertEquals(0, desk.run("add", r, desk.path("a.jsonl")).code());
    }

    @Test
    void withoutThePrivateKeyARecordIsReadAndVerifiedButNotWritten() {
        String r = record(actor(1));
        Desk elsewhere = new Desk(work.resolve("elsewhere"));
        assertEquals(
                List.of("key-missing"),
                elsewhere.run("add", r, desk.path("entries.jsonl"), "--as", "x").codes());
        assertEquals(0, elsewhere.run("verify", r).code());
        assertEquals(0, elsewhere.run("show", r, "actors", "--json").code());
    }

    @Test
    void aKeyMayLieInAFileOfItsOwn() {
        String key = desk.path("stick");
        assertEquals(
                0,
                desk.run("new", desk.path("k"), "--key", key, "--name", "وقف إطلاق النار")
                        .code());
        assertEquals(
                0,
                desk.run("add", desk.path("k"), desk.file("a.jsonl", actor(1)), "--key", key)
                        .code());
        assertFalse(Files.exists(work.resolve("config")));
    }

    @Test
    void aHugeFileOfNonsenseIsToldInAFewLines() throws IOException {
        String r = record();
        Path huge = work.resolve("huge.jsonl");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.write("x\n".repeat(5000).getBytes(StandardCharsets.UTF_8));
            file.setLength(80L << 20);
        }
        Seen seen = desk.run("add", r, huge.toString());
        assertEquals(3, seen.code());
        assertTrue(seen.err().lines().count() < 40, seen.err());
        assertTrue(seen.out().contains("5001 refused"), seen.out());
    }

    @Test
    void aGigabyteInOneLineIsRefusedWithASentence() throws IOException {
        String r = record();
        for (String name : List.of("one-line.jsonl", "report.txt", "entry.json")) {
            Path huge = work.resolve(name);
            try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
                file.setLength(1L << 30);
            }
            Seen seen = desk.run("add", r, huge.toString());
            assertEquals(3, seen.code(), name);
            assertTrue(seen.err().lines().count() < 5 && seen.err().contains(name), seen.err());
            Files.delete(huge);
        }
        assertEquals(0, desk.run("verify", r).code());
    }

    @Test
    void aReceiptIsGivenForTheEndingThatTablesShow() {
        String r = record();
        assertEquals(
                0,
                desk.run("add", r, desk.file("a.jsonl", actor(1) + "\n" + actor(2)))
                        .code());
        String row = desk.run("show", r, "actors")
                .out()
                .lines()
                .filter(line -> line.contains("…"))
                .findFirst()
                .orElseThrow();
        String ending = row.substring(row.indexOf('…'), row.indexOf('…') + 9);
        Seen receipt = desk.run("receipt", r, ending);
        assertEquals(0, receipt.code(), receipt.err());
        assertTrue(receipt.out().startsWith("c2sp.org/tlog-proof@v1"), receipt.out());
        assertEquals(List.of("no-entry"), desk.run("receipt", r, "ffffffff1").codes());
        assertEquals(List.of("no-entry"), desk.run("receipt", r, "what").codes());
    }

    @Test
    void aPersonWhoCouldBeIdentifiedIsWarnedOfAndStillAdded() {
        String r = record();
        Seen seen = desk.run("add", r, desk.file("a.jsonl", actor(1).replace("Actor 1", "Name: A B, born: 1.2.1985")));
        assertEquals(0, seen.code());
        assertTrue(seen.err().startsWith("warning: personal-data: "), seen.err());
    }

    // 5 Help.

    @ParameterizedTest
    @ValueSource(strings = {"new", "add", "read", "show", "assess", "verify", "receipt"})
    void helpHasAnExample(String command) {
        Seen seen = desk.run(command, "--help");
        assertEquals(0, seen.code());
        assertTrue(seen.out().contains("Example: truce " + command + " "), seen.out());
        assertEquals("", seen.err());
    }

    @Test
    void readPrintsTheFactsOfATextThatIsTyped() {
        JsonNode reading = json(desk.typing(REPORT).run("read", "-", "--json"));
        assertEquals("2021-09-28", reading.get("publication_date").stringValue());
        Set<String> fields = new HashSet<>(reading.propertyNames());
        assertTrue(
                fields.containsAll(Set.of("lang", "title", "publisher", "statements", "events", "dates")), "" + fields);
        assertTrue(desk.typing(REPORT).run("read", "-").out().contains("the situation there is now stable"));
    }

    private List<JsonNode> items(String r, String register, String... more) {
        List<String> args = new ArrayList<>(List.of("show", r, register, "--json"));
        args.addAll(List.of(more));
        return json(desk.run(args.toArray(String[]::new)))
                .get("items")
                .valueStream()
                .toList();
    }
}
