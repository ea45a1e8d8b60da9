package org.truce.reading.events;

import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateMention;
import org.truce.reading.events.Matching.Match;
import org.truce.reading.places.PlaceMention;

/**
 * A match with what stands nearest to it.
 *
 * @param apart whether only the numbers nearest to its date are its own
 */
record Found(
        Match match,
        String status,
        @Nullable DateMention date,
        @Nullable PlaceMention place,
        boolean apart) {
    /** Whether its words carry a status of their own. */
    boolean certain() {
        return match.rule().status().equals(Status.DENIED)
                || match.rule().status().equals(Status.ASSERTED)
                || match.rule().status().equals("only-denied");
    }

    Found denied() {
        return new Found(match, Status.DENIED, date, place, apart);
    }

    Found at(DateMention day, @Nullable PlaceMention where, boolean numbersApart) {
        return new Found(match, status, day, where, numbersApart);
    }
}
