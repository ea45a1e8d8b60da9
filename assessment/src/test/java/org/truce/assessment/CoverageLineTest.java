package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.model.id.PostId;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Judgement.Level;

/** What was watched for what, and what would have been without one of those who watched. */
class CoverageLineTest {
    private static final String LINE = """
            'boundary':'line','role':'line-of-contact','name':{'en':'Line'},'geometry':{'type':'LineString',\
            'coordinates':[[46,40],[46.04,40]]},'from':'2020-11-10','approximate':false,'drawnFrom':{'en':'t'}""";
    private static final String AT = "'geometry':{'type':'Point','coordinates':[46.02,40]},'radiusMetres':10";

    /** From eight to the end of the minute 18:00. */
    private static final double RAN = 601 / 1440.0;

    private static Script lined() {
        return new Script().mandate().entry("BoundaryDrawn", "2020-11-10", null, LINE);
    }

    private static Script post(Script script) {
        return script.entry("PostManned", "2020-11-15", "2020-11-15", AT, """
                'post':'p','by':'m','temporary':false,'fieldOfView':6000,'hoursPerDay':24""");
    }

    /** Runs by day alone, ten hours, for twenty days. */
    private static Script sensor(Script script, String type) {
        for (int day = 1; day <= 20; day++) {
            script.entry(
                    "SensorRan",
                    "2021-06-20",
                    "2021-06-%02dT08:00+04:00/2021-06-%02dT18:00+04:00".formatted(day, day),
                    AT,
                    "'sensor':'c2','type':'" + type + "','fieldOfView':6000");
        }
        return script;
    }

    private static CoverageLine line(
            Script script,
            @org.jspecify.annotations.Nullable Act act,
            @org.jspecify.annotations.Nullable String without) {
        return CoverageLine.of(script.on("2021-06-20")).stream()
                .filter(one -> one.zone() == null && one.act() == act)
                .filter(one -> without == null
                        ? one.without() == null
                        : one.without() != null && one.without().value().equals(without))
                .findFirst()
                .orElseThrow();
    }

    private static double covered(CoverageLine line) {
        assertNotNull(line.covered());
        return line.covered();
    }

    @Test
    void aCameraThatFailsTakesItsCoverageAndTheLevelWithIt() {
        Script script = sensor(lined(), "camera");
        CoverageLine with = line(script, null, null);
        CoverageLine without = line(script, null, "c2");
        assertEquals(RAN, covered(with), 1e-9);
        assertEquals(0, covered(without));
        assertNull(without.upper95());
        assertEquals("watched-not", without.statement().code());
        assertEquals(Level.INSUFFICIENT_OBSERVATION, without.level());
        assertEquals(without.level() != with.level(), without.changed());
        assertNotNull(with.byDay());
        assertTrue(with.byDay() > 0.6);
        assertEquals(0.0, with.byNight());
        // Beside a post that watches all the time it could fail and nobody would miss it.
        CoverageLine spare = line(sensor(post(lined()), "camera"), null, "c2");
        assertEquals(1, covered(spare), 1e-9);
        assertEquals(false, spare.changed());
    }

    @Test
    void whoHearsOnlyWatchesForWhatBangs() {
        Script script = sensor(lined(), "acoustic");
        assertEquals(RAN, covered(line(script, Act.SMALL_ARMS_FIRE, null)), 1e-9);
        assertEquals(0, covered(line(script, Act.CONSTRUCTION, null)));
        assertEquals(RAN, covered(line(sensor(lined(), "camera"), Act.CONSTRUCTION, null)), 1e-9);
    }

    @Test
    void theBlindStretchSaysSinceWhen() {
        Script script = sensor(lined(), "camera");
        CoverageLine later = CoverageLine.of(script.on("2021-07-20")).getFirst();
        assertNotNull(later.blind());
        assertEquals("2021-06-20T14:01:00Z", String.valueOf(later.blind().since()));
        assertNull(CoverageLine.of(post(lined()).on("2021-06-20")).getFirst().blind());
    }

    @Test
    void nothingAtAllIsADefinedAnswer() {
        List<CoverageLine> lines = CoverageLine.of(new Script().mandate().on("2021-06-20"));
        assertEquals(1 + Act.values().length, lines.size());
        for (CoverageLine one : lines) {
            assertNull(one.covered());
            assertNull(one.upper95());
            assertEquals(0, one.power());
            assertEquals("watched-not", one.statement().code());
        }
        assertEquals(Level.INSUFFICIENT_OBSERVATION, lines.getFirst().level());
        assertEquals(0, CoverageLine.of(lined().on("2021-06-20")).getFirst().power());
    }

    /** truce assess names the camera without which the level would be another. */
    @Test
    void theAssessmentNamesWhatItsLevelRestsOn() {
        Script script =
                lined().entry("SensorRan", "2021-06-20", "2020-12-01T00:00+04:00/2021-06-21T00:00+04:00", AT, """
                'sensor':'c2','type':'camera','fieldOfView':6000""");
        Assessment assessment = Assessor.assess(script.on("2021-06-20"));
        assertEquals(Level.FRAGILE, assessment.level(), "no thresholds were calibrated");
        assertTrue(assessment.counterfactual().stream()
                .anyMatch(line -> line.code().equals("would-become-without")
                        && new PostId("c2").value().equals(line.args().get("what"))
                        && "INSUFFICIENT_OBSERVATION".equals(line.args().get("level"))));
    }
}
