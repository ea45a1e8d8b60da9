package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.reading.theatre.Theatre;

/**
 * Sentences of {@code details/LANG.txt}: who is accused, what is counted, what became of it; and with the parties
 * exchanged, the other is accused. Lines that begin with {@code ~} are not read right yet, and only counted.
 */
class DetailScenarioTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));
    private static final double LEAST = 0.9;

    private static final Map<String, List<String>> PARTIES = Map.of(
            "en", List.of("Armenian", "Azerbaijani", "Armenia", "Azerbaijan", "Yerevan", "Baku"),
            "ru",
                    List.of(
                            "армянск",
                            "азербайджанск",
                            "Армянск",
                            "Азербайджанск",
                            "Армению",
                            "Азербайджан",
                            "Армении",
                            "Азербайджана",
                            "Армения",
                            "Азербайджан"),
            "ar",
                    List.of(
                            "الأرمينية",
                            "الأذربيجانية",
                            "الأرميني",
                            "الأذربيجاني",
                            "أرمينية",
                            "أذربيجانية",
                            "أرمينيا",
                            "أذربيجان",
                            "يريفان",
                            "باكو"));

    /** A line of the file. */
    record Scenario(
            String lang, boolean known, String type, String status, String accused, String numbers, String text) {}

    static List<Scenario> all() throws IOException {
        List<Scenario> out = new ArrayList<>();
        for (String lang : List.of("en", "ru", "ar")) {
            try (InputStream in = DetailScenarioTest.class.getResourceAsStream("details/" + lang + ".txt")) {
                assertNotNull(in);
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .forEach(line -> out.add(scenario(lang, line)));
            }
        }
        return out;
    }

    private static Scenario scenario(String lang, String line) {
        boolean known = !line.startsWith("~");
        String[] parts = (known ? line : line.substring(1)).split(" \\| ", 4);
        String[] event = parts[0].split(" ", 2);
        String numbers = switch (parts[2]) {
            case "-" -> "-";
            case "none" -> "";
            default -> sorted(Arrays.stream(parts[2].split(",", -1)));
        };
        return new Scenario(lang, known, event[0], event[1], parts[1], numbers, parts[3]);
    }

    private static String sorted(Stream<String> numbers) {
        return String.join(",", numbers.collect(Collectors.toCollection(TreeSet::new)));
    }

    static Stream<Scenario> readRight() throws IOException {
        return all().stream().filter(Scenario::known);
    }

    static Stream<Scenario> exchangeable() throws IOException {
        return readRight()
                .filter(s -> s.accused().equals("Armenia") || s.accused().equals("Azerbaijan"))
                .filter(s -> !Pattern.compile("Pashinyan|Пашинян|باشينيان|Баку|Ереван")
                        .matcher(s.text())
                        .find());
    }

    private static List<Reading.Event> events(Scenario s, String text) {
        return READER.read(EventScenarioTest.head(s.lang()) + text + "\n").events().stream()
                .filter(e -> e.type().equals(s.type()))
                .toList();
    }

    private static String found(Scenario s, String text) {
        List<Reading.Event> events = events(s, text);
        Reading.Event event = events.stream()
                .filter(e -> e.status().equals(s.status()))
                .findFirst()
                .orElse(events.isEmpty() ? null : events.getFirst());
        if (event == null) {
            return "none | - | -";
        }
        String accused = event.accused();
        String numbers = sorted(event.quantities().stream().map(q -> String.valueOf(q.value())));
        boolean counted = !s.numbers().equals("-");
        return event.status() + " | " + (accused == null ? "-" : accused) + " | " + (counted ? numbers : "-");
    }

    private static String wanted(Scenario s) {
        return s.status() + " | " + s.accused() + " | " + s.numbers();
    }

    @ParameterizedTest
    @MethodSource("readRight")
    void aSentenceTells(Scenario s) {
        assertEquals(wanted(s), found(s, s.text()), s.text());
    }

    @ParameterizedTest
    @MethodSource("exchangeable")
    void withThePartiesExchangedTheOtherIsAccused(Scenario s) {
        List<String> words = PARTIES.getOrDefault(s.lang(), List.of());
        Pattern any = Pattern.compile(words.stream()
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        String text = any.matcher(s.text()).replaceAll(m -> words.get(words.indexOf(m.group()) ^ 1));
        String other = s.accused().equals("Armenia") ? "Azerbaijan" : "Armenia";
        assertEquals(s.status() + " | " + other + " | " + s.numbers(), found(s, text), text);
    }

    @Test
    void ofAllSentencesNearlyAllAreReadRight() throws IOException {
        List<Scenario> all = all();
        long right =
                all.stream().filter(s -> wanted(s).equals(found(s, s.text()))).count();
        assertTrue(all.size() >= 150, "sentences: " + all.size());
        assertTrue(right >= LEAST * all.size(), right + " of " + all.size());
    }
}
