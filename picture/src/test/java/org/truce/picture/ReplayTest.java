package org.truce.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import net.sf.geographiclib.Geodesic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Basis;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Replacement;
import org.truce.model.id.ActorId;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Ground;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.ControlChanged;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Observation;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Return.ReturnCounted;
import org.truce.model.place.Where;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Tally;
import org.truce.model.quantity.Unit;
import org.truce.model.time.Edtf;
import org.truce.model.time.Occurred;

/** The fast picture against a brute-force replay, over random interleavings of entries, corrections and audiences. */
class ReplayTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final ZoneId ZONE = ZoneId.of("Asia/Yerevan");
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final List<Audience> AUDIENCES = List.of(
            Audience.Group.PUBLIC,
            Audience.Group.PARTIES,
            new Audience.Party(new ActorId("alpha")),
            new Audience.Party(new ActorId("bravo")),
            Audience.Group.MISSION);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFastAnswerEqualsTheReplay(long seed) {
        World world = new World(seed, 400);
        Picture picture = world.picture();
        SplittableRandom random = new SplittableRandom(seed * 31);
        for (int i = 0; i < 120; i++) {
            Instant valid = START.plusSeconds(random.nextInt(100 * 86_400));
            long known = random.nextInt(world.entries.size() + 1);
            Audience audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
            View view = picture.at(valid, known, audience);
            List<Entry> heads = heads(world.entries, known, audience);
            assertEquals(ids(heads, BoundaryDrawn.class), View.ids(view.heads(BoundaryDrawn.class)));
            assertEquals(ids(heads, Observed.class), View.ids(view.heads(Observed.class)));
            assertEquals(controllers(heads, valid), controllers(view), () -> "control at " + valid + " known " + known);
            assertEquals(versions(heads, valid), versions(view), () -> "lines at " + valid + " known " + known);
            Instant since = START.plusSeconds(random.nextInt(50 * 86_400));
            Point centre = random.nextBoolean() ? point(46 + random.nextDouble(), 39 + random.nextDouble()) : null;
            assertEquals(
                    counts(heads, since, valid, centre),
                    view.observed(since, valid, centre, 40_000),
                    () -> "counts in " + since + "/" + valid);
            assertEquals(
                    sum(heads, since, valid, body -> body instanceof PassageCounted p ? p.passed() : null),
                    view.passed(since, valid));
            assertEquals(
                    sum(
                            heads,
                            since,
                            valid,
                            body -> body instanceof ReturnCounted r
                                    ? r.persons().day()
                                    : null),
                    view.returned(since, valid));
        }
    }

    /** What one reader may not read changes nothing for him, to the byte. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void exchangingOneHiddenEntryForAnotherChangesNothingForThePublic(long seed) {
        World world = new World(seed, 200);
        Picture picture = world.picture();
        int hidden = 0;
        for (int i = 0; i < world.entries.size(); i++) {
            Entry entry = world.entries.get(i);
            if (entry.audience() == Audience.Group.PUBLIC || world.isReplaced(entry.id()) || entry.replaces() != null) {
                continue;
            }
            hidden++;
            List<Entry> other = new ArrayList<>(world.entries);
            other.set(i, world.another(entry));
            Picture changed = World.picture(other);
            Instant valid = START.plusSeconds(50 * 86_400L);
            assertEquals(publicAnswers(picture, valid), publicAnswers(changed, valid));
        }
        assertTrue(hidden > 20, "the test must have had something to exchange");
    }

    private static String publicAnswers(Picture picture, Instant valid) {
        View view = picture.at(valid, picture.size(), Audience.Group.PUBLIC);
        return String.join(
                "\n",
                view.all().toString(),
                Boundaries.of(view).toString(),
                Incidents.of(view).all().toString(),
                view.observed(START, valid, null, 0).toString(),
                view.counts().toString());
    }

    @Test
    void aLineRedrawnLaterDoesNotChangeWhatWasKnownEarlier() {
        World world = new World(5, 0);
        world.add(world.entry(line("contact", 46.0, "2021-01-01"), Audience.Group.PUBLIC, null));
        Entry wrong = world.entries.getFirst();
        world.add(world.entry(
                line("contact", 46.5, "2021-01-01"),
                Audience.Group.PUBLIC,
                new Replacement(wrong.id(), "survey", false)));
        world.add(world.entry(line("contact", 47.0, "2021-01-20"), Audience.Group.PUBLIC, null));
        Picture picture = world.picture();
        Instant tenth = Instant.parse("2021-01-10T12:00:00Z");
        Instant last = Instant.parse("2021-01-25T12:00:00Z");
        assertEquals(46.0, firstX(picture.at(tenth, 1, Audience.Group.PUBLIC)));
        assertEquals(46.5, firstX(picture.at(tenth, 2, Audience.Group.PUBLIC)));
        assertEquals(46.5, firstX(picture.at(tenth, 3, Audience.Group.PUBLIC)));
        assertEquals(47.0, firstX(picture.at(last, 3, Audience.Group.PUBLIC)));
    }

    private static double firstX(View view) {
        return Boundaries.of(view).all().getFirst().drawn().body().geometry().getCoordinate().x;
    }

    // The replay: forty lines that anyone can check by eye.

    private static List<Entry> heads(List<Entry> entries, long known, Audience audience) {
        Map<UUID, UUID> chainOf = new HashMap<>();
        Map<UUID, Entry> headOf = new LinkedHashMap<>();
        for (Entry entry : entries.subList(0, (int) known)) {
            UUID chain = entry.replaces() == null
                    ? entry.id()
                    : chainOf.get(entry.replaces().entry());
            chainOf.put(entry.id(), chain);
            if (audience.reads(entry.audience())) {
                headOf.put(chain, entry);
            }
        }
        return entries.stream()
                .filter(headOf::containsValue)
                .filter(entry -> entry.replaces() == null || !entry.replaces().withdraws())
                .toList();
    }

    private static <B extends Body> List<UUID> ids(List<Entry> heads, Class<B> kind) {
        return heads.stream()
                .filter(e -> kind.isInstance(e.body()))
                .map(Entry::id)
                .toList();
    }

    private static Instant began(Entry entry) {
        return entry.occurred() == null ? entry.stated() : entry.occurred().earliest(ZONE);
    }

    private static Map<String, String> controllers(List<Entry> heads, Instant valid) {
        Map<String, String> out = new TreeMap<>();
        heads.stream()
                .filter(e -> e.body() instanceof ControlChanged && began(e).isBefore(valid))
                .sorted(Comparator.comparing(ReplayTest::began))
                .forEach(e -> out.put(
                        ((ControlChanged) e.body()).zone().value(),
                        ((ControlChanged) e.body()).to().value()));
        out.keySet().retainAll(versions(heads, valid).keySet());
        return out;
    }

    private static Map<String, UUID> versions(List<Entry> heads, Instant valid) {
        Map<String, UUID> out = new TreeMap<>();
        heads.stream()
                .filter(e ->
                        e.body() instanceof BoundaryDrawn drawn && from(drawn).isBefore(valid))
                .sorted(Comparator.comparing(e -> from((BoundaryDrawn) e.body())))
                .forEach(e -> out.put(((BoundaryDrawn) e.body()).boundary().value(), e.id()));
        return out;
    }

    private static Instant from(BoundaryDrawn drawn) {
        return drawn.from() == null ? Instant.MIN : drawn.from().earliest(ZONE);
    }

    private static Map<Observation.SeenType, Double> counts(
            List<Entry> heads, Instant since, Instant until, @Nullable Point centre) {
        Map<Observation.SeenType, Double> out = new TreeMap<>();
        for (Entry e : heads) {
            if (e.body() instanceof Observed seen
                    && !seen.exercise()
                    && !began(e).isBefore(since)
                    && began(e).isBefore(until)) {
                Point at = e.where() == null ? null : (Point) e.where().geometry();
                boolean near = centre == null || (at != null && metres(at, centre) <= 40_000);
                seen.seen().forEach(s -> out.merge(s.type(), near ? s.count().value() : 0, Double::sum));
            }
        }
        out.values().removeIf(n -> n == 0);
        return out;
    }

    private static double sum(
            List<Entry> heads, Instant since, Instant until, Function<Body, @Nullable Amount> number) {
        return heads.stream()
                .filter(e -> !began(e).isBefore(since) && began(e).isBefore(until))
                .map(e -> number.apply(e.body()))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(Amount::value)
                .sum();
    }

    private static double metres(Point a, Point b) {
        return Geodesic.WGS84.Inverse(a.getY(), a.getX(), b.getY(), b.getX()).s12;
    }

    private static Map<String, String> controllers(View view) {
        Map<String, String> out = new TreeMap<>();
        Boundaries.of(view).all().forEach(b -> {
            if (b.controller() != null) {
                out.put(b.id().value(), b.controller().value());
            }
        });
        return out;
    }

    private static Map<String, UUID> versions(View view) {
        Map<String, UUID> out = new TreeMap<>();
        Boundaries.of(view).all().forEach(b -> out.put(b.id().value(), b.drawn().id()));
        return out;
    }

    private static Point point(double x, double y) {
        return GEOMETRY.createPoint(new Coordinate(x, y));
    }

    private static BoundaryDrawn line(String id, double x, String from) {
        var line = GEOMETRY.createLineString(new Coordinate[] {new Coordinate(x, 39.5), new Coordinate(x + 0.2, 40)});
        return new BoundaryDrawn(
                new BoundaryId(id),
                Ground.Role.LINE_OF_CONTACT,
                Text.of("en", "line"),
                line,
                new Edtf(from),
                null,
                true,
                Text.of("en", "sketch"));
    }

    /** A record of random entries. */
    static final class World {
        final List<Entry> entries = new ArrayList<>();
        private final SplittableRandom random;
        private final List<Integer> open = new ArrayList<>();

        World(long seed, int size) {
            this(seed, size, ZONE);
        }

        World(long seed, int size, ZoneId zone) {
            random = new SplittableRandom(seed);
            add(entry(mandate(zone), Audience.Group.PUBLIC, null));
            if (size == 0) {
                entries.clear();
                open.clear();
            }
            for (int i = 1; i < size; i++) {
                boolean correct = !open.isEmpty() && random.nextInt(5) == 0;
                if (correct) {
                    int at = random.nextInt(open.size());
                    int oldRow = open.get(at);
                    open.remove(Integer.valueOf(oldRow));
                    Entry old = entries.get(oldRow);
                    boolean withdraw = random.nextInt(4) == 0;
                    int row = entries.size();
                    add(entry(
                            withdraw ? old.body() : changed(old.body()),
                            AUDIENCES.get(random.nextInt(AUDIENCES.size())),
                            new Replacement(old.id(), "corrected", withdraw)));
                    if (withdraw) {
                        open.remove(Integer.valueOf(row));
                    }
                } else {
                    add(entry(body(), AUDIENCES.get(random.nextInt(AUDIENCES.size())), null));
                }
            }
        }

        void add(Entry entry) {
            if (!(entry.body() instanceof Ground.MandateSet)) {
                open.add(entries.size());
            }
            entries.add(entry);
        }

        boolean isReplaced(UUID id) {
            return entries.stream()
                    .anyMatch(e -> e.replaces() != null && e.replaces().entry().equals(id));
        }

        Picture picture() {
            return picture(entries);
        }

        static Picture picture(List<Entry> entries) {
            Picture picture = new Picture();
            for (int i = 0; i < entries.size(); i++) {
                picture.apply(i, START.plusSeconds(i), entries.get(i));
            }
            return picture;
        }

        Entry another(Entry old) {
            return new Entry(
                    old.id(),
                    old.kind(),
                    1,
                    old.author(),
                    old.stated(),
                    old.occurred(),
                    old.where(),
                    old.basis(),
                    null,
                    old.audience(),
                    changed(old.body()));
        }

        Entry entry(Body body, Audience audience, @Nullable Replacement replaces) {
            Instant stated = START.plusSeconds(random.nextInt(100 * 86_400));
            UUID id = new UUID(
                    (stated.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000),
                    0x8000000000000000L | (random.nextLong() >>> 2));
            boolean placed = body instanceof Observed && random.nextInt(4) > 0;
            Where where =
                    placed ? new Where(null, point(46 + random.nextDouble(), 39 + random.nextDouble()), null) : null;
            Occurred occurred =
                    random.nextInt(5) == 0 ? null : new Occurred(edtf(), random.nextBoolean() ? ZONE : null);
            return new Entry(
                    id,
                    body.kind(),
                    1,
                    new Author(new ActorId("m"), null),
                    stated,
                    occurred,
                    where,
                    List.of(Basis.of("https://e.org/a")),
                    replaces,
                    audience,
                    body);
        }

        private Edtf edtf() {
            String day =
                    START.plusSeconds(random.nextInt(90) * 86_400L).toString().substring(0, 10);
            return new Edtf(random.nextBoolean() ? day : day + "T" + (10 + random.nextInt(10)) + ":30Z");
        }

        private Body changed(Body body) {
            return switch (body) {
                case BoundaryDrawn drawn -> line(drawn.boundary().value(), 46 + random.nextInt(5) / 10.0, day());
                case ControlChanged control -> new ControlChanged(control.zone(), null, party());
                case Observed _ -> observed();
                case PassageCounted _ -> passage();
                case ReturnCounted _ -> returned();
                default -> body;
            };
        }

        private String day() {
            return START.plusSeconds(random.nextInt(90) * 86_400L).toString().substring(0, 10);
        }

        private ActorId party() {
            return new ActorId(random.nextBoolean() ? "alpha" : "bravo");
        }

        private Body body() {
            return switch (random.nextInt(8)) {
                case 0 -> line("line-" + random.nextInt(4), 46, day());
                case 1 -> new ControlChanged(new BoundaryId("line-" + random.nextInt(4)), null, party());
                case 2 ->
                    new AllegationMade(
                            party(), party(), org.truce.model.kind.Incident.Act.ATTACK, Text.of("en", "a"), null);
                case 3 -> {
                    List<UUID> members = entries.stream()
                            .filter(e -> e.body() instanceof Observed || e.body() instanceof AllegationMade)
                            .map(Entry::id)
                            .limit(2)
                            .toList();
                    yield members.isEmpty()
                            ? observed()
                            : new IncidentLinked(null, members, null, List.of(), null, null, List.of(), null);
                }
                case 4 -> passage();
                case 5 -> returned();
                default -> observed();
            };
        }

        private PassageCounted passage() {
            return new PassageCounted(new BoundaryId("corridor"), Amount.of(random.nextInt(50), Unit.VEHICLES), null);
        }

        private ReturnCounted returned() {
            Amount day = random.nextBoolean() ? Amount.of(random.nextInt(400), Unit.PERSONS) : null;
            Tally persons = new Tally(day, Amount.of(50_000, Unit.PERSONS), null);
            return new ReturnCounted(
                    persons, null, null, null, null, Text.of("en", "lists"), Text.of("en", "all who came by bus"));
        }

        private Observed observed() {
            int shots = random.nextInt(1, 30);
            Observation.SeenType type =
                    random.nextBoolean() ? Observation.SeenType.SHOT : Observation.SeenType.EXPLOSION;
            Amount count = Amount.of(shots, Unit.ROUNDS);
            return new Observed(
                    new ActorId("m"),
                    null,
                    null,
                    Observation.Means.HEARD,
                    count,
                    List.of(new Observation.Seen(type, null, count, null, null)),
                    null,
                    null,
                    List.of(),
                    null,
                    random.nextInt(6) == 0,
                    null);
        }

        private static Ground.MandateSet mandate(ZoneId zone) {
            return new Ground.MandateSet(
                    Text.of("en", "Test"),
                    List.of(new ActorId("alpha"), new ActorId("bravo")),
                    new ActorId("m"),
                    zone,
                    java.time.LocalTime.of(20, 0),
                    List.of("en"),
                    Ground.Toponyms.BOTH_PARTIES,
                    null,
                    Ground.Mode.LIVE,
                    false);
        }
    }
}
