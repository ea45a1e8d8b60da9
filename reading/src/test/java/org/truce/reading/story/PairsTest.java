package org.truce.reading.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.truce.reading.Reader;
import org.truce.reading.theatre.Theatre;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Precision and recall on the labelled pairs that may be tuned on: half the same story, half another of that day. */
class PairsTest {
    private static final Path PAIRS = Path.of("../quality/corpus/pairs");

    private record Labelled(String id, boolean same, Pair pair) {}

    private static Reader reader(String theatre) {
        return Reader.forTheatre(
                theatre.equals("karabakh")
                        ? Theatre.named("karabakh")
                        : Theatre.read(
                                theatre, file -> new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8))));
    }

    private static Report report(Path file, Reader reader) throws IOException {
        String text = Files.readString(file);
        return new Report(String.valueOf(file.getFileName()), text, reader.read(text));
    }

    private static List<Labelled> compared(String part) throws IOException {
        List<Labelled> out = new ArrayList<>();
        for (String line : Files.readAllLines(PAIRS.resolve("pairs.jsonl"))) {
            JsonNode label = JsonMapper.shared().readTree(line);
            if (label.path("part").asString("").equals(part)) {
                Reader reader = reader(label.path("theatre").asString(""));
                Pair pair = Stories.compare(
                        report(PAIRS.resolve(label.path("a").asString("")), reader),
                        report(PAIRS.resolve(label.path("b").asString("")), reader));
                out.add(new Labelled(
                        label.path("id").asString(""), label.path("same").asBoolean(), pair));
            }
        }
        return out;
    }

    @Test
    void theSameStoryIsKnownAcrossLanguages() throws IOException {
        Assumptions.assumeTrue(Files.exists(PAIRS.resolve("pairs.jsonl")), "the labelled pairs are not here");
        String part = System.getProperty("truce.pairs", "tuning");
        int right = 0;
        int said = 0;
        int same = 0;
        StringBuilder told = new StringBuilder();
        for (Labelled one : compared(part)) {
            boolean joined = one.pair().verdict() == Verdict.SAME;
            right += joined && one.same() ? 1 : 0;
            said += joined ? 1 : 0;
            same += one.same() ? 1 : 0;
            told.append(String.format(
                    Locale.ROOT,
                    "%s %s %.2f",
                    one.id(),
                    one.same() ? "same" : "other",
                    one.pair().score()));
            if (part.equals("tuning")) {
                one.pair()
                        .terms()
                        .forEach(term -> told.append(
                                String.format(Locale.ROOT, "  %s %.1f %s", term.sort(), term.weight(), term.agreed())));
            }
            told.append('\n');
        }
        double precision = said == 0 ? 0 : (double) right / said;
        double recall = (double) right / same;
        System.out.printf(
                Locale.ROOT,
                "same story (%s): precision %.3f, recall %.3f, of %d same%n%s",
                part,
                precision,
                recall,
                same,
                System.getProperty("truce.pairs.tell") == null ? "" : told);
        assertTrue(precision >= .95, () -> "precision " + precision + "\n" + told);
        assertTrue(recall >= .85, () -> "recall " + recall + "\n" + told);
    }
}
