package org.truce.quality.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessor;
import org.truce.assessment.correlation.ProposedLinks;
import org.truce.assessment.correlation.Rules;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.picture.Picture;
import org.truce.picture.View;
import org.truce.simulation.ceasefire.Ceasefire;
import org.truce.simulation.ceasefire.CeasefireEntries;
import org.truce.simulation.ceasefire.Day;
import org.truce.simulation.ceasefire.Scenario;

/** Invented ceasefires, end to end. */
class InventedCeasefiresTest {
    private static final int DAYS = 24;

    static Stream<String> scenarios() {
        return Scenario.ALL.stream().map(Scenario::name);
    }

    /** The parties' names are exchanged everywhere: where they stand, whom they accuse, who alleges. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void exchangingThePartiesChangesNoLevelIntervalOrVerdict(String scenario) {
        View one = view(scenario, "avelia", "boreth");
        View other = view(scenario, "boreth", "avelia");
        Assessment first = Assessor.assess(one);
        Assessment second = Assessor.assess(other);
        assertEquals(first.level(), second.level());
        assertEquals(first.reasons(), second.reasons());
        assertEquals(first.statement(), second.statement());
        assertEquals(first.adequacy(), second.adequacy());
        assertEquals(
                Assessor.zones(one).stream().map(String::valueOf).toList().size(),
                Assessor.zones(other).size());
        assertEquals(ProposedLinks.of(one).links(), ProposedLinks.of(other).links());
        assertEquals(ProposedLinks.of(one).tally(), ProposedLinks.of(other).tally());
    }

    private static View view(String scenario, String north, String south) {
        Picture picture = new Picture();
        CeasefireEntries entries = new CeasefireEntries(99, north, south);
        List<Entry> all = new ArrayList<>(entries.before());
        Ceasefire ceasefire = new Ceasefire(Scenario.named(scenario), DAYS, 99);
        while (ceasefire.hasNext()) {
            entries.of(ceasefire.next()).forEach(made -> all.add(made.entry()));
        }
        for (Entry entry : all) {
            assertTrue(EntryJson.readStrict(EntryJson.write(entry)) instanceof EntryJson.Result.Read, entry.kind());
            picture.apply(picture.size(), entry.stated(), entry);
        }
        return picture.at(CeasefireEntries.at(DAYS), picture.size(), Audience.Group.MISSION);
    }

    @ParameterizedTest
    @CsvSource({"one-a-day, .91", "five-a-day, .88", "twenty-a-day, .81"})
    void reportsArePutTogetherAsOftenRightAsTheIssueAsks(String scenario, double aim) {
        LinkQuality.Linked linked = LinkQuality.measure(scenario, 60, 4, Rules.LIKELY, _ -> {});
        assertTrue(linked.f1() >= aim - .01, linked.toString());
        assertEquals(1, linked.count(), .1, linked.toString());
    }

    @Test
    void theSameSeedGivesTheSameCeasefireAndAnotherSeedAnother() {
        assertEquals(days(1), days(1));
        assertNotEquals(days(1), days(2));
    }

    private static List<Day> days(long seed) {
        List<Day> days = new ArrayList<>();
        new Ceasefire(Scenario.named("five-a-day"), 20, seed).forEachRemaining(days::add);
        return days;
    }

    @Test
    void ratesAndCoverageAreWhatTheScenarioSays() {
        List<Day> days = new ArrayList<>();
        new Ceasefire(Scenario.named("one-a-day"), 3000, 5).forEachRemaining(days::add);
        double happened = days.stream().mapToInt(day -> day.happened().size()).sum() / 3000.0;
        assertEquals(1, happened, .12);
        assertEquals(.8, days.stream().mapToDouble(Day::covered).average().orElse(0), .02);
        long following = days.stream()
                .flatMap(day -> day.happened().stream())
                .filter(one -> one.follows() >= 0)
                .count();
        assertEquals(.5, following / (happened * 3000), .06);
    }
}
