package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assessment.resolution.Resolution;
import org.truce.model.quantity.Hours;
import org.truce.picture.View;

/** Incidents from a report to a closure, and how long that took. Every incident begins at midnight of its day. */
class ResolutionTest {
    private static final Hours LIMIT = new Hours(72);

    /**
     * Incidents, one a word: day of September 2021, then what became of it: {@code =} resolved, {@code !} escalated,
     * {@code ~} lapsed, with the day on which that was, and {@code &} where both parties acknowledge it; nothing where it
     * stays open; {@code ?} where nobody confirms it.
     */
    private static Script script(String line) {
        Script script = new Script().mandate();
        for (String word : line.split(" ", -1)) {
            String day = "2021-09-" + word.substring(0, 2);
            int first = script.size();
            script.entry("AllegationMade", day, day, "'by':'alpha','act':'small-arms-fire','what':{'en':'x'}");
            String incident = "'incident':'" + Script.id(first) + "'";
            if (!word.endsWith("?")) {
                script.entry("VerificationMade", day, day, incident + ",'result':'confirmed','by':'m'");
            }
            if (word.length() > 3) {
                String outcome = switch (word.charAt(2)) {
                    case '=' -> "resolved";
                    case '!' -> "escalated";
                    default -> "lapsed";
                };
                String closed = "2021-09-" + word.substring(3, 5);
                String both = word.endsWith("&") ? ",'acknowledgedBy':['bravo','alpha']" : "";
                script.entry("IncidentClosed", closed, closed, incident + ",'outcome':'" + outcome + "'" + both);
            }
        }
        return script;
    }

    private static Resolution of(String line, String day) {
        View view = script(line).on(day);
        return Resolution.of(view, view.valid(), LIMIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // incidents                      | as of      | cases, resolved, acknowledged, escalated, open
                "01=02 01=03& 01!02 01~02 01 01?  | 2021-09-10 | 5 2 1 1 1",
                "01=02                            | 2021-09-01 | 1 0 0 0 1",
                "01=02                            | 2021-08-31 | 0 0 0 0 0",
                "01=02& 03=04&                    | 2021-09-10 | 2 2 2 0 0",
            })
    void everyCaseIsCountedOnce(String incidents, String day, String counts) {
        Resolution it = of(incidents, day);
        assertEquals(
                counts,
                it.cases() + " " + it.resolved() + " " + it.acknowledged() + " " + it.escalated() + " " + it.open());
        assertEquals(it.cases(), it.entries().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // One day, two days, four days: two of three within 72 hours; half of them after two days.
                "01=02 01=03 01=05    | 2021-09-10 | .6667 | 48",
                // The last is open for ten days: not resolved within 72 hours.
                "01=02 01=03 01       | 2021-09-10 | .6667 | 48",
                // The last is open for one day only and tells nothing of 72 hours: 1/3, then 1/2 of the 2/3 that are
                // left.
                "01=02 01=03 01=05 10 | 2021-09-10 | .625  | 48",
                // One escalates on the first day: it will never be resolved.
                "01!02 01=03          | 2021-09-10 | .5    | 48",
            })
    void theShareWithinTheLimit(String incidents, String day, double share, double median) {
        Resolution it = of(incidents, day);
        assertEquals(share, it.within().value(), 5e-5);
        assertEquals(median, it.medianHours());
    }

    @Test
    void whatIsOpenHasAnAge() {
        Resolution it = of("03 01 02=03", "2021-09-05");
        assertEquals(Script.id(3), String.valueOf(it.oldest()), "the one of the first, which was entered second");
        assertEquals(120.0, it.oldestHours());
        assertNull(of("01=02", "2021-09-05").oldest());
    }

    @Test
    void nothingToResolveIsResolvedInTimeAndAYoungCaseSaysNothing() {
        View quiet = new Script().mandate().on("2021-09-05");
        assertEquals(true, Resolution.of(quiet, quiet.valid(), LIMIT).inTime(.8));
        assertNull(of("05", "2021-09-06").inTime(.8));
        assertEquals(false, of("01", "2021-09-06").inTime(.8));
        assertEquals(true, of("01=02", "2021-09-06").inTime(.8));
        assertEquals(false, of("01=05", "2021-09-06").inTime(.8));
    }

    @Test
    void theLevelNamesItsIncidents() {
        Reason reason = Assessor.assess(script("01=02 01 02=20").on("2021-09-28")).reasons().stream()
                .filter(it -> it.code().equals("resolved-in-time"))
                .findFirst()
                .orElseThrow();
        assertEquals(false, reason.holds());
        assertEquals(3, reason.entries().size());
        assertEquals(3, reason.args().get("count"));
    }
}
