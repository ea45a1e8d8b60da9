package org.truce.assessment.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.truce.assessment.attribution.Plane;
import org.truce.model.Invalid;
import org.truce.model.entry.Entry;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Observation.Means;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Statement.Event;
import org.truce.model.kind.Statement.EventReported;
import org.truce.model.kind.Statement.Status;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * The sightings of a record: observed acts of force, allegations, and events that a report asserts and a person took up, in
 * record order. An entry's own radius and time count; where it has none, what its kind of source declares. An observation
 * without a place that gives a direction and a distance has its place from these. What has no place is left out and counted.
 */
final class RecordSightings {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** A circle that holds 95 % has this many standard deviations. */
    private static final double RADIUS_95 = StrictMath.sqrt(-2 * StrictMath.log(0.05));
    /** Half a point of the 16-point rose, as the standard deviation of a bearing. */
    private static final double BEARING_SD = StrictMath.toRadians(11.25 / StrictMath.sqrt(3));

    private static final double UNIFORM = StrictMath.sqrt(12);
    private static final double DAY_MILLIS = 86_400_000.0;

    private final View view;
    private final Names names;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<UUID> entries = new ArrayList<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private @Nullable Plane plane;
    private int placeless;

    private RecordSightings(View view) {
        this.view = view;
        this.names = Names.of(view);
    }

    static RecordSightings of(View view, Map<UUID, Integer> held) {
        RecordSightings all = new RecordSightings(view);
        Stream.of(
                        view.happened(Observed.class).stream().filter(one -> force(one.body())),
                        view.happened(AllegationMade.class).stream(),
                        view.happened(EventReported.class).stream().filter(one -> violent(one.body())))
                .flatMap(stream -> stream)
                .sorted(Comparator.comparingLong(Held::index))
                .forEach(one -> all.take(one, held));
        return all;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    UUID entry(long number) {
        return entries.get((int) number);
    }

    /** The number of an entry; null where it is no sighting. */
    @Nullable
    Integer number(UUID entry) {
        return numbers.get(entry);
    }

    /** How many have no place and so are joined to nothing. */
    int placeless() {
        return placeless;
    }

    private static boolean force(Observed observed) {
        return !observed.exercise() && act(observed) != null;
    }

    private static boolean violent(EventReported event) {
        return event.status() == Status.ASSERTED
                && (event.event() == Event.CEASEFIRE_VIOLATION || event.event() == Event.CASUALTY);
    }

    private void take(Held<? extends Body> one, Map<UUID, Integer> held) {
        Entry entry = one.entry();
        SourceKind kind = kind(one.body());
        Spot spot = spot(entry, one.body(), kind);
        if (spot == null) {
            placeless++;
            return;
        }
        double from = view.began(entry).toEpochMilli() / DAY_MILLIS;
        double to = view.ended(entry).toEpochMilli() / DAY_MILLIS;
        double daySd = StrictMath.max(kind.days(), (to - from) / UNIFORM);
        int number = entries.size();
        try {
            sightings.add(new Sighting(
                    number,
                    source(one),
                    kind,
                    spot.east,
                    spot.north,
                    spot.eastVariance,
                    spot.covariance,
                    spot.northVariance,
                    (from + to) / 2,
                    daySd,
                    act(one.body()),
                    held.getOrDefault(one.id(), -1)));
            entries.add(one.id());
            numbers.put(one.id(), number);
        } catch (Invalid impossible) {
            placeless++; // a year of five digits, a radius beyond the Earth: nothing can be compared with it
        }
    }

    private static SourceKind kind(Body body) {
        return switch (body) {
            case Observed observed ->
                observed.means() == Means.RECORDED
                        ? SourceKind.CAMERA
                        : observed.means() == Means.HEARD ? SourceKind.ACOUSTIC : SourceKind.PATROL;
            case AllegationMade _ -> SourceKind.RESIDENT;
            default -> SourceKind.NEWS;
        };
    }

    private static ActClass act(Body body) {
        return switch (body) {
            case Observed observed -> java.util.Objects.requireNonNull(act(observed));
            case AllegationMade allegation -> ActClass.of(allegation.act());
            default -> ActClass.SMALL_ARMS;
        };
    }

    /** What an observation of force tells of the act; null where it is of none. */
    private static @Nullable ActClass act(Observed observed) {
        ActClass act = null;
        for (var seen : observed.seen()) {
            switch (seen.type()) {
                case EXPLOSION, PROJECTILE -> {
                    return ActClass.HEAVY_WEAPONS;
                }
                case BURST, SHOT, MUZZLE_FLASH -> act = ActClass.SMALL_ARMS;
                case ILLUMINATION_FLARE, MOVEMENT, CONSTRUCTION, OVERFLIGHT, OTHER -> {}
            }
        }
        return act;
    }

    /** One number for all that cannot have told of one incident twice. */
    private int source(Held<? extends Body> one) {
        String publisher = one.entry().basis().isEmpty()
                ? null
                : one.entry().basis().getFirst().publisher();
        String name = switch (one.body()) {
            case Observed observed ->
                observed.position() == null
                        ? one.id().toString()
                        : "observed " + observed.observer().value() + " " + observed.means() + " "
                                + observed.position().place() + " "
                                + observed.position().geometry();
            case AllegationMade allegation ->
                "alleged " + allegation.by().value() + " "
                        + one.entry().author().actor().value() + " " + publisher;
            default -> publisher == null ? one.id().toString() : "reported " + publisher;
        };
        return sources.computeIfAbsent(name, _ -> sources.size());
    }

    private record Spot(double east, double north, double eastVariance, double covariance, double northVariance) {
        static Spot circle(Coordinate at, double deviation) {
            double variance = StrictMath.max(Sighting.LEAST_METRES, deviation * deviation);
            return new Spot(at.x, at.y, variance, 0, variance);
        }
    }

    private @Nullable Spot spot(Entry entry, Body body, SourceKind kind) {
        Geometry where = names.geometry(entry);
        if (where != null && !where.isEmpty()) {
            Double radius = names.radiusMetres(entry);
            return Spot.circle(
                    metres(where.getCentroid()), radius == null || radius <= 0 ? kind.metres() : radius / RADIUS_95);
        }
        return body instanceof Observed observed ? towards(observed) : null;
    }

    /** Where a bearing and a distance lead. */
    private @Nullable Spot towards(Observed observed) {
        Geometry post = observed.position() == null ? null : names.geometry(observed.position());
        if (post == null || post.isEmpty() || observed.bearings().size() != 1 || observed.distanceTo() == null) {
            return null;
        }
        double far = observed.distanceTo().value();
        double near =
                observed.distanceFrom() == null ? 0 : observed.distanceFrom().value();
        double range = (near + far) / 2;
        double along = StrictMath.max(50, (far - near) / UNIFORM);
        double across = StrictMath.max(10, range * BEARING_SD);
        double angle = StrictMath.toRadians(observed.bearings().getFirst());
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        Coordinate at = metres(post.getCentroid());
        return new Spot(
                at.x + range * sin,
                at.y + range * cos,
                along * along * sin * sin + across * across * cos * cos,
                (along * along - across * across) * sin * cos,
                along * along * cos * cos + across * across * sin * sin);
    }

    private Coordinate metres(Geometry point) {
        Plane known = plane;
        if (known == null) {
            Coordinate first = point.getCoordinate();
            known = new Plane(first.x, first.y);
            plane = known;
        }
        return known.metres(GEOMETRY.createPoint(point.getCoordinate())).getCoordinate();
    }
}
