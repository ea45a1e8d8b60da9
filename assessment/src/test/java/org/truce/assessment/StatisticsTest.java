package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assessment.statistics.Statistic;
import org.truce.assessment.statistics.Statistic.Section;
import org.truce.assessment.statistics.Statistics;
import org.truce.model.Invalid;

/** The neutral statistics of a period: what each figure says, and that no party has a table of its own. */
class StatisticsTest {
    private static final String LINE = """
            'boundary':'line','role':'line-of-contact','name':{'en':'Line'},'geometry':{'type':'LineString',\
            'coordinates':[[46,40],[46.04,40]]},'from':'2020-11-10','approximate':false,'drawnFrom':{'en':'t'}""";
    private static final String AT = "'geometry':{'type':'Point','coordinates':[46.02,40]},'radiusMetres':10";

    private static Script watched() {
        return new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-10", null, LINE)
                .entry("PostManned", "2020-11-15", "2020-11-15", AT, """
                        'post':'p','by':'m','temporary':false,'fieldOfView':6000,'hoursPerDay':12""");
    }

    /** Two duties of one side, one of the other; two complaints of one, one of the other; four observed acts. */
    private static Script told(UnaryOperator<String> side) {
        Script script = watched();
        script.entry("ObligationSet", "2020-11-10", "2020-11-10", side.apply("""
                'obligation':'o1','instrument':'i','point':'1','summary':{'en':'s'},'bearers':['alpha'],'form':'achieve'"""));
        script.entry("ObligationSet", "2020-11-10", "2020-11-10", side.apply("""
                'obligation':'o2','instrument':'i','point':'2','summary':{'en':'s'},'bearers':['alpha'],'form':'achieve'"""));
        script.entry("ObligationSet", "2020-11-10", "2020-11-10", side.apply("""
                'obligation':'o3','instrument':'i','point':'3','summary':{'en':'s'},'bearers':['bravo'],'form':'achieve'"""));
        for (String by : List.of("alpha", "alpha", "bravo")) {
            String accused = by.equals("alpha") ? "bravo" : "alpha";
            script.entry("AllegationMade", "2021-06-18", "2021-06-18", side.apply("""
                    'by':'%s','accused':'%s','act':'small-arms-fire','what':{'en':'shots'},\
                    'casualties':{'killedMilitary':1,'woundedCivilian':2}""".formatted(by, accused)));
        }
        for (int day = 15; day <= 18; day++) {
            script.observed("2021-06-%dT10:00Z".formatted(day), AT, "3 shot");
        }
        return script;
    }

    private static Statistic figure(List<Statistic> all, String definition, @Nullable String party, String item) {
        return all.stream()
                .filter(one -> one.definition().equals(definition) && one.item().equals(item))
                .filter(one -> one.party() == null
                        ? party == null
                        : one.party().value().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private static double said(@Nullable Double number) {
        return java.util.Objects.requireNonNull(number);
    }

    private static List<Statistic> of(Script script, int days) {
        return Statistics.of(script.on("2021-06-20"), days, script.size());
    }

    @Test
    void figuresAreWhatTheySay() {
        List<Statistic> all = of(told(UnaryOperator.identity()), 7);
        assertEquals(
                4.0, figure(all, "incidents.by-standing", null, "confirmed").value());
        assertEquals(3.0, figure(all, "incidents.by-standing", null, "alleged").value());
        assertEquals(12.0, figure(all, "rounds.observed", null, "shot").value());
        assertEquals(2.0, figure(all, "obligations.by-bearer", "alpha", "borne").value());
        assertEquals(1.0, figure(all, "obligations.by-bearer", "bravo", "borne").value());
        assertEquals(2.0, figure(all, "complaints.lodged", "alpha", "").value());
        assertEquals(3.0, figure(all, "casualties.killed", null, "alleged").value());
        assertEquals(6.0, figure(all, "casualties.wounded", null, "alleged").value());
        assertEquals(0.0, figure(all, "casualties.killed", null, "confirmed").value());
        // Seven days, half watched: 4 acts in 3.5 covered days; Jeffreys' mean (4 + 1/2) / 3.5.
        Statistic rate = figure(all, "rate.confirmed-per-covered-day", null, "");
        assertEquals(3.5, said(rate.exposure()), 1e-9);
        assertEquals(4.5 / 3.5, said(rate.value()), 1e-9);
        assertTrue(said(rate.low()) < said(rate.value()) && said(rate.value()) < said(rate.high()));
        assertEquals(2.0, figure(all, "rate.days-since-confirmed", null, "").value());
        // The week before had none, and was watched alike.
        assertEquals(
                4.0, figure(all, "incidents.by-standing", null, "confirmed").trend());
    }

    /** Everything in the order of its section; of every party the same rows, in the mandate's order. */
    @Test
    void everyPartyHasTheSameTable() {
        List<Statistic> all = of(told(UnaryOperator.identity()), 7);
        List<Section> sections = all.stream().map(Statistic::section).distinct().toList();
        assertEquals(sections.stream().sorted().toList(), sections);
        List<String> alpha = rows(all, "alpha");
        assertEquals(alpha, rows(all, "bravo"));
        assertFalse(alpha.isEmpty());
    }

    private static List<String> rows(List<Statistic> all, String party) {
        return all.stream()
                .filter(one -> one.party() != null && one.party().value().equals(party))
                .filter(one -> one.section() != Section.COVERAGE)
                .map(one -> one.definition() + " " + one.item())
                .toList();
    }

    @Test
    void thePartiesExchangedGiveTheExchangedFigures() {
        UnaryOperator<String> swap =
                text -> text.replace("alpha", "?").replace("bravo", "alpha").replace("?", "bravo");
        List<String> here = lines(of(told(UnaryOperator.identity()), 7));
        List<String> there = lines(of(told(swap), 7)).stream().map(swap).toList();
        assertEquals(here.stream().sorted().toList(), there.stream().sorted().toList());
        assertFalse(here.equals(there), "the order stays the mandate's, so that the figures change places");
    }

    private static List<String> lines(List<Statistic> all) {
        return all.stream()
                .map(one -> one.definition() + " " + one.party() + " " + one.item() + " " + one.value() + " "
                        + one.low() + " " + one.high() + " " + one.exposure() + " " + one.before())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** What was told late changes the figure of the same period, and says by how much. */
    @Test
    void theRevisionIsOfTheSamePeriod() {
        Script script = told(UnaryOperator.identity());
        int issued = script.size();
        script.observed("2021-06-16T12:00Z", AT, "1 shot");
        List<Statistic> all = Statistics.of(script.on("2021-06-20"), 7, issued);
        Statistic confirmed = figure(all, "incidents.by-standing", null, "confirmed");
        assertEquals(4.0, confirmed.issued());
        assertEquals(1.0, confirmed.revised());
        assertEquals(0.0, figure(all, "corrections.since-last-issue", null, "").value());
        script.takenBack(issued, "Observed", "2021-06-19", """
                'observer':'m','means':'heard','count':{'value':1,'unit':'rounds'},\
                'seen':[{'type':'shot','count':{'value':1,'unit':'rounds'}}]""");
        all = Statistics.of(script.on("2021-06-20"), 7, issued);
        assertEquals(
                0.0, figure(all, "incidents.by-standing", null, "confirmed").revised());
        assertEquals(1.0, figure(all, "corrections.since-last-issue", null, "").value());
    }

    /** No trend where the week before was watched otherwise. */
    @Test
    void aTrendNeedsLikeExposure() {
        Script script = new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-10", null, LINE)
                .entry("PostManned", "2021-06-12", "2021-06-12", AT, """
                        'post':'p','by':'m','temporary':false,'fieldOfView':6000,'hoursPerDay':24""");
        Statistic rate = figure(of(script, 7), "rate.confirmed-per-covered-day", null, "");
        assertFalse(rate.comparable());
        assertNull(rate.trend());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 367})
    void aPeriodOutOfRangeIsRefused(int days) {
        assertThrows(Invalid.class, () -> of(watched(), days));
    }

    @Test
    void anEmptyRecordHasNoNumberThatIsNone() {
        for (Statistic one : of(new Script(), 7)) {
            for (Double number : new @Nullable Double[] {one.value(), one.low(), one.high(), one.exposure()}) {
                assertTrue(number == null || Double.isFinite(number), one::toString);
            }
        }
    }
}
