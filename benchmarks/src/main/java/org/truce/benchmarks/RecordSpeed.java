package org.truce.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.truce.record.TruceRecord;

/**
 * How fast the record is, with entries of 600 bytes that are strictly checked and durable when they are acknowledged;
 * beside it a bare file that is written and synced, SQLite and PostgreSQL, in turns within one run.
 *
 * <p>Run with {@code benchmarks/run record [--entries N] [--long] [--dir DIRECTORY]}: N entries in the large record, by
 * default 1,000,000; with {@code --long} it grows to 10,000,000.
 */
public final class RecordSpeed {
    private static final int ROUNDS = 5;
    private static final int CALLERS = 64;
    private static final double SECONDS = 2;
    private static final int TURNS = 8;
    private static final long FILL = 200_000;
    /** Long enough for several publications, so that none is left to be done after the clock was stopped. */
    private static final long STRETCH = 100_000;
    /** The size for which the aim of opening was set. */
    private static final long OPENED = 1_000_000;

    private final Path home;
    private final Path work;
    private final long entries;
    private final RecordFigures figures;
    private final StringBuilder log = new StringBuilder();
    private final List<Measured> rows = new ArrayList<>();
    private final List<String> growth = new ArrayList<>();
    private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    private final SplittableRandom random = new SplittableRandom(20201110);
    /** Entries of the large record so far. */
    private long held;

    private RecordSpeed(Path home, Path work, long entries) throws IOException {
        this.home = home;
        this.work = work;
        this.entries = entries;
        this.figures = new RecordFigures(work);
    }

    /** Measures, and writes its section of {@code docs/benchmarks.md} and the raw log. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("truce.home", ".")).toAbsolutePath();
        List<String> words = List.of(args);
        long entries = words.contains("--long") ? 10_000_000 : Long.parseLong(after(words, "--entries", "1000000"));
        Path parent =
                Path.of(after(words, "--dir", home.resolve("benchmarks/target").toString()));
        Path work = Files.createTempDirectory(Files.createDirectories(parent), "record");
        try {
            new RecordSpeed(home, work, entries).run();
        } finally {
            RecordFigures.delete(work);
        }
    }

    /** The word behind an option; another where it is not there. */
    static String after(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? otherwise : words.get(at + 1);
    }

    private void run() throws IOException, InterruptedException {
        note(String.format(Locale.ROOT, "load before: %.1f", load));
        rows.add(rival("SHA-256 of 600 bytes, one thread", "/s", repeat("sha256", () -> RecordFigures.sha256(1))));
        try (Rivals rivals = new Rivals(work.resolve("rivals"))) {
            oneCaller(rivals);
            together(rivals);
            bulk(rivals);
        }
        large();
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(RecordSpeed::peak)
                .sum();
        note("heap: peak " + (heap >> 20) + " MiB of at most "
                + (Runtime.getRuntime().maxMemory() >> 20));
        write();
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage().getUsed();
    }

    /** One measurement. */
    private interface Figure {
        double measure() throws IOException, InterruptedException;
    }

    private List<Double> repeat(String what, Figure figure) throws IOException, InterruptedException {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            once(what, values, figure);
        }
        return values;
    }

    private void once(String what, List<Double> into, Figure figure) throws IOException, InterruptedException {
        settle();
        into.add(figure.measure());
        note(what + ": " + into.getLast());
    }

    private void note(String line) {
        log.append(line).append('\n');
        System.err.println(line);
    }

    private static Measured rival(String what, String unit, List<Double> values) {
        return Measured.atLeast(what, unit, values, Double.NaN);
    }

    private void oneCaller(Rivals rivals) throws IOException, InterruptedException {
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> sqlite = new ArrayList<>();
        List<Double> postgres = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        try (TruceRecord record = figures.create("one")) {
            RecordFigures.oneCaller(record, 1, 2 * SECONDS);
            figures.bareSync(SECONDS / 2);
            for (int i = 0; i < ROUNDS; i++) {
                double[] both = inTurns(record, 100L * (i + 1));
                once("bare write and sync", bare, () -> both[0]);
                once("one caller", ours, () -> both[1]);
                shares.add(ours.getLast() / bare.getLast());
                if (rivals.sqlite()) {
                    once("SQLite, one caller", sqlite, () -> rivals.sqlite(4_000, 1));
                }
                if (rivals.postgres()) {
                    once("PostgreSQL, one caller", postgres, () -> rivals.postgresOne(4_000));
                }
            }
        }
        rows.add(Measured.atLeast("one caller, as a share of bare write and sync", "", shares, 0.6));
        rows.add(Measured.noted("one caller", "/s", ours));
        rows.add(rival("bare write and sync of the same bytes", "/s", bare));
        add("SQLite (WAL, FULL), one caller", sqlite);
        add("PostgreSQL, one caller", postgres);
    }

    /**
     * Waits until the file system has written what was left to it, for rivals as for us: otherwise each figure pays for
     * the gigabytes that were written before it.
     */
    private static void settle() throws IOException, InterruptedException {
        if (new ProcessBuilder("sync").start().waitFor() != 0) {
            throw new IOException("sync failed");
        }
    }

    /** Bare syncs and appends by turns, a quarter of a second each, so that what else the machine does meets both. */
    private double[] inTurns(TruceRecord record, long salt) throws IOException {
        double[] rates = new double[2];
        for (int turn = 0; turn < TURNS; turn++) {
            rates[0] += figures.bareSync(SECONDS / TURNS) / TURNS;
            rates[1] += RecordFigures.oneCaller(record, salt + turn, SECONDS / TURNS) / TURNS;
        }
        return rates;
    }

    private void add(String what, List<Double> values) {
        if (!values.isEmpty()) {
            rows.add(rival(what, "/s", values));
        }
    }

    private void together(Rivals rivals) throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        List<Double> lags = new ArrayList<>();
        List<Double> postgres = new ArrayList<>();
        List<Double> postgresP99 = new ArrayList<>();
        try (TruceRecord record = figures.create("together")) {
            RecordFigures.together(record, CALLERS, 1, 2 * SECONDS);
            for (int i = 0; i < ROUNDS; i++) {
                RecordFigures.Together one = RecordFigures.together(record, CALLERS, 2 + i, 2 * SECONDS);
                note("64 callers: " + one);
                rates.add(one.rate());
                p99.add(one.p99());
                lags.add(one.lag());
                if (rivals.postgres()) {
                    double[] theirs = rivals.postgresTogether(4);
                    note("PostgreSQL, 64 callers: " + theirs[0] + " /s, p99 " + theirs[1] + " ms");
                    postgres.add(theirs[0]);
                    postgresP99.add(theirs[1]);
                }
            }
        }
        rows.add(Measured.atLeast("64 callers", "/s", rates, 30_000));
        rows.add(new Measured("their acknowledgement, p99", "ms", p99, 50));
        rows.add(new Measured("checkpoint behind the last entry meanwhile, at most", "s", lags, 1));
        if (!postgres.isEmpty()) {
            rows.add(rival("PostgreSQL, 64 callers", "/s", postgres));
            rows.add(rival("their acknowledgement, p99", "ms", postgresP99));
        }
    }

    private void bulk(Rivals rivals) throws IOException, InterruptedException {
        List<Double> sqlite = new ArrayList<>();
        List<Double> postgres = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            if (rivals.sqlite()) {
                once("SQLite, 2,000 in a transaction", sqlite, () -> rivals.sqlite(100_000, 2_000));
            }
            if (rivals.postgres()) {
                once("PostgreSQL, COPY of 2,000", postgres, () -> rivals.postgresBulk(100_000));
            }
        }
        grow();
        add("SQLite (WAL, FULL), 2,000 in a transaction", sqlite);
        add("PostgreSQL, COPY of 2,000 in a transaction", postgres);
    }

    /**
     * Looks at records of each power of ten. Beside a stretch the small ones are nothing, so each of its rounds has one of
     * its own; the large one grows. None is deleted before the end: a file system that is clearing away thousands of files
     * is slow to sync others.
     */
    private void grow() throws IOException, InterruptedException {
        EntrySource source = new EntrySource(99);
        fill("warm", source, 0, 2 * FILL);
        for (long size = 10_000; size < OPENED && size < entries; size *= 10) {
            look("small", source, size);
        }
        for (long size = Math.min(OPENED, entries); size <= entries; size *= 10) {
            fill("large", source, held, size);
            held = size;
            look("large", source, size);
        }
    }

    /** Lets a record grow, which is made where it is to grow from nothing. */
    private void fill(String name, EntrySource source, long from, long to) throws IOException, InterruptedException {
        try (TruceRecord record = from == 0 ? figures.create(name) : figures.write(name)) {
            for (long next = from; next < to; next += FILL) {
                RecordFigures.bulk(record, source, next, Math.min(to, next + FILL));
                note(name + " filled to " + Math.min(to, next + FILL));
            }
        }
    }

    /** What a record does at a size: opens, takes {@link #ROUNDS} stretches of the same length, gives receipts. */
    private void look(String name, EntrySource source, long size) throws IOException, InterruptedException {
        boolean grows = name.equals("large");
        boolean last = size * 10 > entries;
        List<Double> opened = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        List<Double> published = new ArrayList<>();
        List<Double> lags = new ArrayList<>();
        List<Double> receipts = new ArrayList<>();
        long from = size;
        for (int i = 0; i < ROUNDS; i++) {
            String one = grows ? name : name + "-" + size + "-" + i;
            if (!grows) {
                fill(one, source, 0, size);
                from = size;
            }
            once("open at " + from, opened, () -> figures.open(one, true));
            try (TruceRecord record = figures.write(one)) {
                RecordFigures.Bulk bulk = RecordFigures.bulk(record, source, from, from + STRETCH);
                from += STRETCH;
                note("lists of 2,000 to " + record.size() + ": " + bulk);
                rates.add(bulk.durable());
                published.add(bulk.published());
                lags.add(bulk.lag());
                for (int r = 0; r < 1_000 / ROUNDS; r++) {
                    receipts.add(RecordFigures.receipt(record, random));
                }
            }
        }
        held = grows ? from : held;
        String of = String.format(Locale.ROOT, " of %,d", size);
        Measured receipt = new Measured("receipt of one entry" + of, "ms", receipts, 5);
        Measured append = Measured.atLeast("lists of 2,000 from one caller", "/s", rates, 100_000);
        Measured open = new Measured("open a record" + of + " with its rows in the cache", "s", opened, 1);
        growth.add(String.format(
                Locale.ROOT,
                "| %,d | %,.0f /s | %.2f ms | %.2f s |",
                size,
                append.median(),
                receipt.median(),
                open.median()));
        note(growth.getLast());
        if (size == OPENED || last) {
            rows.add(size > OPENED ? Measured.noted(open.what(), "s", opened) : open);
        }
        if (last) {
            rows.add(receipt);
            rows.add(append);
            rows.add(Measured.noted("the same until a checkpoint covers the last", "/s", published));
            rows.add(new Measured("checkpoint behind meanwhile, at most", "s", lags, 1));
        }
    }

    private void large() throws IOException, InterruptedException {
        String of = String.format(Locale.ROOT, " of %,d entries", held);
        List<Double> verified = repeat("verify", () -> figures.verify("large", held));
        List<Double> read = repeat("replay", () -> figures.replay("large", held));
        List<Double> rebuilt = repeat("rows anew", () -> held / figures.open("large", false));
        rows.add(Measured.atLeast("verify the record" + of, "/s", verified, 400_000));
        rows.add(Measured.noted("read every entry in order, as an export does", "/s", read));
        rows.add(Measured.atLeast("its rows anew, strictly read and checked", "/s", rebuilt, 120_000));
    }

    private void write() throws IOException {
        Path raw = home.resolve("benchmarks/results/record.log");
        Files.createDirectories(raw.getParent());
        Files.writeString(raw, Machine.line() + "\n" + log);
        StringBuilder table =
                new StringBuilder("\n" + Machine.line() + ". Command: `benchmarks/run record`, with at most "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB of heap. Raw log: "
                        + "[record.log](../benchmarks/results/record.log). Entries of 600 bytes, strictly checked, for four "
                        + "audiences, durable (`fdatasync`) before they are acknowledged. Before each figure `sync` "
                        + "waits for what was written before it. "
                        + String.format(Locale.ROOT, "Load of the machine before it began: %.1f.%n%n", load)
                        + "| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> table.append(row.row()).append('\n'));
        table.append(
                "\nA record that grows: at each size the median of five stretches of 100,000 entries in lists of 2,000, of"
                        + " 1,000 receipts, and of five openings.\n\n| entries | append | receipt | open |\n|---|---|---|---|\n");
        growth.forEach(line -> table.append(line).append('\n'));
        Document.replace(home.resolve("docs/benchmarks.md"), "The record", table.toString());
        System.out.print(table);
    }
}
