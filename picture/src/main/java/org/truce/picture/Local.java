package org.truce.picture;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The times of one day's numbers as instants of a zone. On days on which no clock is changed it costs an addition. */
final class Local {
    private final ZoneRules rules;
    private final long[] from;
    private final byte[] flags;
    private final boolean steady;
    private final long offset;
    private final long first;
    private final long last;

    /** @param number the day's: days since 1970 */
    Local(ZoneRules rules, int number, Day day) {
        this.rules = rules;
        this.from = day.from;
        this.flags = day.flags;
        long start = number * Columns.DAY;
        ZoneOffsetTransition next = day.zoned ? null : rules.nextTransition(Instant.ofEpochMilli(start - Columns.DAY));
        // Clocks are changed neither on that day nor on the days beside it: every local time of it has one offset.
        boolean calendar = Math.abs((long) number) < Columns.FURTHEST; // else it holds all that lies further away
        this.steady =
                day.zoned || (calendar && (next == null || next.toEpochSecond() * 1000 > start + 2 * Columns.DAY));
        this.offset = day.zoned || !steady
                ? 0
                : rules.getOffset(LocalDateTime.ofEpochSecond(start / 1000, 0, ZoneOffset.UTC))
                                .getTotalSeconds()
                        * 1000L;
        long slack = day.zoned ? 0 : Columns.DAY;
        this.first = calendar ? start - slack : Long.MIN_VALUE;
        this.last = calendar ? start + Columns.DAY + slack : Long.MAX_VALUE;
    }

    /** When a number's time began. */
    long instant(int i) {
        long from = this.from[i];
        int zoned = flags[i] & Day.ZONED;
        if (steady) {
            return from - offset * (1 - zoned); // without a branch that nobody could foretell
        }
        return zoned != 0 ? from : Began.instant(from, rules);
    }

    /** Whether a number's time began in [low, high). */
    boolean within(int i, long low, long high) {
        if (low <= first && high >= last) {
            return true; // the whole day did
        }
        long begin = instant(i);
        return begin >= low && begin < high;
    }
}
