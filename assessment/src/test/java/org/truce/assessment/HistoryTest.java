package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.Invalid;
import org.truce.model.kind.Judgement.Level;

/** What was said of each day then, what is said of it now, and how it turned out. */
class HistoryTest {
    private static final String LINE = """
            'boundary':'line','role':'line-of-contact','name':{'en':'Line'},'geometry':{'type':'LineString',\
            'coordinates':[[46,40],[46.04,40]]},'from':'2020-11-10','approximate':false,'drawnFrom':{'en':'t'}""";
    private static final String AT = "'geometry':{'type':'Point','coordinates':[46.02,40]},'radiusMetres':10";

    /** Watched round the clock; heavy fire on 10 June, which is told on the 12th. */
    private static Script told() {
        return new Script()
                .mandate()
                .entry("BoundaryDrawn", "2020-11-10", null, LINE)
                .entry("PostManned", "2020-11-15", "2020-11-15", AT, """
                        'post':'p','by':'m','temporary':false,'fieldOfView':6000,'hoursPerDay':24""")
                .entry("Observed", "2021-06-12", "2021-06-10T10:00Z", AT, """
                        'observer':'m','means':'heard','count':{'value':1,'unit':'rounds'},\
                        'seen':[{'type':'explosion','count':{'value':1,'unit':'rounds'}}]""");
    }

    @Test
    void aLateWordChangesWhatIsKnownOfADayAndNotWhatWasSaidOfIt() {
        Script script = told();
        List<History> all = History.of(script.on("2021-06-30"), 25);
        History tenth = all.stream()
                .filter(one -> one.day().toString().equals("2021-06-10"))
                .findFirst()
                .orElseThrow();
        assertEquals(Level.BREACHED, tenth.now());
        // By the end of the tenth three entries had been stated; the fire was on the twelfth.
        assertEquals(3, tenth.known());
        assertEquals(Level.FRAGILE, tenth.level());
        assertEquals(Level.FRAGILE, tenth.fortnight());
        assertEquals(History.Turned.BORNE_OUT, tenth.turned());
        assertFalse(tenth.falseStable());
        assertEquals(25, all.size());
        assertEquals("2021-06-30", all.getLast().day().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "STABLE, STABLE, BORNE_OUT",
        "STABLE, BREACHED, WORSE",
        "BREACHED, FRAGILE, BETTER",
        "DETERIORATING, BREACHED, WORSE",
        "STABLE, INSUFFICIENT_OBSERVATION, OPEN",
        "INSUFFICIENT_OBSERVATION, STABLE, OPEN"
    })
    void aLevelIsHeldAgainstTheFortnightsLater(Level level, Level later, History.Turned turned) {
        assertEquals(turned, History.turned(level, later));
        assertEquals(History.Turned.OPEN, History.turned(level, null));
    }

    @Test
    void daysOutOfRangeAreRefused() {
        assertThrows(Invalid.class, () -> History.of(told().on("2021-06-30"), 0));
        assertThrows(Invalid.class, () -> History.of(told().on("2021-06-30"), History.MOST_DAYS + 1));
    }
}
