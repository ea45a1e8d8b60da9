package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.truce.reading.theatre.Theatre;

class ReadingTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));

    @Test
    void aReadingGoesToJsonAndBack() {
        Reading reading = READER.read("""
                Posts on the line

                Hill Gazette, 3 March 2021
                Two ceasefire violations were recorded near Shusha on 2 March, the Russian Defence Ministry said.
                Source: TASS
                """);
        assertEquals(reading, ReadingJson.read(ReadingJson.write(reading)));
    }
}
