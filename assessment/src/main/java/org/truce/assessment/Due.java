package org.truce.assessment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Agreement.Form;
import org.truce.model.time.Deadline;
import org.truce.picture.View;

/**
 * Something that falls due: of which obligation, what, when, and how long until then or since.
 *
 * @param file the obligation
 * @param what what falls due
 * @param at the first instant that is too late, or the end of the term or period
 * @param deadline the deadline itself, where it is one
 * @param overdue whether it is too late
 * @param days begun days until then; whole days since then where it is overdue
 * @param warning the nearest mark that it has passed, of {@link #WARNINGS}; 0 where it has passed none or is overdue
 */
public record Due(
        ObligationFile file,
        What what,
        Instant at,
        @Nullable Deadline deadline,
        boolean overdue,
        long days,
        int warning) {
    /** Days before something falls due at which a warning is given. */
    public static final List<Integer> WARNINGS = List.of(1, 7, 14, 30);

    /** What can fall due. */
    public enum What {
        /** An obligation is to be met. */
        DEADLINE,
        /** A power can no longer be used. */
        POWER,
        /** It can no longer be said that the obligation shall not be renewed. */
        NOTICE,
        /** The obligation renews by itself. */
        RENEWAL,
        /** The obligation ends unless it is renewed. */
        RENEWAL_NEEDED,
        /** The obligation ends. */
        END,
        /** A period of a duty that recurs ends. */
        PERIOD
    }

    /**
     * What is overdue, the longest first, then what falls due in the next days, the nearest first. Linear in the
     * obligations.
     */
    public static List<Due> within(View view, int days) {
        List<Due> all = new ArrayList<>();
        for (ObligationFile file : Obligations.of(view).all()) {
            if (file.owed()) {
                deadline(all, file, view);
                term(all, file, view);
                if (file.periods() != null) {
                    coming(all, file, What.PERIOD, file.periods().next(), view.zone(), view);
                }
            }
        }
        return all.stream()
                .filter(due -> due.overdue() || due.days() <= days)
                .sorted(Comparator.comparing((Due due) -> !due.overdue())
                        .thenComparing(Due::at)
                        .thenComparingLong(due -> due.file().set().index()))
                .toList();
    }

    private static void deadline(List<Due> all, ObligationFile file, View view) {
        Deadline deadline = file.deadline();
        if (deadline == null) {
            return;
        }
        Instant at = deadline.instant();
        boolean power = file.set().body().form() == Form.POWER;
        if (view.valid().isBefore(at)) {
            long days = days(view.valid(), at, deadline.zone());
            all.add(new Due(file, power ? What.POWER : What.DEADLINE, at, deadline, false, days, warning(days)));
        } else if (!power && late(file.state())) {
            long days = ChronoUnit.DAYS.between(
                    at.atZone(deadline.zone()), view.valid().atZone(deadline.zone()));
            all.add(new Due(file, What.DEADLINE, at, deadline, true, days, 0));
        }
    }

    /** A condition that has not come and a suspension keep a deadline from running; a repaired breach was made good. */
    private static boolean late(ObligationFile.State state) {
        return switch (state) {
            case OVERDUE, BREACHED -> true;
            case CONDITIONAL, IN_FORCE, PARTLY_FULFILLED, REPAIRED, SUSPENDED, FULFILLED, SUPERSEDED, ENDED -> false;
        };
    }

    private static void term(List<Due> all, ObligationFile file, View view) {
        Term term = file.term();
        if (term == null) {
            return;
        }
        boolean last = term.said() == Term.Said.IN_TIME || !file.set().body().renewable();
        What what = term.silent() ? What.RENEWAL : last ? What.END : What.RENEWAL_NEEDED;
        coming(all, file, what, term.end(), view.zone(), view);
        if (term.notice() != null && term.said() == Term.Said.NOTHING) {
            coming(all, file, What.NOTICE, term.notice(), view.zone(), view);
        }
    }

    private static void coming(List<Due> all, ObligationFile file, What what, Instant at, ZoneId zone, View view) {
        if (view.valid().isBefore(at)) {
            long days = days(view.valid(), at, zone);
            all.add(new Due(file, what, at, null, false, days, warning(days)));
        }
    }

    /** Days that have begun between two instants, by the calendar of a zone: a day of 23 hours is one. */
    private static long days(Instant from, Instant to, ZoneId zone) {
        ZonedDateTime begin = from.atZone(zone);
        long whole = ChronoUnit.DAYS.between(begin, to.atZone(zone));
        return begin.plusDays(whole).toInstant().isBefore(to) ? whole + 1 : whole;
    }

    private static int warning(long days) {
        return WARNINGS.stream().filter(mark -> days <= mark).findFirst().orElse(0);
    }
}
