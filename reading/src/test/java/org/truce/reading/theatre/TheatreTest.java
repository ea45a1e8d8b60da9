package org.truce.reading.theatre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.model.ProblemException;

/** A theatre's file in, the place of its fault out. */
class TheatreTest {
    private static final String GOOD =
            "{\"id\": \"a\", \"type\": \"village\", \"lat\": 1, \"lon\": 2, \"names\": {\"en\": [\"A\"]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"type\": \"village\"}]                                              | no-id places.json:1/id",
                "[{\"id\": \"a\", \"type\": \"village\", \"names\": {\"en\": [\"A\"]}}]   | bad-coordinate places.json:a/lat",
                "[{\"id\": \"a\", \"type\": \"village\", \"lat\": 99, \"lon\": 2, \"names\": {\"en\": [\"A\"]}}] | bad-coordinate places.json:a/lat",
                "[{\"id\": \"a\", \"type\": \"village\", \"lat\": 1, \"lon\": 2}]        | no-name places.json:a/names",
                "[{\"id\": \"a\", \"type\": \"village\", \"lat\": 1, \"lon\": 2, \"names\": [\"A\"]}] | bad-names places.json:a/names",
                "[{\"id\": \"a\", \"type\": \"village\", \"lat\": 1, \"lon\": 2, \"names\": {\"en\": \"A\"}}] | bad-names places.json:a/names",
                "{}                                                                   | bad-json places.json",
                "[{\"id\": ]                                                           | bad-json places.json:1",
            })
    void aFaultIsNamedWithItsPlace(String places, String problem) {
        ProblemException e = assertThrows(ProblemException.class, () -> read(places));
        assertEquals(problem, e.problem().code() + " " + e.problem().place());
    }

    @Test
    void twoPlacesOfOneIdAndDistrictsThatAreNotThereAreFaults() {
        assertEquals("double-id", code("[" + GOOD + "," + GOOD + "]"));
        assertEquals("unknown-district", code("[" + GOOD.replace("}}", "}, \"district\": \"b\"}") + "]"));
    }

    @Test
    void everyPackagedTheatreIsSound() {
        assertEquals("karabakh", Theatre.packaged().getFirst());
        Theatre.packaged()
                .forEach(name -> assertEquals(name, Theatre.named(name).name()));
        assertEquals(
                "no-theatre",
                assertThrows(ProblemException.class, () -> Theatre.named("atlantis"))
                        .problem()
                        .code());
    }

    private static String code(String places) {
        return assertThrows(ProblemException.class, () -> read(places))
                .problem()
                .code();
    }

    private static Theatre read(String places) {
        return Theatre.read(
                "test",
                file -> new ByteArrayInputStream(
                        (file.equals("places.json") ? places : "[]").getBytes(StandardCharsets.UTF_8)));
    }
}
