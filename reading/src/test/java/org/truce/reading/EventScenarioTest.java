package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reading.theatre.Theatre;

/** Hundreds of sentences of reports, {@code events/LANG.txt}: what each says happened, did not, or is to happen. */
class EventScenarioTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    /** A line of the file. */
    record Scenario(String lang, String events, String sentence) {}

    static Stream<Scenario> scenarios() throws IOException {
        List<Scenario> out = new ArrayList<>();
        for (String lang : List.of("en", "ru", "ar")) {
            out.addAll(scenarios(lang, lang + ".txt"));
        }
        return out.stream();
    }

    private static List<Scenario> scenarios(String lang, String file) throws IOException {
        try (InputStream in = EventScenarioTest.class.getResourceAsStream("events/" + file)) {
            assertNotNull(in);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .map(parts -> new Scenario(lang, parts[0].trim(), parts[1].trim()))
                    .toList();
        }
    }

    /** A page about nothing, dated, before the sentence that is read. */
    static String head(String lang) {
        return switch (lang) {
            case "ar" -> """
                    عنوان للتجربة وحدها

                    صحيفة التلال | 10 مارس 2022
                    هطل المطر على التلال طوال النهار ولم يخرج أحد من البيوت حتى المساء في ذلك الوقت.
                    """;
            case "ru" -> """
                    Заголовок ради примера

                    Вестник холмов, 10 марта 2022 года
                    Дождь шёл в холмах весь день напролёт, и до самой темноты из дому никто носа не показывал.
                    """;
            default -> """
                    A headline for the sake of the example

                    Hill Gazette, 10 March 2022
                    Rain fell in the hills all day long and people stayed indoors until it was dark outside.
                    """;
        };
    }

    static String read(String lang, String sentence) {
        return READER.read(head(lang) + sentence + "\n").events().stream()
                .map(e -> e.type() + " " + e.status())
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aSentenceReports(Scenario s) {
        String wanted = Arrays.stream(s.events().split("; ", -1))
                .filter(e -> !e.equals("-"))
                .sorted()
                .collect(Collectors.joining("; "));
        assertEquals(wanted, read(s.lang(), s.sentence()), s.sentence());
    }

    @Test
    void everyTypeHasADozenInEachLanguage() throws IOException {
        Map<String, Integer> count = new HashMap<>();
        scenarios().forEach(s -> {
            for (String event : s.events().split("; ", -1)) {
                count.merge(s.lang() + " " + event.split(" ", 2)[0], 1, Integer::sum);
            }
        });
        assertEquals(3 * 17, count.size(), () -> "types and languages: " + count);
        count.forEach((what, n) -> assertTrue(n >= 9, what + " has " + n));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void mostOfThePressIsReadAsAnEditorWould(String lang) throws IOException {
        int labelled = 0;
        int found = 0;
        int right = 0;
        for (Scenario s : scenarios(lang, lang + "-press.txt")) {
            Set<String> wanted = events(s.events());
            Set<String> got = events(read(s.lang(), s.sentence()));
            labelled += wanted.size();
            found += got.size();
            wanted.retainAll(got);
            right += wanted.size();
        }
        double recall = (double) right / labelled;
        double precision = (double) right / found;
        assertTrue(recall >= 0.85 && precision >= 0.85, "recall " + recall + ", precision " + precision);
    }

    private static Set<String> events(String line) {
        return Arrays.stream(line.split("; ", -1))
                .filter(e -> !e.equals("-") && !e.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
