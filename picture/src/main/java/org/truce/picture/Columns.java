package org.truce.picture;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Entry;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.Seen;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.time.Occurred;

/**
 * Everything of which there is much — observations, passages, counted movements — in columns, one row a number, in
 * record order: <em>known</em> is a prefix. A column holds only what the entry itself says; a place, and a time without
 * a zone of its own, are resolved at the query. Blocks know the bounds of their times, so that a query passes over those
 * that cannot matter. One writer; readers hold the picture's lock. 36 bytes a row.
 */
final class Columns {
    private static final int BLOCK = 1024;
    private static final long DAY = 86_400_000L;
    private static final SeenType[] TYPES = SeenType.values();
    private static final Map<SeenType, Integer> CODES = codes();
    /** What a row counts: a class of observation, or one of these. */
    private static final int PASSED = TYPES.length;

    private static final int RETURNED = TYPES.length + 1;
    private static final int MEASURES = TYPES.length + 2;

    private final Rows rows;
    private int[] row = new int[BLOCK];
    private long[] from = new long[BLOCK];
    private double[] longitude = new double[BLOCK];
    private double[] latitude = new double[BLOCK];
    private boolean[] zoned = new boolean[BLOCK];
    private byte[] measure = new byte[BLOCK];
    private double[] count = new double[BLOCK];
    private boolean[] exercise = new boolean[BLOCK];
    private long[] blockFrom = new long[1];
    private long[] blockTo = new long[1];
    private int size;

    private static Map<SeenType, Integer> codes() {
        Map<SeenType, Integer> codes = new EnumMap<>(SeenType.class);
        for (SeenType type : TYPES) {
            codes.put(type, codes.size());
        }
        return codes;
    }

    Columns(Rows rows) {
        this.rows = rows;
    }

    /** Adds the numbers of an entry; nothing where it has none. */
    void add(int entryRow, Entry entry) {
        switch (entry.body()) {
            case Observed observed -> {
                for (Seen seen : observed.seen()) {
                    add(entryRow, entry, code(seen.type()), seen.count().value(), observed.exercise());
                }
            }
            case PassageCounted passage ->
                add(entryRow, entry, PASSED, passage.passed().value(), false);
            case ReturnCounted returned -> {
                Amount day = returned.persons().day();
                if (day != null) {
                    add(entryRow, entry, RETURNED, day.value(), false);
                }
            }
            default -> {
                // Of other kinds there are few: they are read from their rows.
            }
        }
    }

    private void add(int entryRow, Entry entry, int measured, double counted, boolean drill) {
        Point own = ownPoint(entry.where());
        Occurred occurred = entry.occurred();
        if (size == row.length) {
            grow();
        }
        row[size] = entryRow;
        from[size] = occurred == null ? entry.stated().toEpochMilli() : millis(occurred.earliest(ZoneOffset.UTC));
        zoned[size] = occurred == null || occurred.earliest(ZoneOffset.MIN).equals(occurred.earliest(ZoneOffset.MAX));
        longitude[size] = own == null ? Double.NaN : own.getX();
        latitude[size] = own == null ? Double.NaN : own.getY();
        measure[size] = (byte) measured;
        count[size] = counted;
        exercise[size] = drill;
        bound(size / BLOCK, from[size], zoned[size]);
        size++;
    }

    private static int code(SeenType type) {
        return CODES.getOrDefault(type, -1);
    }

    private void bound(int block, long begin, boolean exact) {
        // A time without a zone of its own may lie a day to either side of UTC.
        long slack = exact ? 0 : DAY;
        if (size % BLOCK == 0) {
            if (block == blockFrom.length) {
                blockFrom = Arrays.copyOf(blockFrom, block * 2);
                blockTo = Arrays.copyOf(blockTo, block * 2);
            }
            blockFrom[block] = Long.MAX_VALUE;
            blockTo[block] = Long.MIN_VALUE;
        }
        blockFrom[block] = Math.min(blockFrom[block], begin - slack);
        blockTo[block] = Math.max(blockTo[block], begin + slack);
    }

    private void grow() {
        int wider = row.length * 2;
        row = Arrays.copyOf(row, wider);
        from = Arrays.copyOf(from, wider);
        longitude = Arrays.copyOf(longitude, wider);
        latitude = Arrays.copyOf(latitude, wider);
        zoned = Arrays.copyOf(zoned, wider);
        measure = Arrays.copyOf(measure, wider);
        count = Arrays.copyOf(count, wider);
        exercise = Arrays.copyOf(exercise, wider);
    }

    /** Counts by class of what began in [since, until) within metres of a point; everywhere where no point is given. */
    Map<SeenType, Double> count(View view, Instant since, Instant until, @Nullable Point centre, double metres) {
        double[] sums = sums(view, since, until, centre, metres);
        Map<SeenType, Double> counts = new EnumMap<>(SeenType.class);
        for (SeenType one : TYPES) {
            if (sums[code(one)] > 0) {
                counts.put(one, sums[code(one)]);
            }
        }
        return counts;
    }

    /** How many passed through corridors in [since, until). */
    double passed(View view, Instant since, Instant until) {
        return sums(view, since, until, null, 0)[PASSED];
    }

    /** How many persons returned in [since, until), by the counts of single days. */
    double returned(View view, Instant since, Instant until) {
        return sums(view, since, until, null, 0)[RETURNED];
    }

    private double[] sums(View view, Instant since, Instant until, @Nullable Point centre, double metres) {
        double[] sums = new double[MEASURES];
        long low = millis(since);
        long high = millis(until);
        ZoneRules rules = view.zone().getRules();
        for (int block = 0; block * BLOCK < size; block++) {
            if (blockTo[block] >= low && blockFrom[block] < high) {
                int end = Math.min(size, (block + 1) * BLOCK);
                for (int i = block * BLOCK; i < end; i++) {
                    long begin = zoned[i] ? from[i] : instant(from[i], rules);
                    if (!exercise[i]
                            && begin >= low
                            && begin < high
                            && near(view, i, centre, metres)
                            && view.visible(row[i])) {
                        sums[measure[i]] += count[i];
                    }
                }
            }
        }
        return sums;
    }

    /** The instant of a local time that was written down as if it were Universal Time. */
    private static long instant(long local, ZoneRules rules) {
        if (Math.abs(local) > Long.MAX_VALUE / 4) {
            return local;
        }
        long second = Math.floorDiv(local, 1000L);
        LocalDateTime clock =
                LocalDateTime.ofEpochSecond(second, Math.floorMod(local, 1000) * 1_000_000, ZoneOffset.UTC);
        return local - rules.getOffset(clock).getTotalSeconds() * 1000L;
    }

    private boolean near(View view, int i, @Nullable Point centre, double metres) {
        if (centre == null) {
            return true;
        }
        double x = longitude[i];
        double y = latitude[i];
        if (Double.isNaN(x)) {
            Entry entry = rows.entry(row[i]);
            PlaceId place = entry.where() == null ? null : entry.where().place();
            Geometry named = place == null ? null : Names.of(view).geometry(entry);
            if (named == null) {
                return false;
            }
            x = named.getCentroid().getX();
            y = named.getCentroid().getY();
        }
        // A degree of latitude is at least 110.5 km: what lies further away in it need not be measured.
        return Math.abs(y - centre.getY()) <= metres / 110_500
                && Geodesic.WGS84.Inverse(y, x, centre.getY(), centre.getX()).s12 <= metres;
    }

    private static @Nullable Point ownPoint(@Nullable Where where) {
        return where == null || where.geometry() == null
                ? null
                : where.geometry().getCentroid();
    }

    private static long millis(Instant instant) {
        return instant.equals(Instant.MIN)
                ? Long.MIN_VALUE / 2
                : instant.equals(Instant.MAX) ? Long.MAX_VALUE / 2 : instant.toEpochMilli();
    }
}
