package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.cli.Desk.Seen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code truce assess} in three languages, as JSON and as a table. */
class AssessCommandTest {
    @TempDir
    Path work = Path.of("");

    private Desk desk = new Desk(work);

    @BeforeEach
    void desk() {
        desk = new Desk(work).with("TRUCE_AS", "me:analyst");
    }

    /** Level, a reason, and what would change it; the bad night, its recovery, and the anniversary of the sample. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exercise       | 2024-04-24 | en | Breached                 | What would change it
            exercise       | 2024-04-24 | ru | Нарушено                 | Нет очага
            exercise       | 2024-04-24 | ar | منتهك                    | بؤرة ساخنة
            exercise       | 2024-04-30 | en | Deteriorating            | No hot spot: between
            exercise       | 2024-04-30 | ru | Ухудшается               | Нет очага
            exercise       | 2024-04-30 | ar | متدهور                   | بؤرة ساخنة
            karabakh-2020  | 2021-09-28 | en | Insufficient observation | What would change it
            karabakh-2020  | 2021-09-28 | ru | Наблюдений недостаточно  | 336
            karabakh-2020  | 2021-09-28 | ar | رصد غير كافٍ             | 336
            """)
    void levelReasonsAndWhatWouldChangeIt(String sample, String day, String language, String level, String said) {
        Seen seen = desk.run("assess", "sample:" + sample, "--at", day, "--lang", language, "--uncalibrated");
        assertEquals(0, seen.code(), seen.err());
        assertTrue(seen.out().contains(level), seen.out());
        assertTrue(seen.out().contains(said), seen.out());
        assertFalse(seen.out().contains("{"), seen.out());
    }

    private static String entry(int n, String kind, String occurred, String where, String body) {
        return ("{'id':'0175b8f0-6000-7abc-8000-%012d','kind':'%s','v':1,'author':{'actor':'m'},"
                        + "'stated':'2020-11-10T10:00:00Z',%s%s'audience':'public','body':{%s}}")
                .formatted(
                        n,
                        kind,
                        occurred.isEmpty() ? "" : "'occurred':{'edtf':'" + occurred + "'},",
                        where.isEmpty() ? "" : "'where':{" + where + "},",
                        body)
                .replace('\'', '"');
    }

    private String watched() {
        String r = desk.path("r");
        assertEquals(0, desk.run("new", r).code());
        String entries = String.join(
                "\n",
                entry(1, "MandateSet", "", "", """
                        'name':{'en':'Test'},'parties':['alpha','bravo'],'mission':'m','zone':'UTC','cut':'20:00',\
                        'languages':['en'],'toponyms':'both-parties','mode':'reconstructed'"""),
                entry(2, "BoundaryDrawn", "2020-11-10", "", """
                        'boundary':'contact','role':'line-of-contact','name':{'en':'line'},'drawnFrom':{'en':'test'},\
                        'geometry':{'type':'LineString','coordinates':[[46.5,39.5],[46.5,39.59]]}"""),
                entry(3, "PostManned", "2020-11-10", "'geometry':{'type':'Point','coordinates':[46.5,39.545]}", """
                        'post':'p1','by':'m','fieldOfView':6000,'hoursPerDay':24"""));
        Seen added = desk.run("add", r, desk.file("entries.jsonl", entries));
        assertEquals(0, added.code(), added.err());
        return r;
    }

    /** From 10 November on everything is watched and nothing happens; 8 December is the 29th day. */
    @Test
    void thresholdsAreFoundOnceAndKept() {
        String r = watched();
        Seen without = desk.run("assess", r, "--at", "2020-12-12", "--json", "--uncalibrated");
        assertEquals("fragile", level(without));
        assertTrue(without.out().contains("rate-change-not-calibrated"), without.out());
        Seen first = desk.run("assess", r, "--at", "2020-12-12", "--json", "--lang", "en");
        assertEquals("stable", level(first));
        assertTrue(first.err().contains("100%"), first.err());
        Seen again = desk.run("assess", r, "--at", "2020-12-12", "--json", "--lang", "en");
        assertEquals("", again.err());
        assertEquals(first.out(), again.out());
        JsonNode audit = JsonMapper.shared().readTree(again.out()).path("audit");
        assertEquals(64, audit.path("calibration").asString("").length());
        assertEquals(14, audit.path("exposureByDay").size());
        // 28 days without an act, watched in full: half an act beside them.
        assertEquals(0.5 / 28, audit.at("/reference/rate").doubleValue(), 1e-12);
        Seen table = desk.run("assess", r, "--at", "2020-12-12", "--csv");
        assertTrue(table.out().lines().count() > 10, table.out());
        assertTrue(table.out().contains("rate-change"), table.out());
        assertFalse((first.out() + table.out()).contains("NaN"));
    }

    private static String level(Seen seen) {
        assertEquals(0, seen.code(), seen.err());
        return JsonMapper.shared().readTree(seen.out()).path("level").asString("");
    }

    /** What is asked of a record beside its level, in the three languages and for programs: never a number that is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            coverage                    | ar
            coverage                    | ru
            statistics --days 14        | ar
            statistics --days 14        | en
            assess --history --days 16  | ar
            assess --history --days 16  | ru
            """)
    void coverageStatisticsAndHistoryAreToldToPersonsAndPrograms(String command, String language) {
        String[] words = command.split(" +", -1);
        String[] asked = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                words[0], "sample:exercise", "--at", "2024-04-24", "--lang", language),
                        java.util.Arrays.stream(words).skip(1))
                .toArray(String[]::new);
        Seen told = desk.run(asked);
        assertEquals(0, told.code(), told.err());
        assertFalse(told.out().contains("{") || told.out().contains("NaN"), told.out());
        String[] json = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(asked), java.util.stream.Stream.of("--json"))
                .toArray(String[]::new);
        Seen answered = desk.run(json);
        assertEquals(0, answered.code(), answered.err());
        assertFalse(answered.out().contains("NaN") || answered.out().contains("Infinity"));
        JsonNode items = JsonMapper.shared().readTree(answered.out()).path("items");
        assertTrue(items.size() > 10, () -> "rows: " + items.size());
        assertEquals(
                2,
                desk.run(words[0], "sample:exercise", "--days", "0", "--history")
                        .code());
    }
}
