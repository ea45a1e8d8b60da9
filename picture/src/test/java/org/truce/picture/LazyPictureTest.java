package org.truce.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.kind.Return.ReturnCounted;

/** A picture that reads many entries again when they are asked for, beside one that keeps them, and beside plain sums. */
class LazyPictureTest {
    private static final List<Audience> AUDIENCES = List.of(
            Audience.Group.PUBLIC,
            Audience.Group.PARTIES,
            new Audience.Party(new ActorId("alpha")),
            Audience.Group.MISSION);
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void whatIsReadAgainGivesTheSamePicture(long seed) {
        List<Entry> entries = new ReplayTest.World(seed, 500).entries;
        Picture kept = new Picture();
        int[] read = new int[1];
        Picture lazy = new Picture(index -> {
            read[0]++;
            return entries.get((int) index);
        });
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < entries.size(); i++) {
            kept.apply(i, START.plusSeconds(i), entries.get(i));
            lazy.apply(i, START.plusSeconds(i), entries.get(i));
        }
        lazy.rows().letGo();
        for (int i = 0; i < 40; i++) {
            Instant valid = START.plusSeconds(random.nextInt(100 * 86_400));
            long known = random.nextInt(entries.size() + 1);
            Audience audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
            assertEquals(answers(kept.at(valid, known, audience)), answers(lazy.at(valid, known, audience)));
        }
        assertTrue(read[0] > 100, "nothing was read again");
    }

    private static String answers(View view) {
        Incidents incidents = Incidents.of(view);
        return String.join(
                "\n",
                view.all().toString(),
                view.current().toString(),
                view.all(view.known() / 2, "Observed").toString(),
                new TreeMap<>(view.counts()).toString(),
                view.happened(Observed.class).toString(),
                view.happened(PassageCounted.class).toString(),
                view.heads(ReturnCounted.class).toString(),
                incidents.all().toString(),
                view.all().stream()
                        .map(held -> String.valueOf(incidents.find(held.id())))
                        .toList()
                        .toString(),
                incidents.between(START.plusSeconds(864_000), view.valid()).toString(),
                Flags.of(view).toString());
    }

    /** Lists in the order of the entries themselves, and incidents between two instants by a plain look at all. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void ordersAndStretchesAreThoseOfThePlainLook(long seed) {
        Picture picture = new ReplayTest.World(seed, 500).picture();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 30; i++) {
            View view = picture.at(
                    START.plusSeconds(random.nextInt(100 * 86_400)),
                    random.nextInt(501),
                    AUDIENCES.get(random.nextInt(AUDIENCES.size())));
            List<Held<Observed>> happened = view.heads(Observed.class).stream()
                    .filter(held -> view.began(held).isBefore(view.valid()))
                    .sorted(Comparator.comparing((Held<Observed> held) -> view.began(held))
                            .thenComparingLong(Held::index))
                    .toList();
            assertEquals(happened, view.happened(Observed.class));
            List<IncidentFile> all = Incidents.of(view).all();
            assertEquals(
                    all.stream()
                            .sorted(Comparator.comparing(IncidentFile::from).thenComparing(IncidentFile::id))
                            .toList(),
                    all);
            long force = view.happened(Observed.class).stream()
                    .filter(held -> Incidents.force(held.body()))
                    .count();
            assertEquals(
                    force,
                    all.stream()
                            .flatMap(file -> file.members().stream())
                            .filter(member -> member.body() instanceof Observed observed && Incidents.force(observed))
                            .count());
            Instant from = START.plusSeconds(random.nextInt(60 * 86_400));
            Instant to = START.plusSeconds(random.nextInt(100 * 86_400));
            assertEquals(
                    all.stream()
                            .filter(file -> file.standing() != IncidentFile.Standing.REFUTED)
                            .filter(file ->
                                    !file.from().isBefore(from) && file.from().isBefore(to))
                            .toList(),
                    Incidents.of(view).between(from, to));
        }
    }

    /** The days of a zone whose clocks are changed in the middle, against sums over the entries. */
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Yerevan", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"})
    void dailyCountsAreThePlainSums(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Entry> entries = new ReplayTest.World(77, 600, zone).entries;
        Picture picture = ReplayTest.World.picture(entries);
        LocalDate first = LocalDate.parse("2021-01-05");
        LocalDate end = LocalDate.parse("2021-04-20");
        for (Audience audience : AUDIENCES) {
            View view = picture.at(Instant.MAX, 480, audience);
            Map<LocalDate, Map<SeenType, Double>> plain = new HashMap<>();
            for (Held<Observed> held : view.heads(Observed.class)) {
                LocalDate day = view.began(held).atZone(zone).toLocalDate();
                if (!held.body().exercise() && !day.isBefore(first) && day.isBefore(end)) {
                    held.body()
                            .seen()
                            .forEach(seen -> plain.computeIfAbsent(day, _ -> new EnumMap<>(SeenType.class))
                                    .merge(seen.type(), seen.count().value(), Double::sum));
                }
            }
            assertEquals(plain, view.observedDaily(first, end));
            assertTrue(plain.size() > 5);
        }
    }

    /** Points close to the edge, at every latitude and across the date line: the quick answer is the measured one. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 31, 40, -54, 67.9, 89.95, -90})
    void theCircleIsTheMeasuredOne(double latitude) {
        SplittableRandom random = new SplittableRandom(Double.hashCode(latitude));
        int inside = 0;
        for (double metres : new double[] {0.5, 300, 20_000, 400_000, 6_000_000, 25_000_000}) {
            for (double longitude : new double[] {46, 179.99, -180}) {
                Point centre = new GeometryFactory().createPoint(new Coordinate(longitude, latitude));
                Circle circle = new Circle(centre, metres);
                for (int i : IntStream.range(0, 400).toArray()) {
                    double away = metres * (i % 2 == 0 ? random.nextDouble(2) : 1 + random.nextDouble(-1e-3, 1e-3));
                    var there = Geodesic.WGS84.Direct(latitude, longitude, random.nextDouble(360), away);
                    boolean measured =
                            Geodesic.WGS84.Inverse(there.lat2, there.lon2, latitude, longitude).s12 <= metres;
                    assertEquals(measured, circle.holds(there.lon2, there.lat2), () -> there.lat2 + " " + there.lon2);
                    assertFalse(measured && circle.surelyBeyond(there.lon2, there.lat2));
                    inside += measured ? 1 : 0;
                }
            }
        }
        assertTrue(inside > 1000);
    }
}
