package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.entry.Entry;
import org.truce.model.id.PostId;
import org.truce.model.kind.Ground.Role;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.model.kind.Observation.PostClosed;
import org.truce.model.kind.Observation.PostManned;
import org.truce.model.kind.Observation.SensorRan;
import org.truce.picture.Boundaries;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * How much of the line of contact was watched, day by day: access coverage only, no detection probability is assumed.
 * A cell of the line is watched by a post, sensor or patrol that stands within its range; several are independent, so
 * a cell's share of a day is 1 − ∏(1 − share). A post known by number only, or without place, field of view or hours,
 * gives nothing: effort that no source documents is never invented. methods.md §1.1.
 */
final class Effort {
    private static final double HOURS_PER_DAY = 24;

    private final ZoneId zone;
    private final Names names;
    private final List<Watch> watches = new ArrayList<>();
    private final View view;

    /**
     * Somebody or something that watched.
     *
     * @param from when it began
     * @param to when it ended
     * @param share share of each day within that for which it watched, 0 to 1
     * @param where from where or along what
     * @param rangeMetres how far
     * @param entry the entry that says so
     */
    private record Watch(Instant from, Instant to, double share, Geometry where, double rangeMetres, UUID entry) {}

    /**
     * What was watched on one day.
     *
     * @param day which
     * @param shares share of the day for which each cell was watched, along the line
     * @param cells the cells
     * @param entries the entries on which it rests
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared: a day is read where it was computed
    record Day(LocalDate day, double[] shares, Line cells, List<UUID> entries) {
        /** Mean share over the line: the day's exposure in fully-covered days, 0 to 1. */
        double covered() {
            double sum = 0;
            for (double share : shares) {
                sum += share;
            }
            return shares.length == 0 ? 0 : sum / shares.length;
        }
    }

    Effort(View view) {
        this.view = view;
        this.zone = view.zone();
        this.names = Names.of(view);
        view.happened(PostManned.class).forEach(this::post);
        view.happened(SensorRan.class).forEach(this::sensor);
        view.happened(PatrolMade.class).forEach(this::patrol);
    }

    private void post(Held<PostManned> manned) {
        PostManned body = manned.body();
        Geometry where = names.geometry(manned.entry());
        if (body.post() == null || body.fieldOfView() == null || body.hoursPerDay() == null || where == null) {
            return;
        }
        Instant from = view.began(manned);
        Instant to = earliest(ends(body.post(), from), view.valid());
        add(
                from,
                to,
                body.hoursPerDay().value() / HOURS_PER_DAY,
                where,
                body.fieldOfView().value(),
                manned.id());
    }

    /** When a post next closes, or is manned anew in another way. */
    private Instant ends(PostId post, Instant from) {
        Stream<Instant> closings = view.happened(PostClosed.class).stream()
                .filter(closed -> post.equals(closed.body().post()))
                .map(view::began);
        Stream<Instant> mannings = view.happened(PostManned.class).stream()
                .filter(manned -> post.equals(manned.body().post()))
                .map(view::began);
        return Stream.concat(closings, mannings)
                .filter(from::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private void sensor(Held<SensorRan> ran) {
        Geometry where = names.geometry(ran.entry());
        if (where == null || ran.body().fieldOfView() == null) {
            return;
        }
        Instant from = view.began(ran);
        Instant to = earliest(view.ended(ran.entry()), view.valid());
        double hours = Duration.between(from, to).toMillis() / 3_600_000.0;
        double uptime =
                ran.body().uptime() == null ? hours : ran.body().uptime().value();
        add(
                from,
                to,
                hours <= 0 ? 0 : uptime / hours,
                where,
                ran.body().fieldOfView().value(),
                ran.id());
    }

    private void patrol(Held<PatrolMade> made) {
        Entry entry = made.entry();
        Geometry track = names.geometry(entry);
        if (track != null && made.body().width() != null && entry.occurred() != null) {
            Instant to = earliest(view.ended(entry), view.valid());
            add(view.began(made), to, 1, track, made.body().width().value(), made.id());
        }
    }

    private void add(Instant from, Instant to, double share, Geometry where, double range, UUID entry) {
        if (from.isBefore(to) && share > 0 && !where.isEmpty()) {
            watches.add(new Watch(from, to, StrictMath.min(1, share), where, range, entry));
        }
    }

    /** Whether anything at all documents effort. */
    boolean documented() {
        return !watches.isEmpty();
    }

    /** The first day on which anything was watched; the last day of the calendar where nothing was. */
    LocalDate since() {
        return watches.stream()
                .map(watch -> watch.from.atZone(zone).toLocalDate())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    /** The last day on which anything was watched; the first day of the calendar where nothing was. */
    LocalDate until() {
        return watches.stream()
                .map(watch -> watch.to.atZone(zone).toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    /** What was watched on a day, along the line as it was on that day. */
    Day on(LocalDate day) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        Line line = line(to);
        double[] unwatched = new double[line.size()];
        java.util.Arrays.fill(unwatched, 1);
        List<UUID> entries = new ArrayList<>();
        for (Watch watch : watches) {
            double share = share(watch, from, to);
            if (share > 0 && line.within(watch.where, watch.rangeMetres, cell -> unwatched[cell] *= 1 - share)) {
                entries.add(watch.entry);
            }
        }
        double[] shares = new double[unwatched.length];
        for (int cell = 0; cell < shares.length; cell++) {
            shares[cell] = 1 - unwatched[cell];
        }
        return new Day(day, shares, line, List.copyOf(entries));
    }

    private @Nullable View linesOf;
    private Line lines = Line.NONE;

    /** The line changes seldom: it is cut into cells again only when another version holds. */
    private Line line(Instant at) {
        View then = view.on(at.isBefore(view.valid()) ? at : view.valid());
        List<Geometry> now = geometries(then);
        if (linesOf == null || !geometries(linesOf).equals(now)) {
            linesOf = then;
            lines = Line.of(now);
        }
        return lines;
    }

    private static List<Geometry> geometries(View view) {
        return Boundaries.of(view).in(Role.LINE_OF_CONTACT).stream()
                .map(boundary -> boundary.drawn().body().geometry())
                .toList();
    }

    private static double share(Watch watch, Instant from, Instant to) {
        Instant begin = watch.from.isAfter(from) ? watch.from : from;
        Instant end = watch.to.isBefore(to) ? watch.to : to;
        long overlap = Duration.between(begin, end).toMillis();
        return overlap <= 0
                ? 0
                : watch.share * overlap / Duration.between(from, to).toMillis();
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
