package org.truce.quality.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.truce.reading.Reading;
import org.truce.reading.Span;

/** What counts as right, one rule a test; facts are made by hand. */
class ScoreTest {
    private static final List<Fact> NONE = List.of();

    private static Fact date(String iso, int start, int end) {
        return Fact.plain(iso, List.of(new Span(start, end)), Reading.Explanation.NONE);
    }

    private static Fact said(String who, int start, int end) {
        return new Fact(who, List.of(new Span(start, end)), null, true, null, Reading.Explanation.NONE);
    }

    private static Fact event(String type, String status, String date, int start, int end, Double... numbers) {
        Happened h = new Happened(status, date, "", "", List.of(new Spot(40, 46)), List.of(numbers), "");
        return new Fact(type, List.of(new Span(start, end)), null, false, h, Reading.Explanation.NONE);
    }

    private static Facts facts(List<Fact> dates, List<Fact> said, List<Fact> events) {
        return Facts.of("2022-03-10", "gazette", NONE, dates, NONE, NONE, said, events, NONE);
    }

    private static Score score(Facts labelled, Facts read) {
        Score score = new Score();
        score.add(labelled, read);
        return score;
    }

    @Test
    void aDateIsRightWhereValueAndWordsAgree() {
        Facts labelled = facts(List.of(date("2022-03-08", 0, 7), date("2022-03-09", 20, 27)), NONE, NONE);
        Facts read = facts(List.of(date("2022-03-08", 5, 9), date("2022-03-09", 30, 37)), NONE, NONE);
        assertEquals(0.5, score(labelled, read).f1(Layer.DATES));
    }

    @Test
    void oneLabelIsFoundOnce() {
        Facts labelled = facts(List.of(date("2022-03-08", 0, 7)), NONE, NONE);
        Facts read = facts(List.of(date("2022-03-08", 0, 7), date("2022-03-08", 0, 3)), NONE, NONE);
        assertEquals(2.0 / 3, score(labelled, read).f1(Layer.DATES));
    }

    @Test
    void aStatementNeedsFourFifthsOfItsWords() {
        Facts labelled = facts(NONE, List.of(said("a", 0, 100), said("b", 200, 300)), NONE);
        Facts read = facts(NONE, List.of(said("a", 0, 80), said("b", 200, 279)), NONE);
        assertEquals(0.5, score(labelled, read).f1(Layer.QUOTES));
    }

    @Test
    void theLargestMatchingIsFound() {
        List<Fact> labelled = List.of(event("aid", "asserted", "", 0, 100), event("aid", "asserted", "", 40, 140));
        List<Fact> read = List.of(event("aid", "asserted", "", 30, 120), event("aid", "asserted", "", 0, 100));
        assertEquals(Map.of(0, 1, 1, 0), Matching.of(Layer.EVENTS, labelled, read));
    }

    @Test
    void ofTwoEventsThatWouldDoTheOneWithTheRightDetailsIsTaken() {
        List<Fact> labelled = List.of(event("aid", "denied", "2022-03-08", 0, 100));
        List<Fact> read =
                List.of(event("aid", "asserted", "2022-03-09", 0, 100), event("aid", "denied", "2022-03-08", 0, 100));
        assertEquals(Map.of(1, 0), Matching.of(Layer.EVENTS, labelled, read));
    }

    @Test
    void detailsAreOfEventsFoundAndNumbersTooManyCostToo() {
        Facts labelled = facts(NONE, NONE, List.of(event("casualty", "asserted", "2022-03-08", 0, 100, 2.0, 3.0)));
        Facts read = facts(NONE, NONE, List.of(event("casualty", "planned", "2022-03-08", 0, 90, 2.0, 7.0, 8.0)));
        Score score = score(labelled, read);
        assertEquals(1, score.f1(Layer.EVENTS));
        assertEquals(0, score.f1(Layer.EVENTS_WITH_STATUS));
        assertEquals(1, score.share(Detail.DATE));
        assertEquals(1, score.share(Detail.PLACE));
        assertEquals(1.0 / 3, score.share(Detail.NUMBERS));
        assertTrue(Double.isNaN(score.share(Detail.ACCUSED)));
        assertEquals(0, score.extra());
    }

    @Test
    void namesAreFoldedAndPlacesAreNearWithinTenKilometres() {
        assertEquals("société d été 2", Names.fold("  Société-d’ÉTÉ (2)"));
        assertTrue(new Spot(40, 46).near(new Spot(40.08, 46)));
        assertTrue(!new Spot(40, 46).near(new Spot(40.1, 46)));
    }
}
