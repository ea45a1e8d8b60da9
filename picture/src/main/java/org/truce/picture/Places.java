package org.truce.picture;

import java.util.List;
import java.util.Map;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Coded;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;

/** What is wrong with where things are: a line that crosses itself, coordinates that somebody probably swapped. */
final class Places {
    /** Nothing that a mission observes is further from every boundary, in degrees: some 300 km. */
    private static final double FAR = 3;

    private final View view;

    Places(View view) {
        this.view = view;
    }

    void flags(List<Coded> into) {
        Envelope area = new Envelope();
        for (Held<BoundaryDrawn> drawn : view.heads(BoundaryDrawn.class)) {
            Geometry line = drawn.body().geometry();
            area.expandToInclude(line.getEnvelopeInternal());
            if (!line.isSimple()) {
                into.add(new Coded("line-crosses-itself", Map.of(), List.of(drawn.id())));
            }
        }
        if (area.isNull()) {
            return; // without a boundary nothing is far from it
        }
        area.expandBy(FAR);
        for (Held<Body> held : view.placed(at -> !area.contains(at.x, at.y) && area.contains(at.y, at.x))) {
            Geometry where =
                    held.entry().where() == null ? null : held.entry().where().geometry();
            if (where != null && where.getDimension() == 0) {
                Coordinate at = where.getCoordinate();
                if (!area.contains(at.x, at.y) && area.contains(at.y, at.x)) {
                    double metres = Geodesic.WGS84.Inverse(at.y, at.x, area.centre().y, area.centre().x).s12;
                    into.add(new Coded("probably-swapped", Map.of("km", metres / 1000), List.of(held.id())));
                }
            }
        }
    }
}
