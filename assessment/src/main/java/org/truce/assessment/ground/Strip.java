package org.truce.assessment.ground;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * How long and wide a strip of land is, on the ground. Of a strip with parallel sides and square ends, length and width are
 * the two roots of x² − (P/2)x + A, with P its perimeter and A its area, both geodesic on WGS 84 (Karney 2013); of any
 * other shape they are those of the strip that has its perimeter and area.
 *
 * @param areaSquareMetres its area
 * @param lengthMetres its length
 * @param widthMetres its mean width; equal to the length where no strip has this perimeter and area
 */
public record Strip(double areaSquareMetres, double lengthMetres, double widthMetres) {

    /** Of an area in degrees, holes taken off. */
    public static Strip of(Geometry degrees) {
        double area = 0;
        double perimeter = 0;
        for (int i = 0; i < degrees.getNumGeometries(); i++) {
            if (degrees.getGeometryN(i) instanceof Polygon polygon) {
                PolygonResult outside = ring(polygon.getExteriorRing());
                area += outside.area;
                perimeter += outside.perimeter;
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= ring(polygon.getInteriorRingN(hole)).area;
                }
            }
        }
        double half = perimeter / 2;
        double root = StrictMath.sqrt(StrictMath.max(0, half * half / 4 - area));
        return new Strip(area, half / 2 + root, half / 2 - root);
    }

    private static PolygonResult ring(LineString ring) {
        PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
        Coordinate[] positions = ring.getCoordinates();
        for (int i = 0; i < positions.length - 1; i++) {
            area.AddPoint(positions[i].y, positions[i].x);
        }
        PolygonResult result = area.Compute(false, true);
        return new PolygonResult(result.num, result.perimeter, StrictMath.abs(result.area));
    }
}
