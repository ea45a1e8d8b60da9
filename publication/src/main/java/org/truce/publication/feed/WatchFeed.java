package org.truce.publication.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.Manning;
import org.truce.assessment.SensorFile;
import org.truce.assessment.Track;
import org.truce.model.kind.Body;
import org.truce.model.kind.Named;
import org.truce.model.kind.Observation.PostClosed;
import org.truce.model.kind.Observation.PostManned;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Hours;
import org.truce.model.quantity.Metres;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** Who watches: posts by the period for which they were manned, patrols with their tracks, sensors with their uptime. */
final class WatchFeed {
    private final View view;
    private final Names names;

    private WatchFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
    }

    /** Posts by id, each by period; then what is known by number only, which gives no exposure. */
    static List<ObjectNode> posts(View view) {
        WatchFeed feed = new WatchFeed(view);
        List<ObjectNode> rows = new ArrayList<>();
        List<Manning> periods = Manning.of(view);
        periods.stream()
                .filter(period -> period.manned().body().post() != null)
                .sorted(Comparator.comparing((Manning period) -> id(period)).thenComparing(Manning::from))
                .map(feed::post)
                .forEach(rows::add);
        periods.stream()
                .filter(period -> period.manned().body().post() == null)
                .map(feed::post)
                .forEach(rows::add);
        view.happened(PostClosed.class).stream()
                .filter(closed -> closed.body().post() == null)
                .map(feed::closedByNumber)
                .forEach(rows::add);
        return rows;
    }

    private static String id(Manning period) {
        var post = period.manned().body().post();
        return post == null ? "" : post.value();
    }

    private ObjectNode post(Manning period) {
        PostManned body = period.manned().body();
        Instant until = period.until();
        String state = until == null ? "manned" : period.closed() == null ? "changed" : "closed";
        ObjectNode out = Json.object()
                .put("id", body.post() == null ? null : id(period))
                .put("posts", number(body.posts()))
                .put("state", state)
                .put("from", day(period.from()))
                .put("until", until == null ? null : day(until))
                .put("fromInstant", Json.instant(period.from()))
                .put("untilInstant", until == null ? null : Json.instant(until))
                .put("temporary", body.temporary())
                .put("fieldOfView", metres(body.fieldOfView()))
                .put("hoursPerDay", hours(body.hoursPerDay()))
                .put("givesExposure", period.givesExposure());
        out.set("by", Json.actor(Named.of(body.by()), names));
        where(out, period.manned(), period.where());
        out.set(
                "reason",
                Json.textOrNull(
                        period.closed() == null ? null : period.closed().body().reason()));
        out.set("entries", Json.ids(period.entries()));
        return out;
    }

    private ObjectNode closedByNumber(Held<PostClosed> closed) {
        ObjectNode out = Json.object()
                .putNull("id")
                .put("posts", number(closed.body().posts()))
                .put("state", "closed")
                .putNull("from")
                .put("until", day(view.began(closed)))
                .putNull("fromInstant")
                .put("untilInstant", Json.instant(view.began(closed)))
                .put("temporary", false)
                .putNull("fieldOfView")
                .putNull("hoursPerDay")
                .put("givesExposure", false);
        out.set("by", Json.actorOrNull(closed.body().by(), names));
        where(out, closed, null);
        out.set("reason", Json.textOrNull(closed.body().reason()));
        out.set("entries", Json.ids(List.of(closed.id())));
        return out;
    }

    /** Patrols, the newest first. */
    static List<ObjectNode> patrols(View view) {
        WatchFeed feed = new WatchFeed(view);
        return Track.of(view).stream().map(feed::patrol).toList();
    }

    private ObjectNode patrol(Track track) {
        var made = track.made();
        var occurred = made.entry().occurred();
        ObjectNode out = Json.object()
                .put("day", day(view.began(made)))
                .put("occurred", occurred == null ? null : occurred.edtf().text())
                .put("patrols", number(made.body().patrols()))
                .put("km", track.kilometres())
                .put("hours", track.hours())
                .put("speed", track.speed())
                .put("width", metres(made.body().width()));
        out.set("by", Json.actor(Named.of(made.body().by()), names));
        out.set("vehicle", Json.textOrNull(made.body().vehicle()));
        where(out, made, track.where());
        out.set("entries", Json.ids(List.of(made.id())));
        return out;
    }

    /** Sensors by id. */
    static List<ObjectNode> sensors(View view) {
        WatchFeed feed = new WatchFeed(view);
        return SensorFile.of(view).stream().map(feed::sensor).toList();
    }

    private ObjectNode sensor(SensorFile file) {
        var newest = file.newest();
        ObjectNode out = Json.object()
                .put("id", file.sensor().value())
                .put("type", Body.wire(newest.body().type()))
                .put("from", day(file.first()))
                .put("until", day(file.last().minusNanos(1)))
                .put("hours", file.hours())
                .put("ran", file.ran())
                .put("uptime", file.uptime())
                .put("runs", file.entries().size())
                .put("fieldOfView", metres(newest.body().fieldOfView()));
        where(out, newest, names.geometry(newest.entry()));
        out.set("entries", Json.ids(file.entries()));
        return out;
    }

    private void where(ObjectNode out, Held<?> held, @Nullable Geometry geometry) {
        var where = held.entry().where();
        out.set(
                "place",
                where == null || where.place() == null ? out.nullNode() : Json.text(names.place(where.place())));
        out.set("where", Json.geometry(geometry));
    }

    private String day(Instant instant) {
        return Days.of(instant, view.zone()).toString();
    }

    private static @Nullable Double number(@Nullable Amount amount) {
        return amount == null ? null : (Double) amount.value();
    }

    private static @Nullable Double metres(@Nullable Metres metres) {
        return metres == null ? null : (Double) metres.value();
    }

    private static @Nullable Double hours(@Nullable Hours hours) {
        return hours == null ? null : (Double) hours.value();
    }
}
