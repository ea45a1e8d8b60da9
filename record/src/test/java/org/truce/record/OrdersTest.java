package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.record.store.Disk;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.Policy;

/**
 * A power cut after any step of a writer's day, and of what was not synced by then any part on the platter, torn or
 * whole: what was acknowledged is there, the record opens, goes on, and verifies.
 */
@Tag("slow")
class OrdersTest {
    private static final boolean LONG = Boolean.getBoolean("truce.long");
    /** Which of a day's moments are tried, and how many random parts of what was not synced at each. */
    private static final int STRIDE = LONG ? 1 : 19;

    private static final int RANDOM = LONG ? 60 : 6;
    /** Entries before the day begins, so that it fills a tile. */
    private static final int BEFORE = 250;

    @TempDir
    Path home;

    /** One thing that may or may not have happened, or only by half. */
    private record Part(Object change, boolean write) {}

    /** A day of every kind of work, on a disk that remembers. */
    private static WeakDisk day(Field field, List<Candidate> acknowledged) throws IOException {
        AtomicInteger told = new AtomicInteger();
        WeakDisk disk = new WeakDisk(field.dir, told::get);
        UUID secret = field.id();
        List<List<Candidate>> batches = List.of(
                field.many(4),
                List.of(field.attached(secret, Field.MISSION, "file".getBytes(StandardCharsets.UTF_8))),
                field.many(3),
                List.of(field.destroying(secret)),
                field.many(2));
        try (TruceRecord record = TruceRecord.openForWriting(field.dir, field.keys(), field.surroundings(disk))) {
            for (List<Candidate> batch : batches) {
                record.append(batch).forEach(it -> assertInstanceOf(Outcome.Appended.class, it));
                acknowledged.addAll(batch);
                told.set(acknowledged.size());
                record.publish();
            }
            record.keep(policy(record));
            field.rotate(record, 1);
            List<Candidate> last = field.many(3);
            record.append(last);
        }
        return disk;
    }

    private static Policy policy(TruceRecord record) {
        String witness = SigningKey.of("example.org/w", VerifierKey.Use.COSIGNATURE, new byte[32])
                .verifier()
                .text();
        String text = "log " + record.identity().key() + "\nwitness w " + witness + "\nquorum w\n";
        return Policy.parse(text.getBytes(StandardCharsets.UTF_8), "policy");
    }

    @Test
    void whateverPartOfTheLastWritesIsOnThePlatter() throws Exception {
        Field field = new Field(home.resolve("day"));
        try (TruceRecord record = field.create()) {
            record.append(field.many(BEFORE));
        }
        List<Candidate> acknowledged = new ArrayList<>();
        List<WeakDisk.Moment> moments = day(field, acknowledged).moments();
        int workers = Runtime.getRuntime().availableProcessors();
        AtomicInteger tried = new AtomicInteger();
        AtomicInteger renewed = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                int first = worker;
                all.add(threads.submit(() -> {
                    Worker mine = new Worker(field, home.resolve("worker" + first), acknowledged);
                    for (int i = first * STRIDE; i < moments.size(); i += workers * STRIDE) {
                        mine.power(moments.get(i), i);
                    }
                    tried.addAndGet(mine.tried.size());
                    renewed.addAndGet(mine.renewed);
                    return mine;
                }));
            }
            for (Future<?> one : all) {
                finish(one);
            }
        }
        assertTrue(moments.size() > 300, moments.size() + " moments");
        assertTrue(tried.get() > moments.size() / STRIDE * 2, tried + " states");
        assertTrue(renewed.get() > 0 && renewed.get() < tried.get(), renewed + " with the second key");
        System.out.println(tried + " different states of the disk after " + moments.size() / STRIDE
                + " power cuts, each opened, continued and verified");
    }

    private static void finish(Future<?> one) throws Exception {
        try {
            one.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Lays out states of the disk in a directory of its own, and tries each that it has not seen. */
    private static final class Worker {
        private final Field day;
        private final Path home;
        private final List<Candidate> acknowledged;
        private final Set<Hash> tried = new HashSet<>();
        private int renewed;

        Worker(Field day, Path home, List<Candidate> acknowledged) throws IOException {
            this.day = day;
            this.home = home;
            this.acknowledged = acknowledged;
            Files.createDirectories(home);
            DamageTest.copy(day.home.resolve("keys"), home.resolve("keys"));
        }

        void power(WeakDisk.Moment moment, int number) throws IOException {
            List<Part> parts = new ArrayList<>();
            for (WeakDisk.Node node : moment.nodes().values()) {
                switch (node) {
                    case WeakDisk.Node.Content it -> it.since().forEach(one -> parts.add(new Part(one, !one.cut())));
                    case WeakDisk.Node.Directory it -> it.since().forEach(one -> parts.add(new Part(one, false)));
                }
            }
            SplittableRandom random = new SplittableRandom(number);
            tryOut(moment, new IdentityHashMap<>(), "step " + number + ", nothing unsynced is there");
            for (int i = 0; i < parts.size(); i++) {
                tryOut(moment, happened(parts, i, true), "step " + number + ", only change " + i);
                tryOut(moment, happened(parts, i, false), "step " + number + ", all but change " + i);
            }
            tryOut(moment, happened(parts, -1, false), "step " + number + ", everything");
            for (int i = 0; i < RANDOM && parts.size() > 1; i++) {
                IdentityHashMap<Object, Integer> some = new IdentityHashMap<>();
                parts.forEach(it -> some.put(it.change(), random.nextInt(3) == 0 ? random.nextInt(2) : 2));
                tryOut(moment, some, "step " + number + ", random choice " + i);
            }
        }

        /** All changes but one, which is torn where it is a write; or that one alone. */
        private static IdentityHashMap<Object, Integer> happened(List<Part> parts, int one, boolean alone) {
            IdentityHashMap<Object, Integer> happened = new IdentityHashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                int different = parts.get(i).write() ? 1 : 0;
                int much = i == one ? alone ? 2 : different : alone ? 0 : 2;
                happened.put(parts.get(i).change(), much);
            }
            return happened;
        }

        private void tryOut(WeakDisk.Moment moment, IdentityHashMap<Object, Integer> happened, String when)
                throws IOException {
            TreeMap<String, byte[]> files = new TreeMap<>();
            lay(moment, 0, "", happened, files);
            StringBuilder all = new StringBuilder().append(moment.acknowledged());
            files.forEach(
                    (name, bytes) -> all.append('\n').append(name).append(' ').append(Hash.sha256(bytes)));
            if (!tried.add(Hash.sha256(all.toString().getBytes(StandardCharsets.UTF_8)))) {
                return;
            }
            Field field = new Field(home);
            field.skip(day);
            Files.createDirectories(field.dir);
            files.forEach((name, bytes) -> put(field.dir, name, bytes));
            try {
                check(field, moment.acknowledged());
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(when + ": " + files.keySet(), e);
            } finally {
                TruceRecordTest.delete(field.dir);
            }
        }

        private static void lay(
                WeakDisk.Moment moment,
                int node,
                String name,
                IdentityHashMap<Object, Integer> happened,
                Map<String, byte[]> files) {
            switch (WeakDisk.node(moment.nodes(), node)) {
                case WeakDisk.Node.Content it ->
                    files.put(name, WeakDisk.content(it, change -> happened.getOrDefault(change, 0)));
                case WeakDisk.Node.Directory it -> {
                    if (!name.isEmpty()) {
                        files.put(name + "/", new byte[0]);
                    }
                    WeakDisk.names(it, naming -> happened.getOrDefault(naming, 0) > 0)
                            .forEach((part, child) ->
                                    lay(moment, child, name.isEmpty() ? part : name + "/" + part, happened, files));
                }
            }
        }

        /** A name that ends in a slash is a directory's. */
        private static void put(Path root, String name, byte[] bytes) {
            try {
                Path file = root.resolve(name.replaceFirst("/$", ""));
                if (name.endsWith("/")) {
                    Files.createDirectories(file);
                } else {
                    Files.write(file, bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void check(Field field, int told) throws IOException {
            List<Candidate> there = acknowledged.subList(0, told);
            try (TruceRecord record = field.read()) {
                check(record, there);
            }
            Disk quick = new Unsynced();
            try (TruceRecord record = TruceRecord.openForWriting(field.dir, field.keys(), field.surroundings(quick))) {
                check(record, there);
                assertInstanceOf(
                        Outcome.Appended.class, record.append(field.many(1)).getFirst());
                renewed += record.identity().keys().all().size() - 1;
            }
            assertEquals(Collections.emptyList(), field.verify().problems());
        }

        private static void check(TruceRecord record, List<Candidate> there) throws IOException {
            assertTrue(record.size() >= BEFORE + there.size(), record.size() + " entries");
            for (int i = 0; i < there.size(); i++) {
                Kept kept = record.read(BEFORE + i, Field.MISSION);
                if (kept instanceof Kept.Present present) {
                    assertEquals(there.get(i).content(), present.content());
                } else {
                    assertInstanceOf(Kept.Destroyed.class, kept);
                }
            }
        }
    }
}
