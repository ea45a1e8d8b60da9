package org.truce.simulation.ceasefire;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The invented line of contact: 60 km from west to east on an island that does not exist, with twelve posts and three
 * sectors. Positions in metres east and north of the middle become degrees by the lengths of a degree there.
 */
public final class Front {
    /** Its length from west to east, metres. */
    public static final double LENGTH = 60_000;

    /** How many posts watch it. */
    public static final int POSTS = 12;

    /** How many sectors it is divided into. */
    public static final int SECTORS = 3;

    static final double LATITUDE = 31.5;
    static final double LONGITUDE = -38.4;
    private static final double METRES_PER_LATITUDE = 110_878;
    private static final double METRES_PER_LONGITUDE = 95_002;
    private static final double STEP = 5000;
    private static final double[] NORTH = {0, 400, 200, -300, -500, 0, 400, 600, 300, 0, -400, -200, 0};
    private static final double DEPTH = 15_000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private Front() {}

    /** Metres north at which the line runs, at metres east. */
    static double north(double east) {
        double at = StrictMath.min(NORTH.length - 1.000001, StrictMath.max(0, (east + LENGTH / 2) / STEP));
        int before = (int) at;
        return NORTH[before] + (at - before) * (NORTH[before + 1] - NORTH[before]);
    }

    /** Metres east at which a post stands, on the line. */
    static double post(int post) {
        return -LENGTH / 2 + (post + 0.5) * LENGTH / POSTS;
    }

    /** The post that watches a place. */
    static int watching(double east) {
        return (int) StrictMath.min(POSTS - 1, StrictMath.max(0, (east + LENGTH / 2) / LENGTH * POSTS));
    }

    /** The sector of a place, from the west. */
    public static int sector(double east) {
        return (int) StrictMath.min(SECTORS - 1, StrictMath.max(0, (east + LENGTH / 2) / LENGTH * SECTORS));
    }

    static Point point(double east, double north) {
        return GEOMETRY.createPoint(at(east, north));
    }

    private static Coordinate at(double east, double north) {
        return new Coordinate(
                StrictMath.rint((LONGITUDE + east / METRES_PER_LONGITUDE) * 1e5) / 1e5,
                StrictMath.rint((LATITUDE + north / METRES_PER_LATITUDE) * 1e5) / 1e5);
    }

    static Geometry line() {
        Coordinate[] all = new Coordinate[NORTH.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = at(i * STEP - LENGTH / 2, NORTH[i]);
        }
        return GEOMETRY.createLineString(all);
    }

    static Geometry area(int sector) {
        double west = -LENGTH / 2 + sector * LENGTH / SECTORS;
        double east = west + LENGTH / SECTORS;
        return GEOMETRY.createPolygon(
                List.of(at(west, -DEPTH), at(east, -DEPTH), at(east, DEPTH), at(west, DEPTH), at(west, -DEPTH))
                        .toArray(Coordinate[]::new));
    }
}
