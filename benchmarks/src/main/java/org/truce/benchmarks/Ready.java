package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.theatre.Theatre;

/** A fresh program that reads one report and says how many facts it found: what {@link ReadingSpeed} starts again and again. */
public final class Ready {
    private Ready() {}

    /** Argument: a text file. */
    public static void main(String[] args) throws IOException {
        Reading reading = Reader.forTheatre(Theatre.named("karabakh")).read(Files.readString(Path.of(args[0])));
        System.out.println(reading.events().size() + reading.statements().size());
    }
}
