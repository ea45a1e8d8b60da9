package org.truce.picture;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Entry;
import org.truce.model.id.PlaceId;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.Seen;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.place.Where;

/**
 * Observations in columns, one row a class of an observation, in record order: <em>known</em> is a prefix. A column
 * holds only what the entry itself says; a place is resolved at the query. Blocks know the bounds of their times, so
 * that a query passes over those that cannot matter. One writer; readers hold the picture's lock.
 */
final class Observations {
    private static final int BLOCK = 1024;
    private static final SeenType[] TYPES = SeenType.values();

    private final Rows rows;
    private int[] row = new int[BLOCK];
    private long[] from = new long[BLOCK];
    private long[] to = new long[BLOCK];
    private double[] longitude = new double[BLOCK];
    private double[] latitude = new double[BLOCK];
    private byte[] type = new byte[BLOCK];
    private double[] count = new double[BLOCK];
    private boolean[] exercise = new boolean[BLOCK];
    private long[] blockFrom = new long[1];
    private long[] blockTo = new long[1];
    private int size;

    Observations(Rows rows) {
        this.rows = rows;
    }

    void add(int entryRow, Entry entry, Observed observed) {
        Point own = ownPoint(entry.where());
        // A time without a zone of its own may lie a day to either side of UTC: the block bounds allow for it.
        boolean zoned = entry.occurred() == null || entry.occurred().zone() != null;
        long begin = entry.occurred() == null
                ? entry.stated().toEpochMilli()
                : millis(entry.occurred().earliest(java.time.ZoneOffset.UTC));
        long end = entry.occurred() == null ? begin : millis(entry.occurred().latest(java.time.ZoneOffset.UTC));
        for (Seen seen : observed.seen()) {
            if (size == row.length) {
                grow();
            }
            row[size] = entryRow;
            from[size] = begin;
            to[size] = end;
            longitude[size] = own == null ? Double.NaN : own.getX();
            latitude[size] = own == null ? Double.NaN : own.getY();
            type[size] = (byte) java.util.List.of(TYPES).indexOf(seen.type());
            count[size] = seen.count().value();
            exercise[size] = observed.exercise();
            bound(size / BLOCK, begin, end, zoned);
            size++;
        }
    }

    private void bound(int block, long begin, long end, boolean zoned) {
        long slack = zoned ? 0 : 86_400_000L;
        if (size % BLOCK == 0) {
            if (block == blockFrom.length) {
                blockFrom = Arrays.copyOf(blockFrom, block * 2);
                blockTo = Arrays.copyOf(blockTo, block * 2);
            }
            blockFrom[block] = Long.MAX_VALUE;
            blockTo[block] = Long.MIN_VALUE;
        }
        blockFrom[block] = Math.min(blockFrom[block], begin - slack);
        blockTo[block] = Math.max(blockTo[block], end + slack);
    }

    private void grow() {
        int wider = row.length * 2;
        row = Arrays.copyOf(row, wider);
        from = Arrays.copyOf(from, wider);
        to = Arrays.copyOf(to, wider);
        longitude = Arrays.copyOf(longitude, wider);
        latitude = Arrays.copyOf(latitude, wider);
        type = Arrays.copyOf(type, wider);
        count = Arrays.copyOf(count, wider);
        exercise = Arrays.copyOf(exercise, wider);
    }

    /** Counts by class of what began in [since, until) within metres of a point; everywhere where no point is given. */
    Map<SeenType, Double> count(View view, Instant since, Instant until, @Nullable Point centre, double metres) {
        double[] sums = new double[TYPES.length];
        long low = millis(since);
        long high = millis(until);
        for (int block = 0; block * BLOCK < size; block++) {
            if (blockTo[block] >= low && blockFrom[block] < high) {
                int end = Math.min(size, (block + 1) * BLOCK);
                for (int i = block * BLOCK; i < end; i++) {
                    if (!exercise[i]
                            && begins(view, i, low, high)
                            && near(view, i, centre, metres)
                            && view.visible(row[i])) {
                        sums[type[i]] += count[i];
                    }
                }
            }
        }
        Map<SeenType, Double> counts = new EnumMap<>(SeenType.class);
        for (SeenType one : TYPES) {
            double sum = sums[java.util.List.of(TYPES).indexOf(one)];
            if (sum > 0) {
                counts.put(one, sum);
            }
        }
        return counts;
    }

    private boolean begins(View view, int i, long low, long high) {
        Entry entry = rows.entry(row[i]);
        boolean exact = entry.occurred() == null || entry.occurred().zone() != null;
        long begin = exact && entry.occurred() == null ? from[i] : millis(view.began(entry));
        return begin >= low && begin < high;
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
