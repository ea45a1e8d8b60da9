package org.truce.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.View;

/**
 * The assessment of one day as it was known then and as it is known now, with how it turned out.
 *
 * @param day which
 * @param level as known at the day's end
 * @param now of the same day as known with the view
 * @param adequacy how much was watched, as known then: no level without it
 * @param known so many entries were known at the day's end
 * @param week level seven days later as known now; absent where the view ends before
 * @param fortnight level fourteen days later; absent likewise
 * @param turned how it turned out
 * @param falseStable whether it said "stable" and within fourteen days the level was breached or deteriorating
 * @param entries the entries on which the level rested
 */
public record History(
        LocalDate day,
        Level level,
        Level now,
        Assessment.Adequacy adequacy,
        long known,
        @Nullable Level week,
        @Nullable Level fortnight,
        Turned turned,
        boolean falseStable,
        List<UUID> entries) {
    /** The days that are looked at where nobody asks for others. */
    public static final int USUAL_DAYS = 30;

    /** Most days that can be asked for at once. */
    public static final int MOST_DAYS = 3660;

    private static final int WEEK = 7;
    private static final int FORTNIGHT = 14;

    /** How a level turned out, by the level a fortnight later. */
    public enum Turned {
        /** The same. */
        BORNE_OUT,
        /** A worse one: nearer to "breached". */
        WORSE,
        /** A better one: nearer to "stable". */
        BETTER,
        /** The fortnight has not passed, or one of the two says only that too little was watched. */
        OPEN
    }

    /**
     * Of the last days of a view, oldest first. Costs two assessments a day.
     *
     * @param days 1 to {@value #MOST_DAYS}; others are refused with {@code bad-days}
     */
    public static List<History> of(View view, int days) {
        Invalid.unless(days >= 1 && days <= MOST_DAYS, "bad-days", "A history has 1 to " + MOST_DAYS + " days.");
        LocalDate last = view.valid().minusNanos(1).atZone(view.zone()).toLocalDate();
        LocalDate first = last.minusDays(days - 1L);
        Map<LocalDate, Level> levels = new HashMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            levels.put(day, Assessor.assess(view.on(end(view, day))).level());
        }
        List<History> all = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant end = end(view, day);
            long known = StrictMath.min(view.known(), view.picture().sizeAt(end));
            Assessment then = Assessor.assess(view.on(end).knowing(known));
            all.add(of(day, then, levels, last));
        }
        return List.copyOf(all);
    }

    private static History of(LocalDate day, Assessment then, Map<LocalDate, Level> levels, LocalDate last) {
        Level fortnight = levels.get(day.plusDays(FORTNIGHT));
        boolean worse = false;
        for (int later = 1; later <= FORTNIGHT && !day.plusDays(later).isAfter(last); later++) {
            Level level = levels.get(day.plusDays(later));
            worse |= level == Level.BREACHED || level == Level.DETERIORATING;
        }
        return new History(
                day,
                then.level(),
                Objects.requireNonNull(levels.get(day)),
                then.adequacy(),
                then.known(),
                levels.get(day.plusDays(WEEK)),
                fortnight,
                turned(then.level(), fortnight),
                then.level() == Level.STABLE && worse,
                then.reasons().stream()
                        .filter(Reason::fails)
                        .flatMap(reason -> reason.entries().stream())
                        .distinct()
                        .toList());
    }

    /** Levels in their order: breached, deteriorating, fragile, stable; too little observation has no place in it. */
    static Turned turned(Level level, @Nullable Level later) {
        if (later == null || rank(level) < 0 || rank(later) < 0) {
            return Turned.OPEN;
        }
        int by = Integer.compare(rank(later), rank(level));
        return by == 0 ? Turned.BORNE_OUT : by < 0 ? Turned.WORSE : Turned.BETTER;
    }

    private static int rank(Level level) {
        return switch (level) {
            case BREACHED -> 0;
            case DETERIORATING -> 1;
            case FRAGILE -> 2;
            case STABLE -> 3;
            case INSUFFICIENT_OBSERVATION -> -1;
        };
    }

    private static Instant end(View view, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(view.zone()).toInstant();
        return end.isBefore(view.valid()) ? end : view.valid();
    }
}
