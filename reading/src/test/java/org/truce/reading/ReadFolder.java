package org.truce.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Theatre;

/** Reads every {@code *.txt} of a folder into {@code *.json} of another, for scoring. */
public final class ReadFolder {
    private ReadFolder() {}

    /** Arguments: folder of texts, folder of readings. */
    public static void main(String[] args) throws IOException {
        read(Path.of(args[0]), Path.of(args[1]));
    }

    static void read(Path texts, Path readings) throws IOException {
        List<Theatre> theatres = Theatre.packaged().stream().map(Theatre::named).toList();
        TheatreGuess guess = TheatreGuess.among(theatres);
        Map<String, Reader> readers = new HashMap<>();
        Files.createDirectories(readings);
        List<Path> files;
        try (Stream<Path> all = Files.list(texts)) {
            files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName()).replace(".txt", "");
            String text = Files.readString(file);
            if (!name.contains("actors")) {
                Files.writeString(
                        readings.resolve(name + ".json"),
                        ReadingJson.pretty(readers.computeIfAbsent(
                                        guess.of(Tokenizer.of(text)).name(), n -> Reader.forTheatre(Theatre.named(n)))
                                .read(text)));
            }
        }
    }
}
