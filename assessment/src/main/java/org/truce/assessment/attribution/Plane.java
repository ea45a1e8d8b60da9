package org.truce.assessment.attribution;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * The neighbourhood of a point in metres: the azimuthal equidistant projection of WGS 84 around it. Distances and bearings
 * from the point are geodesic (Karney 2013); others are within 0.01 % of it up to 100 km from the point. Immutable.
 *
 * @param longitude of the point, degrees
 * @param latitude of the point, degrees
 */
public record Plane(double longitude, double latitude) {
    private static final int MASK = GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH;

    /** A geometry in degrees as one in metres, east and north of the point. */
    public Geometry metres(Geometry degrees) {
        Geometry copy = degrees.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence positions, int i) {
                Coordinate at = metres(positions.getX(i), positions.getY(i));
                positions.setOrdinate(i, CoordinateSequence.X, at.x);
                positions.setOrdinate(i, CoordinateSequence.Y, at.y);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }

    private Coordinate metres(double east, double north) {
        GeodesicData there = Geodesic.WGS84.Inverse(latitude, longitude, north, east, MASK);
        double bearing = StrictMath.toRadians(there.azi1);
        return new Coordinate(there.s12 * StrictMath.sin(bearing), there.s12 * StrictMath.cos(bearing));
    }
}
