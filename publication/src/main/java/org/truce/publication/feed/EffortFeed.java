package org.truce.publication.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.Access;
import org.truce.assessment.Assessor;
import org.truce.assessment.Exposure;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.assessment.Parameters;
import org.truce.assessment.Stretch;
import org.truce.assessment.rate.Percentage;
import org.truce.model.Coded;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.Role;
import org.truce.model.kind.Observation.AccessRestricted;
import org.truce.model.kind.Observation.Restriction;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How much was watched, what was not, and who kept the mission from watching. */
final class EffortFeed {
    private EffortFeed() {}

    /** What has to be read with the rows of a register; none for most. */
    static List<Coded> notes(String register, View view) {
        return switch (register) {
            case "effort", "coverage" -> List.of(Coded.of("detection-not-assumed"));
            case "access" -> List.of(Coded.of("attempts-rule"));
            case "unwatched" ->
                List.of(Coded.of(
                        "unwatched-rule",
                        Map.of(
                                "hours",
                                Parameters.of(view).agreed().unobservedTime().value())));
            case "proposed-links" -> ProposedLinkFeed.notes(view);
            default -> List.of();
        };
    }

    /** Exposure of the whole line and of each zone, in the window and day by day. */
    static List<ObjectNode> effort(View view) {
        int window = Parameters.of(view).agreed().windowDays();
        LocalDate last = Days.of(view.valid().minusNanos(1), view.zone());
        return Exposure.of(view).stream()
                .map(one -> exposure(one, last.minusDays(window - 1L), last))
                .toList();
    }

    private static ObjectNode exposure(Exposure one, LocalDate first, LocalDate last) {
        LocalDate day = one.day();
        ObjectNode out = Json.object();
        out.set("zone", one.zone() == null ? out.nullNode() : zone(one.zone()));
        out.put("from", (day == null ? first : day).toString())
                .put("to", (day == null ? last : day).toString())
                .put("day", day == null ? null : day.toString())
                .put("lineKm", one.lineKm())
                .put("hours", one.hours())
                .put("covered", one.covered())
                .put("byDay", one.byDay())
                .put("byNight", one.byNight())
                .put("seeing", one.seeing())
                .put("hearing", one.hearing())
                .put("coveredDays", one.coveredDays())
                .put("observersByDay", one.observersByDay())
                .put("observersByNight", one.observersByNight())
                .put("sensors", one.sensors())
                .putNull("detection");
        Coded noShare = one.noShare();
        out.set("noShare", noShare == null ? out.nullNode() : Json.coded(noShare));
        out.set("entries", Json.ids(one.entries()));
        return out;
    }

    static ObjectNode zone(Boundary boundary) {
        ObjectNode out = Json.object()
                .put("id", boundary.id().value())
                .put("role", Body.wire(boundary.drawn().body().role()));
        out.set("name", Json.text(boundary.drawn().body().name()));
        return out;
    }

    /** What nobody watched lately, the longest first. */
    static List<ObjectNode> unwatched(View view) {
        List<ObjectNode> rows = new ArrayList<>();
        for (Stretch stretch : Assessor.adequacy(view).unwatched()) {
            Instant since = stretch.since();
            ObjectNode row = Json.object()
                    .put("fromKm", stretch.fromKm())
                    .put("toKm", stretch.toKm())
                    .put("km", stretch.kilometres())
                    .put("since", since == null ? null : Json.instant(since))
                    .put(
                            "sinceDay",
                            since == null ? null : Days.of(since, view.zone()).toString());
            ArrayNode zones = row.putArray("crosses");
            List<UUID> entries = new ArrayList<>(stretch.entries());
            Geometry where = stretch.where();
            Boundaries.of(view).all().stream()
                    .filter(one -> one.drawn().body().role() != Role.LINE_OF_CONTACT)
                    .filter(one ->
                            where != null && one.drawn().body().geometry().intersects(where))
                    .forEach(one -> {
                        zones.add(zone(one));
                        entries.add(one.drawn().id());
                    });
            row.set("where", Json.geometry(where));
            row.set("entries", Json.ids(entries));
            rows.add(row);
        }
        return rows;
    }

    /** Restrictions of access, the newest first, each with the obligations that it concerns. */
    static List<ObjectNode> restrictions(View view) {
        Names names = Names.of(view);
        Obligations obligations = Obligations.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Held<AccessRestricted> held : view.happened(AccessRestricted.class).reversed()) {
            rows.add(restriction(view, held, names, obligations));
        }
        return rows;
    }

    private static ObjectNode restriction(
            View view, Held<AccessRestricted> held, Names names, Obligations obligations) {
        AccessRestricted body = held.body();
        ObjectNode row = new EntryFeed(view)
                .line(held)
                .retain("day", "occurred", "place")
                .put("restriction", Body.wire(body.restriction()))
                .put("post", body.post() == null ? null : body.post().value());
        row.set("by", body.by() == null ? row.nullNode() : Json.actor(body.by(), names));
        row.set("reason", Json.textOrNull(body.reason()));
        List<UUID> entries = new ArrayList<>(List.of(held.id()));
        ArrayNode concerned = row.putArray("obligations");
        for (Held<ObligationSet> set : Access.obligations(view, held)) {
            ObligationFile file = obligations.find(set.body().obligation());
            concerned
                    .addObject()
                    .put("id", set.body().obligation().value())
                    .put("point", set.body().point())
                    .put("state", file == null ? null : Body.wire(file.state()))
                    .set("summary", Json.text(set.body().summary()));
            entries.add(set.id());
        }
        row.set("where", Json.geometry(names.geometry(held.entry())));
        row.set("entries", Json.ids(entries));
        return row;
    }

    /** The share of attempted access that was denied: of all, of each party in the mandate's order, of all others. */
    static List<ObjectNode> access(View view) {
        Names names = Names.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Access one : Access.of(view)) {
            ObjectNode row = Json.object();
            row.set("by", Json.actorOrNull(one.by(), names));
            row.put("who", who(one))
                    .put("attempts", one.attempts())
                    .put("denials", one.count(Restriction.DENIAL))
                    .put("share", Percentage.told(one.attempts()) ? one.denied() : null)
                    .put("conditional", one.count(Restriction.CONDITIONAL_ACCESS))
                    .put("delayed", one.count(Restriction.DELAY))
                    .put("other", one.count(Restriction.OTHER));
            row.set("entries", Json.ids(one.entries()));
            rows.add(row);
        }
        return rows;
    }

    private static String who(Access one) {
        return one.by() != null ? "party" : one.others() ? "others" : "all";
    }
}
