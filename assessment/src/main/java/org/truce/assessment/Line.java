package org.truce.assessment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * A line cut into cells of equal geodesic length, each known by its middle. Lengths are geodesic on WGS 84 (Karney
 * 2013), never in degrees.
 *
 * @param longitudes of the cells' middles, along the line
 * @param latitudes of the cells' middles
 * @param cellMetres length of a cell
 * @param pieceStarts first cell of each separate piece of the line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: cells are read where they were cut
record Line(double[] longitudes, double[] latitudes, double cellMetres, List<Integer> pieceStarts) {
    /** Target length of a cell; methods.md §1.1 asks for 250 to 1,000 m. */
    static final double CELL_METRES = 500;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    static final Line NONE = new Line(new double[0], new double[0], CELL_METRES, List.of());

    static Line of(List<Geometry> lines) {
        List<double[]> middles = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Geometry line : lines) {
            for (int i = 0; i < line.getNumGeometries(); i++) {
                starts.add(middles.size());
                cut(line.getGeometryN(i).getCoordinates(), middles);
            }
        }
        return new Line(
                middles.stream().mapToDouble(middle -> middle[0]).toArray(),
                middles.stream().mapToDouble(middle -> middle[1]).toArray(),
                CELL_METRES,
                List.copyOf(starts));
    }

    private static void cut(Coordinate[] positions, List<double[]> middles) {
        double next = CELL_METRES / 2;
        double walked = 0;
        for (int i = 1; i < positions.length; i++) {
            GeodesicLine leg =
                    Geodesic.WGS84.InverseLine(positions[i - 1].y, positions[i - 1].x, positions[i].y, positions[i].x);
            double length = leg.Distance();
            while (next <= walked + length) {
                GeodesicData at = leg.Position(next - walked);
                middles.add(new double[] {at.lon2, at.lat2});
                next += CELL_METRES;
            }
            walked += length;
        }
    }

    int size() {
        return longitudes.length;
    }

    double lengthMetres() {
        return size() * cellMetres;
    }

    /** Tells each cell whose middle lies within metres of a point or track; whether there was one. */
    boolean within(Geometry where, double metres, IntConsumer cell) {
        Line track = where.getDimension() == 0 ? point(where.getCoordinate()) : of(List.of(where));
        boolean any = false;
        for (int i = 0; i < size(); i++) {
            if (track.near(longitudes[i], latitudes[i], metres)) {
                cell.accept(i);
                any = true;
            }
        }
        return any;
    }

    /** The cell whose middle is nearest to a point, within metres; -1 where none is. */
    int nearest(double longitude, double latitude, double metres) {
        double narrow = StrictMath.cos(StrictMath.toRadians(latitude));
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            // Which is nearest is told well enough by a small plane; how near it is, on the ellipsoid.
            double east = StrictMath.IEEEremainder(longitudes[i] - longitude, 360) * narrow;
            double north = latitudes[i] - latitude;
            double square = east * east + north * north;
            if (square < least) {
                least = square;
                nearest = i;
            }
        }
        return nearest >= 0
                        && Geodesic.WGS84.Inverse(latitudes[nearest], longitudes[nearest], latitude, longitude).s12
                                <= metres
                ? nearest
                : -1;
    }

    /** Every cell. */
    BitSet every() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }

    /** The cells whose middle lies in an area, its edge included. */
    BitSet inside(Geometry area) {
        PreparedGeometry within = PreparedGeometryFactory.prepare(area);
        BitSet cells = new BitSet(size());
        for (int i = 0; i < size(); i++) {
            if (within.covers(GEOMETRY.createPoint(new Coordinate(longitudes[i], latitudes[i])))) {
                cells.set(i);
            }
        }
        return cells;
    }

    /** The share of a point or track that lies in an area, 0 to 1; of a track by the middles of its cells. */
    static double shareInside(Geometry where, Geometry area) {
        Line cells = where.getDimension() == 0 ? point(where.getCoordinate()) : of(List.of(where));
        return cells.size() == 0 ? 0 : (double) cells.inside(area).cardinality() / cells.size();
    }

    private static Line point(Coordinate at) {
        return new Line(new double[] {at.x}, new double[] {at.y}, 0, List.of(0));
    }

    private boolean near(double longitude, double latitude, double metres) {
        // A degree of latitude is at least 110.5 km, and one of longitude at least that times the least cosine between
        // the two places: what is further in either need not be measured.
        double degrees = (metres + cellMetres) / 110_500;
        double turn = degrees
                / StrictMath.max(
                        1e-9,
                        StrictMath.cos(StrictMath.toRadians(StrictMath.min(90, StrictMath.abs(latitude) + degrees))));
        for (int i = 0; i < size(); i++) {
            if (StrictMath.abs(latitudes[i] - latitude) <= degrees
                    && StrictMath.abs(StrictMath.IEEEremainder(longitudes[i] - longitude, 360)) <= turn
                    && Geodesic.WGS84.Inverse(latitudes[i], longitudes[i], latitude, longitude).s12 <= metres) {
                return true;
            }
        }
        return false;
    }

    /**
     * The run of cells [first, end) of one piece as a line between the middles of its ends; null for a piece of one cell.
     */
    @Nullable
    Geometry drawn(int first, int end) {
        List<Coordinate> positions = new ArrayList<>();
        if (first > 0 && !pieceStarts.contains(first)) {
            positions.add(between(first - 1));
        }
        for (int cell = first; cell < end; cell++) {
            positions.add(new Coordinate(longitudes[cell], latitudes[cell]));
        }
        if (end < size() && !pieceStarts.contains(end)) {
            positions.add(between(end - 1));
        }
        return positions.size() < 2 ? null : GEOMETRY.createLineString(positions.toArray(Coordinate[]::new));
    }

    /** Halfway from a cell's middle to the next one's. At 250 m the mean of the degrees is the middle. */
    private Coordinate between(int cell) {
        return new Coordinate(
                (longitudes[cell] + longitudes[cell + 1]) / 2, (latitudes[cell] + latitudes[cell + 1]) / 2);
    }

    /** Where a cell begins, in kilometres along the line. */
    double kilometre(int cell) {
        return cell * cellMetres / 1000;
    }

    /** Longitude of the middle of the line's length; not for a line without cells. */
    double middleLongitude() {
        return longitudes[size() / 2];
    }

    /** Latitude of the middle of the line's length; not for a line without cells. */
    double middleLatitude() {
        return latitudes[size() / 2];
    }
}
