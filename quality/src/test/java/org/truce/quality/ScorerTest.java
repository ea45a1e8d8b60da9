package org.truce.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.quality.corpus.Corpus;
import org.truce.quality.corpus.Part;
import org.truce.quality.corpus.Report;
import org.truce.quality.score.Detail;
import org.truce.quality.score.Labels;
import org.truce.quality.score.Layer;
import org.truce.quality.score.ReadFacts;
import org.truce.quality.score.Score;
import org.truce.reading.Reading;
import org.truce.reading.ReadingJson;

/** Where the other scorer lies beside the project, it and ours give the same figures for the same readings. */
class ScorerTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final List<Layer> LAYERS = List.of(
            Layer.AGENCIES,
            Layer.DATES,
            Layer.PLACES,
            Layer.ACTORS,
            Layer.QUOTES,
            Layer.STATEMENTS,
            Layer.EVENTS,
            Layer.EVENTS_WITH_STATUS);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev-web"})
    void bothScorersAgree(String set) throws IOException, InterruptedException {
        Path shared = Corpus.shared(PROJECT);
        Path scorer = shared.resolve("tools/score_reading.py");
        assumeTrue(Files.isRegularFile(scorer), "the other scorer is not here");
        assumeTrue(Stream.of("/usr/bin/python3", "/usr/local/bin/python3").anyMatch(p -> Files.exists(Path.of(p))));
        Path folder = shared.resolve("corpus").resolve(set);
        Score score = new Score();
        for (Report report : Corpus.folder(folder, Part.SHARED, set)) {
            Reading reading = Measured.reader(report.theatre()).read(report.text());
            Files.write(temp.resolve(report.id() + ".json"), ReadingJson.write(reading));
            score.add(Labels.of(report.labels()), ReadFacts.of(reading));
        }
        Process process = new ProcessBuilder("python3", scorer.toString(), folder.toString(), temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertEquals(printed.lines().toList().getLast(), "all\t" + ours(score));
    }

    private static String ours(Score score) {
        Stream<Double> accuracies = Stream.of(score.publication(), score.publisher());
        Stream<Double> layers = LAYERS.stream().map(score::f1);
        Stream<Double> details = Stream.of(Detail.values()).map(score::share);
        List<String> cells = Stream.of(accuracies, layers, details, Stream.of(score.extra()))
                .flatMap(s -> s)
                .map(v -> Double.isNaN(v) ? "-" : String.format(Locale.ROOT, "%.3f", v))
                .toList();
        return String.join("\t", cells);
    }
}
