package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.Problem;

/**
 * A real process with {@value KilledWriter#THREADS} threads that append is killed with signal 9, again and again, at any
 * moment: while it starts and finishes what the one before it left, while it writes, while it closes. Nothing that it
 * acknowledged is lost, nothing is torn, nothing is there twice, and the same record goes on.
 *
 * <p>What a killed process wrote is still in the page cache; that it reaches the platter in time is for
 * {@link StraceTest} and {@link CrashTest}.
 */
@org.junit.jupiter.api.Tag("slow")
class KillTest {
    private static final int ROUNDS = Boolean.getBoolean("truce.long") ? 1000 : 16;
    /** A record is given up after so many rounds: reading all of it after each of a thousand would take days. */
    private static final int ROUNDS_OF_A_RECORD = 30;

    @TempDir
    Path home;

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Map<String, Long> figures = new java.util.TreeMap<>();

    private void count(String what, long more) {
        figures.merge(what, more, Long::sum);
    }

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        for (int round = 0; round < ROUNDS; round += ROUNDS_OF_A_RECORD) {
            Field field = new Field(home.resolve("record-" + round));
            field.create().close();
            Optional<byte[]> kept = Optional.empty();
            for (int i = 0; i < Math.min(ROUNDS_OF_A_RECORD, ROUNDS - round); i++) {
                kill(field, i);
                String when = "seed " + seed + ", round " + (round + i);
                kept = Optional.of(look(field, kept, when));
            }
            try (TruceRecord record = field.write()) {
                record.append(List.of(new KilledWriter.Name(ROUNDS_OF_A_RECORD, 0, 0, 0).candidate(field)));
            }
            check(field, "at the end of round " + round);
            Verification last = TruceRecord.verify(field.dir, kept);
            assertEquals(List.of(), last.problems());
            count("acknowledged", acknowledged(field).size());
            count("entries", last.present() + last.destroyed());
            assertTrue(Files.notExists(field.dir.resolve("lock")) && Files.notExists(field.dir.resolve("journal")));
            TruceRecordTest.delete(field.home);
        }
        System.out.println("rounds of kill -9: " + ROUNDS + " " + figures);
        assertTrue(figures.getOrDefault("killed while open", 0L) > ROUNDS / 3, figures.toString());
        assertTrue(figures.getOrDefault("acknowledged", 0L) > 20L * ROUNDS, figures.toString());
    }

    /** Starts a writer and kills it at a random moment. */
    private void kill(Field field, int round) throws IOException, InterruptedException {
        boolean closes = random.nextInt(4) == 0;
        Path said = field.home.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        field.home.toString(),
                        Integer.toString(round),
                        closes ? "500" : "60000")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(said.toFile())
                .start();
        Path log = field.home.resolve("acknowledged");
        long before = Files.exists(log) ? Files.size(log) : 0;
        int from = random.nextInt(5);
        if (from == 0) {
            Thread.sleep(random.nextInt(200, 900));
        } else {
            await(process, () -> Files.readString(said).startsWith("open"));
            if (from > 1) {
                await(process, () -> Files.size(log) > before);
            }
            Thread.sleep(random.nextInt(300));
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        boolean closed = Files.readString(said).contains("closed");
        count(closed ? "closed" : "killed", 1);
        assertTrue(process.exitValue() == 128 + 9 || closed, "it failed by itself: " + process.exitValue());
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Process process, Condition condition) throws IOException, InterruptedException {
        while (process.isAlive() && !condition.holds()) {
            Thread.sleep(2);
        }
    }

    /** Looks at what was left, in one of three ways; returns the checkpoint that stands then. */
    private byte[] look(Field field, Optional<byte[]> kept, String when) throws IOException {
        boolean open = Files.exists(field.dir.resolve("lock"));
        count("killed while open", open ? 1 : 0);
        check(field, when);
        Verification left = TruceRecord.verify(field.dir, kept);
        for (Problem problem : left.problems()) {
            assertEquals("journal-torn", problem.code(), when + ": " + problem);
            count("torn", 1);
        }
        count("left in the journal", left.pending());
        switch (random.nextInt(3)) {
            case 0 -> count("mended by the next process", open ? 1 : 0);
            case 1 -> {
                field.write().close();
                assertEquals(List.of(), TruceRecord.verify(field.dir, kept).problems(), when);
                check(field, when + ", opened");
            }
            default -> {
                TruceRecord.repair(field.dir, field.keys(), false, _ -> {});
                assertEquals(List.of(), TruceRecord.verify(field.dir, kept).problems(), when);
                check(field, when + ", repaired");
            }
        }
        return Files.readAllBytes(field.dir.resolve("checkpoint"));
    }

    /** What was acknowledged: the index of each id. */
    private static Map<UUID, Long> acknowledged(Field field) throws IOException {
        Map<UUID, Long> told = new HashMap<>();
        Path log = field.home.resolve("acknowledged");
        String text = Files.exists(log) ? Files.readString(log, StandardCharsets.US_ASCII) : "";
        for (String line : text.lines().toList()) {
            UUID id = UUID.fromString(line.substring(0, 36));
            assertEquals(null, told.put(id, Long.parseLong(line.substring(37))), "acknowledged twice: " + id);
        }
        return told;
    }

    private void check(Field field, String when) throws IOException {
        Map<UUID, Long> told = acknowledged(field);
        Map<KilledWriter.Name, Long> found = new HashMap<>();
        Set<KilledWriter.Name> destroyed = new HashSet<>();
        try (TruceRecord record = field.read()) {
            for (var audience : KilledWriter.AUDIENCES) {
                record.forEach(0, record.size(), audience, kept -> {
                    if (kept instanceof Kept.Present it) {
                        found.put(name(field, it, when), it.index());
                    } else if (kept instanceof Kept.Destroyed it) {
                        destroyed.add(KilledWriter.Name.of(it.id()));
                        found.put(KilledWriter.Name.of(it.id()), it.index());
                    }
                });
            }
            assertEquals(record.size(), found.size(), when + ": an entry is there twice, or not readable");
        }
        told.forEach((id, index) -> assertEquals(index, found.get(KilledWriter.Name.of(id)), when + ": lost " + id));
        for (KilledWriter.Name name : destroyed) {
            assertTrue(found.containsKey(new KilledWriter.Name(name.round(), 0, 1, 0)), when + ": nobody ordered it");
        }
        for (Map.Entry<KilledWriter.Name, Long> one : found.entrySet()) {
            KilledWriter.Name name = one.getKey();
            for (int slot = 0; slot < name.slots(); slot++) {
                var other = new KilledWriter.Name(name.round(), name.thread(), name.call(), slot);
                assertEquals(one.getValue() - name.slot() + slot, found.get(other), when + ": torn call " + name);
            }
        }
    }

    /** Whose entry it is; it must say exactly what that one says. */
    private static KilledWriter.Name name(Field field, Kept.Present kept, String when) {
        UUID id = Envelope.ofRecorded(kept.content().bytes()).orElseThrow().id();
        KilledWriter.Name name = KilledWriter.Name.of(id);
        assertEquals(id, name.id(), when);
        assertArrayEquals(
                name.candidate(field).content().bytes(), kept.content().bytes(), when);
        return name;
    }
}
