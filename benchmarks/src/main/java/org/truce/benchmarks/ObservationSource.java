package org.truce.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Observations as a large mission makes them, by number and seed: some 5,500 a day in a strip of 300 by 100 km, told up to
 * two days late, for three audiences; every fifth with a local time, every fifth of two classes, four in a hundred
 * replacing an earlier one, a tenth of these withdrawing it. Any of them is made by itself, and nothing is held.
 * Thread-safe.
 */
final class ObservationSource {
    /** The zone of the sample's mandate. */
    static final ZoneId ZONE = ZoneId.of("Atlantic/Azores");

    /** Behind the last observation of the sample. */
    static final Instant START = Instant.parse("2024-07-01T00:00:00Z");

    static final double WEST = -40.2;
    static final double EAST = -37.0;
    static final double SOUTH = 31.05;
    static final double NORTH = 31.95;

    /** The classes, as they are written. */
    static final List<String> CLASSES = List.of(
            "explosion",
            "burst",
            "shot",
            "projectile",
            "muzzle-flash",
            "illumination-flare",
            "movement",
            "construction",
            "overflight",
            "other");

    private static final List<String> AUDIENCES = List.of("public", "public", "public", "parties", "mission");
    private static final long APART_MILLIS = 15_777;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);

    /**
     * What one observation states.
     *
     * @param at when
     * @param local whether it is told without an offset
     * @param classes positions in {@link #CLASSES}
     * @param counts of each class
     * @param replaces number of the one that it replaces, or -1
     * @param withdraws whether nothing takes its place
     */
    record Fact(
            Instant at,
            boolean local,
            double longitude,
            double latitude,
            List<Integer> classes,
            List<Integer> counts,
            String audience,
            long replaces,
            boolean withdraws) {}

    private final long seed;

    ObservationSource(long seed) {
        this.seed = seed;
    }

    private static Instant stated(long number) {
        return START.plusMillis(number * APART_MILLIS);
    }

    private UUID id(long number) {
        long high = (stated(number).toEpochMilli() << 16) | 0x7000 | (number & 0xfff);
        long low = new SplittableRandom(seed ^ number).nextLong();
        return new UUID(high, 0x8000000000000000L | (low >>> 2));
    }

    /** Of which number this one tells anew; -1 of none. No number is told anew twice. */
    private static long replaced(long number) {
        long of = number % 50 == 49 ? number - 50_039 : number % 50 == 24 ? number - 1_013 : -1;
        return Math.max(of, -1);
    }

    /** Which number tells this one anew; -1 where none does. */
    static long replacedBy(long number) {
        return number % 50 == 10 ? number + 50_039 : number % 50 == 11 ? number + 1_013 : -1;
    }

    Fact fact(long number) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        Instant at = stated(number)
                .minus(Duration.ofMinutes(1 + random.nextInt(random.nextInt(10) == 0 ? 2_880 : 240)))
                .truncatedTo(ChronoUnit.MINUTES);
        boolean local = random.nextInt(5) == 0;
        double longitude = Math.round(random.nextDouble(WEST, EAST) * 1e5) / 1e5;
        double latitude = Math.round(random.nextDouble(SOUTH, NORTH) * 1e5) / 1e5;
        List<Integer> classes = new ArrayList<>(List.of(random.nextInt(CLASSES.size())));
        List<Integer> counts = new ArrayList<>(List.of(1 + random.nextInt(12)));
        if (random.nextInt(5) == 0) {
            classes.add((classes.getFirst() + 1) % CLASSES.size());
            counts.add(1 + random.nextInt(4));
        }
        String audience = AUDIENCES.get(random.nextInt(AUDIENCES.size()));
        long replaced = replaced(number);
        if (replaced >= 0) {
            Fact first = fact(replaced);
            at = first.at();
            local = first.local();
        }
        boolean withdraws = replaced >= 0 && number % 500 == 49;
        return new Fact(at, local, longitude, latitude, classes, counts, audience, replaced, withdraws);
    }

    /** The instant at which an observation began: a local time is the mandate's. */
    static Instant began(Fact fact) {
        return fact.local() ? local(fact).atZone(ZONE).toInstant() : fact.at();
    }

    private static LocalDateTime local(Fact fact) {
        return LocalDateTime.ofInstant(fact.at(), ZoneOffset.ofHours(-1));
    }

    /** The entry with a number from 0. */
    byte[] entry(long number) {
        Fact fact = fact(number);
        String at = fact.local()
                ? MINUTE.format(local(fact))
                : WITH_OFFSET.format(fact.at().atOffset(ZoneOffset.ofHours(-1)));
        StringBuilder out = new StringBuilder(640);
        out.append("{\"id\":\"").append(id(number)).append("\",\"kind\":\"Observed\",\"v\":1,");
        out.append("\"author\":{\"actor\":\"mission\",\"role\":\"monitor\"},\"stated\":\"")
                .append(stated(number))
                .append("\",\"occurred\":{\"edtf\":\"")
                .append(at)
                .append("\"},");
        out.append("\"where\":{\"geometry\":{\"type\":\"Point\",\"coordinates\":[")
                .append(fact.longitude())
                .append(',')
                .append(fact.latitude())
                .append("]},\"radiusMetres\":150},");
        out.append("\"basis\":[{\"publisher\":\"mission\",\"source\":\"A\",\"information\":2}],");
        if (fact.replaces() >= 0) {
            out.append("\"replaces\":{\"entry\":\"")
                    .append(id(fact.replaces()))
                    .append("\",\"why\":\"the patrol looked again\"")
                    .append(fact.withdraws() ? ",\"withdraws\":true}," : "},");
        }
        out.append("\"audience\":\"").append(fact.audience()).append("\",\"body\":{\"observer\":\"mission\",");
        out.append("\"means\":\"heard-and-seen\",\"count\":{\"value\":")
                .append(fact.counts().stream().mapToInt(Integer::intValue).sum())
                .append(",\"unit\":\"acts\"},\"seen\":[");
        for (int i = 0; i < fact.classes().size(); i++) {
            out.append(i > 0 ? "," : "")
                    .append("{\"type\":\"")
                    .append(CLASSES.get(fact.classes().get(i)))
                    .append("\",\"count\":{\"value\":")
                    .append(fact.counts().get(i))
                    .append(",\"unit\":\"acts\"}}");
        }
        out.append("],\"distanceFrom\":1500,\"distanceTo\":1900,\"bearings\":[319]}}");
        return out.toString().getBytes(UTF_8);
    }
}
