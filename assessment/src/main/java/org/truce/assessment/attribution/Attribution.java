package org.truce.assessment.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Ground.Role;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
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
        Position position = Position.of(entry, view);
        return position == null ? NOWHERE : of(entry, Boundaries.of(view), position);
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
        return zone(zones, role);
    }

    private static Attribution of(Entry entry, Boundaries boundaries, Position position) {
        List<UUID> entries = new ArrayList<>(List.of(entry.id()));
        List<Zone> zones = zones(boundaries, position);
        zones.forEach(zone -> entries.add(zone.boundary().drawn().id()));
        zones.sort(Comparator.comparingDouble(Zone::probability)
                .reversed()
                .thenComparing(zone -> zone.boundary().id().value()));
        List<Geometry> lines = new ArrayList<>();
        for (Boundary line : boundaries.in(Role.LINE_OF_CONTACT)) {
            lines.add(line.drawn().body().geometry());
            entries.add(line.drawn().id());
        }
        Range range = lines.isEmpty() ? null : position.distance(GEOMETRY.buildGeometry(lines));
        return new Attribution(List.copyOf(zones), range, List.copyOf(entries));
    }

    /** In which zones a position may have lain, in the order of the boundaries. */
    private static List<Zone> zones(Boundaries boundaries, Position position) {
        List<Zone> zones = new ArrayList<>();
        for (Boundary boundary : boundaries.all()) {
            Geometry drawn = boundary.drawn().body().geometry();
            if (boundary.drawn().body().role() != Role.LINE_OF_CONTACT && drawn.getDimension() == 2) {
                double probability = position.in(drawn);
                if (probability >= LEAST) {
                    zones.add(new Zone(boundary, probability, word(probability)));
                }
            }
        }
        return zones;
    }

    /**
     * The zones alone, the most probable first: without the distance to the line it costs some microseconds where a position
     * is far from every edge.
     */
    public static List<Zone> zones(Entry entry, View view) {
        Position position = Position.of(entry, view);
        if (position == null) {
            return List.of();
        }
        List<Zone> zones = zones(Boundaries.of(view), position);
        zones.sort(Comparator.comparingDouble(Zone::probability)
                .reversed()
                .thenComparing(zone -> zone.boundary().id().value()));
        return List.copyOf(zones);
    }

    /** The zone of a role among some, the most probable first. */
    static @Nullable BoundaryId zone(List<Zone> zones, Role role) {
        return zones.stream()
                .filter(zone -> zone.boundary().drawn().body().role() == role)
                .filter(zone -> zone.word() != Word.NOT_DETERMINABLE)
                .map(zone -> zone.boundary().id())
                .findFirst()
                .orElse(null);
    }

    static Word word(double probability) {
        return probability >= ATTRIBUTED ? Word.IN : probability >= PROBABLY ? Word.PROBABLY_IN : Word.NOT_DETERMINABLE;
    }
}
