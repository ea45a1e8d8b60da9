package org.truce.assessment.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Ground.Role;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * In which zones an entry's position lay, and how far from the line of contact, as of a view (methods.md §3). A place on
 * one side never means an act by that side.
 *
 * @param zones in which it may have lain, the most probable first; empty where it has no position
 * @param line distance to the line of contact; absent where there is none, or no position
 * @param entries on which this rests: first the entry, then the boundaries
 */
public record Attribution(List<Zone> zones, @Nullable Range line, List<UUID> entries) {
    /** A smaller probability is not shown. */
    private static final double LEAST = 0.001;

    private static final double ATTRIBUTED = 0.95;
    private static final double PROBABLY = 0.80;
    /** A position without a radius is taken to be as good as its last digits: this many metres. */
    private static final double UNSTATED_RADIUS = 1;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /** What may be said. */
    public enum Word {
        /** Probability of at least 0.95. */
        IN,
        /** At least 0.80. */
        PROBABLY_IN,
        /** Less: nobody can say. */
        NOT_DETERMINABLE
    }

    /**
     * A zone.
     *
     * @param boundary its version of that day
     * @param probability 0 to 1
     * @param word what may be said
     */
    public record Zone(Boundary boundary, double probability, Word word) {}

    /**
     * Metres between which the distance lies with 90 % probability.
     *
     * @param from 5 % are nearer
     * @param to 5 % are further
     */
    public record Range(double from, double to) {}

    /** Of what has no position. */
    public static final Attribution NOWHERE = new Attribution(List.of(), null, List.of());

    /** Of an entry, by the boundaries of the view's valid instant. Costs a few milliseconds. */
    public static Attribution of(Entry entry, View view) {
        Names names = Names.of(view);
        Geometry where = names.geometry(entry);
        if (where == null || where.isEmpty()) {
            return NOWHERE;
        }
        Point middle = where.getCentroid();
        Plane plane = new Plane(middle.getX(), middle.getY());
        Double radius = names.radiusMetres(entry);
        Gaussian position = Gaussian.around(radius == null || radius <= 0 ? UNSTATED_RADIUS : radius);
        boolean named = entry.where() != null && entry.where().geometry() == null;
        return of(entry, Boundaries.of(view), plane, position, named);
    }

    /** The same of another entry at the same place. */
    Attribution of(UUID entry) {
        List<UUID> own = new ArrayList<>(entries);
        if (!own.isEmpty()) {
            own.set(0, entry);
        }
        return new Attribution(zones, line, List.copyOf(own));
    }

    /** The zone of a role in which it lay, or probably lay; null where it lay in none or nobody can say. */
    public @Nullable BoundaryId zone(Role role) {
        return zones.stream()
                .filter(zone -> zone.boundary().drawn().body().role() == role)
                .filter(zone -> zone.word() != Word.NOT_DETERMINABLE)
                .map(zone -> zone.boundary().id())
                .findFirst()
                .orElse(null);
    }

    private static Attribution of(Entry entry, Boundaries boundaries, Plane plane, Gaussian position, boolean named) {
        List<Zone> zones = new ArrayList<>();
        List<UUID> entries = new ArrayList<>(List.of(entry.id()));
        for (Boundary boundary : boundaries.all()) {
            Geometry drawn = boundary.drawn().body().geometry();
            if (boundary.drawn().body().role() != Role.LINE_OF_CONTACT && drawn.getDimension() == 2) {
                double probability = probability(plane.metres(drawn), position, named);
                if (probability >= LEAST) {
                    zones.add(new Zone(boundary, probability, word(probability)));
                    entries.add(boundary.drawn().id());
                }
            }
        }
        zones.sort(Comparator.comparingDouble(Zone::probability)
                .reversed()
                .thenComparing(zone -> zone.boundary().id().value()));
        List<Geometry> lines = new ArrayList<>();
        for (Boundary line : boundaries.in(Role.LINE_OF_CONTACT)) {
            lines.add(plane.metres(line.drawn().body().geometry()));
            entries.add(line.drawn().id());
        }
        return new Attribution(List.copyOf(zones), range(lines, position), List.copyOf(entries));
    }

    private static double probability(Geometry zone, Gaussian position, boolean named) {
        // Less than 1e-11 lies beyond three times the radius: there the position is on one side for certain.
        double radius = StrictMath.sqrt(position.eastVariance()) * Gaussian.RADIUS_95;
        org.locationtech.jts.geom.Point middle = GEOMETRY.createPoint(new org.locationtech.jts.geom.Coordinate(0, 0));
        if (zone.getBoundary().isWithinDistance(middle, 3 * radius)) {
            return near(zone, position, named);
        }
        return zone.contains(middle) ? 1 : 0;
    }

    private static double near(Geometry zone, Gaussian position, boolean named) {
        if (!named) {
            return position.probability(zone);
        }
        // A village or district stands for all of itself: a disc in which every place is as likely as any other.
        Geometry disc = GEOMETRY.createPoint(new org.locationtech.jts.geom.Coordinate(0, 0))
                .buffer(StrictMath.sqrt(position.eastVariance()) * Gaussian.RADIUS_95, 64);
        return zone.intersection(disc).getArea() / disc.getArea();
    }

    private static @Nullable Range range(List<Geometry> lines, Gaussian position) {
        if (lines.isEmpty()) {
            return null;
        }
        double[] distances = position.distances(GEOMETRY.buildGeometry(lines), 0.05, 0.95);
        return new Range(distances[0], distances[1]);
    }

    static Word word(double probability) {
        return probability >= ATTRIBUTED ? Word.IN : probability >= PROBABLY ? Word.PROBABLY_IN : Word.NOT_DETERMINABLE;
    }
}
