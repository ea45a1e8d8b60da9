package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assessment.counting.Count;
import org.truce.assessment.counting.Counting;
import org.truce.assessment.counting.CountingRule;
import org.truce.assessment.counting.Period;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Ground.Role;
import org.truce.model.quantity.Qualifier;
import org.truce.picture.View;

/** Figures by rule, cut-off and zone. */
class CountingTest {
    private static String square(int west) {
        int east = west + 1;
        return "'geometry':{'type':'Polygon','coordinates':[[[%d,40],[%d,40],[%d,41],[%d,41],[%d,40]]]}"
                .formatted(west, east, east, west, west);
    }

    private static String at(double longitude) {
        return "'geometry':{'type':'Point','coordinates':[" + longitude + ",40.5]},'radiusMetres':100";
    }

    private static Count figure(View view, String rule, Period.Name period) {
        return Counting.of(view).stream()
                .filter(count ->
                        count.rule().id().equals(rule) && count.period().name() == period && count.role() == null)
                .findFirst()
                .orElseThrow();
    }

    /** Published for 27 July 2020 to 4 July 2021 (practice.md §1.2): five classes partition 41,274. */
    @Test
    void classesPartitionTheTotal() {
        Script script = new Script()
                .mandate()
                .observed(
                        "2021-07-04T10:00Z",
                        at(46),
                        "12495 explosion, 6508 projectile, 238 muzzle-flash, 127 illumination-flare, 21906 burst at-least");
        Count count = figure(script.on("2021-07-05"), "round", Period.Name.TOTAL);
        assertEquals(41_274, count.total());
        assertEquals(12_495 + 6_508 + 238 + 127 + 21_906, count.total());
        assertEquals(
                "{burst=21906.0, explosion=12495.0, illumination-flare=127.0, muzzle-flash=238.0, projectile=6508.0}",
                count.classes().toString());
        assertEquals(Qualifier.AT_LEAST, count.qualifier());
        assertEquals("count.round.total.whole", count.definition());
    }

    /** 257 violations, of which 154 were assessed as exercises (SMM Daily Report 295/2021): counted, then flagged. */
    @Test
    void exercisesAreCountedThenFlagged() {
        Script script = new Script()
                .mandate()
                .observed("2021-12-16T10:00Z", at(46), "103 burst")
                .observed("2021-12-16T11:00Z", at(46), "154 explosion", "'exercise':true,");
        Count count = figure(script.on("2021-12-17"), "round", Period.Name.WEEK);
        assertEquals(257, count.total());
        assertEquals(154, count.exercises());
    }

    /**
     * The counting-unit trap (practice.md §1.2): what one side counts as each round is for the other one shelling, until an
     * hour is silent. 30 rounds from 10:00 to 10:50, silence of 60 minutes, 5 rounds, silence of 61 minutes, 1 round.
     */
    @Test
    void aSeriesEndsWithALongerSilenceThanItsGap() {
        Script script = new Script()
                .mandate()
                .entry("CountingRuleAgreed", "2020-11-11", null, """
                        'rule':'shelling','name':{'en':'one shelling'},'unit':'series','gap':1,'classes':['explosion']""")
                .entry("CountingRuleAgreed", "2020-11-11", null, """
                        'rule':'r','name':{'en':'each'},'unit':'round'""");
        script.observed("2021-05-01T10:00Z/2021-05-01T10:49Z", at(46), "30 explosion, 7 burst")
                .observed("2021-05-01T11:50Z/2021-05-01T11:54Z", at(46), "5 explosion")
                .observed("2021-05-01T12:56Z", at(46), "1 explosion");
        View view = script.on("2021-05-02");
        // 10:49 is over at 10:50: 60 minutes later the series goes on; 11:54 is over at 11:55: 61 minutes are too long.
        assertEquals(2, figure(view, "shelling", Period.Name.TOTAL).total());
        assertEquals(43, figure(view, "r", Period.Name.TOTAL).total());
    }

    @Test
    void aSeriesEndsWhereItsMembersAreTooFarApart() {
        Script script = new Script().mandate().entry("CountingRuleAgreed", "2020-11-11", null, """
                'rule':'s','name':{'en':'one'},'unit':'series','gap':1,'within':2000""");
        // A hundredth of a degree of longitude is 849 m at 40.5° north (111,320 m × cos 40.5°, a hundredth of it).
        script.observed("2021-05-01T10:00Z", at(46), "1 shot")
                .observed("2021-05-01T10:10Z", at(46.01), "1 shot")
                .observed("2021-05-01T10:20Z", at(46.03), "1 shot")
                .observed("2021-05-01T10:30Z", at(46.08), "1 shot");
        assertEquals(2, figure(script.on("2021-05-02"), "s", Period.Name.TOTAL).total());
    }

    /** A reporting day ends at the mandate's hour; on the days on which clocks change it has 23 and 25 hours. */
    @ParameterizedTest
    @CsvSource({
        "2021-12-16T19:30:00Z, 19:30, 24, 2021-12-16T17:30:00Z",
        "2021-12-16T17:29:59Z, 19:30, 24, 2021-12-15T17:30:00Z",
        "2021-03-28T20:00:00Z, 19:30, 23, 2021-03-28T16:30:00Z",
        "2021-10-31T20:00:00Z, 19:30, 25, 2021-10-31T17:30:00Z",
        "2021-10-31T21:59:59Z, 00:00, 24, 2021-10-30T21:00:00Z",
        "2021-10-31T22:00:00Z, 00:00, 25, 2021-10-31T22:00:00Z",
        "2021-03-28T12:00:00Z, 03:30, 24, 2021-03-28T01:30:00Z",
    })
    void daysAreCutAtTheMandatesHour(String valid, String cut, long hours, String cutOff) {
        Script script = new Script().mandate("Europe/Kyiv", cut);
        View view = script.on("2022-01-01").on(Instant.parse(valid));
        Period day = Period.of(view, CountingRule.ROUND.agreed()).getFirst();
        assertEquals(cutOff, day.to().toString());
        assertEquals(hours, Duration.between(day.from(), day.to()).toHours());
        assertTrue(!day.holds(day.to()) && day.holds(day.from()));
    }

    @Test
    void aTotalRunsFromItsAnchor() {
        Script script = new Script().mandate().entry("CountingRuleAgreed", "2020-11-11", null, """
                'rule':'r','name':{'en':'each'},'unit':'round','since':'2021-05-01'""");
        script.observed("2021-04-30T19:59:59Z", at(46), "1 shot").observed("2021-04-30T20:00Z", at(46), "2 shot");
        // The first of May begins at 20:00 UTC in Yerevan.
        assertEquals(2, figure(script.on("2021-05-09"), "r", Period.Name.TOTAL).total());
    }

    /** Zones add up to the whole; what may have lain in either of two is in neither. */
    @Test
    void zonesPartitionTheWholeByTheBoundariesOfTheTime() {
        Script script = new Script().mandate();
        for (String zone : List.of("west 45", "east 46")) {
            String[] words = zone.split(" ", -1);
            script.entry(
                    "BoundaryDrawn",
                    "2020-11-11",
                    null,
                    "'boundary':'%s','role':'district','name':{'en':'%s'},%s,'drawnFrom':{'en':'a map'}"
                            .formatted(words[0], words[0], square(Integer.parseInt(words[1]))));
        }
        script.observed("2021-05-01T10:00Z", at(45.5), "1 shot")
                .observed("2021-05-01T10:10Z", at(46.5), "2 shot")
                .observed("2021-05-01T10:20Z", at(46), "4 shot")
                .observed("2021-05-01T10:30Z", "", "8 shot");
        String split = Counting.of(script.on("2021-05-02")).stream()
                .filter(count -> count.rule().id().equals("round")
                        && count.period().name() == Period.Name.TOTAL
                        && count.role() == Role.DISTRICT)
                .map(count -> (count.zone() == null ? "-" : count.zone().value()) + " " + (int) count.total())
                .collect(Collectors.joining(", "));
        assertEquals("east 2, west 1, - 12", split);
    }

    @Test
    void whatIsNotForAReaderIsInNoFigureOfIts() {
        Script script = new Script().mandate().observed("2021-05-01T10:00Z", at(46), "3 shot");
        View view = script.on("2021-05-02");
        assertEquals(3, figure(view, "round", Period.Name.TOTAL).total());
        View before = view.knowing(1);
        assertEquals(0, figure(before, "round", Period.Name.TOTAL).total());
        assertEquals(Audience.Group.PUBLIC, before.audience());
    }
}
