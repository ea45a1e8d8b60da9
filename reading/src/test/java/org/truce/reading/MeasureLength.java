package org.truce.reading;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.truce.reading.theatre.Theatre;

/**
 * Run by hand: how long a reading takes as a text grows. Takes a folder of reports, repeats them to 1, 2, 5 and 10
 * million characters in many lines, and once in one line, and prints nanoseconds of the thread a character.
 */
public final class MeasureLength {
    private static final int[] LENGTHS = {1_000_000, 2_000_000, 5_000_000, 10_000_000};

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private MeasureLength() {}

    /** Argument: folder of texts. */
    public static void main(String[] args) throws IOException {
        Reader reader = Reader.forTheatre(Theatre.named("karabakh"));
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        StringBuilder unit = new StringBuilder();
        for (Path file : files) {
            unit.append(Files.readString(file)).append('\n');
        }
        for (boolean oneLine : new boolean[] {false, true}) {
            String text = oneLine ? unit.toString().replace('\n', ' ') : unit.toString();
            reader.read(text);
            for (int length : LENGTHS) {
                String long_ = text.repeat(length / text.length() + 1).substring(0, length);
                long start = CPU.getCurrentThreadCpuTime();
                Reading reading = reader.read(long_);
                long nanos = CPU.getCurrentThreadCpuTime() - start;
                System.out.printf(
                        Locale.ROOT,
                        "%s %,d characters: %,d ms, %d ns a character, %d places, heap %d MB%n",
                        oneLine ? "one line" : "lines",
                        length,
                        nanos / 1_000_000,
                        nanos / length,
                        reading.places().size(),
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20);
            }
        }
    }
}
