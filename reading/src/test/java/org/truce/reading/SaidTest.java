package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reading.theatre.Theatre;

/** Passages as the press has them, and who says what in them: as many as were once right stay right. */
class SaidTest {
    private static final Map<String, Reader> READERS = new ConcurrentHashMap<>();

    /** A passage of a theatre, and its statements as {@code mode | speaker | words}. */
    private record Passage(String name, String theatre, StringBuilder text, List<String> said) {}

    private static List<Passage> passages(String lang) throws IOException {
        List<Passage> out = new ArrayList<>();
        try (InputStream in = SaidTest.class.getResourceAsStream("said/" + lang + ".txt")) {
            assertNotNull(in);
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                if (line.startsWith("== ")) {
                    String[] words = line.split(" ", 3);
                    out.add(new Passage(words[1], words[2], new StringBuilder(), new ArrayList<>()));
                } else if (line.startsWith("> ")) {
                    out.getLast().said().add(line.substring(2));
                } else {
                    out.getLast().text().append(line).append('\n');
                }
            }
        }
        return out;
    }

    private static List<String> read(String lang, Passage passage) {
        Reader reader = READERS.computeIfAbsent(passage.theatre(), name -> Reader.forTheatre(Theatre.named(name)));
        return reader.read(EventScenarioTest.head(lang) + passage.text()).statements().stream()
                .map(it -> (it.direct() ? "direct" : "indirect") + " | "
                        + it.speaker().normalised() + " | " + it.text())
                .toList();
    }

    /**
     * Of a language: how many statements its passages have, how many of them must be read to the letter, and how many may
     * be read that are none of them. The last two may only get better.
     */
    @ParameterizedTest
    @CsvSource({"ar, 139, 125, 2", "ru, 147, 138, 2", "en, 151, 140, 4"})
    void whatWasRightStaysRight(String lang, int labelled, int least, int most) throws IOException {
        int all = 0;
        int right = 0;
        int others = 0;
        List<String> wrong = new ArrayList<>();
        for (Passage passage : passages(lang)) {
            List<String> found = new ArrayList<>(read(lang, passage));
            for (String said : passage.said()) {
                all++;
                if (found.remove(said)) {
                    right++;
                } else {
                    wrong.add(passage.name() + ": " + said);
                }
            }
            others += found.size();
            found.forEach(more -> wrong.add(passage.name() + " reads: " + more));
        }
        assertEquals(labelled, all);
        String told = right + " of " + all + " right, " + others + " others:\n" + String.join("\n", wrong);
        assertTrue(right >= least && others <= most, told);
    }
}
