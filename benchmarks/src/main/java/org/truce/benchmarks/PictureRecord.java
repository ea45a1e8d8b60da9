package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.truce.record.Candidate;
import org.truce.record.Keys;
import org.truce.record.Outcome;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;

/** A record of the sample exercise and of many observations behind it, made piece by piece. */
final class PictureRecord {
    private static final int LIST = 2_000;

    private final Path work;
    private final ObservationSource source;
    private final Consumer<String> told;
    private final List<byte[]> sample = new ArrayList<>();

    PictureRecord(Path home, Path work, ObservationSource source, Consumer<String> told) throws IOException {
        this.work = work;
        this.source = source;
        this.told = told;
        try (Stream<Path> files = Files.list(home.resolve("samples/exercise"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.filter(line -> !line.isBlank())
                            .forEach(line -> sample.add(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                }
            }
        }
    }

    /** How many entries come before the observations. */
    long before() {
        return sample.size();
    }

    /** Makes the record, or takes the one that is there and has the size. */
    Path make(long observations) throws IOException {
        Path directory = work.resolve("record-" + observations);
        Keys keys = new Keys.Directory(work.resolve("keys"));
        if (TruceRecord.isRecord(directory)) {
            try (TruceRecord there = TruceRecord.open(directory)) {
                if (there.size() == before() + observations) {
                    told.accept("the record is there");
                    return directory;
                }
            }
        }
        RecordFigures.delete(work);
        Files.createDirectories(work);
        long start = System.nanoTime();
        try (TruceRecord record =
                TruceRecord.create(directory, RecordOptions.named("Benchmark"), keys, Surroundings.real())) {
            append(record, sample);
            for (long from = 0; from < observations; from += LIST) {
                List<byte[]> list = new ArrayList<>();
                for (long number = from; number < Math.min(observations, from + LIST); number++) {
                    list.add(source.entry(number));
                }
                append(record, list);
                if (from % 1_000_000 == 0) {
                    told.accept("filled to " + from);
                }
            }
        }
        told.accept("the record was made in " + (System.nanoTime() - start) / 1e9 + " s");
        return directory;
    }

    private static void append(TruceRecord record, List<byte[]> entries) throws IOException {
        for (Outcome outcome : record.append(entries.stream().map(Candidate::of).toList())) {
            if (!(outcome instanceof Outcome.Appended)) {
                throw new IllegalStateException("not appended: " + outcome);
            }
        }
    }
}
