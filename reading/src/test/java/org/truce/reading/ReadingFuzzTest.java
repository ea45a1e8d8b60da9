package org.truce.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.truce.reading.source.ReportText;
import org.truce.reading.theatre.Theatre;

/** Whatever a report's bytes are, a reading comes of them, every span of it inside the text, and the same once more. */
class ReadingFuzzTest {
    private static final Reader READER = Reader.forTheatre(Theatre.named("karabakh"));
    private static final List<String> TEXTS = List.of("ar.txt", "ru.txt", "en.txt", "mixed.txt");
    private static final List<String> PAGES = List.of("ar.html", "ru.html", "en.html");

    @FuzzTest(maxDuration = "5m")
    void text(byte[] bytes) {
        read(new String(bytes, UTF_8));
    }

    @FuzzTest(maxDuration = "5m")
    void page(byte[] bytes) {
        switch (ReportText.of(bytes, "page.html")) {
            case ReportText.Result.Good good -> {
                assertFalse(good.report().text().isBlank());
                read(good.report().text());
            }
            case ReportText.Result.Bad bad -> assertFalse(bad.problem().code().isEmpty());
        }
    }

    private static void read(String text) {
        Reading reading = READER.read(text);
        int end = text.codePointCount(0, text.length());
        for (Span span : spans(reading)) {
            assertTrue(0 <= span.start() && span.start() <= span.end() && span.end() <= end, span + " of " + end);
        }
        for (Reading.Statement s : reading.statements()) {
            int from = text.offsetByCodePoints(0, s.span().start());
            assertEquals(
                    s.text(),
                    text.substring(from, text.offsetByCodePoints(0, s.span().end())));
        }
        assertEquals(reading, READER.read(text));
        if (new String(text.getBytes(UTF_8), UTF_8).equals(text)) {
            assertEquals(reading, ReadingJson.read(ReadingJson.write(reading)));
        }
    }

    private static List<Span> spans(Reading r) {
        List<Span> out = new ArrayList<>(r.furniture());
        r.agencies().forEach(a -> out.add(a.span()));
        r.dates().forEach(d -> out.addAll(d.spans()));
        r.places().forEach(p -> out.addAll(p.spans()));
        r.actors().forEach(a -> out.addAll(a.spans()));
        r.agreements().forEach(a -> out.addAll(a.spans()));
        r.statements().forEach(s -> out.add(s.span()));
        r.claims().forEach(c -> out.add(c.span()));
        for (Reading.Event e : r.events()) {
            out.add(e.span());
            e.quantities().forEach(q -> out.add(q.span()));
        }
        return out;
    }

    private static byte[] seed(String method, String name) throws IOException {
        try (InputStream in =
                ReadingFuzzTest.class.getResourceAsStream("ReadingFuzzTestInputs/" + method + '/' + name)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    /** The seeds are reports that have something to read, and the fuzz tests hold on seeded mutations of them. */
    @Test
    void mutationsOfReports() throws IOException {
        for (String name : TEXTS) {
            byte[] good = seed("text", name);
            Reading reading = READER.read(new String(good, UTF_8));
            assertFalse(reading.events().isEmpty(), name);
            assertFalse(reading.statements().isEmpty(), name);
            mutate(good, this::text);
        }
        for (String name : PAGES) {
            byte[] good = seed("page", name);
            assertTrue(ReportText.of(good, name) instanceof ReportText.Result.Good, name);
            mutate(good, this::page);
        }
    }

    private static void mutate(byte[] good, Consumer<byte[]> reader) {
        SplittableRandom random = new SplittableRandom(10);
        reader.accept(good);
        for (int i = 0; i < 150; i++) {
            int from = random.nextInt(good.length);
            int length = random.nextInt(good.length - from);
            byte[] bytes = Arrays.copyOfRange(good, from, from + length);
            for (int j = random.nextInt(6); j > 0 && length > 0; j--) {
                bytes[random.nextInt(length)] ^= (byte) random.nextInt(1, 256);
            }
            reader.accept(bytes);
        }
    }
}
