package org.truce.reading;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the labelled reports lie beside the project, readings of them score no worse than they did. */
class CorpusTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    private static Path shared() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isRegularFile(shared.resolve("tools/score_reading.py"))) {
                return shared;
            }
        }
        return Path.of("shared");
    }

    private Map<String, Double> score(Path gold) throws IOException, InterruptedException {
        Path shared = shared();
        assumeTrue(Files.isDirectory(shared), "the labelled reports are not here");
        assumeTrue(Stream.of("/usr/bin/python3", "/usr/local/bin/python3").anyMatch(p -> Files.exists(Path.of(p))));
        Path readings = temp.resolve("readings");
        ReadFolder.read(gold, readings);
        Process scorer = new ProcessBuilder(
                        "python3",
                        shared.resolve("tools/score_reading.py").toString(),
                        gold.toString(),
                        readings.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> rows = new String(scorer.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        scorer.waitFor();
        String[] names = rows.getFirst().split("\t", -1);
        String[] values = rows.getLast().split("\t", -1);
        Map<String, Double> out = new HashMap<>();
        for (int i = 1; i < names.length; i++) {
            if (!values[i].equals("-")) {
                out.put(names[i], Double.valueOf(values[i]));
            }
        }
        return out;
    }

    private static void atLeast(Map<String, Double> scores, String layer, double bound) {
        double value = scores.getOrDefault(layer, 0.0);
        assertTrue(value >= bound, layer + " is " + value + ", was at least " + bound + "; all: " + scores);
    }

    @Test
    void theSourceReport() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(shared().resolve("corpus")), "the labelled reports are not here");
        Path gold = Files.createDirectories(temp.resolve("gold"));
        for (String name : List.of("source-report.ar.txt", "source-report.ar.gold.json")) {
            Files.copy(shared().resolve("corpus").resolve(name), gold.resolve(name));
        }
        Map<String, Double> scores = score(gold);
        for (String layer : List.of("publication", "publisher", "agencies")) {
            atLeast(scores, layer, 1);
        }
        atLeast(scores, "quotes", 0.99);
        atLeast(scores, "dates", 0.8);
        atLeast(scores, "events+", 0.7);
    }

    @Test
    void theComposedReports() throws IOException, InterruptedException {
        Map<String, Double> scores = score(shared().resolve("corpus/dev"));
        atLeast(scores, "publication", 0.97);
        atLeast(scores, "dates", 0.9);
        atLeast(scores, "places", 0.85);
        atLeast(scores, "actors", 0.85);
        atLeast(scores, "statements", 0.75);
        atLeast(scores, "events+", 0.86);
    }

    @Test
    void thePagesAsScraped() throws IOException, InterruptedException {
        Map<String, Double> scores = score(shared().resolve("corpus/dev-web"));
        atLeast(scores, "publication", 0.97);
        atLeast(scores, "publisher", 0.97);
        atLeast(scores, "dates", 0.9);
        atLeast(scores, "places", 0.9);
        atLeast(scores, "actors", 0.9);
        atLeast(scores, "quotes", 0.9);
        atLeast(scores, "events+", 0.86);
    }
}
