package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.Watches.Watch;
import org.truce.model.id.PostId;
import org.truce.model.kind.Ground.Role;
import org.truce.picture.Boundaries;
import org.truce.picture.View;

/**
 * How much of the line of contact was watched, cell by cell and hour by hour: access coverage only, no detection
 * probability is assumed. A cell is watched by a post, sensor or patrol that stands within its range; several are
 * independent, so a cell's share of an hour is 1 − ∏(1 − share). Day and night are kept apart. methods.md §1.1.
 */
final class Effort {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final double NEAR_METRES = 3000;

    private final ZoneId zone;
    private final List<Watch> watches;
    private final Map<LocalDate, List<Watch>> byDay = new HashMap<>();
    private final View view;
    private final Instant settled; // from then on what was watched is not yet told for good

    Effort(View view) {
        this.view = view;
        this.zone = view.zone();
        this.watches = Watches.of(view);
        this.settled = watches.stream()
                .filter(watch -> !watch.source().person() && !watch.to().isBefore(view.valid()))
                .map(Watch::from) // how much of its time a sensor ran is told of all of it
                .min(Instant::compareTo)
                .filter(from -> from.isBefore(view.valid()))
                .orElse(view.valid());
    }

    /** Of which watches a day is asked. */
    enum Means {
        ALL,
        SEEING,
        HEARING;

        boolean holds(Watch watch) {
            return switch (this) {
                case ALL -> true;
                case SEEING -> watch.source().sees();
                case HEARING -> watch.source().hears();
            };
        }
    }

    /** A day that is over is the same for every instant after it. */
    private record OneDay(LocalDate day, Means means) {}

    /** Whether a day is over, so that nothing of it changes with the instant of the view. */
    boolean over(LocalDate day) {
        return !day.plusDays(1).atStartOfDay(zone).toInstant().isAfter(settled);
    }

    /** The watches of a day; a post that is still manned watches to the end of time, so that only days asked for are kept. */
    private List<Watch> watchesOn(LocalDate day) {
        return byDay.computeIfAbsent(day, _ -> {
            Instant from = day.atStartOfDay(zone).toInstant();
            Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
            return watches.stream()
                    .filter(watch -> watch.from().isBefore(to) && watch.to().isAfter(from))
                    .toList();
        });
    }

    /** The posts and sensors that watched on some days, both included, by id; of each how it watched. */
    SortedMap<PostId, Watches.Source> sources(LocalDate first, LocalDate last) {
        SortedMap<PostId, Watches.Source> sources = new TreeMap<>(Comparator.comparing(PostId::value));
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Watch watch : watchesOn(day)) {
                if (watch.by() != null) {
                    sources.putIfAbsent(watch.by(), watch.source());
                }
            }
        }
        return sources;
    }

    /** Whether a post or sensor watched on a day. */
    boolean watched(PostId by, LocalDate day) {
        return watchesOn(day).stream().anyMatch(watch -> by.equals(watch.by()));
    }

    /**
     * What was watched on one day.
     *
     * @param day which
     * @param lit hours of daylight for which each cell was watched, along the line
     * @param unlit hours of night for which each cell was watched
     * @param cells the cells
     * @param lightHours hours of daylight; 0 without a line
     * @param darkHours hours of night; 0 without a line
     * @param entries the entries on which it rests
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: a day is read where it was computed
    record Day(
            LocalDate day,
            double[] lit,
            double[] unlit,
            Line cells,
            double lightHours,
            double darkHours,
            List<UUID> entries) {
        /** Neighbouring cells that were watched alike, to a tenth of the day; those not watched are left out. */
        List<Watched> stretches() {
            List<Watched> stretches = new ArrayList<>();
            int first = 0;
            for (int cell = 1; cell <= cells.size(); cell++) {
                if (cell == cells.size()
                        || tenths(cell) != tenths(first)
                        || cells.pieceStarts().contains(cell)) {
                    Geometry drawn = tenths(first) == 0 ? null : cells.drawn(first, cell);
                    if (drawn != null) {
                        stretches.add(new Watched(drawn, tenths(first) / 10.0, entries));
                    }
                    first = cell;
                }
            }
            return stretches;
        }

        private int tenths(int cell) {
            return (int) StrictMath.ceil(share(cell) * 10 - 1e-9);
        }

        /** Share of the day for which a cell was watched, 0 to 1. */
        private double share(int cell) {
            return StrictMath.min(1, (lit[cell] + unlit[cell]) / (lightHours + darkHours));
        }

        /** The share of a cell of another line: that of the nearest of this day's within 3 km, else 0. */
        double near(Line other, int cell) {
            if (other.equals(cells)) {
                return share(cell);
            }
            int nearest = cells.nearest(other.longitudes()[cell], other.latitudes()[cell], NEAR_METRES);
            return nearest < 0 ? 0 : share(nearest);
        }

        /** Mean share over the line: the day's exposure in fully-covered days, 0 to 1. */
        double covered() {
            return covered(cells.every());
        }

        /** Mean share over some of the cells; 0 over none. */
        double covered(BitSet part) {
            return part.isEmpty() ? 0 : part.stream().mapToDouble(this::share).sum() / part.cardinality();
        }

        /** Hours of daylight, and how many of them were watched in the mean over the line. */
        Hours light() {
            return light(cells.every());
        }

        /** The same over some of the cells. */
        Hours light(BitSet part) {
            return new Hours(lightHours, mean(lit, part));
        }

        /** Hours of night, likewise. */
        Hours dark() {
            return dark(cells.every());
        }

        /** The same over some of the cells. */
        Hours dark(BitSet part) {
            return new Hours(darkHours, mean(unlit, part));
        }

        private static double mean(double[] hours, BitSet part) {
            return part.isEmpty()
                    ? 0
                    : part.stream().mapToDouble(cell -> hours[cell]).sum() / part.cardinality();
        }
    }

    /**
     * Hours and how many of them were watched.
     *
     * @param all how many there were
     * @param watched mean over the line
     */
    record Hours(double all, double watched) {
        static final Hours NONE = new Hours(0, 0);

        Hours plus(Hours other) {
            return new Hours(all + other.all, watched + other.watched);
        }

        /** Share that was watched; absent where there were none. */
        @Nullable
        Double share() {
            return all > 0 ? watched / all : null;
        }
    }

    /** Whether anything at all documents effort. */
    boolean documented() {
        return !watches.isEmpty();
    }

    /** The first day on which anything was watched; the last day of the calendar where nothing was. */
    LocalDate since() {
        return watches.stream()
                .map(watch -> watch.from().atZone(zone).toLocalDate())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    /** The last day on which anything was watched; the first day of the calendar where nothing was. */
    LocalDate until() {
        return watches.stream()
                .map(watch -> watch.to().atZone(zone).toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    /** What was watched on a day, along the line as it was on that day. Cost: hours times watches times cells. */
    Day on(LocalDate day) {
        return on(day, Means.ALL);
    }

    /** The same of one means. */
    Day on(LocalDate day, Means means) {
        return over(day)
                ? view.deriveKnown(new OneDay(day, means), Day.class, () -> on(day, means::holds))
                : on(day, means::holds);
    }

    /** What was watched on a day by some of the watches; nothing is remembered. */
    Day on(LocalDate day, Predicate<Watch> which) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        Line line = line(to);
        List<Watch> near = watchesOn(day).stream()
                .filter(which)
                .filter(watch ->
                        watch.during(from, to) > 0 && !cells(watch, line).isEmpty())
                .toList();
        double[] lit = new double[line.size()];
        double[] unlit = new double[line.size()];
        double light = 0;
        double dark = 0;
        double[] before = {};
        double[] shares = hour(near, new double[near.size()], line);
        for (Instant begin = line.size() == 0 ? to : from; begin.isBefore(to); begin = begin.plus(HOUR)) {
            Instant end = begin.plus(HOUR).isBefore(to) ? begin.plus(HOUR) : to;
            double hours = Span.hours(begin, end);
            double[] during = during(near, begin, end);
            // Most hours are like the one before.
            if (!Arrays.equals(during, before)) {
                before = during;
                shares = hour(near, during, line);
            }
            double sun = Daylight.share(begin, end, line.middleLongitude(), line.middleLatitude());
            light += sun * hours;
            dark += (1 - sun) * hours;
            for (int cell = 0; cell < shares.length; cell++) {
                lit[cell] += shares[cell] * sun * hours;
                unlit[cell] += shares[cell] * (1 - sun) * hours;
            }
        }
        return new Day(
                day,
                lit,
                unlit,
                line,
                light,
                dark,
                near.stream().map(Watch::entry).toList());
    }

    /**
     * How long a watch watched on a day, whether or not it reaches the line.
     *
     * @param watch which
     * @param light hours in daylight where it stood
     * @param dark hours at night
     */
    record Spent(Watch watch, double light, double dark) {}

    /** How long each watch watched on a day. */
    List<Spent> spent(LocalDate day) {
        return over(day)
                ? view.deriveKnown(new AllSpent(day), Spending.class, () -> spend(day))
                        .spent()
                : spend(day).spent();
    }

    private record AllSpent(LocalDate day) {}

    private record Spending(List<Spent> spent) {}

    private Spending spend(LocalDate day) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<Spent> spent = new ArrayList<>();
        for (Watch watch : watches) {
            if (watch.during(from, to) <= 0) {
                continue;
            }
            double light = 0;
            double dark = 0;
            Coordinate at = watch.where().getCoordinate();
            for (Instant begin = from; begin.isBefore(to); begin = begin.plus(HOUR)) {
                Instant end = begin.plus(HOUR).isBefore(to) ? begin.plus(HOUR) : to;
                double hours = watch.during(begin, end) * Span.hours(begin, end);
                double sun = hours == 0 ? 0 : Daylight.share(begin, end, at.x, at.y);
                light += sun * hours;
                dark += (1 - sun) * hours;
            }
            spent.add(new Spent(watch, light, dark));
        }
        return new Spending(List.copyOf(spent));
    }

    /** The cells that a watch reaches of the line as it was on a day. */
    BitSet cells(Watch watch, LocalDate day) {
        return cells(watch, line(day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private static double[] during(List<Watch> near, Instant begin, Instant end) {
        return near.stream().mapToDouble(watch -> watch.during(begin, end)).toArray();
    }

    /** The share of an hour for which each cell was watched, of what each watch was there. */
    private double[] hour(List<Watch> near, double[] during, Line line) {
        double[] unwatched = new double[line.size()];
        Arrays.fill(unwatched, 1);
        for (int i = 0; i < during.length; i++) {
            double share = during[i];
            if (share > 0) {
                cells(near.get(i), line).stream().forEach(cell -> unwatched[cell] *= 1 - share);
            }
        }
        return Arrays.stream(unwatched).map(none -> 1 - none).toArray();
    }

    /**
     * What nobody watched for some time.
     *
     * @param stretches each with the day since which it is unwatched, longest first
     * @param longestKm the longest run of neighbouring ones on one piece of the line
     */
    record Unwatched(List<Stretch> stretches, double longestKm) {}

    /**
     * The stretches of the line that nobody watched for some time before an instant.
     *
     * @param until the instant
     * @param lately how long before it one watch is enough
     */
    Unwatched unwatched(Instant until, Duration lately) {
        return unwatched(until, lately, Line::every);
    }

    /** The same of a part of the line: stretches end where it ends. */
    Unwatched unwatched(Instant until, Duration lately, Function<Line, BitSet> part) {
        return unwatched(until, lately, part, _ -> true);
    }

    /** The same of what some of the watches watched. */
    Unwatched unwatched(Instant until, Duration lately, Function<Line, BitSet> part, Predicate<Watch> which) {
        Line line = line(until);
        BitSet within = part.apply(line);
        @Nullable Watch[] last = lastWatched(line, until, which);
        Instant limit = until.minus(lately);
        List<Stretch> stretches = new ArrayList<>();
        double longest = 0;
        int start = 0; // of a stretch that was last watched on one day
        int run = 0; // of neighbouring stretches
        for (int cell = 0; cell <= line.size(); cell++) {
            boolean open = cell < line.size()
                    && within.get(cell)
                    && (last[cell] == null || !end(last[cell], until).isAfter(limit));
            boolean cut = cell == line.size() || line.pieceStarts().contains(cell);
            if (start < cell && (!open || cut || !day(last[cell], until).equals(day(last[start], until)))) {
                stretches.add(stretch(line, start, cell, last, until));
                start = cell;
            }
            if (!open || cut) {
                longest = StrictMath.max(longest, line.kilometre(cell) - line.kilometre(run));
                run = open ? cell : cell + 1;
                start = run;
            }
        }
        stretches.sort(
                Comparator.comparingDouble(Stretch::kilometres).reversed().thenComparingDouble(Stretch::fromKm));
        return new Unwatched(List.copyOf(stretches), longest);
    }

    private Stretch stretch(Line line, int start, int end, @Nullable Watch[] last, Instant until) {
        Instant since = null;
        Set<UUID> entries = new LinkedHashSet<>(lineEntries);
        for (int cell = start; cell < end; cell++) {
            Watch watch = last[cell];
            if (watch != null) {
                Instant ended = end(watch, until);
                since = since == null || ended.isAfter(since) ? ended : since;
                entries.add(watch.entry());
            }
        }
        return new Stretch(
                line.kilometre(start), line.kilometre(end), since, line.drawn(start, end), List.copyOf(entries));
    }

    /** Who watched each cell last. */
    private @Nullable Watch[] lastWatched(Line line, Instant until, Predicate<Watch> which) {
        @Nullable Watch[] last = new @Nullable Watch[line.size()];
        for (Watch watch : watches) {
            if (watch.from().isBefore(until) && which.test(watch)) {
                cells(watch, line).stream().forEach(cell -> {
                    Watch before = last[cell];
                    if (before == null || end(watch, until).isAfter(end(before, until))) {
                        last[cell] = watch;
                    }
                });
            }
        }
        return last;
    }

    private static Instant end(Watch watch, Instant until) {
        return watch.to().isBefore(until) ? watch.to() : until;
    }

    /** The day on which a watch ended; the first of the calendar where there was none. */
    private LocalDate day(@Nullable Watch watch, Instant until) {
        return watch == null
                ? LocalDate.MIN
                : end(watch, until).minusNanos(1).atZone(zone).toLocalDate();
    }

    private List<UUID> lineEntries = List.of();

    /**
     * A line cut into cells, and which of them each watch reaches; shared by all views of the same knowledge.
     *
     * @param line the cells
     * @param reached by the entry of the watch; not to be changed
     */
    private record Cut(Line line, Map<UUID, BitSet> reached) {}

    /** The line of contact as it is drawn. */
    private record Drawn(List<Geometry> geometries) {}

    private Cut cut = new Cut(Line.NONE, Map.of());

    /** The line changes seldom: it is cut into cells once for each version. */
    private Line line(Instant at) {
        View then = view.on(at.isBefore(view.valid()) ? at : view.valid());
        List<Geometry> now = geometries(then);
        cut = view.deriveKnown(new Drawn(now), Cut.class, () -> new Cut(Line.of(now), new ConcurrentHashMap<>()));
        lineEntries = Boundaries.of(then).in(Role.LINE_OF_CONTACT).stream()
                .flatMap(boundary -> boundary.entries().stream())
                .toList();
        return cut.line();
    }

    /** The cells of the current line that a watch reaches. */
    private BitSet cells(Watch watch, Line line) {
        return cut.reached().computeIfAbsent(watch.entry(), _ -> {
            BitSet reached = new BitSet();
            line.within(watch.where(), watch.rangeMetres(), reached::set);
            return reached;
        });
    }

    private static List<Geometry> geometries(View view) {
        return Boundaries.of(view).in(Role.LINE_OF_CONTACT).stream()
                .map(boundary -> boundary.drawn().body().geometry())
                .toList();
    }
}
