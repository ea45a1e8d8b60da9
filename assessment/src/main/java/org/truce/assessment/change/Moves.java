package org.truce.assessment.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.truce.assessment.attribution.Attribution;
import org.truce.assessment.attribution.Attribution.Range;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Ground.Role;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.IncidentFile;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * Which incidents lie elsewhere because a line or zone was drawn otherwise. The boundaries are those of the incident's
 * own time, as they were known and as they are known, so that a line that moved on the ground moves nothing that happened
 * before. The position of an incident is the one that is known now, so that only the drawing makes the difference.
 * Costs two attributions for each incident near the drawing. Not thread-safe.
 */
final class Moves {
    /** A normal deviate beyond which less than one position in ten million lies, per 95 % radius (2.4477 deviations). */
    private static final double FAR = 5.3 / 2.4477;

    private static final double METRES_PER_DEGREE = 111_320;

    private final Two two;
    private final Map<Instant, Two> at = new HashMap<>();
    private @Nullable List<IncidentFile> both;

    Moves(Two two) {
        this.two = two;
    }

    /** The incidents that were known before and are known now; looked for when a drawing asks. */
    private List<IncidentFile> incidents() {
        List<IncidentFile> found = both;
        if (found == null) {
            found = List.copyOf(Cases.both(two).values());
            both = found;
        }
        return found;
    }

    /** What moved, grouped by from where to where; each names its incidents. */
    List<Coded> of(BoundaryId boundary, Role role) {
        Map<List<@Nullable BoundaryId>, List<UUID>> moved = new LinkedHashMap<>();
        List<UUID> distances = new ArrayList<>();
        for (IncidentFile incident : incidents()) {
            Entry located = incident.located();
            Two then = then(incident);
            if (located == null || !redrawn(boundary, then) || !near(boundary, role, then, located)) {
                continue;
            }
            Attribution was = Attribution.of(located, then.before());
            Attribution is = Attribution.of(located, then.after());
            if (role == Role.LINE_OF_CONTACT) {
                if (apart(was.line(), is.line())) {
                    distances.add(incident.id());
                }
                continue;
            }
            BoundaryId from = was.zone(role);
            BoundaryId to = is.zone(role);
            if (!Objects.equals(from, to) && (boundary.equals(from) || boundary.equals(to))) {
                moved.computeIfAbsent(java.util.Arrays.asList(from, to), _ -> new ArrayList<>())
                        .add(incident.id());
            }
        }
        List<Coded> told = new ArrayList<>();
        moved.forEach((way, ids) -> told.add(told(way.getFirst(), way.getLast(), ids)));
        if (!distances.isEmpty()) {
            told.add(new Coded("change-moved-line", Map.of("count", distances.size()), distances));
        }
        return List.copyOf(told);
    }

    /** Both states of knowledge as of the end of an incident. */
    private Two then(IncidentFile incident) {
        Instant end = incident.to().isBefore(two.after().valid())
                ? incident.to()
                : two.after().valid();
        return at.computeIfAbsent(
                end, it -> new Two(two.before().on(it), two.after().on(it)));
    }

    private static boolean redrawn(BoundaryId boundary, Two then) {
        return !Objects.equals(drawn(boundary, then.before()), drawn(boundary, then.after()));
    }

    private static @Nullable UUID drawn(BoundaryId boundary, View view) {
        Boundary found = Boundaries.of(view).find(boundary);
        return found == null ? null : found.drawn().id();
    }

    /** Whether a zone's drawing can reach an incident at all; the distance to a line reaches everywhere. */
    private static boolean near(BoundaryId boundary, Role role, Two then, Entry located) {
        Names names = Names.of(then.after());
        Geometry where = names.geometry(located);
        if (where == null || where.isEmpty()) {
            return false;
        }
        Double radius = names.radiusMetres(located);
        double north = (radius == null ? 0 : radius * FAR) / METRES_PER_DEGREE + 0.001;
        double east = north
                / Math.max(0.01, Math.cos(Math.toRadians(where.getCentroid().getY())));
        Envelope reach = where.getEnvelopeInternal();
        reach.expandBy(east, north);
        return role == Role.LINE_OF_CONTACT
                || List.of(then.before(), then.after()).stream()
                        .map(view -> Boundaries.of(view).find(boundary))
                        .filter(Objects::nonNull)
                        .anyMatch(found -> found.drawn()
                                .body()
                                .geometry()
                                .getEnvelopeInternal()
                                .intersects(reach));
    }

    /** Whether two distances are further apart than either is uncertain. */
    private static boolean apart(@Nullable Range was, @Nullable Range is) {
        if (was == null || is == null) {
            return (was == null) != (is == null);
        }
        return was.to() < is.from() || is.to() < was.from();
    }

    private Coded told(@Nullable BoundaryId from, @Nullable BoundaryId to, List<UUID> incidents) {
        Map<String, Object> args = new HashMap<>();
        args.put("count", incidents.size());
        if (from != null) {
            args.put("old", name(from));
        }
        if (to != null) {
            args.put("new", name(to));
        }
        String code = from == null ? "change-moved-in" : to == null ? "change-moved-out" : "change-moved";
        return new Coded(code, args, incidents);
    }

    private Text name(BoundaryId id) {
        for (View view : List.of(two.after(), two.before())) {
            Boundary found = Boundaries.of(view).find(id);
            if (found != null) {
                return found.drawn().body().name();
            }
        }
        return Text.of("und", id.value());
    }
}
