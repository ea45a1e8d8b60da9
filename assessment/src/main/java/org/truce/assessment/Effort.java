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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.Watches.Watch;
import org.truce.model.kind.Ground.Role;
import org.truce.picture.Boundaries;
import org.truce.picture.View;

/**
 * How much of the line of contact was watched, cell by cell and hour by hour: access coverage only, no detection
 * probability is assumed. A cell is watched by a post, sensor or patrol that stands within its range; several are
 * independent, so a cell's share of an hour is 1 − ∏(1 − share). Day and night are kept apart. methods.md §1.1.
 */
final class Effort {
    private final ZoneId zone;
    private final List<Watch> watches;
    private final View view;

    Effort(View view) {
        this.view = view;
        this.zone = view.zone();
        this.watches = Watches.of(view);
    }

    /**
     * What was watched on one day.
     *
     * @param day which
     * @param shares share of the day for which each cell was watched, along the line
     * @param cells the cells
     * @param light hours of daylight, and how many of them were watched in the mean over the line
     * @param dark hours of night, likewise
     * @param entries the entries on which it rests
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: a day is read where it was computed
    record Day(LocalDate day, double[] shares, Line cells, Hours light, Hours dark, List<UUID> entries) {
        /** Mean share over the line: the day's exposure in fully-covered days, 0 to 1. */
        double covered() {
            return mean(shares);
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
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        Line line = line(to);
        List<Watch> near = watches.stream()
                .filter(watch ->
                        watch.during(from, to) > 0 && !cells(watch, line).isEmpty())
                .toList();
        double[] watched = new double[line.size()];
        Hours light = Hours.NONE;
        Hours dark = Hours.NONE;
        for (Instant begin = line.size() == 0 ? to : from;
                begin.isBefore(to);
                begin = begin.plus(Duration.ofHours(1))) {
            Instant hourEnd = begin.plus(Duration.ofHours(1));
            Instant end = hourEnd.isBefore(to) ? hourEnd : to;
            double hours = Duration.between(begin, end).toMillis() / 3_600_000.0;
            double[] shares = hour(near, line, begin, end);
            for (int cell = 0; cell < watched.length; cell++) {
                watched[cell] += shares[cell] * hours;
            }
            double sun =
                    line.size() == 0 ? 0 : Daylight.share(begin, end, line.middleLongitude(), line.middleLatitude());
            double mean = mean(shares) * hours;
            light = light.plus(new Hours(sun * hours, sun * mean));
            dark = dark.plus(new Hours((1 - sun) * hours, (1 - sun) * mean));
        }
        double length = Duration.between(from, to).toMillis() / 3_600_000.0;
        double[] shares = Arrays.stream(watched)
                .map(hours -> StrictMath.min(1, hours / length))
                .toArray();
        return new Day(
                day, shares, line, light, dark, near.stream().map(Watch::entry).toList());
    }

    private double[] hour(List<Watch> near, Line line, Instant begin, Instant end) {
        double[] unwatched = new double[line.size()];
        Arrays.fill(unwatched, 1);
        for (Watch watch : near) {
            double share = watch.during(begin, end);
            if (share > 0) {
                cells(watch, line).stream().forEach(cell -> unwatched[cell] *= 1 - share);
            }
        }
        return Arrays.stream(unwatched).map(none -> 1 - none).toArray();
    }

    /**
     * The stretches of the line that nobody watched for some time before an instant, longest first.
     *
     * @param until the instant
     * @param lately how long before it one watch is enough
     */
    List<Stretch> unwatched(Instant until, Duration lately) {
        Line line = line(until);
        @Nullable Instant[] last = new @Nullable Instant[line.size()];
        for (Watch watch : watches) {
            Instant end = watch.to().isBefore(until) ? watch.to() : until;
            if (watch.from().isBefore(until)) {
                cells(watch, line).stream().forEach(cell -> last[cell] = later(last[cell], end));
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        Instant limit = until.minus(lately);
        int start = -1;
        Instant since = null;
        for (int cell = 0; cell <= line.size(); cell++) {
            boolean open = cell < line.size() && (last[cell] == null || !last[cell].isAfter(limit));
            if (start >= 0 && (!open || line.pieceStarts().contains(cell))) {
                stretches.add(new Stretch(line.kilometre(start), line.kilometre(cell), since));
                start = -1;
            }
            if (open) {
                since = start < 0 ? last[cell] : later(since, last[cell]);
                start = start < 0 ? cell : start;
            }
        }
        stretches.sort(
                Comparator.comparingDouble(Stretch::kilometres).reversed().thenComparingDouble(Stretch::fromKm));
        return List.copyOf(stretches);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }

    private @Nullable View linesOf;
    private Line lines = Line.NONE;
    private final Map<Watch, BitSet> cells = new HashMap<>();

    /** The line changes seldom: it is cut into cells again only when another version holds. */
    private Line line(Instant at) {
        View then = view.on(at.isBefore(view.valid()) ? at : view.valid());
        List<Geometry> now = geometries(then);
        if (linesOf == null || !geometries(linesOf).equals(now)) {
            linesOf = then;
            lines = Line.of(now);
            cells.clear();
        }
        return lines;
    }

    /** The cells of the current line that a watch reaches. */
    private BitSet cells(Watch watch, Line line) {
        return cells.computeIfAbsent(watch, one -> {
            BitSet reached = new BitSet();
            line.within(one.where(), one.rangeMetres(), reached::set);
            return reached;
        });
    }

    private static List<Geometry> geometries(View view) {
        return Boundaries.of(view).in(Role.LINE_OF_CONTACT).stream()
                .map(boundary -> boundary.drawn().body().geometry())
                .toList();
    }

    private static double mean(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        return shares.length == 0 ? 0 : sum / shares.length;
    }
}
