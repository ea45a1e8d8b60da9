package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.truce.assessment.change.Change;
import org.truce.assessment.change.Changes;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.picture.View;

/** What changed, and what it changed downstream: entries are called by their number in the record. */
class ChangesTest {
    private static final String BY = "'zone':'Europe/Moscow','inclusive':true,'words':'by'}";

    private static String told(View view, long since) {
        return Changes.of(view, since).stream().map(ChangesTest::told).collect(Collectors.joining("\n"));
    }

    private static String told(Change change) {
        String sides = change.old() == null ? "" : " " + number(change.old()) + "=>" + number(change.now());
        return change.weight() + " " + told(change.what()) + sides
                + change.downstream().stream().map(one -> "\n  " + told(one)).collect(Collectors.joining());
    }

    private static String told(Coded coded) {
        Map<String, String> args = new TreeMap<>();
        coded.args().forEach((name, value) -> args.put(name, value instanceof Text text ? text.in("en") : "" + value));
        args.remove("words");
        return coded.code() + " " + args + " "
                + coded.entries().stream().map(ChangesTest::number).toList();
    }

    private static String number(@org.jspecify.annotations.Nullable UUID id) {
        return id == null ? "-" : Long.toString(id.getLeastSignificantBits() & 0xffff);
    }

    private static String lines(String weight, String all) {
        return all.lines()
                .dropWhile(line -> !line.startsWith(weight))
                .takeWhile(line -> line.startsWith(weight) || line.startsWith(" "))
                .collect(Collectors.joining("\n"));
    }

    private static String square(double west, double east) {
        String corners = "[[%s,39.5],[%s,39.5],[%s,39.7],[%s,39.7],[%s,39.5]]".formatted(west, east, east, west, west);
        return "'geometry':{'type':'Polygon','coordinates':[" + corners + "]},";
    }

    private static String zone(String id, double west, double east, String more) {
        return "'boundary':'%s','role':'district','name':{'en':'%s'},%s'drawnFrom':{'en':'a map'}%s"
                .formatted(id, id, square(west, east), more);
    }

    /** Shots seen at so many degrees east of 46, to 50 m. */
    private static Script shots(Script script, String day, double east) {
        String where = "'geometry':{'type':'Point','coordinates':[%s,39.6]},'radiusMetres':50".formatted(46 + east);
        return script.entry("Observed", day, day, where, """
                'observer':'m','means':'seen','count':{'value':3,'unit':'rounds'},\
                'seen':[{'type':'shot','count':{'value':3,'unit':'rounds'}}]""");
    }

    private static String allegation(String act) {
        return "'by':'alpha','accused':'bravo','act':'" + act + "','what':{'en':'fire at the mill'}";
    }

    @Test
    void nothingIsNew() {
        Script script = new Script().mandate();
        assertEquals("", told(script.on("2020-12-01"), 1));
        assertEquals("", told(script.on("2020-12-01"), 99));
    }

    @Test
    void anAmendedDeadlineSaysWhoseStateItChanged() {
        Script script = new Script()
                .mandate()
                .entry(
                        "ObligationSet",
                        "2020-11-10",
                        "2020-11-10",
                        "'obligation':'o','instrument':'i','point':'6','summary':{'en':'hand over'},'bearers':['bravo'],"
                                + "'form':'achieve','deadline':{'day':'2020-11-15'," + BY)
                .entry(
                        "ObligationAmended",
                        "2020-11-15",
                        "2020-11-15",
                        "'obligation':'o','how':'briefing','reason':{'en':'snow'},'newDeadline':{'day':'2020-11-25',"
                                + BY);
        assertEquals("""
                OBLIGATION change-state {new=IN_FORCE, obligation=o, old=OVERDUE, what=hand over} [2]
                OBLIGATION change-deadline {new=2020-11-25, obligation=o, old=2020-11-15, what=hand over} [2]
                  change-state {new=IN_FORCE, obligation=o, old=OVERDUE, what=hand over} [2]
                NEW new-entries {count=1, kind=ObligationAmended} [2]""", told(script.on("2020-11-16"), 2));
        // Two days earlier the same amendment changes no state, only the deadline.
        assertEquals(
                "OBLIGATION change-deadline {new=2020-11-25, obligation=o, old=2020-11-15, what=hand over} [2]",
                lines("OBLIGATION", told(script.on("2020-11-15"), 2)));
    }

    @Test
    void anAmendmentTakenBackBringsTheOldDeadlineBack() {
        String amended =
                "'obligation':'o','how':'briefing','reason':{'en':'snow'},'newDeadline':{'day':'2020-11-25'," + BY;
        Script script = new Script()
                .mandate()
                .entry(
                        "ObligationSet",
                        "2020-11-10",
                        "2020-11-10",
                        "'obligation':'o','instrument':'i','point':'6','summary':{'en':'hand over'},'bearers':['bravo'],"
                                + "'form':'achieve','deadline':{'day':'2020-11-15'," + BY)
                .entry("ObligationAmended", "2020-11-15", "2020-11-15", amended)
                .takenBack(2, "ObligationAmended", "2020-11-16", amended);
        assertEquals("""
                CORRECTION change-withdrawn {kind=ObligationAmended} [2, 3] 2=>3
                  change-state {new=OVERDUE, obligation=o, old=IN_FORCE, what=hand over} [3]
                  change-deadline {new=2020-11-15, obligation=o, old=2020-11-25, what=hand over} [3]""", lines("CORRECTION", told(script.on("2020-11-17"), 3)));
    }

    @Test
    void aWithdrawnAllegationChangesItsIncident() {
        Script script = new Script()
                .mandate()
                .entry("AllegationMade", "2020-12-01", "2020-12-01", allegation("small-arms-fire"))
                .entry("AllegationMade", "2020-12-02", "2020-12-01", allegation("small-arms-fire"))
                .entry(
                        "IncidentLinked",
                        "2020-12-03",
                        "2020-12-01",
                        "'members':['" + Script.id(1) + "','" + Script.id(2) + "'],'what':{'en':'the mill'}")
                .takenBack(2, "AllegationMade", "2020-12-04", allegation("small-arms-fire"));
        assertEquals("""
                CORRECTION change-withdrawn {kind=AllegationMade} [2, 4] 2=>4
                  change-members {after=1, before=2, what=the mill} [3, 4]""", lines("CORRECTION", told(script.on("2020-12-05"), 4)));
        // Both allegations were incidents of their own until somebody joined them.
        assertEquals("""
                INCIDENT change-incident-joined {into=the mill, what=fire at the mill} [3]
                INCIDENT change-incident-joined {into=the mill, what=fire at the mill} [3]
                INCIDENT change-incident-new {new=ALLEGED, what=the mill} [3]""", lines("INCIDENT", told(script.on("2020-12-05", 4), 3)));
    }

    /** Nothing derived changes, and yet somebody has to look at the incident again. */
    @Test
    void aWithdrawnReportNamesTheIncidentsThatRestOnIt() {
        String report = "'original':'%s','text':'%s','mediaType':'text/plain','extractor':'x'"
                .formatted("0".repeat(64), "1".repeat(64));
        Script script = new Script()
                .mandate()
                .entry("ReportReceived", "2020-12-01", null, report)
                .after(
                        1,
                        "EventReported",
                        "2020-12-01",
                        "'event':'ceasefire-violation','status':'asserted','what':{'en':'fire'}")
                .entry(
                        "IncidentLinked",
                        "2020-12-02",
                        "2020-12-01",
                        "'members':['" + Script.id(2) + "'],'what':{'en':'the mill'}")
                .takenBack(1, "ReportReceived", "2020-12-03", report);
        assertEquals("""
                CORRECTION change-withdrawn {kind=ReportReceived} [1, 4] 1=>4
                  change-rests {what=the mill} [3, 2]""", told(script.on("2020-12-05"), 4));
    }

    @Test
    void standingAndClosureOfAnIncident() {
        Script script = new Script()
                .mandate()
                .entry("AllegationMade", "2020-12-01", "2020-12-01", allegation("attack"))
                .entry(
                        "VerificationMade",
                        "2020-12-02",
                        "2020-12-02",
                        "'incident':'" + Script.id(1) + "','result':'confirmed','by':'m'")
                .entry(
                        "IncidentClosed",
                        "2020-12-03",
                        "2020-12-03",
                        "'incident':'" + Script.id(1) + "','outcome':'escalated'");
        String all = told(script.on("2020-12-03"), 2);
        assertEquals("""
                INCIDENT change-standing {new=CONFIRMED, old=ALLEGED, what=fire at the mill} [1, 2, 3]
                INCIDENT change-closed {what=fire at the mill} [1, 2, 3]""", lines("INCIDENT", all));
        // A confirmed attack of two days ago decides alone: it is the heaviest, and told first.
        assertTrue(all.startsWith("LEVEL change-level {new=BREACHED"), all);
        assertEquals("""
                FIGURE change-figure {after=1.0, before=0.0, what=ACTS} [2]
                FIGURE change-figure {after=0.0, before=1.0, what=ALLEGED} [2]""", lines("FIGURE", all));
    }

    /** Two districts that meet at 46.5° E; the border is drawn anew at 46.4°, and what happened at 46.45° lies in the other. */
    @Test
    void aBorderDrawnAnewMovesWhatLiesBetween() {
        Script script = new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-11", null, zone("west", 46.3, 46.5, ""))
                .entry("BoundaryDrawn", "2020-11-11", null, zone("east", 46.5, 46.7, ""));
        shots(script, "2020-12-01", 0.45);
        shots(script, "2020-12-02", 0.35);
        shots(script, "2020-12-03", 0.46);
        // 46.4° is 860 m from 46.41° at this latitude: far beyond 50 m.
        shots(script, "2020-12-04", 0.41);
        script.instead(1, "BoundaryDrawn", "2020-12-10", null, "", zone("west", 46.3, 46.4, ""));
        script.instead(2, "BoundaryDrawn", "2020-12-10", null, "", zone("east", 46.4, 46.7, ""));
        assertEquals("""
                GROUND change-line-redrawn {what=west} [1, 7] 1=>7
                  change-moved {count=3, new=east, old=west} [3, 5, 6]
                GROUND change-line-redrawn {what=east} [2, 8] 2=>8
                  change-moved {count=3, new=east, old=west} [3, 5, 6]""", lines("GROUND", told(script.on("2020-12-11"), 7)));
    }

    @Test
    void aZoneGoneMovesThingsOutAndANewOneIn() {
        Script script = new Script().mandate().entry("BoundaryDrawn", "2020-11-11", null, zone("west", 46.3, 46.5, ""));
        shots(script, "2020-12-01", 0.45);
        script.takenBack(1, "BoundaryDrawn", "2020-12-10", zone("west", 46.3, 46.5, ""));
        script.entry("BoundaryDrawn", "2020-12-12", null, zone("middle", 46.4, 46.6, ""));
        assertEquals("""
                GROUND change-line-withdrawn {what=west} [1, 3] 1=>3
                  change-moved-out {count=1, old=west} [2]""", lines("GROUND", told(script.on("2020-12-13", 4), 3)));
        assertEquals("""
                GROUND change-line-new {what=middle} [4]
                  change-moved-in {count=1, new=middle} [2]""", lines("GROUND", told(script.on("2020-12-13"), 4)));
    }

    /** A course that holds from a day on moves what happened after it, not what happened before. */
    @Test
    void aLineThatMovedOnTheGroundMovesNothingThatHappenedBefore() {
        Script script = new Script().mandate().entry("BoundaryDrawn", "2020-11-11", null, zone("west", 46.3, 46.5, ""));
        shots(script, "2020-12-01", 0.45);
        shots(script, "2020-12-20", 0.45);
        script.entry("BoundaryDrawn", "2020-12-25", null, zone("west", 46.3, 46.4, ",'from':'2020-12-14'"));
        assertEquals("""
                GROUND change-line-version {what=west} [4]
                  change-moved-out {count=1, old=west} [3]""", lines("GROUND", told(script.on("2020-12-26"), 4)));
    }

    /** At 39.6° N a hundredth of a degree of longitude is 859 m. */
    @Test
    void aLineOfContactChangesDistances() {
        String line = "'boundary':'loc','role':'line-of-contact','name':{'en':'line'},'geometry':{'type':'LineString',"
                + "'coordinates':[[46.%s,39.4],[46.%s,39.8]]},'drawnFrom':{'en':'a map'}";
        Script script = new Script().mandate().entry("BoundaryDrawn", "2020-11-11", null, line.formatted("50", "50"));
        shots(script, "2020-12-01", 0.45);
        script.instead(1, "BoundaryDrawn", "2020-12-10", null, "", line.formatted("51", "51"));
        assertEquals("""
                GROUND change-line-redrawn {what=line} [1, 3] 1=>3
                  change-moved-line {count=1} [2]""", lines("GROUND", told(script.on("2020-12-11"), 3)));
        // Nine metres are less than the position is uncertain by.
        script.instead(3, "BoundaryDrawn", "2020-12-12", null, "", line.formatted("5101", "5101"));
        assertEquals(
                "GROUND change-line-redrawn {what=line} [3, 4] 3=>4",
                lines("GROUND", told(script.on("2020-12-13"), 4)));
    }

    @Test
    void controlThatPassed() {
        Script script = new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-11", null, zone("west", 46.3, 46.5, ""))
                .entry("ControlChanged", "2020-11-12", "2020-11-12", "'zone':'west','to':'alpha'")
                .entry("ControlChanged", "2020-12-01", "2020-12-01", "'zone':'west','from':'alpha','to':'bravo'");
        assertEquals(
                "GROUND change-control {new=bravo, old=alpha, what=west} [1, 3]",
                lines("GROUND", told(script.on("2020-12-02"), 3)));
    }

    /** The heaviest first, whatever was entered first. */
    @Test
    void changesStandInOrderOfWeight() {
        Script script = new Script().mandate();
        script.entry("ReturnCounted", "2020-12-01", "2020-12-01", """
                'persons':{'day':{'value':10,'unit':'persons'}},'population':{'en':'all'},'method':{'en':'counted'}""");
        script.entry("BoundaryDrawn", "2020-12-01", null, zone("west", 46.3, 46.5, ""));
        shots(script, "2020-12-01", 0.45);
        List<Change.Weight> weights = Changes.of(script.on("2020-12-02"), 1).stream()
                .map(Change::weight)
                .toList();
        assertEquals(weights.stream().sorted().toList(), weights);
        assertFalse(weights.isEmpty());
        assertTrue(
                told(script.on("2020-12-02"), 1).contains("change-figure {after=10.0, before=0.0, what=RETURNED} [1]"));
    }

    /** What a reader may not read changes nothing for this reader. */
    @Test
    void bothStatesOfKnowledgeAreTheSameReaders() {
        Script script = new Script().mandate();
        shots(script, "2020-12-01", 0.45);
        View view = script.on("2020-12-02");
        assertEquals(view.audience(), view.knowing(1).audience());
        assertEquals(told(view, 1), told(view, 1));
    }
}
