package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.model.Coded;
import org.truce.model.kind.Judgement.Level;

/** Scenarios of assessment: what was stated, and what the level is and why. */
class AssessorTest {
    /** A line due north along 46.5 E, 0.09 degrees of latitude: 9.993 km on WGS 84, so 19 or 20 cells of 500 m. */
    private static final String LINE = """
            'boundary':'contact','role':'line-of-contact','name':{'en':'line'},'drawnFrom':{'en':'test'},\
            'geometry':{'type':'LineString','coordinates':[[46.5,39.5],[46.5,39.59]]}""";

    private static final String AT_MIDDLE = "'geometry':{'type':'Point','coordinates':[46.5,39.545]}";

    private static String post(int hours, int metres) {
        return "'post':'p1','by':'m','fieldOfView':%d,'hoursPerDay':%d".formatted(metres, hours);
    }

    private static Script lined() {
        return new Script().mandate().entry("BoundaryDrawn", "2020-11-10", "2020-11-10", LINE);
    }

    private static Script watched() {
        return lined().entry("PostManned", "2020-11-15", "2020-11-15", AT_MIDDLE, post(24, 6000));
    }

    private static Reason reason(Assessment assessment, String code) {
        return assessment.reasons().stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutEffortTheLevelIsInsufficientObservationAndSaysWhichHoursAreMissing() {
        Assessment assessment = Assessor.assess(lined().on("2021-09-28"));
        assertEquals(Level.INSUFFICIENT_OBSERVATION, assessment.level());
        assertEquals(336, assessment.adequacy().missingHours());
        assertEquals(
                List.of("none-recorded", "nothing-watched", "stretch-never-watched", "nothing-excluded"),
                codes(assessment.statement()));
        assertEquals(0.0, reason(assessment, "detection-power").value());
    }

    @Test
    void withoutAMandateNothingIsSignedAndTheReasonSaysSo() {
        Assessment assessment = Assessor.assess(new Script().on("2021-09-28"));
        assertEquals(Level.INSUFFICIENT_OBSERVATION, assessment.level());
        assertTrue(reason(assessment, "no-mandate").fails());
        assertEquals(Parameters.DEFAULT, assessment.parameters());
        assertTrue(assessment.parameters().agreed().signedBy().isEmpty());
    }

    @Test
    void aFullyWatchedQuietLineIsFragileWhileRulesAreNotEvaluated() {
        // 21 days after the first watch there is nothing yet with which to compare a rate.
        Assessment assessment = Assessor.assess(watched().on("2020-12-05"));
        assertEquals(14, assessment.adequacy().coveredDays(), 1e-9);
        assertEquals(1 - StrictMath.exp(-7), assessment.adequacy().power(), 1e-12);
        assertEquals(Level.FRAGILE, assessment.level());
        assertNull(reason(assessment, "rate-change-no-reference").holds());
        assertNull(reason(assessment, "hot-spot-no-history").holds());
        assertFalse(assessment.reasons().stream().anyMatch(Reason::fails));
        assertEquals(
                List.of("none-recorded", "coverage-was", "coverage-by-light", "power-was", "rates-not-excluded"),
                codes(assessment.statement()));
    }

    @Test
    void withoutThresholdsForItsOwnHoursAChangeOfRateIsNotJudged() {
        Script script = watched();
        Assessment before = Assessor.assess(script.on("2021-09-28"));
        assertNull(reason(before, "rate-change-not-calibrated").holds());
        assertEquals(Level.FRAGILE, before.level());
        Thresholds.with(script.on("2021-09-28"));
        // The same days, and other hours in them: the thresholds that were kept are not theirs.
        script.entry("PostClosed", "2021-09-27", "2021-09-27", "'post':'p1'");
        assertNull(reason(Assessor.assess(script.on("2021-09-28")), "rate-change-not-calibrated")
                .holds());
    }

    @Test
    void aLineThatWasWatchedLongAndSawNothingIsStable() {
        Assessment assessment = Assessor.assess(Thresholds.with(watched().on("2021-09-28")));
        assertEquals(Level.STABLE, assessment.level(), assessment.reasons().toString());
        assertTrue(assessment.reasons().stream().allMatch(r -> Boolean.TRUE.equals(r.holds())));
        assertTrue(
                assessment.audit().calibration() != null && assessment.audit().signals() != null);
        // 15 November 2020 is the first day of watch. 317 days later is the fourth period of 90, which began on day
        // 270,
        // 12 August 2021; it is compared with the 90 days before.
        assertEquals("2021-05-14", reason(assessment, "rate-change").args().get("from"));
        assertEquals("2021-08-11", reason(assessment, "rate-change").args().get("to"));
    }

    @Test
    void aRiseThatNobodyWouldCallABreachIsDeteriorating() {
        // None in the reference, then one a day for ten days: the tolerated rate is .5 a day, a breach is 2.
        Script script = watched();
        for (int day = 19; day <= 28; day++) {
            shot(script, "2021-09-" + day, 39.545);
        }
        Assessment assessment = Assessor.assess(Thresholds.with(script.on("2021-09-28")));
        assertEquals(
                Level.DETERIORATING, assessment.level(), assessment.reasons().toString());
        assertTrue(reason(assessment, "rate-change-confirmed").fails());
        assertEquals(10, reason(assessment, "rate-change-confirmed").entries().size());
        // All at one kilometre of ten: that is a hot spot too.
        assertTrue(reason(assessment, "hot-spot-found").fails());
    }

    @Test
    void aZoneIsJudgedByItsOwnPartOfTheLineAndItsOwnActs() {
        // The north holds the line from 39.545 on, the south the rest; all shots fall in the south.
        String zone = "'boundary':'%s','role':'zone-of-responsibility','name':{'en':'%s'},'drawnFrom':{'en':'test'},"
                + "'geometry':{'type':'Polygon','coordinates':[[[46.4,%s],[46.6,%s],[46.6,%s],[46.4,%s],[46.4,%s]]]}";
        Script script = watched()
                .entry(
                        "BoundaryDrawn",
                        "2020-11-10",
                        "2020-11-10",
                        zone.formatted("north", "north", 39.545, 39.545, 39.7, 39.7, 39.545))
                .entry(
                        "BoundaryDrawn",
                        "2020-11-10",
                        "2020-11-10",
                        zone.formatted("south", "south", 39.4, 39.4, 39.545, 39.545, 39.4));
        for (int day = 19; day <= 28; day++) {
            shot(script, "2021-09-" + day, 39.52);
        }
        List<ZoneAssessment> zones = Assessor.zones(Thresholds.with(script.on("2021-09-28")));
        assertEquals(
                List.of("north", "south"),
                zones.stream().map(z -> z.zone().id().value()).toList());
        assertEquals(
                Level.STABLE,
                zones.getFirst().level(),
                zones.getFirst().reasons().toString());
        assertEquals(
                Level.DETERIORATING,
                zones.getLast().level(),
                zones.getLast().reasons().toString());
        assertEquals(0, zones.getFirst().adequacy().acts());
        assertEquals(10, zones.getLast().adequacy().acts());
    }

    private static void shot(Script script, String day, double latitude) {
        script.entry(
                "Observed",
                day,
                day,
                "'geometry':{'type':'Point','coordinates':[46.5,%s]},'radiusMetres':100".formatted(latitude),
                "'observer':'m','means':'heard','count':{'value':1,'unit':'rounds'},"
                        + "'seen':[{'type':'shot','count':{'value':1,'unit':'rounds'}}]");
        script.entry(
                "IncidentClosed", day, day, "'incident':'" + Script.id(script.size() - 1) + "','outcome':'resolved'");
    }

    @Test
    void twoReadingsAreTheSameToTheBit() {
        Script script = watched();
        for (int day = 19; day <= 28; day++) {
            shot(script, "2021-09-" + day, 39.545);
        }
        Assessment one = Assessor.assess(Thresholds.with(script.on("2021-09-28")));
        Assessment two = Assessor.assess(script.on("2021-09-28"));
        assertEquals(one, two);
        assertFalse(one.toString().contains("NaN"));
    }

    @Test
    void halfTheDayHalfTheLineIsAQuarter() {
        // 2.5 km to each side of the middle of 10 km, for 12 of 24 hours: a quarter, to the width of a cell.
        Assessment assessment =
                Assessor.assess(lined().entry("PostManned", "2020-11-15", "2020-11-15", AT_MIDDLE, post(12, 2500))
                        .on("2021-09-28"));
        assertEquals(0.25, assessment.adequacy().coverage(), 0.03);
        assertTrue(reason(assessment, "unobserved-stretch").holds() != null);
    }

    @Test
    void aCameraByDayLeavesTheNightDark() {
        // Asia/Yerevan is UTC+4; on 28 September at 46.5 E, 39.5 N the sun rises at 06:47 and sets at 18:42.
        Assessment assessment = Assessor.assess(lined().entry(
                        "SensorRan",
                        "2021-09-28",
                        "2021-09-15T07:00:00+04:00/2021-09-15T19:00:00+04:00",
                        AT_MIDDLE,
                        "'sensor':'c1','type':'camera','fieldOfView':6000")
                .on("2021-09-28"));
        assertEquals(0.5, assessment.adequacy().coveredDays(), 1e-3);
        double byDay = assessment.adequacy().byDay() == null
                ? -1
                : assessment.adequacy().byDay();
        double byNight = assessment.adequacy().byNight() == null
                ? -1
                : assessment.adequacy().byNight();
        // Of that day's 11.9 to 12.4 hours of light all but the first minutes, over fourteen days of about twelve.
        assertEquals(11.85 / (14 * 12.15), byDay, 0.003);
        assertEquals(0.2 / (14 * 11.85), byNight, 0.003);
    }

    @Test
    void twoHalfDaysMakeADayAndTwoHalvesOfTheSameHoursDoNot() {
        String morning = "2021-09-28T00:00:00+04:00/2021-09-28T12:00:00+04:00";
        String evening = "2021-09-28T12:00:00+04:00/2021-09-29T00:00:00+04:00";
        String camera = "'sensor':'%s','type':'camera','fieldOfView':6000";
        Script together = lined().entry("SensorRan", "2021-09-29", morning, AT_MIDDLE, camera.formatted("a"))
                .entry("SensorRan", "2021-09-29", evening, AT_MIDDLE, camera.formatted("b"));
        Script twice = lined().entry("SensorRan", "2021-09-29", morning, AT_MIDDLE, camera.formatted("a"))
                .entry("SensorRan", "2021-09-29", morning, AT_MIDDLE, camera.formatted("b"));
        assertEquals(1, Assessor.assess(together.on("2021-09-28")).adequacy().coveredDays(), 1e-3);
        assertEquals(0.5, Assessor.assess(twice.on("2021-09-28")).adequacy().coveredDays(), 1e-3);
    }

    @Test
    void stretchesThatNobodyWatchesAreNamedWithTheTimeSinceWhen() {
        // The post sees 2.5 km to each side of kilometre 5 and closes on the 20th at midnight; nobody saw the ends.
        Script script = lined().entry("PostManned", "2020-11-15", "2020-11-15", AT_MIDDLE, post(24, 2500))
                .entry("PostClosed", "2021-09-20", "2021-09-20", "'post':'p1'");
        List<Stretch> open = Assessor.assess(script.on("2021-09-10")).adequacy().unwatched();
        assertEquals(2, open.size());
        assertEquals(0, open.getFirst().fromKm());
        assertEquals(2.5, open.getFirst().toKm(), 0.5);
        assertNull(open.getFirst().since());
        Assessment closed = Assessor.assess(script.on("2021-09-28"));
        List<Stretch> all = closed.adequacy().unwatched();
        assertEquals(3, all.size());
        Stretch middle = all.getFirst();
        assertEquals(5, middle.kilometres(), 0.5);
        assertEquals(java.time.Instant.parse("2021-09-19T20:00:00Z"), middle.since());
        assertNull(all.get(1).since());
        // The rule looks at the whole run, whoever saw parts of it before.
        double gap = java.util.Objects.requireNonNull(
                reason(closed, "unobserved-stretch").value());
        assertEquals(10, gap, 0.5);
        Coded sentence = closed.statement().stream()
                .filter(coded -> coded.code().equals("stretch-unwatched"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("2021-09-20", "00:00"),
                List.of(sentence.args().get("since"), sentence.args().get("time")));
    }

    @Test
    void coverageByDayEndsWithTheDaysThatAreAskedFor() {
        // The post is never closed: it watches to the end of time, and a strip of days must not follow it there.
        var days = Assessor.coverageByDay(
                watched().on("9999-12-01"),
                java.time.LocalDate.parse("2020-11-10"),
                java.time.LocalDate.parse("2020-11-20"));
        assertEquals(6, days.size());
        assertEquals(1.0, days.getOrDefault(java.time.LocalDate.parse("2020-11-15"), -1.0), 1e-9);
    }

    @Test
    void aPostKnownByNumberOnlyGivesNoExposure() {
        Assessment assessment = Assessor.assess(
                lined().entry("PostManned", "2020-11-20", "2020-11-20", "'posts':{'value':23,'unit':'posts'},'by':'m'")
                        .on("2021-09-28"));
        assertEquals(0, assessment.adequacy().coveredDays());
    }

    @Test
    void aClosedPostWatchesNoMore() {
        Script script = watched().entry("PostClosed", "2021-09-22", "2021-09-22", "'post':'p1'");
        // 15 to 21 September: seven of the fourteen days.
        assertEquals(7, Assessor.assess(script.on("2021-09-28")).adequacy().coveredDays(), 1e-9);
    }

    @Test
    void oneConfirmedSeriousActBreaksItAndABlackoutCannotEraseIt() {
        Script script = lined().entry(
                        "AllegationMade",
                        "2021-09-27",
                        "2021-09-27",
                        "'by':'alpha','accused':'bravo','act':'attack','what':{'en':'x'}");
        assertEquals(
                Level.INSUFFICIENT_OBSERVATION,
                Assessor.assess(script.on("2021-09-28")).level());
        assertEquals(1, Assessor.assess(script.on("2021-09-28")).adequacy().alleged());
        script.entry(
                "VerificationMade",
                "2021-09-28",
                "2021-09-28",
                "'incident':'" + Script.id(2) + "','result':'confirmed','by':'m'");
        Assessment assessment = Assessor.assess(script.on("2021-09-28"));
        assertEquals(Level.BREACHED, assessment.level());
        assertEquals(
                List.of(Script.id(2)),
                reason(assessment, "serious-act").entries().stream()
                        .map(Object::toString)
                        .toList());
        assertEquals(
                Level.INSUFFICIENT_OBSERVATION,
                Assessor.assess(script.on("2021-10-02")).level());
        script.entry(
                "IncidentClosed", "2021-09-28", "2021-09-28", "'incident':'" + Script.id(2) + "','outcome':'resolved'");
        assertEquals(
                Level.INSUFFICIENT_OBSERVATION,
                Assessor.assess(script.on("2021-09-28")).level());
    }

    @Test
    void anIncidentThatEscalatedIsClosedButNotResolved() {
        Script script = lined().entry(
                        "AllegationMade", "2021-09-27", "2021-09-27", "'by':'alpha','act':'attack','what':{'en':'x'}")
                .entry(
                        "VerificationMade",
                        "2021-09-28",
                        "2021-09-28",
                        "'incident':'" + Script.id(2) + "','result':'confirmed','by':'m'")
                .entry(
                        "IncidentClosed",
                        "2021-09-28",
                        "2021-09-28",
                        "'incident':'" + Script.id(2) + "','outcome':'escalated'");
        assertEquals(Level.BREACHED, Assessor.assess(script.on("2021-09-28")).level());
    }

    @Test
    void manyActsBreakTheRate() {
        Script script = watched();
        for (int i = 0; i < 60; i++) {
            script.entry(
                    "Observed",
                    "2021-09-20",
                    "2021-09-" + (15 + i % 14),
                    AT_MIDDLE,
                    "'observer':'m','means':'heard','count':{'value':1,'unit':'rounds'},'seen':[{'type':'shot','count':{'value':1,'unit':'rounds'}}]");
        }
        Assessment assessment = Assessor.assess(script.on("2021-09-28"));
        assertEquals(Level.BREACHED, assessment.level());
        assertTrue(reason(assessment, "breach-rate").fails());
        assertEquals("rate-interval", assessment.statement().getLast().code());
        assertNotNull(assessment.adequacy().upper95());
    }

    @Test
    void whatWouldChangeItIsFoundByRunningTheListAgain() {
        Assessment assessment =
                Assessor.assess(lined().entry("PostManned", "2021-09-28", "2021-09-28", AT_MIDDLE, post(24, 6000))
                        .on("2021-09-28"));
        // One day is covered; power .9 against .5 a day needs 4.61 days: four more make five.
        Coded line = assessment.counterfactual().getFirst();
        assertEquals("would-become-after-quiet", line.code());
        assertEquals(4, line.args().get("days"));
        assertEquals("FRAGILE", line.args().get("level"));
    }

    /** Exchanging the parties' names changes no level, no interval and no verdict, of the whole and of the zones. */
    @Test
    void theSameRuleForEverySide() {
        String[] levels = new String[2];
        for (int side = 0; side < 2; side++) {
            String one = side == 0 ? "alpha" : "bravo";
            String other = side == 0 ? "bravo" : "alpha";
            Script script = watched().entry("BoundaryDrawn", "2020-11-10", "2020-11-10", """
                            'boundary':'z','role':'district','name':{'en':'z'},'drawnFrom':{'en':'test'},\
                            'geometry':{'type':'Polygon','coordinates':[[[46.4,39.4],[46.6,39.4],[46.6,39.55],[46.4,39.55],[46.4,39.4]]]}""");
            for (int day = 10; day <= 26; day += 2) {
                int allegation = script.size();
                script.entry(
                                "AllegationMade",
                                "2021-09-" + day,
                                "2021-09-" + day,
                                "'geometry':{'type':'Point','coordinates':[46.5,39.52]}",
                                "'by':'" + one + "','accused':'" + other + "','act':'attack','what':{'en':'x'}")
                        .entry(
                                "VerificationMade",
                                "2021-09-27",
                                "2021-09-27",
                                "'incident':'" + Script.id(allegation) + "','result':'confirmed','by':'m'");
            }
            var view = Thresholds.with(script.on("2021-09-28"));
            Assessment assessment = Assessor.assess(view);
            levels[side] = assessment.level() + " " + assessment.adequacy() + " " + assessment.reasons()
                    + assessment.statement() + assessment.counterfactual() + assessment.audit()
                    + Assessor.zones(view).stream()
                            .map(zone -> zone.level() + " " + zone.adequacy() + zone.reasons())
                            .toList();
        }
        assertEquals(levels[0], levels[1]);
    }

    private static List<String> codes(List<Coded> coded) {
        return coded.stream().map(Coded::code).toList();
    }
}
