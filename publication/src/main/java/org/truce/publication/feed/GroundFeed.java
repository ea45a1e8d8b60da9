package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.truce.assessment.attribution.Attribution;
import org.truce.assessment.attribution.Attributions;
import org.truce.assessment.ground.Handover;
import org.truce.assessment.ground.Strip;
import org.truce.assessment.ground.Withdrawal;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Corridor.PassageObstructed;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.Role;
import org.truce.picture.Boundaries;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was agreed on the ground: where incidents lay, districts that were handed over, corridors. */
final class GroundFeed {
    private GroundFeed() {}

    /** A row for each incident: in which zones it may have lain, by the boundaries of its own time. */
    static List<ObjectNode> attribution(View view) {
        Attributions attributions = new Attributions(view);
        return Rows.of(Incidents.of(view).all(), file -> attribution(view, attributions, file));
    }

    private static ObjectNode attribution(View view, Attributions attributions, IncidentFile file) {
        Entry located = file.located();
        Attribution of = located == null ? Attribution.NOWHERE : attributions.of(located, file.from());
        ObjectNode row = Json.object()
                .put("id", file.id().toString())
                .put("day", Days.of(file.from(), view.zone()).toString())
                .put("class", Body.wire(file.act()));
        ArrayNode zones = row.putArray("zones");
        of.zones().forEach(zone -> {
            ObjectNode one = zones.addObject()
                    .put("id", zone.boundary().id().value())
                    .put("role", Body.wire(zone.boundary().drawn().body().role()));
            one.set("name", Json.text(zone.boundary().drawn().body().name()));
            one.put("probability", zone.probability()).put("word", Body.wire(zone.word()));
        });
        row.put("lineFrom", of.line() == null ? null : of.line().from())
                .put("lineTo", of.line() == null ? null : of.line().to());
        List<UUID> entries = new ArrayList<>(file.entries());
        of.entries().stream().filter(id -> !entries.contains(id)).forEach(entries::add);
        row.set("entries", Json.ids(entries));
        return row;
    }

    /** A row for each handover, in order of taking place. */
    static List<ObjectNode> handovers(View view) {
        Names names = Names.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Handover one : Handover.of(view)) {
            BoundaryId zone = one.change().body().zone();
            ObjectNode row = Json.object()
                    .put("day", Days.of(view.began(one.change()), view.zone()).toString());
            row.putObject("zone").put("id", zone.value()).set("name", name(view, zone));
            row.set("from", Json.actorOrNull(one.change().body().from(), names));
            row.set("to", Json.actorOrNull(one.change().body().to(), names));
            row.put(
                    "obligation",
                    one.obligation() == null ? null : one.obligation().id().value());
            row.set("deadline", ObligationFeed.deadline(one.deadline()));
            row.set("originalDeadline", ObligationFeed.deadline(one.original()));
            row.put("timing", Body.wire(one.timing()))
                    .put("timingByOriginal", Body.wire(one.timingByOriginal()))
                    .put("marginHours", one.marginHours());
            row.set("entries", Json.ids(one.entries()));
            rows.add(row);
        }
        return rows;
    }

    /** A row for each weapon seen where it may have stood too near to a line as it was signed. */
    static List<ObjectNode> withdrawals(View view) {
        List<ObjectNode> rows = new ArrayList<>();
        for (Withdrawal one : Withdrawal.of(view)) {
            ObjectNode row = Json.object()
                    .put("day", Days.of(view.began(one.sighting()), view.zone()).toString())
                    .put("obligation", one.agreed().body().obligation().value())
                    .put("weapons", String.join(", ", one.weapons()))
                    .put("number", one.count())
                    .put("word", Body.wire(one.word()))
                    .put("probability", one.probability())
                    .put("withdrawnTo", one.agreed().body().distance().value())
                    .put("lineFrom", one.distance().from())
                    .put("lineTo", one.distance().to());
            row.set("entries", Json.ids(one.entries()));
            rows.add(row);
        }
        return rows;
    }

    /** A row for each corridor that holds: its measure on the ground, its traffic and what stands in its way. */
    static List<ObjectNode> corridors(View view) {
        Names names = Names.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Boundaries.Boundary corridor : Boundaries.of(view).in(Role.CORRIDOR)) {
            Strip strip = Strip.of(corridor.drawn().body().geometry());
            ObjectNode row = Json.object().put("id", corridor.id().value());
            row.set("name", Json.text(corridor.drawn().body().name()));
            row.set("controller", Json.actorOrNull(corridor.controller(), names));
            row.put("lengthKm", strip.lengthMetres() / 1000)
                    .put("widthKm", strip.widthMetres() / 1000)
                    .put("areaKm2", strip.areaSquareMetres() / 1e6)
                    .put("approximate", corridor.drawn().body().approximate());
            List<UUID> entries = new ArrayList<>(corridor.entries());
            double passed = 0;
            for (Held<PassageCounted> count : view.happened(PassageCounted.class)) {
                if (count.body().corridor().equals(corridor.id())) {
                    passed += count.body().passed().value();
                    entries.add(count.id());
                }
            }
            row.put("passed", passed);
            obstructions(view, corridor.id(), row, entries);
            Json.entries(row, entries);
            rows.add(row);
        }
        return rows;
    }

    private static void obstructions(View view, BoundaryId corridor, ObjectNode row, List<UUID> entries) {
        ArrayNode all = Json.array();
        int standing = 0;
        for (Held<PassageObstructed> one : view.happened(PassageObstructed.class)) {
            if (one.body().corridor().equals(corridor)) {
                boolean stands = view.ended(one.entry()).isAfter(view.valid().minusMillis(1));
                standing += stands ? 1 : 0;
                ObjectNode out = all.addObject()
                        .put("entry", one.id().toString())
                        .put("day", Days.of(view.began(one), view.zone()).toString())
                        .put("stands", stands);
                out.set("what", Json.text(one.body().what()));
                entries.add(one.id());
            }
        }
        row.put("obstructed", standing).set("obstructions", all);
    }

    private static tools.jackson.databind.JsonNode name(View view, BoundaryId zone) {
        return view.heads(BoundaryDrawn.class).stream()
                .filter(drawn -> drawn.body().boundary().equals(zone))
                .reduce((_, newer) -> newer)
                .map(drawn -> Json.text(drawn.body().name()))
                .orElseGet(() -> Json.text(org.truce.model.Text.of("und", zone.value())));
    }
}
