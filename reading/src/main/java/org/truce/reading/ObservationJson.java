package org.truce.reading;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bulletin's observations as JSON and back. Pure. */
final class ObservationJson {
    private ObservationJson() {}

    static void write(ObjectNode n, Reading.Observation o) {
        n.put("means", o.means()).put("date", o.date()).put("from", o.from()).put("to", o.to());
        if (o.place() == null) {
            n.putNull("place");
        } else {
            n.putObject("place")
                    .put("normalised", o.place().normalised())
                    .put("lat", o.place().lat())
                    .put("lon", o.place().lon());
        }
        n.put("count", Math.toIntExact(o.count())).put("qualifier", o.qualifier());
        ArrayNode seen = n.putArray("seen");
        for (Reading.Seen s : o.seen()) {
            seen.addObject()
                    .put("type", s.type())
                    .put("explosion", s.explosion())
                    .put("count", Math.toIntExact(s.count()))
                    .put("qualifier", s.qualifier())
                    .put("weapon", s.weapon())
                    .put("calibre", s.calibre());
        }
        n.put("metres_from", o.metresFrom()).put("metres_to", o.metresTo());
        ArrayNode bearings = n.putArray("bearings");
        o.bearings().forEach(bearings::add);
        n.put("assessed_as", o.assessedAs())
                .put("exercises", Math.toIntExact(o.exercises()))
                .put("problem", o.problem());
        n.putArray("span").add(o.span().start()).add(o.span().end());
    }

    static Reading.Observation read(JsonNode n) {
        JsonNode p = n.path("place");
        List<Reading.Seen> seen = new ArrayList<>();
        for (JsonNode s : n.path("seen")) {
            seen.add(new Reading.Seen(
                    text(s, "type"),
                    text(s, "explosion"),
                    s.path("count").asInt(),
                    text(s, "qualifier"),
                    text(s, "weapon"),
                    text(s, "calibre")));
        }
        List<Double> bearings = new ArrayList<>();
        n.path("bearings").forEach(b -> bearings.add(b.asDouble()));
        return new Reading.Observation(
                text(n, "means"),
                text(n, "date"),
                text(n, "from"),
                text(n, "to"),
                p.isObject()
                        ? new Reading.Point(
                                text(p, "normalised"),
                                p.path("lat").asDouble(),
                                p.path("lon").asDouble())
                        : null,
                n.path("count").asInt(),
                text(n, "qualifier"),
                seen,
                n.path("metres_from").asInt(),
                n.path("metres_to").asInt(),
                bearings,
                text(n, "assessed_as"),
                n.path("exercises").asInt(),
                text(n, "problem"),
                new Span(n.path("span").path(0).asInt(), n.path("span").path(1).asInt()));
    }

    private static String text(JsonNode n, String field) {
        return n.path(field).asString("");
    }
}
