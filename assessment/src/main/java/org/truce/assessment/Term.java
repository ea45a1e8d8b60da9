package org.truce.assessment;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Agreement.ObligationSet;

/**
 * The term of an obligation that runs at an instant.
 *
 * @param end the first instant after it
 * @param notice the first instant at which it is too late to say that it shall not be renewed; absent where no notice
 *     was agreed
 * @param silent whether it renews by itself where nobody says otherwise in time
 * @param renewals how often it was renewed until now
 * @param said whether somebody said, in this term, that it shall not be renewed, and in time
 */
public record Term(Instant end, @Nullable Instant notice, boolean silent, long renewals, Said said) {

    /** Whether it was said in a term that it shall not be renewed. */
    public enum Said {
        NOTHING,
        /** In time: the term is the last one. */
        IN_TIME,
        /** Too late: silence has renewed it. */
        TOO_LATE
    }

    /**
     * The term of an obligation at an instant; null where it has no end, or none that is known.
     *
     * @param renewed how often somebody renewed it until then
     * @param notices when it was said until then that it shall not be renewed, the earliest first
     */
    static @Nullable Term of(ObligationSet set, Instant at, long renewed, List<Instant> notices, ZoneId zone) {
        Instant first = set.until() == null ? Instant.MAX : set.until().latest(zone);
        if (first.equals(Instant.MAX)) {
            return null;
        }
        boolean silent = set.notice() != null;
        if (set.term() == null) {
            Term only = term(set, first, 0, Instant.MIN, notices, zone);
            // For how long it was renewed nobody says: from then on it has no end that is known.
            boolean open = renewed > 0 || (silent && only.said != Said.IN_TIME && !at.isBefore(first));
            return open ? null : only;
        }
        Recurrence ends = new Recurrence(first.atZone(zone), set.term());
        for (Instant notice : notices) {
            long renewals = silent ? Math.max(renewed, over(ends, first, notice)) : renewed;
            Term then = term(set, ends.after(renewals), renewals, begin(ends, renewals), notices, zone);
            if (then.said == Said.IN_TIME) {
                return then;
            }
        }
        long renewals = silent ? Math.max(renewed, over(ends, first, at)) : renewed;
        return term(set, ends.after(renewals), renewals, begin(ends, renewals), notices, zone);
    }

    private static long over(Recurrence ends, Instant first, Instant at) {
        return at.isBefore(first) ? 0 : ends.ended(at) + 1;
    }

    private static Instant begin(Recurrence ends, long renewals) {
        return renewals == 0 ? Instant.MIN : ends.after(renewals - 1);
    }

    private static Term term(
            ObligationSet set, Instant end, long renewals, Instant begin, List<Instant> notices, ZoneId zone) {
        Period before = set.notice();
        Instant last = before == null ? null : end.atZone(zone).minus(before).toInstant();
        Said said = Said.NOTHING;
        for (Instant notice : notices) {
            boolean here = !notice.isBefore(begin) && notice.isBefore(end);
            if (here && said != Said.IN_TIME) {
                said = last == null || notice.isBefore(last) ? Said.IN_TIME : Said.TOO_LATE;
            }
        }
        return new Term(end, last, last != null && said != Said.IN_TIME, renewals, said);
    }
}
