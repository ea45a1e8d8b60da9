package org.truce.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.truce.model.entry.Audience;
import org.truce.record.Candidate;
import org.truce.record.Kept;
import org.truce.record.Keys;
import org.truce.record.Outcome;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import org.truce.record.Verification;

/**
 * Measures a record in a directory of its own: each method is one measurement and says what it counts. What a record
 * must do is asserted on the way, so that nothing wrong is measured.
 */
final class RecordFigures {
    private static final int BULK = 2_000;

    private final Path home;
    private final Keys keys;

    /** Works below a directory, which is emptied. */
    RecordFigures(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        this.keys = new Keys.Directory(home.resolve("keys"));
    }

    Path directory(String name) {
        return home.resolve(name);
    }

    TruceRecord create(String name) throws IOException {
        delete(directory(name));
        delete(home.resolve("keys"));
        return TruceRecord.create(directory(name), RecordOptions.named("Benchmark"), keys, Surroundings.real());
    }

    TruceRecord write(String name) throws IOException {
        return TruceRecord.openForWriting(directory(name), keys, Surroundings.real());
    }

    /** Entries written and synced one by one to a bare file, per second. */
    double bareSync(double seconds) throws IOException {
        EntrySource entries = new EntrySource(0);
        Path file = home.resolve("bare");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - start < seconds * 1e9) {
                out.write(ByteBuffer.wrap(entries.apply(count)), count++ * EntrySource.BYTES);
                out.force(false);
            }
            return rate(count, start);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** SHA-256 of 600 bytes on one thread, per second. */
    static double sha256(double seconds) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] entry = new EntrySource(0).apply(0);
            long start = System.nanoTime();
            long count = 0;
            for (; System.nanoTime() - start < seconds * 1e9; count++) {
                digest.update(entry);
                entry[0] ^= digest.digest()[0];
            }
            return rate(count, start);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rate(long count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** Entries of one caller, each acknowledged before the next, per second. */
    static double oneCaller(TruceRecord record, long salt, double seconds) throws IOException {
        EntrySource entries = new EntrySource(salt);
        long start = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            appended(record.append(List.of(Candidate.of(entries.apply(count++)))));
        }
        return rate(count, start);
    }

    private static void appended(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (!(outcome instanceof Outcome.Appended)) {
                throw new IllegalStateException("not appended: " + outcome);
            }
        }
    }

    /**
     * What many callers reach together, one entry each at a time.
     *
     * @param rate entries a second
     * @param p99 milliseconds within which 99 of 100 are acknowledged
     * @param lag longest wait for a checkpoint, in seconds
     */
    record Together(double rate, double p99, double lag) {}

    /** Many callers at once. */
    static Together together(TruceRecord record, int callers, long salt, double seconds)
            throws IOException, InterruptedException {
        Lag lag = new Lag(record);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                EntrySource entries = new EntrySource(salt * 1000 + i);
                all.add(threads.submit(() -> call(record, entries, end)));
            }
            for (Future<long[]> one : all) {
                latencies.add(one.get());
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        long[] sorted =
                latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        double rate = rate(sorted.length, start);
        return new Together(rate, sorted[(int) (sorted.length * 0.99)] / 1e6, lag.worst());
    }

    private static long[] call(TruceRecord record, EntrySource entries, long end) throws IOException {
        long[] nanos = new long[1 << 10];
        int count = 0;
        for (long now = System.nanoTime(); now < end; count++) {
            byte[] entry = entries.apply(count);
            now = System.nanoTime();
            appended(record.append(List.of(Candidate.of(entry))));
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count] = System.nanoTime() - now;
            now += nanos[count];
        }
        return Arrays.copyOf(nanos, count);
    }

    /**
     * What one caller with long lists reaches.
     *
     * @param durable entries a second until the last was acknowledged
     * @param published entries a second until a checkpoint covered the last
     * @param lag longest wait for a checkpoint, in seconds
     */
    record Bulk(double durable, double published, double lag) {}

    /** Entries from {@code from} on, in lists of 2,000. */
    static Bulk bulk(TruceRecord record, EntrySource entries, long from, long to)
            throws IOException, InterruptedException {
        Lag lag = new Lag(record);
        long start = System.nanoTime();
        List<Candidate> list = new ArrayList<>();
        for (long i = from; i < to; i++) {
            list.add(Candidate.of(entries.apply(i)));
            if (list.size() == BULK || i + 1 == to) {
                appended(record.append(list));
                list.clear();
            }
        }
        double durable = rate(to - from, start);
        record.publish();
        return new Bulk(durable, rate(to - from, start), lag.worst());
    }

    /** Entries verified a second. */
    double verify(String name, long count) throws IOException {
        long start = System.nanoTime();
        Verification found = TruceRecord.verify(directory(name), Optional.empty());
        if (found.found() > 0 || found.present() != count) {
            throw new IllegalStateException("the record is not what was entered: " + found);
        }
        return rate(count, start);
    }

    /** Seconds to open a record and to have its rows, with the cache or, where that is deleted first, without. */
    double open(String name, boolean cached) throws IOException {
        if (!cached) {
            delete(directory(name).resolve("cache"));
        }
        long start = System.nanoTime();
        try (TruceRecord record = TruceRecord.open(directory(name))) {
            record.sizeRecordedBy(Instant.now());
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Entries read a second, in order, each by its bytes, as an export does. */
    double replay(String name, long count) throws IOException {
        long start = System.nanoTime();
        long[] read = new long[2];
        try (TruceRecord record = TruceRecord.open(directory(name))) {
            record.forEach(0, record.size(), Audience.Group.VAULT, kept -> {
                if (kept instanceof Kept.Present present) {
                    read[0]++;
                    read[1] += present.content().bytes().length;
                }
            });
        }
        if (read[0] != count || read[1] != count * EntrySource.BYTES) {
            throw new IllegalStateException(read[0] + " entries of " + read[1] + " bytes");
        }
        return rate(count, start);
    }

    /** Milliseconds for a receipt of some entry. */
    static double receipt(TruceRecord record, SplittableRandom random) throws IOException {
        long index = random.nextLong(record.size());
        long start = System.nanoTime();
        record.receipt(index, Audience.Group.MISSION);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Deletes a directory with all that is in it. */
    static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(file);
                }
            }
        }
    }
}
