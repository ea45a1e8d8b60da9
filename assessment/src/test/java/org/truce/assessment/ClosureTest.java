package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.truce.assessment.closure.Answered;
import org.truce.assessment.closure.Workflow;
import org.truce.assessment.ledger.Ledger;
import org.truce.assessment.ledger.LedgerLine;
import org.truce.picture.View;

/** An incident from allegation to closure, and what each ledger has of it: one entry in, one line out. */
class ClosureTest {
    private final Script script = new Script().mandate();

    private String alleged(String day, String by, String accused) {
        script.entry("AllegationMade", day, day, """
                'by':'%s','accused':'%s','act':'small-arms-fire','what':{'en':'shots'}""".formatted(by, accused));
        return Script.id(script.size() - 1);
    }

    private void step(String kind, String day, String incident, String body) {
        script.entry(kind, day, day, "'incident':'" + incident + "'," + body);
    }

    private String workflow(String day) {
        return Workflow.of(script.on(day)).stream()
                .map(one -> one.state() + " "
                        + one.next().stream()
                                .map(next -> next.step().getSimpleName() + " by "
                                        + next.by().stream()
                                                .map(by -> by.value())
                                                .collect(Collectors.joining("+")))
                                .collect(Collectors.joining(", "))
                        + (one.awaited().isEmpty() ? "" : " awaiting " + one.awaited()))
                .collect(Collectors.joining("; "));
    }

    private String ledger(String day) {
        return Ledger.all(script.on(day)).stream()
                .map(line -> line.ledger().value() + " " + line.status())
                .collect(Collectors.joining("; "));
    }

    @Test
    void fromAllegationToClosure() {
        String incident = alleged("2021-05-01", "alpha", "bravo");
        assertEquals("ENTERED VerificationMade by m", workflow("2021-05-01"));
        assertEquals("alpha UNMATCHED", ledger("2021-05-01"));
        step("VerificationMade", "2021-05-02", incident, "'result':'not-possible','by':'m'");
        assertEquals("ENTERED VerificationMade by m", workflow("2021-05-02"));
        assertEquals("alpha UNMATCHED", ledger("2021-05-02"));
        step("VerificationMade", "2021-05-03", incident, "'result':'confirmed','by':'m'");
        assertEquals(
                "VERIFIED InvestigationMade by m, ResponseTaken by alpha+bravo, IncidentClosed by m",
                workflow("2021-05-03"));
        assertEquals("alpha CONFIRMED", ledger("2021-05-03"));
        step("InvestigationMade", "2021-05-04", incident, "'by':'m','what':{'en':'craters measured'}");
        assertEquals("INVESTIGATED FindingMade by m", workflow("2021-05-04"));
        step("FindingMade", "2021-05-06", incident, """
                'by':'m','attributedTo':'bravo','likelihood':'likely','confidence':'low','what':{'en':'from the east'},\
                'dissent':[{'by':'bravo','words':{'en':'no'}}]""");
        assertEquals("FOUND RulingMade by m, ResponseTaken by alpha+bravo", workflow("2021-05-06"));
        step("RulingMade", "2021-05-08", incident, "'by':'m','violation':true");
        assertEquals("RULED ResponseTaken by alpha+bravo, IncidentClosed by m", workflow("2021-05-08"));
        step("ResponseTaken", "2021-05-09", incident, "'by':'bravo','what':{'en':'the unit was moved'}");
        assertEquals("RESPONDED IncidentClosed by m", workflow("2021-05-09"));
        step("IncidentClosed", "2021-05-11", incident, "'outcome':'resolved','acknowledgedBy':['alpha']");
        assertEquals("CLOSED IncidentClosed by bravo awaiting [ActorId[value=bravo]]", workflow("2021-05-11"));
        // As of a day before, or as known then, nothing of it is there.
        assertEquals("INVESTIGATED FindingMade by m", workflow("2021-05-05"));
        assertEquals(
                "came-closed {days=10, outcome=resolved}",
                Answered.of(script.on("2021-06-01")).stream()
                        .map(one -> one.came().code() + " "
                                + new java.util.TreeMap<>(one.came().args()))
                        .collect(Collectors.joining()));
    }

    @Test
    void theSameRuleHoldsForEveryLedger() {
        String first = alleged("2021-05-01", "alpha", "bravo");
        String second = alleged("2021-05-01", "bravo", "alpha");
        assertEquals("alpha UNMATCHED; bravo UNMATCHED", ledger("2021-05-02"));
        script.entry("IncidentLinked", "2021-05-02", null, "'members':['" + first + "','" + second + "']");
        assertEquals("alpha MATCHED; bravo MATCHED", ledger("2021-05-02"));
        step("VerificationMade", "2021-05-03", first, "'result':'refuted','by':'m'");
        assertEquals("alpha DENIED; bravo DENIED", ledger("2021-05-03"));
    }

    @Test
    void whatTheMissionObservedConfirmsAPartyAndIsMatchedByIt() {
        String first = alleged("2021-05-01", "alpha", "bravo");
        script.observed("2021-05-01T10:00Z", "", "3 shot");
        String observed = Script.id(script.size() - 1);
        assertEquals("m UNMATCHED; alpha UNMATCHED", ledger("2021-05-02"));
        script.entry("IncidentLinked", "2021-05-02", null, "'members':['" + first + "','" + observed + "']");
        assertEquals("m MATCHED; alpha CONFIRMED", ledger("2021-05-02"));
        step("VerificationMade", "2021-05-03", first, "'result':'confirmed','by':'m'");
        assertEquals("m CONFIRMED; alpha CONFIRMED", ledger("2021-05-03"));
    }

    /** Seven claims of one day are seven for one side and one series for the other; both counts stand in both ledgers. */
    @Test
    void eachLedgerIsCountedByItsOwnRuleAndByTheMissions() {
        script.entry("CountingRuleAgreed", "2020-11-11", null, """
                'rule':'alphas','by':'alpha','name':{'en':'one a day'},'unit':'series','gap':24""");
        for (int i = 0; i < 7; i++) {
            script.entry("AllegationMade", "2021-05-01", "2021-05-01T1" + i + ":00Z", """
                    'by':'alpha','act':'other','what':{'en':'n'}""");
        }
        Ledger ledger = Ledger.of(script.on("2021-05-03")).stream()
                .filter(one ->
                        one.owner().value().equals("alpha") && one.entries().size() == 7)
                .findFirst()
                .orElseThrow();
        assertEquals(1, ledger.own());
        assertEquals(7, ledger.missions());
        assertEquals(
                7,
                ledger.byStatus().values().stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void reportersWhoWaitStandFirst() {
        alleged("2021-05-03", "alpha", "bravo");
        script.entry("ConcernRaised", "2021-05-01", "2021-05-01", "'community':'lachin','concern':{'en':'water'}");
        String water = Script.id(script.size() - 1);
        script.entry("ConcernRaised", "2021-05-02", "2021-05-02", "'community':'lachin','concern':{'en':'road'}");
        script.entry("ConcernAnswered", "2021-05-05", "2021-05-05", """
                'concern':'%s','by':'m','answer':{'en':'mended'},'settles':true""".formatted(water));
        View view = script.on("2021-05-09");
        assertEquals(
                List.of("came-nothing 2021-05-02", "came-nothing 2021-05-03", "came-settled 2021-05-01"),
                Answered.of(view).stream()
                        .map(one -> one.came().code() + " "
                                + one.began().plusSeconds(86_399).toString().substring(0, 10))
                        .toList());
    }

    /** Link, then take the link back: what is derived is as it was, at the new known. */
    @Test
    void aLinkThatIsTakenBackLeavesNothing() {
        String first = alleged("2021-05-01", "alpha", "bravo");
        String second = alleged("2021-05-01", "bravo", "alpha");
        View before = script.on("2021-05-09");
        script.entry("IncidentLinked", "2021-05-02", null, "'members':['" + first + "','" + second + "']");
        View linked = script.on("2021-05-09");
        script.withdraw(script.size() - 1, "IncidentLinked", "'members':['" + first + "','" + second + "']");
        View after = script.on("2021-05-09");
        assertEquals(2, lines(before).size());
        org.junit.jupiter.api.Assertions.assertNotEquals(lines(before), lines(linked));
        assertEquals(lines(before), lines(after));
    }

    private static List<String> lines(View view) {
        return Ledger.all(view).stream().map(LedgerLine::toString).toList();
    }
}
