package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reading.theatre.Theatre;

/**
 * Heads and feet of pages in many layouts: what outlet, day and agencies they tell, as labelled in {@code
 * pages/LANGUAGE.txt}. At least nineteen of twenty frames of a language must be wholly right.
 */
class PageFramesTest {
    private static final double LEAST_RIGHT = .95;
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    private record Frame(String name, String text, String expected) {}

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ru", "en"})
    void aFrameTellsItsOutlet(String language) throws IOException {
        List<Frame> frames = frames(language + ".txt");
        assertTrue(frames.size() >= 25, "frames: " + frames.size());
        List<String> wrong = new ArrayList<>();
        for (Frame frame : frames) {
            Reading reading = READER.read(frame.text());
            String told = told(reading);
            if (!told.equals(frame.expected())) {
                wrong.add(frame.name() + ": " + told + " for " + frame.expected());
            }
            assertEquals(
                    reading.publisher().isEmpty(), reading.publisherWhy().rule().isEmpty(), frame.name());
            assertFalse(reading.publicationWhy().rule().isEmpty() && reading.publicationDate() != null, frame.name());
        }
        double right = 1 - wrong.size() / (double) frames.size();
        assertTrue(right >= LEAST_RIGHT, () -> String.join("\n", wrong));
    }

    private static String told(Reading r) {
        return r.publisher() + "; " + r.publicationDate() + "; "
                + r.agencies().stream().map(Reading.Agency::normalised).collect(Collectors.joining(", "));
    }

    private static List<Frame> frames(String file) throws IOException {
        List<Frame> out = new ArrayList<>();
        try (InputStream in = PageFramesTest.class.getResourceAsStream("/org/truce/reading/pages/" + file);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            String name = "";
            StringBuilder text = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("== ")) {
                    name = line.substring(3);
                    text.setLength(0);
                } else if (line.startsWith("=> ")) {
                    List<String> parts = List.of(line.substring(3).split(";", -1));
                    out.add(new Frame(
                            name,
                            text.toString(),
                            parts.stream().map(String::strip).collect(Collectors.joining("; "))));
                } else if (!line.startsWith("# ")) {
                    text.append(line).append('\n');
                }
            }
        }
        return out;
    }
}
