package org.truce.publication.feed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Named;
import org.truce.picture.IncidentFile;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Incidents with their standing, place, members and time to closure. */
public final class IncidentFeed {
    private final View view;
    private final Names names;

    /** For the incidents of one view. */
    public IncidentFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
    }

    /** One incident. */
    public ObjectNode of(IncidentFile file) {
        ObjectNode out = Json.object()
                .put("id", file.id().toString())
                .put("class", Body.wire(file.act()))
                .put("status", file.closed() ? "closed" : Body.wire(file.standing()))
                .put("standing", Body.wire(file.standing()))
                .put("occurred", file.occurred())
                .put("day", Days.of(file.from(), view.zone()).toString());
        where(out, file.located());
        out.put("sources", file.sources());
        ArrayNode members = out.putArray("members");
        file.members().forEach(member -> members.add(member.id().toString()));
        ArrayNode accused = out.putArray("accused");
        file.accused().forEach(actor -> accused.add(Json.actor(Named.of(actor), names)));
        out.put("hours", hours(file.toClosure()));
        out.set("summary", Json.textOrNull(file.what()));
        out.set("entries", Json.ids(file.entries()));
        return out;
    }

    private void where(ObjectNode out, @Nullable Entry located) {
        Geometry geometry = located == null ? null : names.geometry(located);
        Point middle = geometry == null ? null : geometry.getCentroid();
        if (located != null && located.where() != null && located.where().place() != null) {
            ObjectNode place =
                    out.putObject("place").put("id", located.where().place().value());
            place.set("name", Json.text(names.place(located.where().place())));
            var named = names.places().get(located.where().place());
            place.put("code", named == null ? null : named.body().code());
        } else {
            out.putNull("place");
        }
        out.put("lon", middle == null ? null : middle.getX());
        out.put("lat", middle == null ? null : middle.getY());
        out.put("radius", located == null ? null : names.radiusMetres(located));
    }

    private static @Nullable Double hours(@Nullable Duration toClosure) {
        return toClosure == null ? null : toClosure.toMinutes() / 60.0;
    }
}
