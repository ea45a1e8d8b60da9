package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.Assessor;
import org.truce.assessment.Manning;
import org.truce.assessment.Watched;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Ground.PlaceNamed;
import org.truce.model.kind.Ground.PlaceType;
import org.truce.model.kind.Ground.Toponyms;
import org.truce.model.kind.Mines.HazardRecorded;
import org.truce.model.kind.Named;
import org.truce.model.kind.Observation.PostManned;
import org.truce.picture.Boundaries;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a map shows of a view, as GeoJSON features. Names of places stand in the mandate's order of the parties. */
public final class MapFeed {
    private final View view;
    private final Names names;
    private final @Nullable MandateSet mandate;
    private final ArrayNode features = Json.array();
    private final Envelope bounds = new Envelope();

    private MapFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
        this.mandate = view.mandate();
    }

    /** The map of a view. */
    public static ObjectNode of(View view) {
        return new MapFeed(view).build();
    }

    private ObjectNode build() {
        Boundaries.of(view).all().forEach(this::boundary);
        names.places().values().forEach(this::place);
        Assessor.watched(view).forEach(this::watched);
        Manning.of(view).stream().filter(period -> period.until() == null).forEach(period -> post(period.manned()));
        IncidentFeed incidents = new IncidentFeed(view);
        Incidents.of(view).all().forEach(file -> incident(file, incidents.of(file)));
        view.happened(HazardRecorded.class).forEach(this::hazard);
        ObjectNode out = Json.object();
        ArrayNode box = out.putArray("bounds");
        if (!bounds.isNull()) {
            box.add(bounds.getMinX())
                    .add(bounds.getMinY())
                    .add(bounds.getMaxX())
                    .add(bounds.getMaxY());
        }
        out.put("type", "FeatureCollection");
        out.set("features", features);
        return out;
    }

    private void boundary(Boundaries.Boundary boundary) {
        BoundaryDrawn drawn = boundary.drawn().body();
        bounds.expandToInclude(drawn.geometry().getEnvelopeInternal());
        ObjectNode properties = feature("boundary", drawn.boundary().value(), drawn.geometry())
                .put("role", Body.wire(drawn.role()))
                .put("approximate", drawn.approximate())
                .put("from", drawn.from() == null ? null : drawn.from().text())
                .put("to", drawn.to() == null ? null : drawn.to().text());
        properties.set("name", Json.text(drawn.name()));
        properties.set("source", Json.text(drawn.drawnFrom()));
        properties.set("controller", Json.actorOrNull(boundary.controller(), names));
        properties.set("entries", Json.ids(boundary.entries()));
    }

    private void place(Held<PlaceNamed> held) {
        Geometry geometry = names.geometry(held.entry());
        PlaceNamed named = held.body();
        if (geometry == null || named.type() == PlaceType.COUNTRY) {
            return;
        }
        ObjectNode properties = feature("place", named.place().value(), geometry)
                .put("type", Body.wire(named.type()))
                .put("code", named.code());
        properties.set("name", Json.text(named.name()));
        properties.set("names", partyNames(named));
        properties.put("policy", mandate == null ? null : Body.wire(mandate.toponyms()));
        properties.set("entries", Json.ids(List.of(held.id())));
    }

    /** The name that each party gives a place, in the mandate's order. */
    private ArrayNode partyNames(PlaceNamed named) {
        ArrayNode out = Json.array();
        if (mandate != null && mandate.toponyms() == Toponyms.BOTH_PARTIES) {
            for (ActorId party : mandate.parties()) {
                Text name = named.partyNames().get(party);
                if (name != null) {
                    out.addObject().put("party", party.value()).set("name", Json.text(name));
                }
            }
        }
        return out;
    }

    private void watched(Watched stretch) {
        ObjectNode properties = feature("watched", "watched-" + features.size(), stretch.line());
        properties.put("share", stretch.share()).set("entries", Json.ids(stretch.entries()));
    }

    /** A post at its place; posts that a source only counts stand without one. */
    private void post(Held<PostManned> held) {
        PostManned manned = held.body();
        Geometry geometry = names.geometry(held.entry());
        if (geometry == null || manned.post() == null) {
            ObjectNode properties = feature("post", held.id().toString(), null)
                    .put("day", Days.of(view.began(held), view.zone()).toString())
                    .put("number", manned.posts() == null ? 1 : manned.posts().value());
            properties.set("by", Json.actor(Named.of(manned.by()), names));
            properties.set("entries", Json.ids(List.of(held.id())));
            return;
        }
        ObjectNode properties = feature("post", manned.post().value(), geometry)
                .put("temporary", manned.temporary())
                .put(
                        "fieldOfView",
                        manned.fieldOfView() == null
                                ? null
                                : manned.fieldOfView().value())
                .put(
                        "hoursPerDay",
                        manned.hoursPerDay() == null
                                ? null
                                : manned.hoursPerDay().value())
                .put("radius", names.radiusMetres(held.entry()));
        properties.set("name", Json.text(Text.of("und", manned.post().value())));
        properties.set("by", Json.actor(Named.of(manned.by()), names));
        properties.set("entries", Json.ids(List.of(held.id())));
    }

    private void incident(IncidentFile file, ObjectNode feed) {
        Geometry geometry = file.located() == null ? null : names.geometry(file.located());
        ObjectNode properties =
                feature("incident", file.id().toString(), geometry == null ? null : geometry.getCentroid());
        feed.properties().forEach(member -> properties.set(member.getKey(), member.getValue()));
    }

    private void hazard(Held<HazardRecorded> held) {
        ObjectNode properties = feature("hazard", held.body().hazard().value(), names.geometry(held.entry()))
                .put("type", Body.wire(held.body().type()))
                .put("status", Body.wire(held.body().status()));
        properties.set("entries", Json.ids(List.of(held.id())));
    }

    private ObjectNode feature(String kind, String id, @Nullable Geometry geometry) {
        ObjectNode feature = features.addObject().put("type", "Feature").put("id", id);
        feature.set("geometry", Json.geometry(geometry));
        return feature.putObject("properties").put("kind", kind).put("id", id);
    }

    /** What a map shows of boundaries, for a register of them. */
    public static List<ObjectNode> boundaries(View view) {
        MapFeed map = new MapFeed(view);
        Boundaries.of(view).all().forEach(map::boundary);
        List<ObjectNode> list = new ArrayList<>();
        map.features.forEach(feature -> list.add((ObjectNode) feature.get("properties")));
        return list;
    }
}
