package org.truce.model.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Basis;
import org.truce.model.entry.Entry;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Observation;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Tally;
import org.truce.model.quantity.Unit;
import org.truce.model.time.Edtf;
import org.truce.model.time.Occurred;

/** Seeded entries of every kind, built through the constructors of the vocabulary itself; for the tests of any room. */
public final class RandomEntries {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final List<String> WORDS = List.of("line", "خط التماس", "линия", "«quoted»", "52 351", "a\nb", "𐎀");

    private final RandomGenerator random;

    public RandomEntries(RandomGenerator random) {
        this.random = random;
    }

    /** An entry of a kind. */
    public Entry entry(String kind) {
        return entry((Body) value(java.util.Objects.requireNonNull(Kinds.all().get(kind))));
    }

    /** An entry with a body. */
    public Entry entry(Body body) {
        Instant stated = Instant.ofEpochSecond(1_604_966_400L + random.nextInt(90_000_000));
        return new Entry(
                id(stated),
                body.kind(),
                Kinds.version(body.kind()),
                new Author(new ActorId("actor-" + random.nextInt(9)), random.nextBoolean() ? "analyst" : null),
                stated,
                random.nextBoolean() ? new Occurred((Edtf) value(Edtf.class), ZoneId.of("Asia/Yerevan")) : null,
                null,
                List.of(Basis.of("https://example.org/" + random.nextInt(1000))),
                null,
                random.nextBoolean() ? Audience.Group.PUBLIC : Audience.Group.MISSION,
                body);
    }

    /** A UUIDv7 of an instant. */
    public UUID id(Instant instant) {
        long high = (instant.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, 0x8000000000000000L | (random.nextLong() >>> 2));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(of[0]) : map(of[0], of[1]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return pick(raw);
        }
        Object simple = simple(raw);
        if (simple != null) {
            return simple;
        }
        // The rules between the fields of a record are its own: try until it accepts.
        for (int attempt = 0; attempt < 500; attempt++) {
            Object made = construct(raw);
            if (made != null) {
                return made;
            }
        }
        throw new IllegalStateException("no valid " + raw);
    }

    private @Nullable Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> random.nextInt(3) == 0 ? "0".repeat(64) : "word" + random.nextInt(99);
            case "int", "Integer" -> random.nextInt(1, 7);
            case "long" -> random.nextLong(1L << 40);
            case "double", "Double" -> random.nextInt(100) / 100.0;
            case "boolean" -> random.nextBoolean();
            case "UUID" -> id(Instant.ofEpochSecond(random.nextInt()));
            case "Instant" -> Instant.ofEpochSecond(random.nextInt());
            case "LocalDate" -> LocalDate.of(2020, 9, 27).plusDays(random.nextInt(1500));
            case "LocalTime" -> LocalTime.of(random.nextInt(24), random.nextInt(60));
            case "Period" -> java.time.Period.ofMonths(random.nextInt(1, 30));
            case "ZoneId" -> ZoneId.of(random.nextBoolean() ? "Europe/Moscow" : "Asia/Baku");
            case "Edtf" ->
                new Edtf(List.of("2020", "2020-12~", "2020-12-11", "2020-12-11T09:30+04:00", "2020-11-15/..")
                        .get(random.nextInt(5)));
            case "Text" -> new Text(Map.of("en", WORDS.get(random.nextInt(WORDS.size())), "ar", "نص"));
            case "Amount" -> amount();
            case "Tally" -> new Tally(Amount.of(random.nextInt(99), Unit.ITEMS), Amount.of(100, Unit.ITEMS), null);
            case "Observed" -> observed();
            case "Geometry" -> geometry();
            default -> null;
        };
    }

    private <T> T pick(Class<T> type) {
        List<T> constants = List.of(type.getEnumConstants());
        return constants.get(random.nextInt(constants.size()));
    }

    private Amount amount() {
        return Amount.of(random.nextInt(5000), pick(Unit.class));
    }

    private Observation.Observed observed() {
        int shots = random.nextInt(1, 40);
        var seen = new Observation.Seen(Observation.SeenType.SHOT, null, Amount.of(shots, Unit.ROUNDS), "AK", "5.45mm");
        return new Observation.Observed(
                new ActorId("mission"),
                null,
                null,
                Observation.Means.HEARD,
                Amount.of(shots, Unit.ROUNDS),
                List.of(seen),
                null,
                null,
                List.of(22.5),
                null,
                random.nextBoolean(),
                null);
    }

    private Geometry geometry() {
        double x = 46 + random.nextInt(100) / 100.0;
        return GEOMETRY.toGeometry(new Envelope(new Coordinate(x, 39.5), new Coordinate(x + 0.125, 39.75)));
    }

    private List<Object> list(Type of) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            Object value = value(of);
            if (!list.contains(value)) {
                list.add(value);
            }
        }
        return List.copyOf(list);
    }

    private Map<Object, Object> map(Type key, Type of) {
        Map<Object, Object> map = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        map.put(value(key), value(of));
        return map;
    }

    private @Nullable Object construct(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean leaveOut = Shapes.nullable(components[i]) && random.nextInt(3) == 0;
            values[i] = leaveOut ? null : value(components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Invalid) {
                return null;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
