package org.truce.assessment.statistics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.model.Invalid;
import org.truce.picture.View;

/**
 * The figures of a period that ends with a view's last day. Each is computed three times by the same rule: now, as the
 * last issue knew the same period, and of the period before.
 */
public final class Statistics {
    /** A week, as the daily report has it. */
    public static final int USUAL_DAYS = 7;

    /** Longest period. */
    public static final int MOST_DAYS = 366;

    private Statistics() {}

    /**
     * The figures, in the order of their sections; costs three passes over the effort of the period.
     *
     * @param days of the period, 1 to {@value #MOST_DAYS}; others are refused with {@code bad-days}
     * @param issued size of the record that the last issue knew
     */
    public static List<Statistic> of(View view, int days, long issued) {
        Invalid.unless(days >= 1 && days <= MOST_DAYS, "bad-days", "A period has 1 to " + MOST_DAYS + " days.");
        LocalDate last = view.valid().minusNanos(1).atZone(view.zone()).toLocalDate();
        LocalDate first = last.minusDays(days - 1L);
        Map<String, Statistic> issue = byKey(new Figures(view.knowing(issued), first, last, issued).all());
        View then = view.on(first.atStartOfDay(view.zone()).toInstant());
        Map<String, Statistic> before =
                byKey(new Figures(then, first.minusDays(days), first.minusDays(1), issued).all());
        return new Figures(view, first, last, issued)
                .all().stream()
                        .map(one -> one.beside(issue.get(one.key()), before.get(one.key())))
                        .toList();
    }

    private static Map<String, Statistic> byKey(List<Statistic> figures) {
        Map<String, Statistic> byKey = new HashMap<>();
        figures.forEach(figure -> byKey.put(figure.key(), figure));
        return byKey;
    }
}
