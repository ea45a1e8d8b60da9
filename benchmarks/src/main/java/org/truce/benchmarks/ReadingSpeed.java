package org.truce.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.truce.reading.Reader;
import org.truce.reading.theatre.Theatre;

/**
 * How fast the reader is, how large, how soon ready, and how its time grows with a text; beside HeidelTime, which finds
 * dates alone, and CoreNLP, which finds names and dates in English, on the same reports.
 *
 * <p>Run with {@code benchmarks/run reading}.
 */
public final class ReadingSpeed {
    private static final int STARTS = 11;
    private static final int[] KILOBYTES = {10, 100, 1_000, 10_000};
    private static final int GROWTH_RUNS = 5;
    private static final int RIVAL_REPORTS = 240;
    private static final List<String> NEEDS =
            List.of("truce-model", "jackson", "jsoup", "jspecify", "jts", "icu4j", "GeographicLib");

    private final Path home;
    private final Path work;
    private final StringBuilder log = new StringBuilder();
    private final List<Measured> rows = new ArrayList<>();
    private final StringBuilder growth = new StringBuilder("\n| one text of | read in | a second |\n|---|---|---|\n");

    private ReadingSpeed(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /** Measures, and writes its section of {@code docs/benchmarks.md} and the raw log. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        Path home = Path.of(System.getProperty("truce.home", ".")).toAbsolutePath();
        Path work = Files.createTempDirectory(Files.createDirectories(home.resolve("benchmarks/target")), "reading");
        try {
            new ReadingSpeed(home, work).run();
        } finally {
            RecordFigures.delete(work);
        }
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
        log.append("load before: ").append(load).append('\n');
        throughput();
        rivals();
        growth();
        size();
        ready();
        write(load);
    }

    private void throughput() throws RunnerException {
        List<Double> perSecond = new ArrayList<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(ReadingBenchmark.class.getSimpleName())
                        .jvmArgsAppend("-Dtruce.home=" + home)
                        .build())
                .run()) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                perSecond.add(fork.getPrimaryResult().getScore());
            }
        }
        note("reports a second, by fork: " + perSecond);
        rows.add(Measured.atLeast(
                "reports of 2 kB, all layers, three languages in turn, one thread", "/s", perSecond, 2_000));
    }

    private void rivals() throws IOException, InterruptedException {
        ReportSource source = new ReportSource(home, "karabakh", 20201110);
        Path reports = Files.createDirectories(work.resolve("reports"));
        for (String lang : List.of("ar", "ru", "en")) {
            for (int i = 0; i < RIVAL_REPORTS / 3; i++) {
                String name = String.format(Locale.ROOT, "%03d.%s.txt", i, lang);
                Files.writeString(reports.resolve(name), source.inLanguage(lang, ReadingBenchmark.BYTES));
            }
        }
        rival("HeidelTime 2.2.1, dates alone", "HeidelTimeRival.java", "2g", reports);
        rival("CoreNLP 4.5.10, names and dates alone", "CoreNlpRival.java", "4g", reports);
    }

    private void rival(String what, String file, String heap, Path reports) throws IOException, InterruptedException {
        Path jars = home.resolve("benchmarks/target/rivals");
        if (!Files.isDirectory(jars)) {
            note(what + ": could not be had");
            return;
        }
        Process process = new ProcessBuilder(
                        java(),
                        "-XX:+UseSerialGC",
                        "-Xmx" + heap,
                        "-cp",
                        jars + "/*",
                        home.resolve("benchmarks/rivals").resolve(file).toString(),
                        reports.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exit = process.waitFor();
        note(what + ", exit " + exit + ": " + printed.replace('\n', ' '));
        for (String line : printed.lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words.length == 2) {
                rows.add(new Measured(
                        what + ", " + words[0], "/s", List.of(Double.valueOf(words[1])), Double.NaN, true));
            }
        }
    }

    private void growth() throws IOException {
        Reader reader = Reader.forTheatre(Theatre.named("karabakh"));
        ReportSource source = new ReportSource(home, "karabakh", 7);
        for (int i = 0; i < 3_000; i++) {
            reader.read(source.next(i, ReadingBenchmark.BYTES));
        }
        for (int kilobytes : KILOBYTES) {
            List<Double> seconds = new ArrayList<>();
            int bytes = kilobytes * 1_000;
            for (int i = 0; i < GROWTH_RUNS; i++) {
                String text = source.next(2, bytes);
                long start = System.nanoTime();
                reader.read(text);
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            note(kilobytes + " kB: " + seconds);
            double median = new Measured("", "", seconds, Double.NaN).median();
            growth.append(String.format(
                    Locale.ROOT, "| %,d kB | %.4f s | %.2f MB |%n", kilobytes, median, bytes / 1e6 / median));
        }
    }

    private void size() throws IOException {
        double own = 0;
        double all = 0;
        try (Stream<Path> jars = Files.list(home.resolve("cli/target/truce/lib"))) {
            for (Path jar : jars.toList()) {
                String name = String.valueOf(jar.getFileName());
                double megabytes = Files.size(jar) / 1e6;
                own += name.startsWith("truce-reading") ? megabytes : 0;
                all += name.startsWith("truce-reading") || NEEDS.stream().anyMatch(name::startsWith) ? megabytes : 0;
            }
        }
        rows.add(new Measured("the library with its lexicons and theatres", "MB", List.of(own), 5));
        rows.add(Measured.noted("the same with the libraries that it uses", "MB", List.of(all)));
    }

    private void ready() throws IOException, InterruptedException {
        Path report = work.resolve("reports/000.en.txt");
        Path jar = work.resolve("ready.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream in = Ready.class.getResourceAsStream("Ready.class")) {
            if (in == null) {
                throw new IllegalStateException("Ready.class is not there");
            }
            out.putNextEntry(new JarEntry("org/truce/benchmarks/Ready.class"));
            in.transferTo(out);
            out.closeEntry();
        }
        String path = libraries() + ':' + jar;
        Path cache = work.resolve("ready.aot");
        start(List.of("-XX:AOTCacheOutput=" + cache, "-cp", path, Ready.class.getName(), report.toString()), 1);
        List<Double> with = start(
                List.of(
                        "-XX:AOTCache=" + cache,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        Ready.class.getName(),
                        report.toString()),
                STARTS);
        List<Double> without = start(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        path,
                        Ready.class.getName(),
                        report.toString()),
                STARTS);
        rows.add(new Measured("a fresh JVM to its end with one report read, AOT cache", "ms", with, 150));
        rows.add(new Measured("the same without the cache", "ms", without, 150));
        rows.add(new Measured("a bare `java -version`", "ms", start(List.of("-version"), STARTS), Double.NaN));
    }

    private String libraries() throws IOException {
        try (Stream<Path> jars = Files.list(home.resolve("cli/target/truce/lib"))) {
            return String.join(
                    ":",
                    jars.map(Path::toString)
                            .filter(f -> f.contains("truce-reading")
                                    || NEEDS.stream().anyMatch(f::contains))
                            .sorted()
                            .toList());
        }
    }

    private List<Double> start(List<String> arguments, int runs) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments);
        List<Double> out = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            int exit = process.waitFor();
            out.add((System.nanoTime() - start) / 1e6);
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
        }
        note(String.join(" ", arguments).replace(home + "/", "./") + ": " + out);
        return out;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private void note(String line) {
        log.append(line).append('\n');
        System.out.println(line);
    }

    private void write(double load) throws IOException {
        Path raw = Files.createDirectories(home.resolve("benchmarks/results")).resolve("reading.log");
        Files.writeString(raw, Machine.line() + "\n" + log);
        StringBuilder text = new StringBuilder("\n" + Machine.line() + ". Command: `benchmarks/run reading`. Raw log: "
                + "[reading.log](../benchmarks/results/reading.log). Reports are composed from labelled ones by seeded"
                + " chance, no two alike, of 2,000 bytes in UTF-8.");
        text.append(String.format(Locale.ROOT, " Load of the machine before it began: %.1f.%n%n", load));
        text.append("| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row.row()).append('\n'));
        Document.replace(home.resolve("docs/benchmarks.md"), "The reader", text.toString() + growth);
        System.out.print(text.toString() + growth);
    }
}
