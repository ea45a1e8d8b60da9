package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/tour.md answers what the tour says, which was worked out by hand. */
class TourTest {
    private static final Pattern STEP =
            Pattern.compile("(?ms)^```sh run\\n\\./truce (.*?)\\n```\\n\\n```expect\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./truce ");

    @TempDir
    Path work = Path.of("");

    @Test
    void everyCommandAnswersWhatTheTourSays() throws IOException {
        Path home = Path.of(System.getProperty("truce.home", "."));
        String tour = Files.readString(home.resolve("docs/tour.md"));
        Desk desk = new Desk(work).with("COLUMNS", "400");
        List<String> wrong = new ArrayList<>();
        int steps = 0;
        for (Matcher step = STEP.matcher(tour); step.find(); steps++) {
            Desk.Seen seen = desk.run(step.group(1).split(" ", -1));
            assertEquals(0, seen.code(), step.group(1) + "\n" + seen.err());
            for (String expected : step.group(2).split("\n", -1)) {
                if (seen.out().lines().noneMatch(line -> holds(line, expected.split(" · ", -1)))) {
                    wrong.add(step.group(1) + "\n" + expected + "\n" + seen.out());
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(COMMAND.matcher(tour).results().count(), steps, "a command without its expectation");
        assertTrue(steps >= 6, steps + " steps");
    }

    /** Whether the parts stand in a line in this order, none within another. */
    private static boolean holds(String line, String[] parts) {
        int at = 0;
        for (String part : parts) {
            int found = line.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
