package org.truce.picture;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.truce.model.entry.Entry;
import org.truce.model.time.Occurred;

/**
 * Since when what an entry states may have been so, as a column holds it.
 *
 * @param millis since 1970; of a local time as if it were Universal Time
 * @param zoned whether it is an instant; else the mandate's zone tells which
 * @param cut whether it lies behind the millisecond that it names
 */
record Began(long millis, boolean zoned, boolean cut) {
    /** A time that nobody lived to see, for beginnings without a bound. */
    private static final long FAR = Long.MAX_VALUE / 2;

    static Began of(Entry entry) {
        Occurred occurred = entry.occurred();
        if (occurred == null) {
            return new Began(millis(entry.stated()), true, isCut(entry.stated()));
        }
        Instant from = occurred.earliest(ZoneOffset.MIN);
        boolean zoned = from.equals(occurred.earliest(ZoneOffset.MAX));
        from = zoned ? from : occurred.earliest(ZoneOffset.UTC);
        return new Began(millis(from), zoned, isCut(from));
    }

    private static boolean isCut(Instant instant) {
        return !instant(millis(instant)).equals(instant);
    }

    static long millis(Instant instant) {
        return instant.equals(Instant.MIN) ? -FAR : instant.equals(Instant.MAX) ? FAR : instant.toEpochMilli();
    }

    /** The instant that a number of milliseconds stands for. */
    static Instant instant(long millis) {
        return millis == -FAR ? Instant.MIN : millis == FAR ? Instant.MAX : Instant.ofEpochMilli(millis);
    }

    /** The instant of a local time that was written down as if it were Universal Time. */
    static long instant(long local, ZoneRules rules) {
        if (Math.abs(local) > Long.MAX_VALUE / 4) {
            return local;
        }
        long second = Math.floorDiv(local, 1000L);
        LocalDateTime clock =
                LocalDateTime.ofEpochSecond(second, Math.floorMod(local, 1000) * 1_000_000, ZoneOffset.UTC);
        return local - rules.getOffset(clock).getTotalSeconds() * 1000L;
    }
}
