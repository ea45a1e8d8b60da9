package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.entry.Entry;
import org.truce.model.id.PostId;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.model.kind.Observation.PostClosed;
import org.truce.model.kind.Observation.PostManned;
import org.truce.model.kind.Observation.SensorRan;
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
     * @param entry the entry that says so
     */
    record Watch(Instant from, Instant to, double share, Geometry where, double rangeMetres, UUID entry) {
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

    private Watches(View view) {
        this.view = view;
        this.names = Names.of(view);
        view.happened(PostManned.class).forEach(this::post);
        view.happened(SensorRan.class).forEach(this::sensor);
        view.happened(PatrolMade.class).forEach(this::patrol);
    }

    /** Every watch that a view knows, up to its instant. */
    static List<Watch> of(View view) {
        return List.copyOf(new Watches(view).all);
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
            all.add(new Watch(from, to, StrictMath.min(1, share), where, range, entry));
        }
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
