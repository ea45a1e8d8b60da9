package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.reading.theatre.Theatre;

/**
 * The examples of the lexicons: {@code examples/voices.txt}, lines {@code layer | language | sentence | what is read}.
 * Each sentence stands in a page of its own, published on 10 March 2022.
 */
class ExamplesTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    record Example(String layer, String lang, String sentence, String expected) {
        @Override
        public String toString() {
            return layer + " " + lang + ": " + sentence;
        }
    }

    static Reading read(String lang, String sentence) {
        String head = switch (lang) {
            case "ar" -> "عنوان للتجربة وحدها\n\nصحيفة التلال | 10 مارس 2022\n";
            case "ru" -> "Заголовок ради примера\n\nВестник холмов, 10 марта 2022 года\n";
            default -> "A headline for the sake of the example\n\nHill Gazette, 10 March 2022\n";
        };
        return READER.read(head + sentence + "\n");
    }

    static List<Example> examples() throws IOException {
        try (InputStream in = Objects.requireNonNull(ExamplesTest.class.getResourceAsStream("examples/voices.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> Stream.of(l.split("\\|", -1)).map(String::strip).toList())
                    .map(p -> new Example(p.get(0), p.get(1), p.get(2), p.get(3)))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isReadAsItSays(Example example) {
        Reading reading = read(example.lang(), example.sentence());
        String found = switch (example.layer()) {
            case "actors" ->
                reading.actors().stream().map(Reading.Participant::normalised).collect(Collectors.joining("; "));
            case "statements" ->
                reading.statements().stream().map(ExamplesTest::line).collect(Collectors.joining("; "));
            default -> reading.claims().stream().map(ExamplesTest::line).collect(Collectors.joining("; "));
        };
        assertEquals(example.expected(), found);
    }

    static String line(Reading.Statement s) {
        String goesOn = s.continues() < 0 ? "" : " continues " + s.continues();
        return (s.direct() ? "direct " : "indirect ") + s.verbClass() + goesOn + " "
                + s.speaker().normalised() + ": " + s.text();
    }

    static String line(Reading.Claim c) {
        return Stream.of(
                        c.template(),
                        c.comparator(),
                        c.value(),
                        c.unit(),
                        c.actor() == null ? "" : "of " + c.actor(),
                        c.since().isEmpty() ? "" : "since " + c.since(),
                        c.until().isEmpty() ? "" : "until " + c.until(),
                        c.place().isEmpty() ? "" : "at " + c.place(),
                        c.checkable() ? "" : "not checkable")
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyFactNamesItsRule() throws IOException {
        for (Example example : examples()) {
            Reading reading = read(example.lang(), example.sentence());
            reading.actors().forEach(a -> assertTrue(a.why().rule().contains(":"), a::toString));
            reading.statements().forEach(s -> assertTrue(s.why().rule().contains(":"), s::toString));
            reading.claims().forEach(c -> assertTrue(c.why().rule().startsWith(c.template() + ":"), c::toString));
            assertEquals(reading, ReadingJson.read(ReadingJson.write(reading)));
        }
    }
}
