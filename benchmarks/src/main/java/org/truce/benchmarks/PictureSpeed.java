package org.truce.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.picture.OpenRecord;
import org.truce.picture.Picture;
import org.truce.picture.View;
import org.truce.publication.feed.RegisterFeed;

/**
 * How fast and how large the picture of a record of many observations is, beside PostgreSQL with PostGIS that holds the
 * same and is asked the same in the same run; every answer is compared.
 *
 * <p>Run with {@code benchmarks/run picture [--entries N] [--long] [--pages N] [--dir DIRECTORY] [--keep]}: N observations, by default
 * 1,000,000; with {@code --long} 10,000,000. A record that {@code --keep} left in the directory is used again.
 */
public final class PictureSpeed {
    private static final int RUNS = 5;
    private static final int ASKED = 9;
    private static final double METRES = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Path home;
    private final Path work;
    private final long entries;
    private final int pages;
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final ObservationSource source = new ObservationSource(20201110);
    private final StringBuilder log = new StringBuilder();
    private final List<Measured> rows = new ArrayList<>();
    private final List<Measured> registers = new ArrayList<>();

    private PictureSpeed(Path home, Path work, long entries, int pages) {
        this.home = home;
        this.work = work;
        this.entries = entries;
        this.pages = pages;
    }

    /** Measures, and writes its section of {@code docs/benchmarks.md} and the raw log. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("truce.home", ".")).toAbsolutePath();
        List<String> words = List.of(args);
        long entries = words.contains("--long")
                ? 10_000_000
                : Long.parseLong(RecordSpeed.after(words, "--entries", "1000000"));
        int pages = Integer.parseInt(RecordSpeed.after(words, "--pages", "100"));
        Path parent = Path.of(RecordSpeed.after(
                words, "--dir", home.resolve("benchmarks/target").toString()));
        Path work = Files.createDirectories(parent.resolve("picture-benchmark")); // its own: it is emptied
        try {
            new PictureSpeed(home, work, entries, pages).run();
        } finally {
            if (!words.contains("--keep")) {
                RecordFigures.delete(work);
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        note(String.format(Locale.ROOT, "load before: %.1f", load));
        PictureRecord record = new PictureRecord(home, work, source, this::note);
        Path directory = record.make(entries);
        apply();
        build(directory);
        restart(directory);
        questions(directory, record.before());
        for (String name : RegisterFeed.ALL.keySet()) {
            register(directory, name);
        }
        write();
    }

    private void note(String line) {
        log.append(line).append('\n');
        System.err.println(line);
    }

    /** Parsed entries into a picture, and the same with their reading. */
    private void apply() {
        long count = Math.min(entries, 200_000);
        List<Double> applied = new ArrayList<>();
        List<Double> both = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            Picture picture = new Picture();
            long parsing = 0;
            long applying = 0;
            for (long from = 0; from < count; from += 10_000) {
                List<byte[]> bytes = new ArrayList<>();
                for (long number = from; number < Math.min(count, from + 10_000); number++) {
                    bytes.add(source.entry(number));
                }
                long start = System.nanoTime();
                List<Entry> parsed = bytes.stream().map(PictureSpeed::parse).toList();
                long middle = System.nanoTime();
                for (Entry entry : parsed) {
                    picture.apply(picture.size(), entry.stated(), entry);
                }
                applying += System.nanoTime() - middle;
                parsing += middle - start;
            }
            if (run > 0) { // the first warms the machine
                applied.add(count / (applying / 1e9));
                both.add(count / ((applying + parsing) / 1e9));
                note("applied " + applied.getLast() + " /s, with reading " + both.getLast() + " /s");
            }
        }
        rows.add(Measured.atLeast("entries applied to the picture, once they are read", "/s", applied, 200_000));
        rows.add(Measured.noted("the same with reading them strictly, one thread", "/s", both));
    }

    private static Entry parse(byte[] bytes) {
        if (EntryJson.read(bytes) instanceof EntryJson.Result.Read(Entry entry)) {
            return entry;
        }
        throw new IllegalStateException("no entry");
    }

    /** Without its cache, which is made by the way; then what it weighs. */
    private void build(Path directory) throws IOException {
        RecordFigures.delete(directory.resolve("cache"));
        long empty = used();
        long start = System.nanoTime();
        try (OpenRecord open = OpenRecord.of(directory)) {
            double seconds = (System.nanoTime() - start) / 1e9;
            double bytes = (double) (used() - empty) / entries;
            note("made in " + seconds + " s, " + bytes + " bytes an observation, file "
                    + (double) Files.size(directory.resolve("cache/picture-v1")) / entries);
            rows.add(new Measured("heap of an open record, for each observation", "bytes", List.of(bytes), 200));
            rows.add(Measured.noted(
                    "a picture made anew from its record, columns stored",
                    "/s",
                    List.of(open.picture().size() / seconds)));
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void restart(Path directory) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i <= RUNS; i++) {
            long start = System.nanoTime();
            child(List.of("restart", directory.toString()), PATIENCE);
            if (i > 0) {
                seconds.add((System.nanoTime() - start) / 1e9);
                note("restart: " + seconds.getLast() + " s");
            }
        }
        rows.add(new Measured("restart: a new process to its first answered count", "s", seconds, 2));
    }

    /** What a process of its own prints; empty where it fails or takes too long. */
    private Optional<List<String>> child(List<String> words, Duration patience)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m",
                "-cp",
                System.getProperty("java.class.path"),
                PictureAsk.class.getName()));
        command.addAll(words);
        Path out = work.resolve("child.out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(patience)) {
            process.destroyForcibly().waitFor();
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(out);
        if (process.exitValue() != 0) {
            note(words + " failed: " + lines.stream().limit(3).toList());
            return Optional.empty();
        }
        return Optional.of(lines);
    }

    private void questions(Path directory, long first) throws IOException, InterruptedException {
        Optional<Postgis> rival = Postgis.start();
        try (OpenRecord open = OpenRecord.of(directory)) {
            if (rival.isEmpty()) {
                note("PostgreSQL is not installed: the picture is measured alone");
            } else {
                note("PostgreSQL loaded and indexed in " + rival.get().load(source, first, entries) + " s");
            }
            near(open, first, rival);
            daily(open, first, rival);
        } finally {
            rival.ifPresent(Postgis::close);
        }
    }

    private void near(OpenRecord open, long first, Optional<Postgis> rival) throws IOException, InterruptedException {
        long known = first + entries * 8 / 10;
        Instant last = ObservationSource.began(source.fact(entries * 8 / 10));
        long days = Math.max(15, Duration.between(ObservationSource.START, last).toDays());
        SplittableRandom random = new SplittableRandom(7);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            Instant since = ObservationSource.START.plus(Duration.ofDays(random.nextLong(days - 14)));
            Instant until = since.plus(Duration.ofDays(14));
            Point centre = GEOMETRY.createPoint(new Coordinate(
                    random.nextDouble(ObservationSource.WEST, ObservationSource.EAST),
                    random.nextDouble(ObservationSource.SOUTH, ObservationSource.NORTH)));
            Map<String, Double> sums = new TreeMap<>();
            List<Double> millis = new ArrayList<>();
            for (int turn = 0; turn < 400; turn++) {
                long start = System.nanoTime();
                View view = open.picture().at(until, known, Audience.Group.MISSION);
                var counted = view.observed(since, until, centre, METRES);
                millis.add((System.nanoTime() - start) / 1e6);
                sums.clear();
                counted.forEach((type, sum) -> sums.put(code(Body.wire(type)), sum));
            }
            ours.add(median(millis.subList(200, 400)));
            if (rival.isPresent()) {
                Postgis.Answer answer = rival.get().near(since, until, centre.getX(), centre.getY(), METRES, known, 7);
                same(Postgis.sums(answer), sums, since + " near " + centre);
                theirs.add(median(answer.millis()));
                ratios.add(theirs.getLast() / ours.getLast());
            }
            note("near: " + ours.getLast() + " ms, rival " + theirs + ", " + sums);
        }
        compare("count by class, 14 days and 20 km, as known at 80 %", ours, theirs, ratios);
    }

    private void daily(OpenRecord open, long first, Optional<Postgis> rival) throws IOException, InterruptedException {
        long known = first + entries * 8 / 10;
        LocalDate end =
                LocalDate.ofInstant(ObservationSource.began(source.fact(entries * 8 / 10)), ObservationSource.ZONE);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LocalDate to = end.minusDays(20L * i);
            LocalDate from = to.minusYears(1);
            // The sample has observations of its own before that, which PostgreSQL was not given.
            LocalDate own = LocalDate.ofInstant(ObservationSource.START, ObservationSource.ZONE);
            from = from.isBefore(own) ? own : from;
            Map<String, Double> sums = new TreeMap<>();
            List<Double> millis = new ArrayList<>();
            for (int turn = 0; turn < 40; turn++) {
                long start = System.nanoTime();
                View view = open.picture().at(Instant.MAX, known, Audience.Group.MISSION);
                var counted = view.observedDaily(from, to);
                millis.add((System.nanoTime() - start) / 1e6);
                sums.clear();
                counted.forEach((day, classes) ->
                        classes.forEach((type, sum) -> sums.put(day + "|" + code(Body.wire(type)), sum)));
            }
            ours.add(median(millis.subList(20, 40)));
            if (rival.isPresent()) {
                Postgis.Answer answer = rival.get().daily(from, to, known, 5);
                same(Postgis.sums(answer), sums, from + "/" + to);
                theirs.add(median(answer.millis()));
                ratios.add(theirs.getLast() / ours.getLast());
            }
            note("daily: " + ours.getLast() + " ms, rival " + theirs + ", " + sums.size() + " sums");
        }
        compare(
                entries < 2_500_000
                        ? "daily counts by class of all days (less than a year), as known at 80 %"
                        : "daily counts by class of one year, as known at 80 %",
                ours,
                theirs,
                ratios);
    }

    private void compare(String what, List<Double> ours, List<Double> theirs, List<Double> ratios) {
        rows.add(Measured.noted(what, "ms", ours));
        if (!theirs.isEmpty()) {
            rows.add(new Measured("PostgreSQL with PostGIS, the same question and answer", "ms", theirs, Double.NaN));
            rows.add(Measured.atLeast("how many times faster", "×", ratios, 50));
        }
    }

    private static String code(String type) {
        return Integer.toString(ObservationSource.CLASSES.indexOf(type));
    }

    private static void same(Map<String, Double> theirs, Map<String, Double> ours, String question) {
        if (!theirs.equals(ours)) {
            throw new IllegalStateException(question + ": " + ours + ", PostgreSQL says " + theirs);
        }
    }

    private static double median(List<Double> values) {
        return Measured.noted("", "", values).median();
    }

    /** The first answer apart: what a register remembers from one question to the next it does not know then. */
    private void register(Path directory, String name) throws IOException, InterruptedException {
        Optional<List<String>> lines =
                child(List.of("register", directory.toString(), name, Integer.toString(pages)), PATIENCE);
        if (lines.isEmpty()) {
            note("register " + name + ": no " + pages + " pages within " + PATIENCE);
            registers.add(new Measured("`" + name + "`", "ms", List.of(Double.POSITIVE_INFINITY), 20));
            return;
        }
        double[] millis = lines.get().stream().mapToDouble(Double::parseDouble).toArray();
        double first = millis[0];
        double[] later = Arrays.copyOfRange(millis, pages / 4, pages);
        Arrays.sort(later);
        double p99 = later[(int) (later.length * 0.99)];
        double median = later[later.length / 2];
        note(String.format(
                Locale.ROOT, "register %s: first %.1f ms, median %.2f ms, p99 %.2f ms", name, first, median, p99));
        registers.add(new Measured("`" + name + "`", "ms", List.of(first, median, p99), 20));
    }

    private void write() throws IOException {
        Path raw = home.resolve("benchmarks/results/picture.log");
        Files.createDirectories(raw.getParent());
        Files.writeString(raw, Machine.line() + "\n" + log);
        StringBuilder table = new StringBuilder("\n" + Machine.line() + ". Command: `benchmarks/run picture"
                + (entries == 10_000_000 ? " --long" : "") + "`, with at most "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB of heap. Raw log: "
                + "[picture.log](../benchmarks/results/picture.log). "
                + String.format(
                        Locale.ROOT,
                        "%,d observations beside the sample exercise; load of the machine before it began: %.1f.%n%n",
                        entries,
                        load)
                + "| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> table.append(row.row()).append('\n'));
        table.append(
                "\nThe first page of each register, 200 rows as JSON, each time of another instant, without HTTP: what"
                        + " the first question of a process costs, and the median and 99 of 100 of the later ones ("
                        + (pages - pages / 4)
                        + ").\n\n| register | first | median | p99 | aim | |\n|---|---|---|---|---|---|\n");
        registers.forEach(register -> table.append(row(register)));
        Document.replace(home.resolve("docs/benchmarks.md"), "The picture", table.toString());
        System.out.print(table);
    }

    private String row(Measured register) {
        double p99 = register.values().getLast();
        return Double.isInfinite(p99)
                ? "| " + register.what() + " | | | | ≤ 20 ms | **not reached**: no " + pages + " pages in "
                        + PATIENCE.toSeconds() + " s |\n"
                : String.format(
                        Locale.ROOT,
                        "| %s | %.1f ms | %.2f ms | %.2f ms | ≤ 20 ms | %s |%n",
                        register.what(),
                        register.values().getFirst(),
                        register.values().get(1),
                        p99,
                        p99 <= 20 ? "reached" : "**not reached**");
    }
}
