package org.truce.assessment.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Judgement.CountingRuleAgreed;
import org.truce.picture.View;

/**
 * A time between two daily cuts. A reporting day ends at the mandate's local hour: where the clocks are changed it has 23
 * or 25 hours, and a cut that the clocks skip is made at the first moment after it.
 *
 * @param name which
 * @param from its first instant
 * @param to the cut-off: the first instant after it
 */
public record Period(Name name, Instant from, Instant to) {
    private static final int WEEK = 7;

    /** Which. */
    public enum Name {
        /** The last whole reporting day. */
        DAY,
        /** The last seven of them. */
        WEEK,
        /** Everything since the rule's anchor. */
        TOTAL
    }

    /** The day, the week and the total of a rule, up to the last cut at or before a view's instant. */
    public static List<Period> of(View view, CountingRuleAgreed rule) {
        LocalDate day = lastCut(view);
        Instant to = cut(view, day);
        Instant anchor = rule.since() == null ? Instant.MIN : rule.since().earliest(view.zone());
        return List.of(
                new Period(Name.DAY, cut(view, day.minusDays(1)), to),
                new Period(Name.WEEK, cut(view, day.minusDays(WEEK)), to),
                new Period(Name.TOTAL, anchor.isBefore(to) ? anchor : to, to));
    }

    /** Whether an instant lies in it. */
    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** The day of the last cut at or before a view's instant. */
    private static LocalDate lastCut(View view) {
        LocalDate day = view.valid().atZone(view.zone()).toLocalDate();
        return cut(view, day).isAfter(view.valid()) ? day.minusDays(1) : day;
    }

    /** The instant at which the reporting day is cut on a date. */
    static Instant cut(View view, LocalDate day) {
        MandateSet mandate = view.mandate();
        LocalTime time = mandate == null ? LocalTime.MIDNIGHT : mandate.cut();
        ZoneId zone = view.zone();
        return day.atTime(time).atZone(zone).toInstant();
    }
}
