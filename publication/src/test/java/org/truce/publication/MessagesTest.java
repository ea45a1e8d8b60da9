package org.truce.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.Text;
import org.truce.model.json.Kinds;
import org.truce.model.kind.Body;
import org.truce.model.kind.Judgement.Level;
import org.truce.model.kind.Statement;
import org.truce.model.quantity.Qualifier;
import org.truce.model.quantity.Unit;

class MessagesTest {
    private static Map<String, java.util.Set<String>> arguments(String language) {
        Map<String, java.util.Set<String>> out = new TreeMap<>();
        Messages messages = Messages.in(language);
        for (String code : messages.codes()) {
            MessagePattern pattern = new MessagePattern(messages.pattern(code));
            java.util.Set<String> names = new TreeSet<>();
            for (int i = 0; i < pattern.countParts(); i++) {
                if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                    names.add(pattern.getSubstring(pattern.getPart(i)));
                }
            }
            out.put(code, names);
        }
        return out;
    }

    @Test
    void theLanguagesHaveTheSameCodesWithTheSameArguments() {
        assertTrue(arguments("en").size() > 150);
        assertEquals(arguments("en"), arguments("ru"));
        assertEquals(arguments("en"), arguments("ar"));
    }

    @Test
    void everyLevelAndEveryKindHasAWord() {
        for (String language : Messages.LANGUAGES) {
            Messages messages = Messages.in(language);
            for (Level level : Level.values()) {
                assertTrue(messages.codes().contains("level-" + Body.wire(level)), () -> language + " " + level);
            }
            for (String kind : Kinds.all().keySet()) {
                assertTrue(
                        messages.codes().contains("kind-" + kind.toLowerCase(java.util.Locale.ROOT)),
                        () -> language + " " + kind);
            }
        }
    }

    @Test
    void everyWordOfACorrectionHasAWord() {
        for (String language : Messages.LANGUAGES) {
            java.util.Set<String> codes = Messages.in(language).codes();
            words("unit", Unit.values()).forEach(code -> assertTrue(codes.contains(code), () -> language + " " + code));
            words("qualifier", Qualifier.values())
                    .forEach(code -> assertTrue(codes.contains(code), () -> language + " " + code));
            words("status", Statement.Status.values())
                    .forEach(code -> assertTrue(codes.contains(code), () -> language + " " + code));
            words("status", Statement.SpeechMode.values())
                    .forEach(code -> assertTrue(codes.contains(code), () -> language + " " + code));
            words("template", Statement.Template.values())
                    .forEach(code -> assertTrue(codes.contains(code), () -> language + " " + code));
            words("review", Statement.Verdict.values())
                    .forEach(code -> assertTrue(codes.contains(code), () -> language + " " + code));
            for (Statement.Event event : Statement.Event.values()) {
                String code = "event-" + event.name().toLowerCase(java.util.Locale.ROOT);
                assertTrue(codes.contains(code), () -> language + " " + code);
            }
        }
    }

    private static java.util.List<String> words(String prefix, Enum<?>[] constants) {
        return java.util.Arrays.stream(constants)
                .map(constant -> prefix + "-" + Body.wire(constant))
                .toList();
    }

    /** CLDR: Arabic has six plural categories, Russian four. Isolates (U+2068, U+2069) are left out here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar | 0   | صفر يوم أخرى برصد كامل دون حادث ← هش
            ar | 1   | يوم واحد أخرى برصد كامل دون حادث ← هش
            ar | 2   | يومان أخرى برصد كامل دون حادث ← هش
            ar | 5   | 5 أيام أخرى برصد كامل دون حادث ← هش
            ar | 14  | 14 يوماً أخرى برصد كامل دون حادث ← هش
            ar | 100 | 100 يوم أخرى برصد كامل دون حادث ← هش
            ru | 1   | Ещё 1 день полного наблюдения без инцидентов → Неустойчиво
            ru | 3   | Ещё 3 дня полного наблюдения без инцидентов → Неустойчиво
            ru | 14  | Ещё 14 дней полного наблюдения без инцидентов → Неустойчиво
            en | 1   | 1 day more, fully watched and quiet → Fragile
            en | 4   | 4 days more, fully watched and quiet → Fragile
            """)
    void pluralsFollowTheLanguage(String language, int days, String sentence) {
        String said = Messages.in(language).say("would-become-after-quiet", Map.of("days", days, "level", "FRAGILE"));
        assertEquals(sentence, said.replaceAll("[\u2068\u2069]", ""));
    }

    @ParameterizedTest
    @CsvSource({"en,28 September 2021", "ru,28 сентября 2021", "ar,28 أيلول/سبتمبر 2021"})
    void daysAreGregorianWithBothArabicMonths(String language, String day) {
        assertEquals(day, Messages.in(language).day(LocalDate.of(2021, 9, 28)).replaceAll("[\u2068\u2069]", ""));
    }

    @Test
    void numbersAreEqualInEveryLanguage() {
        for (String language : Messages.LANGUAGES) {
            String said = Messages.in(language).say("power-was", Map.of("rate", 0.5, "power", 0.54));
            String numbers = said.replaceAll("[^0-9]+", " ").strip();
            assertEquals("0 5 54", numbers.isEmpty() ? numbers : numbers.replaceFirst("^5 ", "0 5 "), said);
        }
    }

    @Test
    void aTextIsSaidInTheReadersLanguage() {
        Text text = new Text(Map.of("en", "water", "ar", "ماء"));
        assertTrue(Messages.in("ar")
                .say("entry-what", Map.of("kind", "ConcernRaised", "what", text))
                .contains("ماء"));
        assertTrue(Messages.in("ru")
                .say("entry-what", Map.of("kind", "ConcernRaised", "what", text))
                .contains("water"));
    }
}
