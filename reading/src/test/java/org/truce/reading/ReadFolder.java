package org.truce.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.truce.reading.theatre.Theatre;

/** Reads every {@code *.txt} of a folder into {@code *.json} of another, for scoring. */
public final class ReadFolder {
    private ReadFolder() {}

    /** Arguments: folder of texts, folder of readings. */
    public static void main(String[] args) throws IOException {
        read(Path.of(args[0]), Path.of(args[1]));
    }

    static void read(Path texts, Path readings) throws IOException {
        Reader reader = Reader.forTheatre(Theatre.named("karabakh"));
        Files.createDirectories(readings);
        List<Path> files;
        try (Stream<Path> all = Files.list(texts)) {
            files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName()).replace(".txt", "");
            if (!name.contains("actors")) {
                Files.writeString(
                        readings.resolve(name + ".json"), ReadingJson.pretty(reader.read(Files.readString(file))));
            }
        }
    }
}
