package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Shares of the line, and hours away from it. */
class ExposureTest {
    private static Script script() {
        return new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-10", null, """
                        'boundary':'line','role':'line-of-contact','name':{'en':'Line'},'geometry':{'type':'LineString',\
                        'coordinates':[[46,40],[46.04,40]]},'from':'2020-11-10','approximate':false,\
                        'drawnFrom':{'en':'t'}""")
                .entry("BoundaryDrawn", "2020-11-10", null, """
                        'boundary':'far','role':'district','name':{'en':'Far'},'geometry':{'type':'Polygon',\
                        'coordinates':[[[48,41],[48.5,41],[48.5,41.5],[48,41.5],[48,41]]]},'from':'2020-11-10',\
                        'approximate':false,'drawnFrom':{'en':'t'}""")
                .entry(
                        "PostManned",
                        "2020-11-15",
                        "2020-11-15",
                        "'geometry':{'type':'Point','coordinates':[46.02,40]},'radiusMetres':10",
                        "'post':'near','by':'m','temporary':false,'fieldOfView':6000,'hoursPerDay':24")
                .entry(
                        "PostManned",
                        "2020-11-15",
                        "2020-11-15",
                        "'geometry':{'type':'Point','coordinates':[48.2,41.2]},'radiusMetres':10",
                        "'post':'away','by':'m','temporary':false,'fieldOfView':6000,'hoursPerDay':24");
    }

    private static String row(Exposure one) {
        var reason = one.noShare();
        return (one.zone() == null ? "line" : one.zone().id().value()) + " " + (one.covered() != null) + " "
                + Math.round(one.observersByDay() + one.observersByNight())
                + (reason == null ? "" : " " + reason.code());
    }

    /** Fourteen days of two posts round the clock; one of them where no line runs. */
    @Test
    void aZoneAwayFromTheLineSaysWhyItHasNoShare() {
        List<String> windows = Exposure.of(script().on("2021-05-02")).stream()
                .filter(one -> one.day() == null)
                .map(ExposureTest::row)
                .toList();
        assertEquals(List.of("line true 672", "far false 336 no-share-away-from-line"), windows);
    }

    /** What one view looked up another takes over: it must be what it would have found by itself. */
    @Test
    void daysThatViewsShareAreWhatEachFindsAlone() {
        Script shared = script();
        for (String day : List.of("2021-05-10", "2021-05-02", "2021-05-09", "2021-05-03", "2021-05-10")) {
            assertEquals(all(script(), day), all(shared, day));
        }
    }

    private static List<String> all(Script script, String day) {
        return Exposure.of(script.on(day)).stream()
                .map(one -> row(one) + " " + one.day() + " " + one.covered() + " " + one.byDay() + " " + one.byNight()
                        + " " + one.seeing() + " " + one.hours() + " " + one.entries())
                .toList();
    }
}
