package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.entry.Entry;
import org.truce.model.id.PostId;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.model.kind.Observation.PostManned;
import org.truce.model.kind.Observation.SensorRan;
import org.truce.model.kind.Observation.SensorType;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * Who and what watched, when, and how far. A post known by number only, or without place, field of view or hours,
 * is no watch: effort that no source documents is never invented. Hours a day whose time of day nobody states count
 * in every hour alike.
 */
final class Watches {
    private static final double HOURS_PER_DAY = 24;

    private final View view;
    private final Names names;
    private final List<Watch> all = new ArrayList<>();

    /**
     * Somebody or something that watched.
     *
     * @param from when it began
     * @param to when it ended
     * @param share share of the time within that for which it watched, 0 to 1
     * @param where from where or along what
     * @param rangeMetres how far
     * @param source who or what watched
     * @param by the post or sensor; absent for a patrol
     * @param entry the entry that says so
     */
    record Watch(
            Instant from,
            Instant to,
            double share,
            Geometry where,
            double rangeMetres,
            Source source,
            @Nullable PostId by,
            UUID entry) {
        /** The share of a time for which it watched. */
        double during(Instant begin, Instant end) {
            Instant first = from.isAfter(begin) ? from : begin;
            Instant last = to.isBefore(end) ? to : end;
            long overlap = Duration.between(first, last).toMillis();
            return overlap <= 0
                    ? 0
                    : share * overlap / Duration.between(begin, end).toMillis();
        }
    }

    /** Who or what watches, and by which of the two means in which persons report: a person does both. */
    enum Source {
        POST(true, true),
        PATROL(true, true),
        CAMERA(true, false),
        UNMANNED_AIRCRAFT(true, false),
        RADAR(false, false),
        ACOUSTIC(false, true),
        SEISMIC(false, true);

        private final boolean sees;
        private final boolean hears;

        Source(boolean sees, boolean hears) {
            this.sees = sees;
            this.hears = hears;
        }

        static Source of(SensorType sensor) {
            return switch (sensor) {
                case CAMERA -> CAMERA;
                case ACOUSTIC -> ACOUSTIC;
                case SEISMIC -> SEISMIC;
                case RADAR -> RADAR;
                case UNMANNED_AIRCRAFT -> UNMANNED_AIRCRAFT;
            };
        }

        boolean sees() {
            return sees;
        }

        boolean hears() {
            return hears;
        }

        boolean person() {
            return this == POST || this == PATROL;
        }
    }

    private Watches(View view) {
        this.view = view;
        this.names = Names.of(view);
        Manning.of(view).forEach(this::post);
        view.happened(SensorRan.class).forEach(this::sensor);
        view.happened(PatrolMade.class).forEach(this::patrol);
    }

    /** Every watch that a view knows, up to its instant. */
    static List<Watch> of(View view) {
        return List.copyOf(new Watches(view).all);
    }

    private void post(Manning manning) {
        PostManned body = manning.manned().body();
        Geometry where = manning.where();
        if (!manning.givesExposure() || body.fieldOfView() == null || body.hoursPerDay() == null || where == null) {
            return;
        }
        add(
                manning.from(),
                manning.until() == null ? view.valid() : earliest(manning.until(), view.valid()),
                body.hoursPerDay().value() / HOURS_PER_DAY,
                where,
                body.fieldOfView().value(),
                Source.POST,
                body.post(),
                manning.manned().id());
    }

    private void sensor(Held<SensorRan> ran) {
        Geometry where = names.geometry(ran.entry());
        if (where == null || ran.body().fieldOfView() == null) {
            return;
        }
        Instant from = view.began(ran);
        Instant to = earliest(view.ended(ran.entry()), view.valid());
        double hours = Span.hours(from, to);
        double uptime =
                ran.body().uptime() == null ? hours : ran.body().uptime().value();
        add(
                from,
                to,
                hours <= 0 ? 0 : uptime / hours,
                where,
                ran.body().fieldOfView().value(),
                Source.of(ran.body().type()),
                ran.body().sensor(),
                ran.id());
    }

    private void patrol(Held<PatrolMade> made) {
        Entry entry = made.entry();
        Geometry track = names.geometry(entry);
        if (track != null && made.body().width() != null && entry.occurred() != null) {
            Instant to = earliest(view.ended(entry), view.valid());
            add(view.began(made), to, 1, track, made.body().width().value(), Source.PATROL, null, made.id());
        }
    }

    private void add(
            Instant from,
            Instant to,
            double share,
            Geometry where,
            double range,
            Source source,
            @Nullable PostId by,
            UUID entry) {
        if (from.isBefore(to) && share > 0 && !where.isEmpty()) {
            all.add(new Watch(from, to, StrictMath.min(1, share), where, range, source, by, entry));
        }
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
