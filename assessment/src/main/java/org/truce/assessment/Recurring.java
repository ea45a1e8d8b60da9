package org.truce.assessment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Agreement.BreachFound;
import org.truce.model.kind.Agreement.PerformanceReported;
import org.truce.model.quantity.Amount;
import org.truce.picture.Held;
import org.truce.picture.View;

/** Counts in how many of its periods a duty that recurs was performed. */
final class Recurring {
    private final View view;
    private final Recurrence periods;
    private final @Nullable Instant end;
    private final @Nullable Amount owed;
    private final double least;

    /**
     * Of a duty.
     *
     * @param end when it ends; null where it does not
     * @param owed how much is owed in each period; any report of performance counts where null
     * @param tolerance share of it that may be missing
     */
    Recurring(View view, Recurrence periods, @Nullable Instant end, @Nullable Amount owed, double tolerance) {
        this.view = view;
        this.periods = periods;
        this.end = end;
        this.owed = owed;
        this.least = owed == null ? 0 : owed.value() * (1 - tolerance);
    }

    Periods count(List<Held<PerformanceReported>> reports, List<Held<BreachFound>> findings, Instant at) {
        Instant until = end != null && end.isBefore(at) ? end : at;
        long ended = periods.ended(until);
        Set<Long> breached = findings.stream()
                .map(held -> period(view.began(held)))
                .filter(period -> period >= 0 && period < ended)
                .collect(Collectors.toSet());
        Map<Long, Double> done = new HashMap<>();
        for (Held<PerformanceReported> held : reports) {
            long period = period(view.began(held));
            if (!view.began(held).isAfter(at) && period >= 0 && period < ended) {
                done.merge(period, done(held.body()), Double::sum);
            }
        }
        long performed = done.entrySet().stream()
                .filter(one -> one.getValue() > 0 && one.getValue() >= least && !breached.contains(one.getKey()))
                .count();
        return new Periods(
                ended, performed, breached.size(), ended - performed - breached.size(), periods.after(ended + 1));
    }

    /** The period in which an instant lies, from 0; negative before the first. */
    private long period(Instant at) {
        return at.isBefore(periods.begin().toInstant()) ? -1 : periods.ended(at);
    }

    private double done(PerformanceReported report) {
        if (report.completes() || owed == null) {
            return Double.POSITIVE_INFINITY;
        }
        Amount done = report.done();
        return done != null && done.unit() == owed.unit() ? done.value() : 0;
    }
}
