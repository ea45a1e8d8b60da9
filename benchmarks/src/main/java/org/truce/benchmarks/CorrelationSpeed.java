package org.truce.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.truce.assessment.correlation.Apart;
import org.truce.assessment.correlation.BCubed;
import org.truce.assessment.correlation.Correlator;
import org.truce.assessment.correlation.Found;
import org.truce.assessment.correlation.Rules;
import org.truce.assessment.correlation.Sighting;
import org.truce.quality.assessment.LinkQuality;
import org.truce.simulation.ceasefire.Ceasefire;
import org.truce.simulation.ceasefire.Day;
import org.truce.simulation.ceasefire.Scenario;
import org.truce.simulation.ceasefire.Told;

/**
 * How fast sightings are put together to incidents, on one core, beside {@code ST_ClusterDBSCAN} of PostGIS on the same
 * points. The ceasefire is invented day by day while it is measured; only the correlation is timed, and nothing is held.
 * What is told is by the processor's time of the one thread that correlates; the log has the clock's too.
 *
 * <p>Run with {@code benchmarks/run correlation [--long]}: 100,000 and 1,000,000 observations, with {@code --long} 10,000,000
 * too.
 */
public final class CorrelationSpeed {
    private static final int RUNS = 3;
    private static final int RIVAL = 77_000;
    private static final double AIM = 200_000;
    private static final long SEED = 20_260_101;
    private static final double METRES = 1000;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private final Path home;
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final StringBuilder log = new StringBuilder();
    private final List<Measured> rows = new ArrayList<>();

    private CorrelationSpeed(Path home) {
        this.home = home;
    }

    /** Measures, and writes its section of {@code docs/benchmarks.md} and the raw log. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("truce.home", ".")).toAbsolutePath();
        new CorrelationSpeed(home).run(List.of(args).contains("--long"));
    }

    private void note(String line) {
        log.append(line).append('\n');
        System.err.println(line);
    }

    private void run(boolean complete) throws IOException, InterruptedException {
        note(String.format(Locale.ROOT, "load before: %.1f; seed %d", load, SEED));
        speed("five-a-day", Rules.LIKELY.online(), 100_000); // warms up; told in the log
        for (int count : complete ? new int[] {100_000, 1_000_000, 10_000_000} : new int[] {100_000, 1_000_000}) {
            measure("five-a-day", Rules.LIKELY.online(), count, "association as reports come in, 5 incidents a day");
        }
        measure("twenty-a-day", Rules.LIKELY.online(), 1_000_000, "the same, 20 incidents a day");
        measure("five-a-day", Rules.LIKELY, 1_000_000, "with each day looked at again, 5 incidents a day");
        measure("twenty-a-day", Rules.LIKELY, 1_000_000, "with each day looked at again, 20 incidents a day");
        rival();
        write(complete);
    }

    private void measure(String scenario, Rules rules, int count, String what) {
        List<Double> rates = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            rates.add(speed(scenario, rules, count));
        }
        rows.add(Measured.atLeast(
                String.format(Locale.ROOT, "%,d observations: %s", count, what), "a second", rates, AIM));
    }

    private double speed(String scenario, Rules rules, int count) {
        Ceasefire ceasefire = new Ceasefire(Scenario.named(scenario), 100_000_000, SEED);
        long[] found = new long[1];
        Correlator correlator = new Correlator(rules, new Apart(), false, _ -> found[0]++);
        long nanos = 0;
        long wall = 0;
        while (correlator.sightings() < count) {
            List<Sighting> today =
                    ceasefire.next().told().stream().map(LinkQuality::sighting).toList();
            long began = System.nanoTime();
            long start = PROCESSOR.getCurrentThreadCpuTime();
            today.forEach(correlator::add);
            nanos += PROCESSOR.getCurrentThreadCpuTime() - start;
            wall += System.nanoTime() - began;
        }
        long start = PROCESSOR.getCurrentThreadCpuTime();
        correlator.finish();
        nanos += PROCESSOR.getCurrentThreadCpuTime() - start;
        double rate = correlator.sightings() * 1e9 / nanos;
        Runtime runtime = Runtime.getRuntime();
        note(String.format(
                Locale.ROOT,
                "%s refined %s: %d sightings, %d incidents, %d for an analyst, %.3f s of the processor, %.3f s of the clock, %.0f a second, %d MiB in use",
                scenario,
                rules.refine(),
                correlator.sightings(),
                found[0],
                correlator.queued(),
                nanos / 1e9,
                wall / 1e9,
                rate,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20));
        return rate;
    }

    /** The same points, by the day and a kilometre, in PostGIS; and how right both are. */
    private void rival() throws IOException, InterruptedException {
        List<Told> told = new ArrayList<>();
        Ceasefire ceasefire = new Ceasefire(Scenario.named("five-a-day"), 100_000_000, SEED);
        while (told.size() < RIVAL) {
            Day day = ceasefire.next();
            told.addAll(day.told());
        }
        List<Sighting> sightings = told.stream().map(LinkQuality::sighting).toList();
        Map<Long, Long> truth = new HashMap<>();
        told.forEach(one -> truth.put(one.id(), one.incident() >= 0 ? one.incident() : -2 - one.id()));
        List<Double> ours = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            found.clear();
            Correlator correlator = new Correlator(Rules.LIKELY, new Apart(), false, found::add);
            long start = System.nanoTime();
            sightings.forEach(correlator::add);
            correlator.finish();
            ours.add((System.nanoTime() - start) / 1e6);
        }
        double right =
                BCubed.of(found.stream().map(Found::members).toList(), truth).f1();
        rows.add(Measured.noted(
                String.format(
                        Locale.ROOT,
                        "%,d observations put together, each day looked at again; B³ F1 %.2f",
                        told.size(),
                        right),
                "ms",
                ours));
        note("ours: " + ours + " ms, f1 " + right);
        Optional<Postgis> started = Postgis.start();
        if (started.isEmpty()) {
            note("PostgreSQL with PostGIS is not installed: no rival was measured");
            return;
        }
        try (Postgis postgis = started.get()) {
            Postgis.Answer answer = postgis.clusters(sightings, METRES, RUNS);
            Map<String, List<Long>> groups = new HashMap<>();
            for (String row : answer.rows()) {
                int bar = row.indexOf('|');
                groups.computeIfAbsent(row.substring(bar + 1), _ -> new ArrayList<>())
                        .add(Long.valueOf(row.substring(0, bar)));
            }
            double theirs = BCubed.of(groups.values(), truth).f1();
            rows.add(new Measured(
                    String.format(
                            Locale.ROOT,
                            "PostGIS ST_ClusterDBSCAN of the same, by day and %.0f m; B³ F1 %.2f",
                            METRES,
                            theirs),
                    "ms",
                    answer.millis(),
                    Double.NaN));
            note("ST_ClusterDBSCAN: " + answer.millis() + " ms, f1 " + theirs);
        }
    }

    private void write(boolean complete) throws IOException {
        Path raw = home.resolve("benchmarks/results/correlation.log");
        Files.createDirectories(raw.getParent());
        Files.writeString(raw, Machine.line() + "\n" + log);
        StringBuilder table = new StringBuilder("\n" + Machine.line() + ". Command: `benchmarks/run correlation"
                + (complete ? " --long" : "")
                + "`, by the processor's time of one thread (PostGIS: by the clock), with at most "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB of heap. Raw log: [correlation.log](../benchmarks/results/correlation.log). "
                + String.format(Locale.ROOT, "Load of the machine before it began: %.1f.%n%n", load)
                + "| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> table.append(row.row()).append('\n'));
        Document.replace(home.resolve("docs/benchmarks.md"), "Correlation", table.toString());
        System.out.print(table);
    }
}
