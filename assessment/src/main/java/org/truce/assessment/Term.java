package org.truce.assessment;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
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
 */
public record Term(Instant end, @Nullable Instant notice, boolean silent, long renewals) {

    /**
     * The term of an obligation at an instant; null where it has no end, or none that is known.
     *
     * @param renewed how often somebody renewed it until then
     */
    static @Nullable Term of(ObligationSet set, Instant at, long renewed, ZoneId zone) {
        Instant first = set.until() == null ? Instant.MAX : set.until().latest(zone);
        if (first.equals(Instant.MAX)) {
            return null;
        }
        boolean silent = set.notice() != null;
        if (set.term() == null) {
            // For how long it was renewed nobody says: from then on it has no end that is known.
            boolean open = renewed > 0 || (silent && !at.isBefore(first));
            return open ? null : term(set, first, silent, 0, zone);
        }
        Recurrence ends = new Recurrence(first.atZone(zone), set.term());
        boolean over = silent && !at.isBefore(first);
        long renewals = over ? Math.max(renewed, ends.ended(at) + 1) : renewed;
        return term(set, ends.after(renewals), silent, renewals, zone);
    }

    private static Term term(ObligationSet set, Instant end, boolean silent, long renewals, ZoneId zone) {
        Period notice = set.notice();
        return new Term(
                end, notice == null ? null : end.atZone(zone).minus(notice).toInstant(), silent, renewals);
    }
}
