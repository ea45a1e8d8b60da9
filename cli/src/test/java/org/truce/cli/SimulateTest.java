package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invented ceasefire, whole and a day at a time. */
class SimulateTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @Test
    void truthAndRecordAreWrittenAndTheRecordIsLikeAnyOther() throws IOException {
        Desk desk = new Desk(dir);
        String out = dir.resolve("out").toString();
        assertEquals(
                0,
                desk.run("simulate", "--scenario", "busy", "--days", "6", "--seed", "3", "--out", out)
                        .code());
        long truth = Files.readAllLines(dir.resolve("out/truth.jsonl")).size();
        assertEquals(6, truth);
        long told = Files.readAllLines(dir.resolve("out/told.csv")).size() - 1L;
        assertTrue(told > 3, "reports: " + told);
        String record = dir.resolve("out/record").toString();
        assertEquals(0, desk.run("verify", record).code());
        Desk.Seen shown = desk.run("show", record, "entries", "--csv", "--at", "2023-01-06");
        assertTrue(shown.out().lines().count() > told, shown.out());
        for (String language : List.of("ar", "ru", "en")) {
            Desk.Seen links = desk.run("show", record, "proposed-links", "--lang", language, "--at", "2023-01-06");
            assertEquals(0, links.code(), links.err());
            assertFalse(links.out().contains("link-terms"), links.out());
        }
        Desk.Seen json = desk.run("show", record, "proposed-links", "--json", "--at", "2023-01-06");
        assertTrue(json.out().contains("\"positionTerm\""), json.out());
        assertTrue(desk.run("show", record, "proposed-links", "--csv", "--at", "2023-01-06")
                .out()
                .lines()
                .findFirst()
                .orElse("")
                .contains("ratio"));
    }

    @Test
    void anExerciseReleasesADayAtATimeAndIsScored() {
        Desk desk = new Desk(dir);
        String out = dir.resolve("out").toString();
        assertEquals(
                0,
                desk.run("simulate", "--scenario", "five-a-day", "--days", "2", "--out", out, "--exercise")
                        .code());
        assertFalse(Files.exists(dir.resolve("out/truth.jsonl")), "the truth is not to be seen");
        assertEquals(0, desk.run("simulate", "--next", out).code());
        Desk.Seen over = desk.run("simulate", "--next", out);
        assertEquals(List.of("no-more-days"), over.codes());
        Desk.Seen score = desk.run("simulate", "--score", out, "--json");
        // Nobody put anything together: nothing is wrong, and little is found.
        assertTrue(score.out().contains("\"linkPrecision\":1.0"), score.out());
        assertTrue(score.out().contains("\"days\":2"), score.out());
    }

    @Test
    void whatCannotBeIsRefused() {
        Desk desk = new Desk(dir);
        String out = dir.resolve("out").toString();
        assertEquals(
                List.of("no-scenario"),
                desk.run("simulate", "--scenario", "x", "--out", out).codes());
        assertEquals(
                List.of("bad-days"),
                desk.run("simulate", "--scenario", "calm", "--days", "0", "--out", out)
                        .codes());
        assertEquals(List.of("wrong-use"), desk.run("simulate").codes());
        assertEquals(
                List.of("wrong-use"), desk.run("simulate", "--scenario", "calm").codes());
        assertEquals(
                List.of("no-simulation"), desk.run("simulate", "--score", out).codes());
        assertTrue(desk.run("simulate", "--list").out().contains("step-unwatched"));
    }
}
