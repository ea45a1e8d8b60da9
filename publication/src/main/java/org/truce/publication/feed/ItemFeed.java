package org.truce.publication.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands of what was stated, entry by entry, as GeoJSON features (RFC 7946) with the members of JSON-FG (OGC 21-045):
 * {@code time} is the interval that surely contains what took place, {@code featureType} the kind. Positions are WGS 84.
 */
public final class ItemFeed {
    private static final String CLASSES = "http://www.opengis.net/spec/json-fg-1/1.0/conf/";

    private final View view;
    private final Names names;
    private final EntryFeed lines;

    /**
     * A stretch of time.
     *
     * @param from its first instant
     * @param to the first instant after it
     */
    public record Stretch(Instant from, Instant to) {}

    /** For the entries of one view. */
    public ItemFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
        this.lines = new EntryFeed(view);
    }

    /** The members of a collection that stand before its features. */
    public static ObjectNode heading() {
        ObjectNode out = Json.object().put("type", "FeatureCollection");
        out.putArray("conformsTo").add(CLASSES + "core").add(CLASSES + "types-schemas");
        return out;
    }

    /**
     * Entries that stand and whose matter began before the view's instant, in record order. As OGC API – Features asks,
     * an entry without a position lies in every box, and one that does not say when it took place in every stretch.
     *
     * @param kind only entries of this kind; of every kind where null
     * @param boxes only entries that touch one of these; everywhere where there is none
     * @param stretch only entries that may have taken place then; whenever where null
     */
    public List<Held<Body>> listed(@Nullable String kind, List<Envelope> boxes, @Nullable Stretch stretch) {
        return view.begun(
                kind,
                boxes.isEmpty() && stretch == null
                        ? null
                        : held -> (boxes.isEmpty() || touches(held, boxes))
                                && (stretch == null || within(held.entry(), stretch)));
    }

    private boolean touches(Held<Body> held, List<Envelope> boxes) {
        Geometry geometry = geometry(held.entry());
        return geometry == null
                || boxes.stream()
                        .anyMatch(box -> geometry.getEnvelopeInternal().intersects(box)
                                && geometry.getFactory().toGeometry(box).intersects(geometry));
    }

    private boolean within(Entry entry, Stretch stretch) {
        return entry.occurred() == null
                || (view.began(entry).isBefore(stretch.to) && view.ended(entry).isAfter(stretch.from));
    }

    private @Nullable Geometry geometry(Entry entry) {
        return entry.body() instanceof BoundaryDrawn drawn ? drawn.geometry() : names.geometry(entry);
    }

    /** One entry as a feature. */
    public ObjectNode of(Held<? extends Body> held) {
        Entry entry = held.entry();
        ObjectNode out = Json.object()
                .put("type", "Feature")
                .put("id", held.id().toString())
                .put("featureType", entry.kind());
        out.set("time", time(entry));
        out.set("geometry", Json.geometry(geometry(entry)));
        // The geometry is WGS 84 already: nothing is told a second time in another reference system.
        out.putNull("place");
        ObjectNode properties = lines.line(held);
        properties.put("recorded", Json.instant(held.recorded()));
        properties.put("radius", names.radiusMetres(entry));
        out.set("properties", properties);
        return out;
    }

    private JsonNode time(Entry entry) {
        ObjectNode out = Json.object();
        if (entry.occurred() == null) {
            return out.nullNode();
        }
        out.putArray("interval").add(end(view.began(entry))).add(end(view.ended(entry)));
        return out;
    }

    private static String end(Instant instant) {
        return instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? ".." : Json.instant(instant);
    }
}
