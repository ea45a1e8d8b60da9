package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.reading.theatre.Theatre;

/** Nothing that a file may hold makes the reader throw, or wait. */
class HostileTextTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));
    private static final int MEGABYTE = 1_000_000;

    static Stream<Arguments> repeated() {
        return Stream.of(
                        "“",
                        "\"a ",
                        "« ",
                        "1",
                        "1,",
                        "9 November ",
                        "\ud800",
                        "👁 ",
                        "\u202e\u2066م",
                        "\n",
                        "a | b | ",
                        "a. B. ",
                        "Baku, Yerevan, Lachin and ",
                        "the ministry said the minister said ",
                        "said that violation of ceasefire ",
                        "нарушений не было, сообщило Минобороны России. ",
                        "وقال الوزير إن \"خرقاً\" وقع. ")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void aMegabyteOfAnythingIsReadInBoundedTime(String unit) {
        String text = unit.repeat(MEGABYTE / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(40), () -> assertNotNull(READER.read(text)));
    }

    @Test
    void randomTextsOfThreeScriptsAreReadAndTheirSpansLieInside() {
        Random random = new Random(20201109);
        String alphabet = "aBc دهن ёЖз 0٣9.,:;«»“”\"()—\n\u200f\u0301\ud83d\udc41/|©";
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(400);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String s = text.toString();
            int codePoints = s.codePointCount(0, s.length());
            Reading reading = READER.read(s);
            reading.furniture().forEach(f -> assertEquals(true, f.end() <= codePoints));
            reading.dates().forEach(d -> d.spans().forEach(f -> assertEquals(true, f.end() <= codePoints)));
            assertEquals(reading, READER.read(s));
        }
    }

    @Test
    void spansAreCodePoints() {
        String text = "Eyes 👁👁 on the line\n\nHill Gazette, 3 March 2021\nAll was quiet 👁 near Shusha.\n";
        Reading.Location shusha = READER.read(text).places().getFirst();
        Span span = shusha.spans().getFirst();
        assertEquals(
                "Shusha",
                text.substring(text.offsetByCodePoints(0, span.start()), text.offsetByCodePoints(0, span.end())));
    }

    @Test
    void nothingGivesAnEmptyReading() {
        assertEquals(0, READER.read("").events().size());
        assertEquals(0, READER.read(" \n\u200f\n").places().size());
    }
}
