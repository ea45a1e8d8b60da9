package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assessment.claims.Confronted;

/** Claims held against the record: each row's verdict follows from docs/claims.md and the numbers beside it. */
class ClaimsTest {
    private static final String LINE = """
            'boundary':'line','role':'line-of-contact','name':{'en':'Line'},'geometry':{'type':'LineString',\
            'coordinates':[[46,40],[46.04,40]]},'from':'2020-11-10','approximate':false,'drawnFrom':{'en':'t'}""";
    private static final String AT = "'geometry':{'type':'Point','coordinates':[46.02,40]},'radiusMetres':10";

    /** A line of 3.4 km, watched whole and round the clock from 15 November 2020 on where there is a post. */
    private static Script lined(boolean watched) {
        Script script = new Script().mandate().entry("BoundaryDrawn", "2020-11-10", null, LINE);
        return watched ? script.entry("PostManned", "2020-11-15", "2020-11-15", AT, """
                        'post':'p','by':'m','temporary':false,'fieldOfView':6000,'hoursPerDay':24""") : script;
    }

    private static Script claim(Script script, String day, String body) {
        return script.second("ClaimMade", day, day, "'claimant':{'actor':'alpha'},'words':{'en':'w'}," + body);
    }

    private static String verdict(Script script) {
        return Confronted.of(script.on("2021-12-31")).stream()
                .map(one -> one.verdict() + " " + one.reasons().getFirst().code())
                .collect(Collectors.joining("; "));
    }

    private static final String NONE = "'template':'none-since','comparator':'equal','value':0,'from':'2021-05-01'";

    /** Power .9 against .5 a day asks for −ln .1 / .5 = 4.61 fully-covered days. */
    @ParameterizedTest
    @CsvSource({
        "true, 2021-05-05, SUPPORTED claim-none-recorded",
        "true, 2021-05-04, NOT_ENOUGH_OBSERVATION claim-none-recorded",
        "false, 2021-09-28, NOT_ENOUGH_OBSERVATION claim-none-recorded"
    })
    void noneIsSupportedWhereItWouldHaveBeenSeen(boolean watched, String day, String verdict) {
        assertEquals(verdict, verdict(claim(lined(watched), day, NONE)));
    }

    @Test
    void oneConfirmedActContradictsNone() {
        Script script = lined(false).observed("2021-05-02T10:00Z", AT, "1 shot");
        assertEquals("CONTRADICTED claim-record-contains", verdict(claim(script, "2021-05-10", NONE)));
        // Before the period, and within it but after the claim, it is nothing to the claim.
        Script before = lined(true).observed("2021-04-30T10:00Z", AT, "1 shot");
        assertEquals("SUPPORTED claim-none-recorded", verdict(claim(before, "2021-05-10", NONE)));
        Script after = lined(true).observed("2021-05-11T10:00Z", AT, "1 shot");
        assertEquals("SUPPORTED claim-none-recorded", verdict(claim(after, "2021-05-10", NONE)));
    }

    @Test
    void whatIsOnlyAllegedNeitherSupportsNorContradicts() {
        Script script = lined(true).entry("AllegationMade", "2021-05-02", "2021-05-02", AT, """
                'by':'bravo','accused':'alpha','act':'small-arms-fire','what':{'en':'shots'}""");
        assertEquals("NOT_ENOUGH_OBSERVATION claim-not-confirmed", verdict(claim(script, "2021-05-10", NONE)));
    }

    /** "None by the other side": an act whose author no finding names is no act by that side. */
    @Test
    void actsThatNobodyAttributedAreNotThoseOfASide() {
        Script script = lined(true).observed("2021-05-02T10:00Z", AT, "1 shot");
        String act = Script.id(script.size() - 1);
        String body = NONE + ",'of':'bravo'";
        claim(script, "2021-05-10", body);
        assertEquals("SCOPE_NOT_COMPARABLE claim-not-attributed", verdict(script));
        script.entry("FindingMade", "2021-05-05", "2021-05-05", """
                'incident':'%s','by':'m','attributedTo':'bravo','likelihood':'very-likely','confidence':'high',\
                'what':{'en':'f'}""".formatted(act));
        assertEquals("CONTRADICTED claim-record-contains", verdict(script));
    }

    /** Two confirmed acts in ten days. */
    @ParameterizedTest
    @CsvSource({
        "true, equal, 2, SUPPORTED",
        "true, equal, 1, CONTRADICTED",
        "true, equal, 3, CONTRADICTED",
        "true, at-least, 2, SUPPORTED",
        "true, more, 2, CONTRADICTED",
        "true, at-most, 2, SUPPORTED",
        "true, less, 2, CONTRADICTED",
        "false, equal, 2, NOT_ENOUGH_OBSERVATION",
        "false, equal, 1, CONTRADICTED",
        "false, equal, 3, NOT_ENOUGH_OBSERVATION",
        "false, at-least, 2, SUPPORTED",
        "false, at-most, 1, CONTRADICTED",
        "false, at-most, 5, NOT_ENOUGH_OBSERVATION",
    })
    void aCountLiesWithinWhatWasCountedAndWhatMayHaveBeen(
            boolean watched, String comparator, int value, String verdict) {
        Script script = lined(watched)
                .observed("2021-05-02T10:00Z", AT, "1 shot")
                .observed("2021-05-06T10:00Z", AT, "30 burst");
        claim(
                script,
                "2021-05-10",
                "'template':'count','comparator':'%s','value':%d,'from':'2021-05-01'".formatted(comparator, value));
        assertEquals(verdict + " claim-counted", verdict(script));
    }

    /**
     * 20 acts in ten days, then 5 in ten days, all of it watched: Beta(5.5, 20.5) gives a ratio of 0.106 to 0.545 at 90 %.
     */
    @ParameterizedTest
    @CsvSource({
        "less, '', SUPPORTED",
        "more, '', CONTRADICTED",
        "less, 75, NOT_ENOUGH_OBSERVATION",
        "less, 20, CONTRADICTED",
        "equal, '', NOT_CHECKABLE",
    })
    void aChangeIsARatioOfRates(String comparator, String percent, String verdict) {
        Script script = lined(true);
        for (int i = 0; i < 20; i++) {
            script.observed("2021-05-%02dT%02d:00Z".formatted(1 + i / 2, 5 + 9 * (i % 2)), AT, "1 shot");
        }
        for (int i = 0; i < 5; i++) {
            script.observed("2021-05-%02dT05:00Z".formatted(11 + 2 * i), AT, "1 shot");
        }
        claim(
                script,
                "2021-05-20",
                "'template':'changed-by','from':'2021-05-11','comparator':'" + comparator + "'"
                        + (percent.isEmpty() ? "" : ",'measure':'percent','value':" + percent));
        assertEquals(verdict, verdict(script).replaceAll(" .*", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "obligation-done, '', CONTRADICTED, NOT_ENOUGH_OBSERVATION",
        "obligation-done, performed, SUPPORTED, CONTRADICTED",
        "obligation-done, breach, CONTRADICTED, SUPPORTED",
    })
    void doneAndBreachedAreTwoSidesOfOneState(String template, String then, String done, String breached) {
        for (boolean asksDone : new boolean[] {true, false}) {
            Script script = lined(true).entry("ObligationSet", "2020-11-10", "2020-11-10", """
                    'obligation':'o','instrument':'i','point':'1','summary':{'en':'s'},'bearers':['alpha'],'form':'achieve',\
                    'deadline':{'day':'2020-12-01','zone':'Europe/Moscow','inclusive':true,'words':'by'}""");
            if (then.equals("performed")) {
                script.entry("PerformanceReported", "2020-11-30", "2020-11-30", """
                        'obligation':'o','by':'alpha','what':{'en':'d'},'completes':true""");
            } else if (then.equals("breach")) {
                script.entry("BreachFound", "2020-12-30", "2020-12-30", """
                        'obligation':'o','bearer':'alpha','finder':'m','what':{'en':'b'}""");
            }
            claim(
                    script,
                    "2021-05-10",
                    "'template':'%s','obligation':'o'".formatted(asksDone ? template : "obligation-breached"));
            assertEquals((asksDone ? done : breached) + " claim-state", verdict(script));
        }
    }

    /**
     * Sixty are owed. With thirty of them entered nobody knows whether there was another transfer; with sixty there was none.
     * Where nobody says how many there are, only what was counted is certain.
     */
    @ParameterizedTest
    @CsvSource({
        "60, 30, at-least, 40, NOT_ENOUGH_OBSERVATION claim-released",
        "60, 30, at-least, 30, SUPPORTED claim-released",
        "60, 30, equal, 20, CONTRADICTED claim-released",
        "60, 60, equal, 60, SUPPORTED claim-released",
        "60, 60, at-least, 61, CONTRADICTED claim-released",
        "0, 30, at-least, 40, NOT_ENOUGH_OBSERVATION claim-released-open",
        "0, 30, at-least, 30, SUPPORTED claim-released-open",
    })
    void thoseReleasedAreCoveredAsFarAsTheyWereOwed(
            int owed, int released, String comparator, int said, String verdict) {
        Script script = lined(false);
        if (owed > 0) {
            script.entry("ObligationSet", "2021-05-01", "2021-05-01", """
                    'obligation':'d','instrument':'i','point':'1','summary':{'en':'s'},'bearers':['alpha','bravo'],\
                    'form':'achieve','quantity':{'value':%d,'unit':'persons'},'pax':['TjPrire']""".formatted(owed));
        }
        script.entry("TransferMade", "2021-05-02", "2021-05-02", """
                'batches':[{'from':'alpha','to':'bravo','what':'detainees','number':{'value':%d,'unit':'persons'}}]""".formatted(released));
        claim(
                script,
                "2021-05-10",
                "'template':'persons-moved','event':'detainee-release','comparator':'%s','value':%d"
                        .formatted(comparator, said));
        assertEquals(verdict, verdict(script));
    }

    @Test
    void personsAreHeldAgainstTheirCounts() {
        Script script = lined(false).entry("ReturnCounted", "2021-05-01", "2021-05-01", """
                'persons':{'total':{'value':1200,'unit':'persons'},'since':'2020-11-14'},'method':{'en':'m'},\
                'population':{'en':'p'}""");
        String body = "'template':'persons-moved','event':'refugee-return','comparator':'%s','value':%d";
        claim(script, "2021-05-10", body.formatted("about", 1250));
        claim(script, "2021-05-10", body.formatted("equal", 2000));
        claim(script, "2021-05-10", "'template':'persons-moved','comparator':'equal','value':5");
        assertEquals(
                "SUPPORTED claim-persons; CONTRADICTED claim-persons; SCOPE_NOT_COMPARABLE claim-which-persons",
                verdict(script));
    }

    @Test
    void accessIsGrantedWhereThirtyAttemptsMetNoDenial() {
        String body = "'template':'access-granted'";
        Script script = lined(false);
        for (int i = 0; i < 29; i++) {
            script.entry("PatrolMade", "2021-05-05", "2021-05-05", "'by':'m'");
        }
        claim(script, "2021-05-10", body);
        assertEquals("NOT_ENOUGH_OBSERVATION claim-access", verdict(script));
        script.entry("PatrolMade", "2021-05-06", "2021-05-06", "'by':'m'");
        assertEquals("SUPPORTED claim-access", verdict(script));
        script.entry("AccessRestricted", "2021-05-07", "2021-05-07", "'restriction':'denial','by':{'actor':'bravo'}");
        assertEquals("CONTRADICTED claim-access", verdict(script));
    }

    @Test
    void vagueWordsAreNotQuantifiedAndTheRecordsOwnLevelStandsBeside() {
        Script script = claim(lined(false), "2021-05-10", "'template':'calm'");
        Confronted one = Confronted.of(script.on("2021-12-31")).getFirst();
        assertEquals("NOT_CHECKABLE claim-vague", verdict(script));
        assertEquals(org.truce.model.kind.Judgement.Level.INSUFFICIENT_OBSERVATION, one.level());
    }

    @Test
    void whatNamesNoScopeIsNotCheckableOrNotComparable() {
        Script script = lined(true);
        claim(script, "2021-05-10", "'template':'count','comparator':'equal','value':3");
        claim(script, "2021-05-10", NONE + ",'zone':'nowhere'");
        claim(script, "2021-05-10", NONE + ",'event':'deployment'");
        claim(script, "2021-04-10", NONE);
        claim(script, "2021-05-10", "'template':'obligation-done'");
        claim(script, "2021-05-10", "'template':'withdrawn-beyond','value':5,'measure':'kilometres'");
        assertEquals(
                "NOT_CHECKABLE claim-about-later; NOT_CHECKABLE claim-no-period; SCOPE_NOT_COMPARABLE claim-no-zone; "
                        + "SCOPE_NOT_COMPARABLE claim-not-counted; NOT_CHECKABLE claim-no-obligation; "
                        + "SCOPE_NOT_COMPARABLE claim-no-line",
                verdict(script));
    }

    /** The same record with the parties' names exchanged has the same verdicts. */
    @Test
    void exchangingThePartiesChangesNoVerdict() {
        UnaryOperator<String> swap =
                text -> text.replace("alpha", "#").replace("bravo", "alpha").replace("#", "bravo");
        for (UnaryOperator<String> side : java.util.List.<UnaryOperator<String>>of(UnaryOperator.identity(), swap)) {
            Script script = lined(true).observed("2021-05-02T10:00Z", AT, "1 shot");
            String act = Script.id(script.size() - 1);
            script.entry("FindingMade", "2021-05-05", "2021-05-05", side.apply("""
                    'incident':'%s','by':'m','attributedTo':'bravo','likelihood':'likely','confidence':'low',\
                    'what':{'en':'f'}""".formatted(act)));
            script.second(
                    "ClaimMade",
                    "2021-05-10",
                    "2021-05-10",
                    side.apply("'claimant':{'actor':'alpha'},'words':{'en':'w'}," + NONE + ",'of':'bravo'"));
            script.second(
                    "ClaimMade",
                    "2021-05-10",
                    "2021-05-10",
                    side.apply("'claimant':{'actor':'bravo'},'words':{'en':'w'}," + NONE + ",'of':'alpha'"));
            assertEquals(
                    "CONTRADICTED claim-record-contains; SCOPE_NOT_COMPARABLE claim-not-attributed", verdict(script));
        }
    }

    private static final String HIT = "'by':'bravo','accused':'alpha','act':'small-arms-fire','what':{'en':'shots'},"
            + "'casualties':{'killedMilitary':1,'woundedCivilian':2}";

    /** Three were hurt in what is only alleged: that neither supports "none" nor contradicts it; ten cannot have been. */
    @ParameterizedTest
    @CsvSource({
        "none-since, equal, 0, NOT_ENOUGH_OBSERVATION",
        "count, equal, 3, SUPPORTED",
        "count, at-most, 3, SUPPORTED",
        "count, more, 9, CONTRADICTED",
        "count, at-least, 4, CONTRADICTED"
    })
    void casualtiesHaveBounds(String template, String comparator, int value, String verdict) {
        Script script = lined(true).entry("AllegationMade", "2021-05-02", "2021-05-02", AT, HIT);
        String claim = "'template':'%s','comparator':'%s','value':%d,'event':'casualty','from':'2021-05-01'"
                .formatted(template, comparator, value);
        assertEquals(verdict + " claim-casualties", verdict(claim(script, "2021-05-10", claim)));
    }

    @Test
    void nobodyHurtIsSupportedWhereItWasWatchedAndNobodySaysOtherwise() {
        String none = "'template':'none-since','event':'casualty','from':'2021-05-01'";
        assertEquals("SUPPORTED claim-casualties", verdict(claim(lined(true), "2021-05-10", none)));
        assertEquals("NOT_ENOUGH_OBSERVATION claim-casualties", verdict(claim(lined(false), "2021-05-10", none)));
        assertEquals(
                "SCOPE_NOT_COMPARABLE claim-whose-harm",
                verdict(claim(lined(true), "2021-05-10", none + ",'of':'bravo'")));
    }

    /** One obstruction that the mission recorded; passages counted on nine days of ten, or on none. */
    @ParameterizedTest
    @CsvSource({
        "true, none-since, 0, true, CONTRADICTED",
        "false, none-since, 0, true, SUPPORTED",
        "false, none-since, 0, false, NOT_ENOUGH_OBSERVATION",
        "true, count, 1, true, SUPPORTED",
        "true, count, 2, true, CONTRADICTED",
        "true, count, 2, false, NOT_ENOUGH_OBSERVATION"
    })
    void obstructionsAreCountedWherePassagesAre(
            boolean obstructed, String template, int value, boolean counted, String verdict) {
        for (String side : java.util.List.of("alpha", "bravo")) {
            Script script = lined(true);
            if (obstructed) {
                script.entry("PassageObstructed", "2021-05-03", "2021-05-03", """
                        'corridor':'road','by':{'actor':'%s'},'what':{'en':'w'}""".formatted(side));
            }
            for (int day = 1; counted && day < 10; day++) {
                script.entry("PassageCounted", "2021-05-0" + day, "2021-05-0" + day, """
                        'corridor':'road','passed':{'value':5,'unit':'vehicles'}""");
            }
            String claim = "'template':'%s','comparator':'equal','value':%d,'event':'corridor-obstruction',"
                    .formatted(template, value);
            assertEquals(
                    verdict + " claim-obstructions",
                    verdict(claim(script, "2021-05-10", claim + "'from':'2021-05-01'")));
        }
    }
}
