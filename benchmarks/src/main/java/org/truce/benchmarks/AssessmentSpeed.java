package org.truce.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import org.truce.assessment.detection.Calibrator;
import org.truce.assessment.detection.Daily;
import org.truce.assessment.detection.Family;
import org.truce.assessment.detection.Hawkes;
import org.truce.assessment.detection.States;
import org.truce.assessment.rate.Draws;

/**
 * How fast the assessment's arithmetic is: detectors of 50 zones and ten classes over ten years, from nothing, from states
 * that were kept, and a day further; the calibration of 50 zones; and the fit of a self-exciting process beside the sum
 * over all pairs. Invented series with seeds.
 *
 * <p>Run with {@code benchmarks/run assessment}.
 */
public final class AssessmentSpeed {
    private static final int ZONES = 50;
    private static final int CLASSES = 10;
    private static final int DAYS = 3_650;
    private static final int PERIOD = 90;
    private static final int RUNS = 5;
    private static final int MANY = 1_000_000;

    private final StringBuilder log = new StringBuilder();
    private final List<Measured> rows = new ArrayList<>();

    private AssessmentSpeed() {}

    /** Measures, and writes its section of {@code docs/benchmarks.md} and the raw log. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        new AssessmentSpeed().run(Path.of(System.getProperty("truce.home", ".")).toAbsolutePath());
    }

    private void run(Path home) throws IOException {
        double load = java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                .getSystemLoadAverage();
        hawkes();
        detectors();
        calibration();
        String text = "\n" + Machine.line() + ". Command: `benchmarks/run assessment`. Raw log:"
                + " [assessment.log](../benchmarks/results/assessment.log). The detectors alone, without reading a record:"
                + " invented series of 50 zones and ten classes. Load of the machine before it began: "
                + String.format("%.1f", load)
                + ".\n\n| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n"
                + String.join("\n", rows.stream().map(Measured::row).toList()) + "\n";
        Files.writeString(home.resolve("benchmarks/results/assessment.log"), log);
        Document.replace(home.resolve("docs/benchmarks.md"), "The assessment", text);
    }

    private void time(String what, String unit, double each, double aim, int runs, DoubleSupplier once) {
        List<Double> values = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            long before = processor();
            double took = once.getAsDouble();
            double busy = (processor() - before) / 1e9;
            values.add(took * each);
            String line = "%s | run %d | %.4f s, of the processors %.4f s%n".formatted(what, run, took, busy);
            log.append(line);
            System.out.print(line);
        }
        rows.add(new Measured(what, unit, values, aim));
    }

    /** What the processors did for this process: on a busy machine the time that passes says little. */
    private static long processor() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime()
                : 0;
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static Family family(Daily[] series, int from, int to) {
        List<Family.Member> members = new ArrayList<>();
        for (int i = 0; i < series.length; i++) {
            members.add(new Family.Member("s" + i, series[i].part(from, to)));
        }
        return new Family(members, PERIOD);
    }

    private static Daily[] series(int count, int days) {
        Daily[] series = new Daily[count];
        for (int i = 0; i < count; i++) {
            Draws draws = Draws.of(7, i);
            int[] acts = new int[days];
            double[] exposure = new double[days];
            for (int day = 0; day < days; day++) {
                exposure[day] = .3 + .6 * draws.share();
                acts[day] = draws.count(.2 * exposure[day], 1.5);
            }
            series[i] = new Daily(acts, exposure);
        }
        return series;
    }

    private void detectors() {
        Daily[] series = series(ZONES * CLASSES, DAYS);
        time(
                "the whole history of 500 series, ten years",
                "s",
                1,
                15,
                3,
                () -> seconds(() -> {
                    for (int from = 0; from + PERIOD < DAYS; from += PERIOD) {
                        States.of(family(series, from, Math.min(DAYS, from + 2 * PERIOD)));
                    }
                }));
        int day = 60;
        Family today = family(series, DAYS - PERIOD - day, DAYS);
        Family yesterday = today.first(PERIOD + day - 1);
        byte[] kept = States.of(yesterday).bytes();
        States warm = States.read(kept, yesterday);
        if (warm == null) {
            throw new IllegalStateException("what was kept cannot be read");
        }
        time(
                "one more day of 500 series, states read back from stored bytes in memory",
                "ms",
                1000,
                1000,
                RUNS,
                () -> seconds(() -> signals(
                        java.util.Objects.requireNonNull(States.read(kept, yesterday))
                                .to(today),
                        today)));
        time(
                "one more day of 500 series, states at hand",
                "ms",
                1000,
                20,
                RUNS,
                () -> seconds(() -> signals(warm.to(today), today)));
        time(
                "the same day without states, replayed from its period's beginning",
                "ms",
                1000,
                Double.NaN,
                RUNS,
                () -> seconds(() -> signals(States.of(today), today)));
    }

    private static void signals(@org.jspecify.annotations.Nullable States states, Family family) {
        if (states == null) {
            throw new IllegalStateException("states of other days");
        }
        double sum = 0;
        for (Family.Member member : family.members()) {
            sum += states.detector(member.name()).signals().up();
        }
        if (!Double.isFinite(sum)) {
            throw new IllegalStateException("not a number");
        }
    }

    private void calibration() {
        Family family = family(series(ZONES + 1, 2 * PERIOD), 0, 2 * PERIOD);
        time(
                "calibration of 50 zones and the whole, 90 days",
                "s",
                1,
                60,
                1,
                () -> seconds(() -> Calibrator.run(
                        family, Calibrator.Settings.of(family.members().size(), 1), _ -> {})));
    }

    private void hawkes() {
        Hawkes some = events(20_000);
        some.fit();
        time("fit of a self-exciting process to 20,000 events", "s", 1, .25, RUNS, () -> seconds(some::fit));
        Hawkes many = events(MANY);
        time("fit of a self-exciting process to 1,000,000 events", "s", 1, 10, 3, () -> seconds(many::fit));
        time("its posterior on a grid, 20,000 events", "s", 1, Double.NEGATIVE_INFINITY, 3, () -> seconds(some::ratio));
        double[] times = times(20_000);
        time(
                "one likelihood by the sum over all pairs, 20,000 events",
                "s",
                1,
                Double.NaN,
                3,
                () -> seconds(() -> {
                    if (!Double.isFinite(pairs(times, .4, .6, 1))) {
                        throw new IllegalStateException("not a number");
                    }
                }));
    }

    private static double pairs(double[] times, double mu, double n, double beta) {
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            double excited = 0;
            for (int j = 0; j < i; j++) {
                excited += StrictMath.exp(-beta * (times[i] - times[j]));
            }
            sum += StrictMath.log(mu + n * beta * excited);
        }
        return sum;
    }

    private static Hawkes events(int count) {
        double[] coverage = new double[count];
        Arrays.fill(coverage, 1);
        return new Hawkes(times(count), coverage);
    }

    /** About one a day, of which six in ten follow an earlier one. */
    private static double[] times(int days) {
        Draws draws = Draws.of(9, days);
        double[] times = new double[2 * days];
        int size = draws.poisson(.4 * days);
        for (int i = 0; i < size; i++) {
            times[i] = draws.share() * days;
        }
        for (int i = 0; i < size; i++) {
            for (int j = draws.poisson(.6); j > 0 && size < times.length; j--) {
                double time = times[i] + draws.exponential();
                if (time < days) {
                    times[size++] = time;
                }
            }
        }
        double[] sorted = Arrays.copyOf(times, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
