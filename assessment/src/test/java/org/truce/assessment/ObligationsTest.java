package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.truce.model.id.ObligationId;
import org.truce.picture.View;

/** Scenarios of obligations: what was stated, and in one line how each came to its state. */
class ObligationsTest {
    private static final String DEADLINE = "{'day':'%s','zone':'Europe/Moscow','inclusive':true,'words':'by'}";

    private static String duty(String id, String form, String more) {
        return "'obligation':'%s','instrument':'i','point':'1','summary':{'en':'s'},'bearers':['bravo'],'form':'%s'%s"
                .formatted(id, form, more);
    }

    private static String deadline(String day) {
        return ",'deadline':" + DEADLINE.formatted(day);
    }

    private static String amended(String change) {
        return "'obligation':'o','how':'briefing','reason':{'en':'snow'}," + change;
    }

    private static Script handover() {
        return new Script()
                .mandate()
                .entry("ObligationSet", "2020-11-10", "2020-11-10", duty("o", "achieve", deadline("2020-11-15")))
                .entry(
                        "ObligationAmended",
                        "2020-11-15",
                        "2020-11-15",
                        amended("'oldDeadline':" + DEADLINE.formatted("2020-11-15") + ",'newDeadline':"
                                + DEADLINE.formatted("2020-11-25")))
                .entry(
                        "PerformanceReported",
                        "2020-11-25",
                        "2020-11-25",
                        "'obligation':'o','what':{'en':'handed over'},'completes':true");
    }

    private static String told(View view) {
        ObligationFile file = find(view);
        return file.state() + " " + file.flags() + " "
                + (file.deadline() == null ? "-" : file.deadline().day());
    }

    private static ObligationFile find(View view) {
        ObligationFile file = Obligations.of(view).find(new ObligationId("o"));
        if (file == null) {
            throw new AssertionError("no obligation");
        }
        return file;
    }

    @Test
    void aDeadlineIsTheOneThatWasKnown() {
        Script script = handover();
        assertEquals("IN_FORCE [] 2020-11-15", told(script.on("2020-11-14", "2020-11-14")));
        assertEquals("IN_FORCE [AMENDED] 2020-11-25", told(script.on("2020-11-20", "2020-11-20")));
        assertEquals("OVERDUE [] 2020-11-15", told(script.on("2020-11-20", "2020-11-14")));
        assertEquals("FULFILLED [AMENDED] 2020-11-25", told(script.on("2020-11-25")));
    }

    @Test
    void theOriginalDeadlineStaysVisibleAndTheHistoryNamesItsEntries() {
        ObligationFile file = find(handover().on("2021-01-01"));
        assertEquals(
                "2020-11-15",
                String.valueOf(file.original() == null ? null : file.original().day()));
        String history = file.history().stream()
                .map(change -> change.at() + " " + change.state() + " "
                        + change.entries().size())
                .collect(Collectors.joining(" ~ "));
        // 00:00 in Yerevan (UTC+4) is 20:00Z of the day before.
        assertEquals("2020-11-09T20:00:00Z IN_FORCE 1 ~ 2020-11-24T20:00:00Z FULFILLED 1", history);
    }

    @Test
    void aMissedDeadlineIsOverdueAndOnlyAFindingMakesItABreach() {
        Script script = new Script()
                .mandate()
                .entry("ObligationSet", "2020-11-10", "2020-11-10", duty("o", "achieve", deadline("2020-11-20")))
                .entry(
                        "BreachFound",
                        "2020-12-01",
                        "2020-12-01",
                        "'obligation':'o','bearer':'bravo','finder':'m','what':{'en':'late'}");
        // 24:00 in Moscow (UTC+3) is 01:00 of the next day in Yerevan: at Yerevan's midnight the day is not yet over.
        assertEquals("IN_FORCE [] 2020-11-20", told(script.on("2020-11-20")));
        assertEquals("OVERDUE [] 2020-11-20", told(script.on("2020-11-21")));
        assertEquals("BREACHED [] 2020-11-20", told(script.on("2020-12-01")));
    }

    @Test
    void aDutyToMaintainIsNeverFulfilled() {
        Script script = new Script()
                .mandate()
                .entry("ObligationSet", "2020-11-10", "2020-11-10", duty("o", "maintain", ""))
                .entry(
                        "PerformanceReported",
                        "2020-11-12",
                        "2020-11-12",
                        "'obligation':'o','what':{'en':'quiet'},'completes':true")
                .entry(
                        "BreachFound",
                        "2020-12-12",
                        "2020-12-11",
                        "'obligation':'o','finder':'m','what':{'en':'fire'},'repaired':'2020-12-20'");
        assertEquals("IN_FORCE [OBSERVATION_INSUFFICIENT] -", told(script.on("2020-12-10")));
        assertEquals("BREACHED [] -", told(script.on("2020-12-12")));
        assertEquals("REPAIRED [] -", told(script.on("2020-12-20")));
    }

    @Test
    void quantitiesAddUpAndTheToleranceCounts() {
        Script script = new Script()
                .mandate()
                .entry(
                        "ObligationSet",
                        "2020-11-10",
                        "2020-11-10",
                        duty("o", "achieve", ",'quantity':{'value':1960,'unit':'persons'},'tolerance':0.01"))
                .entry(
                        "PerformanceReported",
                        "2020-11-14",
                        "2020-11-14",
                        "'obligation':'o','what':{'en':'a'},'done':{'value':400,'unit':'persons'}")
                .entry(
                        "PerformanceReported",
                        "2020-11-18",
                        "2020-11-18",
                        "'obligation':'o','what':{'en':'b'},'done':{'value':1541,'unit':'persons'}");
        assertEquals("PARTLY_FULFILLED [] -", told(script.on("2020-11-14")));
        assertEquals("FULFILLED [] -", told(script.on("2020-11-18")));
        assertEquals(1941, find(script.on("2020-11-18")).done());
    }

    @Test
    void aConditionalDutyWaitsForTheOtherAndACircleIsFlagged() {
        Script script = new Script()
                .mandate()
                .entry(
                        "ObligationSet",
                        "2020-11-10",
                        "2020-11-10",
                        duty("o", "achieve", ",'conditional':true,'dependsOn':['first']"))
                .entry("ObligationSet", "2020-11-10", "2020-11-10", duty("first", "achieve", ""))
                .entry(
                        "PerformanceReported",
                        "2020-11-14",
                        "2020-11-14",
                        "'obligation':'first','what':{'en':'a'},'completes':true");
        assertEquals("CONDITIONAL [] -", told(script.on("2020-11-13")));
        assertEquals("IN_FORCE [] -", told(script.on("2020-11-14")));
        Script circle = new Script()
                .mandate()
                .entry(
                        "ObligationSet",
                        "2020-11-10",
                        "2020-11-10",
                        duty("o", "achieve", ",'conditional':true,'dependsOn':['first']"))
                .entry(
                        "ObligationSet",
                        "2020-11-10",
                        "2020-11-10",
                        duty("first", "achieve", ",'conditional':true,'dependsOn':['o']"));
        assertEquals("CONDITIONAL [WAITS_IN_CIRCLE] -", told(circle.on("2020-11-13")));
    }

    @Test
    void aPartyThatReadsItOtherwiseMakesItDisputedAndBothPositionsStand() {
        Script script = new Script()
                .mandate()
                .entry("ObligationSet", "2020-11-10", "2020-11-10", duty("o", "achieve", ""))
                .entry(
                        "PositionTaken",
                        "2021-01-01",
                        "2021-01-01",
                        "'obligation':'o','party':'alpha','stance':'fulfilled','words':{'en':'done'}")
                .entry(
                        "PositionTaken",
                        "2021-01-02",
                        "2021-01-02",
                        "'obligation':'o','party':'bravo','stance':'not-fulfilled','words':{'en':'no'}");
        assertEquals("IN_FORCE [] -", told(script.on("2021-01-01")));
        assertEquals("IN_FORCE [DISPUTED] -", told(script.on("2021-01-02")));
        assertEquals(2, find(script.on("2021-01-02")).positions().size());
    }

    @Test
    void suspendedSupersededEnded() {
        Script script = new Script()
                .mandate()
                .entry("ObligationSet", "2020-11-10", "2020-11-10", duty("o", "maintain", ",'until':'2025-11-10'"))
                .entry("ObligationAmended", "2021-01-01", "2021-01-01", amended("'change':'suspended'"))
                .entry("ObligationAmended", "2021-02-01", "2021-02-01", amended("'change':'resumed'"))
                .entry("ObligationAmended", "2024-06-12", "2024-06-12", amended("'change':'ended'"));
        assertEquals("SUSPENDED", find(script.on("2021-01-15")).state().name());
        assertEquals("IN_FORCE", find(script.on("2021-02-01")).state().name());
        assertEquals("ENDED", find(script.on("2024-06-12")).state().name());
        assertNull(Obligations.of(script.on("2020-11-01")).find(new ObligationId("o")));
    }
}
