package org.truce.simulation.exercise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.truce.model.id.ActorId;

/**
 * The invented island of Miral, in the open Atlantic, and the days of the exercise. Positions are written in kilometres
 * east and north of the island's middle and become degrees by the lengths of a degree there, within 0.1 % for the 30 km
 * to each side that are used.
 */
final class Theatre {
    static final ZoneId ZONE = ZoneId.of("Atlantic/Azores");
    static final LocalDate FIRST = LocalDate.parse("2024-03-01");
    static final int DAYS = 120;
    /** The night on which the line moved, and the morning after. */
    static final LocalDate BAD_NIGHT = LocalDate.parse("2024-04-24");

    static final String MISSION = "mission";
    static final String AVELIA = "avelia";
    static final String BORETH = "boreth";
    static final List<String> PARTIES = List.of(AVELIA, BORETH);

    /** Half the length of the line from west to east, km. */
    static final int REACH = 30;

    private static final double LATITUDE = 31.5;
    private static final double LONGITUDE = -38.4;
    private static final double KM_PER_LATITUDE = 110.878;
    private static final double KM_PER_LONGITUDE = 95.002;
    private static final double STEP = 5;
    /** Kilometres north of the middle, every 5 km from 30 km west to 30 km east. */
    private static final double[] LINE = {0, 0.4, 0.2, -0.3, -0.5, 0, 0.4, 0.6, 0.3, 0, -0.4, -0.2, 0};
    /** The same after the bad night: 2 km further south between 10 and 20 km east. */
    private static final double[] MOVED = {0, 0.4, 0.2, -0.3, -0.5, 0, 0.4, 0.6, -0.7, -2, -1.2, -0.2, 0};

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    static final Geometry USSEL_DISTRICT = box(10, 4, 30, 15);
    static final Geometry TOLVEN_DISTRICT = box(-30, -15, -10, -4);

    private Theatre() {}

    static Point point(double east, double north) {
        return GEOMETRY.createPoint(coordinate(east, north));
    }

    private static Coordinate coordinate(double east, double north) {
        return new Coordinate(
                degrees(LONGITUDE + east / KM_PER_LONGITUDE), degrees(LATITUDE + north / KM_PER_LATITUDE));
    }

    /** To a metre: five decimals. */
    private static double degrees(double exact) {
        return StrictMath.rint(exact * 1e5) / 1e5;
    }

    /** A line through points given as east, north, east, north, … in kilometres. */
    static Geometry line(double... eastNorth) {
        return GEOMETRY.createLineString(coordinates(eastNorth, false));
    }

    /** A rectangle, counter-clockwise. */
    static Geometry box(double west, double south, double east, double north) {
        return GEOMETRY.createPolygon(
                coordinates(new double[] {west, south, east, south, east, north, west, north}, true));
    }

    private static Coordinate[] coordinates(double[] eastNorth, boolean closed) {
        Coordinate[] all = new Coordinate[eastNorth.length / 2 + (closed ? 1 : 0)];
        for (int i = 0; i < all.length; i++) {
            int at = 2 * i % eastNorth.length;
            all[i] = coordinate(eastNorth[at], eastNorth[at + 1]);
        }
        return all;
    }

    /** The line of contact, from west to east. */
    static Geometry lineOfContact(boolean moved) {
        double[] eastNorth = new double[2 * LINE.length];
        for (int i = 0; i < LINE.length; i++) {
            eastNorth[2 * i] = i * STEP - REACH;
            eastNorth[2 * i + 1] = moved ? MOVED[i] : LINE[i];
        }
        return line(eastNorth);
    }

    /** Kilometres north of the middle at which the line runs, at kilometres east, as it was before the bad night. */
    static double north(double east) {
        double at = (east + REACH) / STEP;
        int before = Math.clamp((int) at, 0, LINE.length - 2);
        return LINE[before] + (at - before) * (LINE[before + 1] - LINE[before]);
    }

    static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    static Instant at(String day, int hour, int minute) {
        return at(LocalDate.parse(day), hour, minute);
    }

    /** Before the first and after the last day nothing of the exercise takes place. */
    static boolean within(Instant instant) {
        return instant.isBefore(at(day(DAYS), 0, 0));
    }

    static ActorId actor(String id) {
        return new ActorId(id);
    }

    /** The other party. */
    static String other(String party) {
        return party.equals(AVELIA) ? BORETH : AVELIA;
    }

    /** The party that holds the ground north or south of the line. */
    static String holder(double east, double north) {
        return north > north(east) ? AVELIA : BORETH;
    }
}
