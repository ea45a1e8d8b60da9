package org.truce.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
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

/**
 * Everything of which there is much — observations, passages, counted movements — in columns, one number a class, each day
 * by itself and in it in record order: a question looks at the days of which it is, and there at a prefix. A column holds
 * only what the entry itself says; a named place, and a time without a zone of its own, are resolved at the query. What
 * withdraws another entry is not held. One writer; readers
 * hold the picture's lock.
 */
final class Columns {
    static final long DAY = 86_400_000L;
    /** No calendar reaches further to either side of 1970, in days. */
    static final long FURTHEST = 5_000_000;

    private static final SeenType[] TYPES = SeenType.values();
    private static final Map<SeenType, Integer> CODES = codes();
    /** What a number counts: a class of observation, or one of these. */
    private static final int PASSED = TYPES.length;

    private static final int RETURNED = TYPES.length + 1;
    /** What was assessed as an exercise, and what says nothing. */
    private static final int NOTHING = TYPES.length + 2;

    private static final int MEASURES = TYPES.length + 3;

    private final NavigableMap<Integer, Day> days = new TreeMap<>();
    private final Codes<PlaceId> places = new Codes<>();

    private static Map<SeenType, Integer> codes() {
        Map<SeenType, Integer> codes = new EnumMap<>(SeenType.class);
        for (SeenType type : TYPES) {
            codes.put(type, codes.size());
        }
        return codes;
    }

    /** What the codes of measures mean; a cache in which they mean something else is another release's. */
    static List<String> measures() {
        return Arrays.stream(TYPES).map(SeenType::name).toList();
    }

    private static int code(SeenType type) {
        return CODES.getOrDefault(type, -1);
    }

    /** Adds the numbers of an entry; nothing where it has none. */
    void add(int row, int audience, Entry entry, Began began) {
        if (entry.replaces() != null && entry.replaces().withdraws()) {
            return;
        }
        switch (entry.body()) {
            case Observed observed -> {
                if (observed.exercise() || observed.seen().isEmpty()) {
                    add(row, audience, entry, began, NOTHING, 0, false);
                } else {
                    observed(row, audience, entry, began, observed);
                }
            }
            case PassageCounted passage ->
                add(row, audience, entry, began, PASSED, passage.passed().value(), false);
            case ReturnCounted returned -> {
                Amount day = returned.persons().day();
                add(row, audience, entry, began, RETURNED, day == null ? 0 : day.value(), false);
            }
            default -> {
                // Of other kinds there are few: they are read from their rows.
            }
        }
    }

    private void observed(int row, int audience, Entry entry, Began began, Observed observed) {
        boolean force = Incidents.force(observed);
        for (Seen seen : observed.seen()) {
            add(row, audience, entry, began, code(seen.type()), seen.count().value(), force);
            force = false; // told once a row
        }
    }

    private void add(int row, int audience, Entry entry, Began began, int measured, double counted, boolean force) {
        Where where = entry.where();
        Day day = days.computeIfAbsent(day(began.millis()), _ -> new Day(8));
        int at = day.next();
        day.row[at] = row;
        day.from[at] = began.millis();
        day.audience[at] = (short) audience;
        day.measure[at] = (byte) measured;
        day.count[at] = counted;
        day.flags[at] = (byte) ((began.zoned() ? Day.ZONED : 0) | (force ? Day.FORCE : 0));
        day.zoned &= began.zoned();
        if (where != null && where.geometry() != null) {
            Point own = where.geometry().getCentroid();
            if (!(where.geometry() instanceof Point)) {
                day.flags[at] = (byte) (day.flags[at] | Day.WIDE);
            }
            day.x[at] = own.getX();
            day.y[at] = own.getY();
        } else {
            day.x[at] = Double.NaN;
            day.y[at] = where == null || where.place() == null ? -1 : places.of(where.place());
        }
    }

    /** Hides the numbers of a row whose content was destroyed. */
    void forget(int row, long from) {
        Day day = days.get(day(from));
        for (int i = 0; day != null && i < day.size; i++) {
            if (day.row[i] == row) {
                day.count[i] = 0;
                day.flags[i] = (byte) (day.flags[i] & ~Day.FORCE);
            }
        }
    }

    /** The rows of observed acts of force that a view knows and that stand, in order of days. */
    int[] force(View view) {
        IntStream.Builder rows = IntStream.builder();
        days.values().forEach(day -> {
            int end = day.below(view.limit());
            for (int i = 0; i < end; i++) {
                if ((day.flags[i] & Day.FORCE) != 0 && view.counts(day.row[i], day.audience[i])) {
                    rows.add(day.row[i]);
                }
            }
        });
        return rows.build().toArray();
    }

    /** The rows that a view knows whose own point passes a test, or whose place is no single point. */
    IntStream placed(View view, Predicate<Coordinate> test) {
        IntStream.Builder rows = IntStream.builder();
        Coordinate point = new Coordinate();
        days.values().forEach(day -> {
            int end = day.below(view.limit());
            for (int i = 0; i < end; i++) {
                point.setX(day.x[i]);
                point.setY(day.y[i]);
                boolean wide = (day.flags[i] & Day.WIDE) != 0;
                if (wide || (!Double.isNaN(day.x[i]) && test.test(point))) {
                    rows.add(day.row[i]);
                }
            }
        });
        return rows.build();
    }

    private static int day(long millis) {
        return (int) Math.clamp(Math.floorDiv(millis, DAY), -FURTHEST, FURTHEST);
    }

    NavigableMap<Integer, Day> days() {
        return days;
    }

    Codes<PlaceId> places() {
        return places;
    }

    /** Counts by class of what began in [since, until) within metres of a point; everywhere where no point is given. */
    Map<SeenType, Double> count(View view, Instant since, Instant until, @Nullable Point centre, double metres) {
        return byType(sums(view, since, until, centre, metres));
    }

    private static Map<SeenType, Double> byType(double[] sums) {
        Map<SeenType, Double> counts = new EnumMap<>(SeenType.class);
        for (int code = 0; code < TYPES.length; code++) {
            if (sums[code] > 0) {
                counts.put(TYPES[code], sums[code]);
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

    /** The days that may hold what began in [low, high); a time without a zone may lie a day to either side. */
    NavigableMap<Integer, Day> between(long low, long high) {
        return low >= high ? new TreeMap<>() : days.subMap(day(low) - 1, true, day(high) + 1, true);
    }

    private double[] sums(View view, Instant since, Instant until, @Nullable Point centre, double metres) {
        double[] sums = new double[MEASURES];
        long low = Began.millis(since);
        long high = Began.millis(until);
        IntFunction<@Nullable Point> named = named(view);
        Circle circle = centre == null ? null : new Circle(centre, metres);
        between(low, high).forEach((number, day) -> {
            Local local = new Local(view.zone().getRules(), number, day);
            int end = day.below(view.limit());
            double[] x = day.x;
            double[] y = day.y;
            for (int i = 0; i < end; i++) {
                if (circle != null && (circle.surelyBeyond(x[i], y[i]) || !near(circle, day, i, named))) {
                    continue;
                }
                if (local.within(i, low, high) && view.counts(day.row[i], day.audience[i])) {
                    sums[day.measure[i]] += day.count[i];
                }
            }
        });
        return sums;
    }

    private static boolean near(Circle circle, Day day, int i, IntFunction<@Nullable Point> named) {
        double x = day.x[i];
        if (!Double.isNaN(x)) {
            return circle.holds(x, day.y[i]);
        }
        Point place = day.y[i] < 0 ? null : named.apply((int) day.y[i]);
        return place != null && circle.holds(place.getX(), place.getY());
    }

    /** Where the places lie that are named in a view, each looked for once. */
    private IntFunction<@Nullable Point> named(View view) {
        Map<Integer, @Nullable Point> found = new HashMap<>();
        return code -> {
            if (!found.containsKey(code)) {
                Geometry geometry = Names.of(view).geometry(new Where(places.get(code), null, null));
                found.put(code, geometry == null ? null : geometry.getCentroid());
            }
            return found.get(code);
        };
    }

    /** Counts by class of what began on each of the days [first, end) of the view's zone; days without any are left out. */
    Map<LocalDate, Map<SeenType, Double>> daily(View view, LocalDate first, LocalDate end) {
        int count = (int) Math.max(0, end.toEpochDay() - first.toEpochDay());
        long[] starts = new long[count + 1];
        for (int i = 0; i <= count; i++) {
            starts[i] = first.plusDays(i).atStartOfDay(view.zone()).toInstant().toEpochMilli();
        }
        double[][] sums = new double[count][];
        if (count > 0) {
            between(starts[0], starts[count]).forEach((number, day) -> daily(view, number, day, starts, sums));
        }
        Map<LocalDate, Map<SeenType, Double>> counts = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Map<SeenType, Double> one = sums[i] == null ? Map.of() : byType(sums[i]);
            if (!one.isEmpty()) {
                counts.put(first.plusDays(i), one);
            }
        }
        return counts;
    }

    private static void daily(View view, int number, Day day, long[] starts, double[][] sums) {
        Local local = new Local(view.zone().getRules(), number, day);
        int[] row = day.row;
        short[] audience = day.audience;
        byte[] measure = day.measure;
        double[] count = day.count;
        int end = day.below(view.limit());
        long low = 0;
        long high = 0; // the day of the mandate's zone that is counted, nearly always that of the number before
        double[] into = new double[MEASURES];
        for (int i = 0; i < end; i++) {
            long begin = local.instant(i);
            if (begin < low || begin >= high) {
                int found = Arrays.binarySearch(starts, begin);
                int at = found < 0 ? -found - 2 : found;
                if (at < 0 || at == sums.length) {
                    continue;
                }
                low = starts[at];
                high = starts[at + 1];
                into = sums[at] == null ? new double[MEASURES] : sums[at];
                sums[at] = into;
            }
            if (view.counts(row[i], audience[i])) {
                into[measure[i]] += count[i];
            }
        }
    }
}
