package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.theatre.Theatre;

/** One report of two kilobytes read, all layers on, another one each time, the three languages in turn; one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 5,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m"})
public class ReadingBenchmark {
    /** Bytes of a report in UTF-8. */
    static final int BYTES = 2_000;

    private static final String THEATRE = "karabakh";

    /** More than are read in one iteration. */
    private static final int REPORTS = 12_000;

    private final String[] reports = new String[REPORTS];
    private final Reader reader = Reader.forTheatre(Theatre.named(THEATRE));
    private int next;
    private long seed;

    /** New reports for each iteration. */
    @Setup(Level.Iteration)
    public void compose() throws IOException {
        ReportSource source = new ReportSource(Path.of(System.getProperty("truce.home", ".")), THEATRE, seed++);
        for (int i = 0; i < REPORTS; i++) {
            reports[i] = source.next(i, BYTES);
        }
        next = 0;
    }

    /** Reads the next report. */
    @Benchmark
    public Reading read() {
        if (next == REPORTS) {
            next = 0;
        }
        return reader.read(reports[next++]);
    }
}
