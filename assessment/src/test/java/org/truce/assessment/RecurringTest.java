package org.truce.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.id.ObligationId;
import org.truce.picture.View;

/** Duties that recur, and terms that are renewed. */
class RecurringTest {
    private static String told(View view) {
        ObligationFile file =
                java.util.Objects.requireNonNull(Obligations.of(view).find(new ObligationId("o")));
        Periods it = java.util.Objects.requireNonNull(file.periods());
        return file.state() + " " + it.performed() + " of " + it.ended() + ", breached " + it.breached()
                + ", unobserved " + it.unobserved();
    }

    /**
     * A report every month from 1 January 2021 to the end of June. Days of reports: 10 January, 10 and 20 February (which
     * are one month), none in March, a breach in April though a report came too, 31 May.
     */
    private static Script monthly(String more) {
        Script script = new Script().mandate();
        script.second("ObligationSet", "2020-12-31", "2021-01-01", """
                'obligation':'o','instrument':'i','point':'1','summary':{'en':'report'},'bearers':['bravo'],'form':'recur',\
                'every':'P1M','until':'2021-06-30'""" + more);
        for (String day : new String[] {"2021-01-10", "2021-02-10", "2021-02-20", "2021-04-02", "2021-05-31"}) {
            script.entry(
                    "PerformanceReported",
                    day,
                    day,
                    "'obligation':'o','what':{'en':'report'},'done':{'value':1,'unit':'acts'}");
        }
        return script.entry(
                "BreachFound",
                "2021-04-20",
                "2021-04-20",
                "'obligation':'o','finder':'m','what':{'en':'false'},'repaired':'2021-04-25'");
    }

    @Test
    void periodsArePerformedBreachedOrUnobserved() {
        Script script = monthly("");
        assertEquals("IN_FORCE 0 of 0, breached 0, unobserved 0", told(script.on("2021-01-30")));
        // The month ends with the 31st: from then on it counts.
        assertEquals("IN_FORCE 1 of 1, breached 0, unobserved 0", told(script.on("2021-02-01")));
        assertEquals("IN_FORCE 2 of 3, breached 0, unobserved 1", told(script.on("2021-04-10")));
        assertEquals("BREACHED 2 of 3, breached 0, unobserved 1", told(script.on("2021-04-20")));
        assertEquals("REPAIRED 3 of 5, breached 1, unobserved 1", told(script.on("2021-06-15")));
        // It ended, and was not performed in each period: it is not fulfilled.
        assertEquals("ENDED 3 of 6, breached 1, unobserved 2", told(script.on("2021-08-01")));
    }

    @Test
    void aQuantityIsOwedInEachPeriod() {
        Script script = monthly(",'quantity':{'value':2,'unit':'acts'}");
        assertEquals("IN_FORCE 1 of 3, breached 0, unobserved 2", told(script.on("2021-04-10")));
    }

    @Test
    void performedInEachPeriodItIsFulfilledAtItsEnd() {
        Script script = new Script().mandate();
        script.second("ObligationSet", "2020-12-31", "2021-01-01", """
                'obligation':'o','instrument':'i','point':'1','summary':{'en':'report'},'bearers':['bravo'],'form':'recur',\
                'every':'P1W','until':'2021-01-14'""");
        for (String day : new String[] {"2021-01-02", "2021-01-10"}) {
            script.entry("PerformanceReported", day, day, "'obligation':'o','what':{'en':'report'}");
        }
        assertEquals("IN_FORCE 1 of 1, breached 0, unobserved 0", told(script.on("2021-01-13")));
        assertEquals("FULFILLED 2 of 2, breached 0, unobserved 0", told(script.on("2021-01-15")));
    }

    /** Counted from the beginning, the 31st does not wander: 28 February, then 31 March again. */
    @ParameterizedTest
    @CsvSource({
        "2021-01-31, P1M, 2, 2021-03-31T00:00+04:00",
        "2021-01-31, P1M, 1, 2021-02-28T00:00+04:00",
        "2020-02-29, P1Y, 1, 2021-02-28T00:00+04:00",
        "2020-02-29, P1Y, 4, 2024-02-29T00:00+04:00",
        "2021-01-01, P1M1D, 2, 2021-03-03T00:00+04:00"
    })
    void periodsFollowTheCalendar(String begin, String every, long periods, String end) {
        Recurrence it = new Recurrence(
                ZonedDateTime.parse(begin + "T00:00+04:00").withZoneSameLocal(ZoneId.of("Asia/Yerevan")),
                Period.parse(every));
        assertEquals(ZonedDateTime.parse(end).toInstant(), it.after(periods));
        assertEquals(periods, it.ended(it.after(periods)));
        assertEquals(periods - 1, it.ended(it.after(periods).minusNanos(1)));
    }

    private static String term(String more, String renewed, String day) {
        Script script = new Script().mandate();
        script.second("ObligationSet", "2020-11-10", "2020-11-10", """
                'obligation':'o','instrument':'i','point':'4','summary':{'en':'stay'},'bearers':['bravo'],'form':'maintain',\
                'renewable':true,'until':'2021-11-09'""" + more);
        if (!renewed.isEmpty()) {
            script.entry(
                    "ObligationAmended",
                    renewed,
                    renewed,
                    "'obligation':'o','how':'instrument','reason':{'en':'again'},'change':'renewed'");
        }
        ObligationFile file =
                java.util.Objects.requireNonNull(Obligations.of(script.on(day)).find(new ObligationId("o")));
        Term term = file.term();
        return file.state() + " "
                + (term == null ? "open" : term.end().atZone(Script.ZONE).toLocalDate() + " x" + term.renewals());
    }

    /** The term ends with 9 November: the first instant after it is the 10th. */
    @Test
    void termsEndRenewOrStayOpen() {
        assertEquals("IN_FORCE 2021-11-10 x0", term("", "", "2021-11-09"));
        assertEquals("ENDED 2021-11-10 x0", term("", "", "2021-11-11"));
        assertEquals("IN_FORCE open", term("", "2021-11-01", "2030-01-01"));
        assertEquals("IN_FORCE 2022-11-10 x1", term(",'term':'P1Y'", "2021-11-01", "2021-11-11"));
        assertEquals("ENDED 2022-11-10 x1", term(",'term':'P1Y'", "2021-11-01", "2023-01-01"));
        // Silence renews, again and again.
        assertEquals("IN_FORCE 2021-11-10 x0", term(",'term':'P1Y','notice':'P3M'", "", "2021-11-09"));
        assertEquals("IN_FORCE 2022-11-10 x1", term(",'term':'P1Y','notice':'P3M'", "", "2021-11-11"));
        assertEquals("IN_FORCE 2031-11-10 x10", term(",'term':'P1Y','notice':'P3M'", "", "2031-01-01"));
        assertEquals("IN_FORCE open", term(",'notice':'P3M'", "", "2031-01-01"));
    }

    private static String notice(String more, String said, String day, String... renewed) {
        Script script = new Script().mandate();
        script.second("ObligationSet", "2020-11-10", "2020-11-10", """
                'obligation':'o','instrument':'i','point':'4','summary':{'en':'stay'},'bearers':['bravo'],'form':'maintain',\
                'renewable':true,'until':'2021-11-09','notice':'P3M'""" + more);
        String body = "'obligation':'o','how':'exchange-of-letters','reason':{'en':'r'},'change':";
        script.entry("ObligationAmended", said, said, body + "'not-renewed'");
        for (String again : renewed) {
            script.entry("ObligationAmended", again, again, body + "'renewed'");
        }
        ObligationFile file =
                java.util.Objects.requireNonNull(Obligations.of(script.on(day)).find(new ObligationId("o")));
        Term term = file.term();
        return file.state() + " "
                + (term == null ? "open" : term.end().atZone(Script.ZONE).toLocalDate() + " " + term.said())
                + " "
                + file.flags().stream()
                        .filter(flag -> flag != ObligationFile.Flag.OBSERVATION_INSUFFICIENT)
                        .toList();
    }

    /**
     * A term that ends with 9 November and a notice of three months: from 10 August on it is too late to say that it shall
     * not be renewed.
     */
    @Test
    void aNoticeInTimeMakesTheTermTheLast() {
        String yearly = ",'term':'P1Y'";
        assertEquals("IN_FORCE 2021-11-10 IN_TIME [NOT_TO_BE_RENEWED]", notice(yearly, "2021-08-09", "2021-10-01"));
        assertEquals("ENDED 2021-11-10 IN_TIME [NOT_TO_BE_RENEWED]", notice(yearly, "2021-08-09", "2021-11-10"));
        assertEquals("ENDED 2021-11-10 IN_TIME [NOT_TO_BE_RENEWED]", notice(yearly, "2021-08-09", "2035-11-10"));
        assertEquals("ENDED 2021-11-10 IN_TIME [NOT_TO_BE_RENEWED]", notice("", "2021-08-09", "2021-11-10"));
        // A day later silence renews for another year; then what was said too late has passed with its term.
        assertEquals("IN_FORCE 2021-11-10 TOO_LATE [NOTICE_TOO_LATE]", notice(yearly, "2021-08-10", "2021-10-01"));
        assertEquals("IN_FORCE 2022-11-10 NOTHING []", notice(yearly, "2021-08-10", "2021-11-10"));
        // In the second term, and before it was said.
        assertEquals("IN_FORCE 2022-11-10 IN_TIME [NOT_TO_BE_RENEWED]", notice(yearly, "2022-01-01", "2022-02-01"));
        assertEquals("IN_FORCE 2021-11-10 NOTHING []", notice(yearly, "2022-01-01", "2021-10-01"));
        // Renewed all the same by both.
        assertEquals("IN_FORCE 2022-11-10 NOTHING []", notice(yearly, "2021-08-01", "2021-12-01", "2021-09-01"));
    }
}
