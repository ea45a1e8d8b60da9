package org.truce.publication;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.kind.Body;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words of one language: its one message file, {@code messages/LANGUAGE.json}, a flat object from code to an ICU
 * message. Numbers keep Western digits in every language, as they are stored; days are Gregorian. Thread-safe.
 */
public final class Messages {
    /** Languages that have a message file; equal in rank. */
    public static final List<String> LANGUAGES = List.of("ar", "ru", "en");

    private static final Map<String, Messages> LOADED = new ConcurrentHashMap<>();
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final String language;
    private final ULocale locale;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Messages(String language) {
        this.language = language;
        this.locale = ULocale.forLanguageTag(language + "-u-nu-latn-ca-gregory");
        try (InputStream in = Messages.class.getResourceAsStream("/messages/" + language + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no messages in " + language);
            }
            for (Map.Entry<String, JsonNode> message :
                    new JsonMapper().readTree(in).properties()) {
                patterns.put(message.getKey(), message.getValue().stringValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of a language, loaded once. */
    public static Messages in(String language) {
        return LOADED.computeIfAbsent(language, Messages::new);
    }

    /** The language's tag. */
    public String language() {
        return language;
    }

    /** Every code that has a message. */
    public java.util.Set<String> codes() {
        return java.util.Collections.unmodifiableSet(patterns.keySet());
    }

    /** The ICU pattern of a code; empty where it has none. */
    public String pattern(String code) {
        return patterns.getOrDefault(code, "");
    }

    /** The sentence of a coded fact; the code itself where it has no message. */
    public String say(Coded coded) {
        return say(coded.code(), coded.args());
    }

    /** The sentence of a code with arguments; the code itself where it has no message. */
    public String say(String code, Map<String, Object> args) {
        String pattern = patterns.get(code);
        if (pattern == null) {
            return code;
        }
        Map<String, Object> words = new HashMap<>();
        args.forEach((name, value) -> words.put(name, word(name, value)));
        MessageFormat format = formats.computeIfAbsent(code, _ -> new MessageFormat(pattern, locale));
        synchronized (format) {
            return format.format(words);
        }
    }

    /** The sentence of a code without arguments. */
    public String say(String code) {
        return say(code, Map.of());
    }

    /** The word for a constant of the vocabulary, under {@code PREFIX-CONSTANT}. */
    public String word(String prefix, Enum<?> constant) {
        return say(prefix + "-" + Body.wire(constant));
    }

    private Object word(String name, Object value) {
        return switch (value) {
            case Text text -> text.in(language);
            case String day when DAY.matcher(day).matches() -> day(LocalDate.parse(day));
            case String constant
            when name.equals("level") || name.equals("kind") || name.equals("state") ->
                say(name + "-" + constant.toLowerCase(Locale.ROOT).replace('_', '-'));
            default -> value;
        };
    }

    /** A day in words; in Arabic with both families of month names. */
    public String day(LocalDate day) {
        return say(
                "day",
                Map.of(
                        "day",
                        day.getDayOfMonth(),
                        "month",
                        say("month-" + day.getMonthValue()),
                        "year",
                        Integer.toString(day.getYear())));
    }
}
