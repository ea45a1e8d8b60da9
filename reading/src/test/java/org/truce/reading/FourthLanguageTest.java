package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.reading.text.Lang;
import org.truce.reading.theatre.Theatre;

/**
 * Does what docs/reading.md tells a linguist to do: a fourth language and another theatre, each a folder that somebody
 * gives at run time, and no line of Java. The language is Spanish with some dozen words a file; the theatre, the Cauca.
 */
class FourthLanguageTest {
    @TempDir
    Path work = Path.of("");

    @BeforeEach
    void foldersOfTheirOwn() throws IOException {
        Path here = Path.of("src/test/resources/org/truce/reading/fourth");
        try (Stream<Path> files = Files.walk(here)) {
            for (Path file : files.toList()) {
                Path to = work.resolve(here.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    private Optional<InputStream> file(String folder, String name) {
        Path file = work.resolve(folder).resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Lang spanish() {
        return Lang.read(name -> file("es", name));
    }

    private Theatre cauca() {
        return Theatre.read("colombia", name -> file("colombia", name).orElseThrow());
    }

    private Reading report() throws IOException {
        return Reader.forTheatre(cauca(), List.of(spanish())).read(Files.readString(work.resolve("report.txt")));
    }

    @Test
    void aReportIsReadByTheFoldersAlone() throws IOException {
        Reading reading = report();
        assertEquals("es", reading.lang());
        assertEquals("2016-11-29", reading.publicationDate());
        assertEquals(
                List.of("2016-11-29", "2016-11-28", "2016-11-24", "2016-11-26"),
                reading.dates().stream().map(Reading.Date::iso).toList());
        assertTrue(reading.places().stream()
                .map(Reading.Location::normalised)
                .toList()
                .containsAll(List.of("Cauca", "Toribio")));
        assertTrue(reading.actors().stream()
                .map(Reading.Participant::normalised)
                .toList()
                .containsAll(List.of("Luis Carlos Villegas", "FARC")));
        assertEquals(
                List.of("Final Agreement of 24 November 2016"),
                reading.agreements().stream().map(Reading.Instrument::agreement).toList());
    }

    @Test
    void whoSaidWhatIsRead() throws IOException {
        Reading.Statement said = report().statements().getFirst();
        assertEquals("Luis Carlos Villegas", said.speaker().normalised());
        assertEquals("Defence Minister of Colombia", said.speaker().role());
        assertEquals("asserts", said.verbClass());
        assertEquals("la situación en el Cauca está en calma", said.text());
    }

    @Test
    void whatHappenedIsReadWithItsDayPlaceAndNumber() throws IOException {
        List<Reading.Event> events = report().events();
        Reading.Event casualty = events.stream()
                .filter(event -> event.type().equals("casualty"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(events.toString()));
        assertEquals("2016-11-26", casualty.date());
        assertEquals("Toribio", casualty.place() == null ? "" : casualty.place().normalised());
        assertEquals("3", casualty.quantities().getFirst().value());
        assertEquals("soldiers", casualty.quantities().getFirst().name());
        assertTrue(
                events.stream()
                        .anyMatch(
                                event -> event.type().equals("agreement_signed") && "2016-11-24".equals(event.date())),
                events.toString());
    }

    @Test
    void languagesOfOneScriptAreToldApartByTheirFrequentWords() {
        List<Lang> all = List.of(Lang.ENGLISH, spanish(), Lang.RUSSIAN, Lang.ARABIC);
        assertEquals(
                "es",
                Lang.of("El ministro dijo que la situación está en calma.", all).code());
        assertEquals(
                "en",
                Lang.of("The minister said that the situation is calm.", all).code());
        assertEquals(
                "ru", Lang.of("Министр заявил, что обстановка спокойная.", all).code());
        assertEquals("ar", Lang.of("قال الوزير إن الوضع هادئ.", all).code());
        assertEquals("en", Lang.of("1234", all).code());
    }

    @Test
    void theThreePackagedLanguagesReadAsBefore() {
        Reader more = Reader.forTheatre(Theatre.named("karabakh"), List.of(spanish()));
        Reader three = Reader.forTheatre(Theatre.named("karabakh"));
        for (String text : List.of(
                "On 11 December 2020 Azerbaijani forces opened fire near Stepanakert, two soldiers were wounded.",
                "11 декабря 2020 года азербайджанские военные открыли огонь близ Степанакерта, двое солдат ранены.",
                "وفي 11 ديسمبر 2020 أطلقت القوات الأذربيجانية النار قرب ستيباناكيرت وأصيب جنديان.")) {
            assertEquals(three.read(text), more.read(text));
            assertTrue(!three.read(text).places().isEmpty(), text);
        }
    }

    @Test
    void aFolderThatLacksALexiconReadsLess() throws IOException {
        Files.delete(work.resolve("es/speech.txt"));
        Reading reading = report();
        assertEquals(4, reading.dates().size());
        assertTrue(reading.statements().stream().noneMatch(said -> said.verb().equals("dijo")));
    }

    private String fault() {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, this::spanish).getMessage());
    }

    @Test
    void whatIsWrongWithTheSettingsIsSaid() throws IOException {
        Path settings = work.resolve("es/language.txt");
        String right = Files.readString(settings);
        Files.writeString(settings, right.replace("like -> english", "like -> latin"));
        assertTrue(fault().contains("it is one of [arabic, russian, english]"));
        Files.writeString(settings, right.replace("code -> es", ""));
        assertTrue(fault().contains("\"code -> …\" is missing"));
        Files.writeString(settings, "Spanish");
        assertThrows(IllegalArgumentException.class, this::spanish);
        Files.delete(settings);
        assertTrue(fault().contains("language.txt"));
    }
}
