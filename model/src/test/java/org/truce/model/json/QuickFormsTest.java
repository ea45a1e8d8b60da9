package org.truce.model.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.truce.model.Invalid;
import org.truce.model.Slug;
import org.truce.model.id.ActorId;
import org.truce.model.time.Edtf;
import tools.jackson.databind.node.JsonNodeFactory;

/** The short ways by which common forms are read take, and refuse, exactly what the general ways do. */
class QuickFormsTest {
    private static final String CHARACTERS = "0123456789abcfxZTt:-+ .\n\u0001\ud83d\ude00ä٣";

    /** Texts that are near a form: some letters changed, swapped, added or taken away. */
    private static String near(String form, SplittableRandom random) {
        StringBuilder text = new StringBuilder(form);
        for (int edits = random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(text.length());
            char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, other);
                case 1 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, other);
            }
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) && random.nextInt(6) == 0) {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return text.isEmpty() ? "x" : text.toString();
    }

    private static Optional<Object> read(Type type, String text) {
        Problems problems = new Problems();
        Object value = Shapes.of(type).read(JsonNodeFactory.instance.stringNode(text), problems);
        assertEquals(value == null, problems.size() > 0);
        return Optional.ofNullable(value);
    }

    private static void compare(String form, Type type, Function<String, Optional<Object>> general) {
        SplittableRandom random = new SplittableRandom(form.hashCode());
        int good = 0;
        for (int i = 0; i < 100_000; i++) {
            String text = near(form, random);
            Optional<Object> expected = general.apply(text);
            assertEquals(expected, read(type, text), () -> "\"" + text + "\"");
            good += expected.isPresent() ? 1 : 0;
        }
        assertTrue(good > 1_000 && good < 99_000, "one-sided: " + good);
    }

    @Test
    void instants() {
        compare("2021-09-28T12:00:00Z", Instant.class, text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    @Test
    void ids() {
        Pattern form = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        compare(
                "01932f4e-8c00-7000-8000-00000000000a",
                UUID.class,
                text -> form.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty());
        Pattern slug = Pattern.compile(Slug.FORM);
        compare(
                "russian-peacekeepers",
                ActorId.class,
                text -> slug.matcher(text).matches() && clean(text)
                        ? Optional.of(new ActorId(text))
                        : Optional.empty());
    }

    private static boolean clean(String text) {
        return text.codePoints()
                .allMatch(c -> (c >= 0x20 || c == '\n' || c == '\t' || c == '\r') && !(c >= 0xD800 && c <= 0xDFFF));
    }

    @Test
    void texts() {
        compare("a text 😀", String.class, text -> clean(text) ? Optional.of(text) : Optional.empty());
    }

    @Test
    void days() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 50_000; i++) {
            String text = near("2021-09-28", random);
            boolean day = text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
            if (day) {
                assertEquals(days(text + "?"), days(text), text); // what is uncertain goes the general way
            }
        }
    }

    private static String days(String text) {
        try {
            ZoneId zone = ZoneId.of("Asia/Yerevan");
            return new Edtf(text).earliest(zone) + " " + new Edtf(text).latest(zone);
        } catch (Invalid e) {
            return e.code();
        }
    }
}
