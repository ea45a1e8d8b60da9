package org.truce.picture;

import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Measures on the ground, geodesic on WGS 84 (Karney 2013). */
public final class Geodesics {
    private Geodesics() {}

    /** Length of a track in metres, the ways between its separate pieces left out; 0 of a point. Linear. */
    public static double metres(Geometry track) {
        double metres = 0;
        for (int i = 0; i < track.getNumGeometries(); i++) {
            Coordinate[] at = track.getGeometryN(i).getCoordinates();
            for (int j = 1; j < at.length; j++) {
                metres += Geodesic.WGS84.Inverse(at[j - 1].y, at[j - 1].x, at[j].y, at[j].x).s12;
            }
        }
        return metres;
    }
}
