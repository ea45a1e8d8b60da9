package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.publication.feed.RegisterFeed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample exercise through the commands: every register has rows, every answer says that it is an exercise. */
class ExerciseSampleTest {
    private static final String SAMPLE = "sample:exercise";
    /** Reports are known only where they are stored, of which an invented record has none; the first claim is of 9 May. */
    private static final Set<String> WITHOUT_ROWS = Set.of("reports", "claims");

    @TempDir
    static Path home;

    private static Desk desk;

    @BeforeAll
    static void sit() {
        desk = new Desk(home);
    }

    private static JsonNode ask(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        Desk.Seen seen = desk.run(all.toArray(String[]::new));
        assertEquals(0, seen.code(), seen.err());
        return JsonMapper.shared().readTree(seen.out());
    }

    private static JsonNode show(String register, String day) {
        return ask("show", SAMPLE, register, "--at", day);
    }

    private static JsonNode row(JsonNode register, String field, String value) {
        return StreamSupport.stream(register.path("items").spliterator(), false)
                .filter(item -> item.at("/" + field).asString("").equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row where " + field + " is " + value));
    }

    /** What is claimed of one side's acts is not comparable while no finding attributes them all; shots contradict "none". */
    @Test
    void claimsAreHeldAgainstTheRecord() {
        JsonNode claims = show("claims", "2024-06-28");
        assertEquals(
                "scope-not-comparable",
                row(claims, "template", "count").path("verdict").asString(""));
        assertEquals(
                "contradicted",
                row(claims, "template", "none-since").path("verdict").asString(""));
    }

    @Test
    void everyRegisterHasRowsThatNameKnownEntries() {
        Set<String> known = new HashSet<>();
        show("entries", "2024-04-20")
                .path("items")
                .forEach(item -> known.add(item.path("id").asString("")));
        assertTrue(known.size() > 2000, "only " + known.size());
        for (String register : RegisterFeed.ALL.keySet()) {
            JsonNode answer = show(register, "2024-04-29");
            assertTrue(answer.path("exercise").asBoolean(false), register);
            JsonNode items = answer.path("items");
            assertEquals(WITHOUT_ROWS.contains(register), items.isEmpty(), register);
            items.forEach(item -> {
                JsonNode entries = item.has("entries") ? item.path("entries") : item.at("/summary/entries");
                assertTrue(entries.isArray(), register + ": " + item);
                entries.forEach(id -> assertTrue(known.contains(id.asString("")), register + ": " + id));
            });
        }
    }

    @Test
    void everyAnswerSaysThatItIsAnExercise() {
        assertTrue(ask("assess", SAMPLE, "--at", "2024-04-26", "--uncalibrated")
                .path("exercise")
                .asBoolean(false));
        for (Map.Entry<String, String> word :
                Map.of("en", "EXERCISE", "ru", "УЧЕНИЯ", "ar", "تمرين").entrySet()) {
            for (String[] command : List.of(
                    new String[] {"show", SAMPLE, "posts", "--at", "2024-04-26", "--lang", word.getKey()},
                    new String[] {"assess", SAMPLE, "--at", "2024-04-26", "--uncalibrated", "--lang", word.getKey()})) {
                Desk.Seen seen = desk.run(command);
                assertEquals(0, seen.code(), seen.err());
                assertTrue(seen.out().lines().findFirst().orElse("").contains(word.getValue()), seen.out());
            }
        }
        Desk.Seen real = desk.run("show", "sample:karabakh-2020", "posts", "--at", "2021-09-28", "--lang", "en");
        assertFalse(real.out().contains("EXERCISE"), real.out());
    }

    @Test
    void aPostThatWasClosedAndMannedAgainHasTwoPeriods() {
        List<JsonNode> periods = new ArrayList<>();
        show("posts", "2024-06-28").path("items").forEach(item -> {
            if (item.path("id").asString("").equals("post-09")) {
                periods.add(item);
            }
        });
        assertEquals(2, periods.size());
        assertEquals("closed", periods.get(0).path("state").asString(""));
        assertEquals("2024-04-25", periods.get(0).path("until").asString(""));
        assertEquals("shells fell within 200 m", periods.get(0).at("/reason/en").asString(""));
        assertEquals(2, periods.get(0).path("entries").size());
        assertEquals("manned", periods.get(1).path("state").asString(""));
        assertEquals("2024-05-06", periods.get(1).path("from").asString(""));
    }

    /** 11 denials from 25 April to 5 May: 5 by Avelia on even days, 5 by Boreth, 1 by masked men; one each before. */
    @Test
    void deniedAccessIsCountedByPartyInTheMandatesOrder() {
        JsonNode rows = show("access", "2024-05-05").path("items");
        assertEquals(
                List.of("all", "party", "party", "others"),
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.path("who").asString(""))
                        .toList());
        assertEquals("avelia", rows.get(1).at("/by/id").asString(""));
        assertEquals(13, rows.get(0).path("denials").asInt());
        assertEquals(6, rows.get(1).path("denials").asInt());
        assertEquals(6, rows.get(2).path("denials").asInt());
        assertEquals(1, rows.get(3).path("denials").asInt());
        int attempts = rows.get(0).path("attempts").asInt();
        assertEquals(13, attempts - show("patrols", "2024-05-05").path("items").size());
        assertEquals(13.0 / attempts, rows.get(0).path("share").asDouble(), 1e-12);
        assertEquals(
                "movement",
                show("restrictions", "2024-05-05")
                        .at("/items/0/obligations/0/id")
                        .asString(""));
    }

    /** The empty battery from 15 to 20 May costs the western microphones 6 of the days since 9 March. */
    @Test
    void aSensorsUptimeCountsTheDaysOnWhichNobodySaysThatItRan() {
        JsonNode camera = row(show("sensors", "2024-06-20"), "id", "camera-west");
        assertEquals(1.0, camera.path("uptime").asDouble(), 1e-9);
        JsonNode cut = row(show("sensors", "2024-05-01"), "id", "microphones-east");
        assertEquals("2024-04-24", cut.path("until").asString(""));
        // It ran from 9 March to 24 April, 47 days, of 54 to 1 May, save for its own failures.
        assertTrue(cut.path("uptime").asDouble() <= 47.0 / 54 + 1e-3, cut.toString());
        assertTrue(cut.path("uptime").asDouble() >= 47.0 / 54 * 0.85, cut.toString());
        assertEquals(
                0,
                ask("show", SAMPLE, "sensors", "--at", "2024-06-20", "--audience", "public")
                        .path("items")
                        .size());
    }

    /** 15 km along a line that rises at most 0.6 km in 5: between 15 and 15.11 km. */
    @Test
    void aPatrolsLengthIsGeodesicAndItsSpeedFollows() {
        JsonNode patrol = show("patrols", "2024-03-05").path("items").get(0);
        assertEquals(15.05, patrol.path("km").asDouble(), 0.06);
        assertEquals(
                patrol.path("km").asDouble() / patrol.path("hours").asDouble(),
                patrol.path("speed").asDouble(),
                1e-9);
    }

    /** Three sectors of 20 km make the line of 60; what they covered is the mean of what the line covered. */
    @Test
    void theSectorsExposureAddsUpToTheLines() {
        JsonNode effort = show("effort", "2024-04-20");
        JsonNode line = effort.path("items").get(0);
        assertTrue(line.path("zone").isNull());
        assertEquals(60, line.path("lineKm").asDouble(), 0.8);
        double km = 0;
        double covered = 0;
        double stood = 0;
        for (String sector : List.of("sector-west", "sector-centre", "sector-east")) {
            JsonNode one = row(effort, "zone/id", sector);
            km += one.path("lineKm").asDouble();
            covered += one.path("lineKm").asDouble() * one.path("covered").asDouble();
            stood += one.path("observersByDay").asDouble()
                    + one.path("observersByNight").asDouble();
            assertEquals(20, one.path("lineKm").asDouble(), 0.6, sector);
        }
        assertEquals(line.path("lineKm").asDouble(), km, 0.6);
        assertEquals(line.path("covered").asDouble(), covered / km, 0.01);
        assertEquals(
                line.path("observersByDay").asDouble()
                        + line.path("observersByNight").asDouble(),
                stood,
                stood * 0.02);
        // Twelve posts around the clock, 14 days, and patrols beside them.
        assertTrue(stood >= 12 * 24 * 14, "only " + stood);
        assertEquals(336, line.path("hours").asDouble(), 1e-6);
        assertTrue(line.path("detection").isNull());
        assertEquals("detection-not-assumed", effort.at("/notes/0/code").asString(""));
        for (JsonNode one : effort.path("items")) {
            assertEquals(one.get("covered").isNull(), !one.get("noShare").isNull(), one.toString());
        }
    }

    @Test
    void theStretchThatNobodyWatchesNamesWhoWatchedItLast() {
        JsonNode longest = show("unwatched", "2024-05-02").path("items").get(0);
        assertTrue(longest.path("km").asDouble() > 2.5, longest.toString());
        assertEquals("2024-04-24", longest.path("sinceDay").asString("").replace("2024-04-25", "2024-04-24"));
        assertTrue(longest.path("entries").size() >= 2, longest.toString());
        List<String> zones = new ArrayList<>();
        longest.path("crosses").forEach(zone -> zones.add(zone.path("id").asString("")));
        assertTrue(zones.contains("sector-east"), zones.toString());
    }
}
