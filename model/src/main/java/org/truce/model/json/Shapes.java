package org.truce.model.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Invalid;
import org.truce.model.entry.Audience;
import org.truce.model.kind.Body;
import tools.jackson.databind.JsonNode;

/** The shape of every Java type of the vocabulary, derived once from the type itself. Thread-safe. */
final class Shapes {
    /** Longest single string, in UTF-16 units. */
    static final int MAX_STRING = 60_000;

    private static final Stencil WHOLE_SECONDS = new Stencil("0000-00-00T00:00:00Z");
    private static final Stencil UUID_FORM = new Stencil("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

    static {
        KNOWN.put(String.class, ScalarShape.text("", Shapes::string));
        KNOWN.put(UUID.class, ScalarShape.text("format=uuid", Shapes::uuid));
        KNOWN.put(
                Instant.class,
                ScalarShape.text(
                        "format=date-time",
                        text -> time("an instant such as 2021-09-28T12:00:00Z", text, Shapes::instant)));
        KNOWN.put(
                LocalDate.class,
                ScalarShape.text("format=date", text -> time("a date such as 2021-09-28", text, LocalDate::parse)));
        KNOWN.put(
                LocalTime.class,
                ScalarShape.text(
                        "pattern=^\\d\\d:\\d\\d(:\\d\\d)?$",
                        text -> time("a time such as 18:00", text, LocalTime::parse)));
        KNOWN.put(
                Period.class,
                ScalarShape.text("format=duration", text -> time("a length of days such as P6M", text, Period::parse)));
        KNOWN.put(
                ZoneId.class,
                ScalarShape.text("", text -> time("a time zone such as Asia/Yerevan or +04:00", text, ZoneId::of)));
        KNOWN.put(
                Audience.class,
                new ScalarShape(
                        "string",
                        "",
                        node -> Audience.parse(node.stringValue()),
                        (json, value) -> json.writeString(((Audience) value).wire())));
        KNOWN.put(Geometry.class, new GeometryShape());
        Shape whole = new ScalarShape("integer", "", Shapes::whole, (json, value) -> json.writeNumber((Integer) value));
        KNOWN.put(int.class, whole);
        KNOWN.put(Integer.class, whole);
        KNOWN.put(
                long.class,
                new ScalarShape("integer", "", Shapes::longWhole, (json, value) -> json.writeNumber((Long) value)));
        Shape number = new ScalarShape("number", "", Shapes::number, (json, value) -> number(json, (Double) value));
        KNOWN.put(double.class, number);
        KNOWN.put(Double.class, number);
        KNOWN.put(
                boolean.class,
                new ScalarShape(
                        "boolean", "", JsonNode::booleanValue, (json, value) -> json.writeBoolean((Boolean) value)));
    }

    private Shapes() {}

    static Shape of(Type type) {
        Shape known = KNOWN.get(type);
        if (known == null) {
            known = derive(type);
            KNOWN.put(type, known);
        }
        return known;
    }

    private static Shape derive(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? new ListShape(of(of[0])) : new MapShape(of(of[0]), of(of[1]));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return new EnumShape(raw);
        }
        boolean bare = raw.getRecordComponents().length == 1 && !Body.class.isAssignableFrom(raw);
        return bare ? new BareShape(raw) : new RecordShape(raw, Map.of());
    }

    static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What an absent field means; null where it means nothing. */
    static @Nullable Object absent(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        return type == boolean.class ? Boolean.FALSE : null;
    }

    /** A key of a map as the name of a member. */
    static String name(Object key) {
        return of(key.getClass()) instanceof BareShape shape ? shape.bare(key).toString() : key.toString();
    }

    private static Object string(String text) {
        Invalid.unless(
                text.length() <= MAX_STRING,
                "text-too-long",
                "A text has at most " + MAX_STRING + " characters; attach longer ones as a file.");
        Invalid.unless(
                clean(text),
                "control-character",
                "The text holds a control character or half a surrogate pair; remove it.");
        return text;
    }

    /** No control characters but line ends and tabs, and every surrogate in a pair. */
    private static boolean clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 && c != '\n' && c != '\t' && c != '\r') {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Most instants are whole seconds in UTC; the general parser takes ten times as long. */
    private static Instant instant(String text) {
        if (text.length() != 20 || !WHOLE_SECONDS.fits(text)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Object uuid(String text) {
        Invalid.unless(
                UUID_FORM.fits(text),
                "bad-uuid",
                "An id is a UUID in lower case, such as 01932f4e-8c00-7000-8000-000000000001.");
        return UUID.fromString(text);
    }

    private static Object time(String what, String text, Function<String, Object> parse) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new Invalid("bad-time", "\"" + text + "\" is not " + what + ".");
        }
    }

    private static Object whole(JsonNode node) {
        Invalid.unless(node.canConvertToInt(), "too-large", "This number is too large.");
        return node.intValue();
    }

    private static Object longWhole(JsonNode node) {
        Invalid.unless(node.canConvertToLong(), "too-large", "This number is too large.");
        return node.longValue();
    }

    private static Object number(JsonNode node) {
        double value = node.asDouble();
        Invalid.unless(Double.isFinite(value), "too-large", "This number is too large.");
        return value;
    }

    /** Whole numbers are written without a fraction, so that 23 stays 23. */
    static void number(tools.jackson.core.JsonGenerator json, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(value);
        }
    }
}
