package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.record.store.StoreName;

/** Whatever is done to a record's files outside its cache is found, and named. */
@org.junit.jupiter.api.Tag("slow")
class DamageTest {
    @TempDir
    Path home;

    private Field field() {
        return new Field(home);
    }

    /** Partial tiles of three checkpoints, two stores, an attachment and a destroyed content. */
    private Field small() throws IOException {
        Field field = field();
        UUID secret = field.id();
        try (TruceRecord record = field.create()) {
            record.append(List.of(
                    field.attached(field.id(), Field.MISSION, "file".getBytes(StandardCharsets.UTF_8)),
                    Candidate.of(field.concern(secret, Field.MISSION, "a name"))));
            record.publish();
            record.append(List.of(field.destroying(secret)));
            field.rotate(record, 1);
            record.append(List.of(field.concern(Field.PUBLIC, "after")));
        }
        assertEquals(List.of(), field.verify().problems());
        return field;
    }

    private List<Path> files(Field field) throws IOException {
        try (Stream<Path> files = Files.walk(field.dir)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> !field.dir.relativize(it).startsWith("cache"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aChangedByteAtEveryPositionIsFound() throws IOException {
        Field field = small();
        SplittableRandom random = new SplittableRandom(7);
        List<String> missed = new ArrayList<>();
        int positions = 0;
        for (Path file : files(field)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i++) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) random.nextInt(1, 256);
                Files.write(file, changed);
                if (field.verify().isRight()) {
                    missed.add(file + "@" + i);
                }
                positions++;
            }
            Files.write(file, bytes);
        }
        assertEquals(List.of(), missed);
        assertTrue(positions > 2_000, positions + " positions");
        assertEquals(List.of(), field.verify().problems());
    }

    /** A thousand entries of every audience, files attached, a destruction, and the partial tiles of ten sizes. */
    private Field thousand() throws IOException {
        Field field = field();
        UUID secret = field.id();
        try (TruceRecord record = field.create()) {
            record.append(List.of(
                    Candidate.of(field.concern(secret, Field.MISSION, "a name")),
                    field.attached(field.id(), Field.MISSION, "file".getBytes(StandardCharsets.UTF_8)),
                    field.attached(field.id(), Field.PUBLIC, "file".getBytes(StandardCharsets.UTF_8), new byte[100])));
            for (int i = 0; i < 9; i++) {
                record.append(field.many(i < 8 ? 111 : 108));
                record.publish();
            }
            record.append(List.of(field.destroying(secret)));
        }
        Verification whole = field.verify();
        assertEquals(List.of(), whole.problems());
        assertEquals(1_000, whole.present() + whole.destroyed());
        return field;
    }

    /** Every position with {@code -Dtruce.long=true}, which takes an hour; otherwise some hundred of them. */
    @Test
    void aChangedByteAnywhereInARecordOfAThousandIsFoundAndNamed() throws Exception {
        Field field = thousand();
        long stride = Boolean.getBoolean("truce.long") ? 1 : 997;
        int workers = Math.min(4, Runtime.getRuntime().availableProcessors());
        List<String> missed = Collections.synchronizedList(new ArrayList<>());
        AtomicLong positions = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                Field mine = new Field(home.resolve("copy" + worker));
                copy(
                        field.home.resolve("record"),
                        Files.createDirectories(mine.home).resolve("record"));
                long first = worker * stride;
                all.add(threads.submit(() -> positions.addAndGet(changeEvery(mine, first, workers * stride, missed))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(List.of(), missed);
        assertTrue(positions.get() > 300_000 / stride, positions + " positions");
        System.out.println(positions + " changed bytes in a record of 1,000 entries, all found and named");
    }

    /** Changes every n-th byte of a record, one after the other; returns how many. */
    private long changeEvery(Field field, long first, long stride, List<String> missed) throws IOException {
        SplittableRandom random = new SplittableRandom(first);
        long next = first;
        long before = 0;
        long positions = 0;
        for (Path file : files(field)) {
            long length = Files.size(file);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                for (; next < before + length; next += stride) {
                    bytes.seek(next - before);
                    int was = bytes.read();
                    bytes.seek(next - before);
                    bytes.write(was ^ random.nextInt(1, 256));
                    check(field, file, "@" + (next - before), missed);
                    bytes.seek(next - before);
                    bytes.write(was);
                    positions++;
                }
            }
            before += length;
        }
        assertEquals(List.of(), field.verify().problems());
        return positions;
    }

    @Test
    void aFileThatIsCutLengthenedEmptiedOrMissingIsFoundAndNamed() throws IOException {
        Field field = small();
        List<String> missed = new ArrayList<>();
        for (Path file : files(field)) {
            byte[] bytes = Files.readAllBytes(file);
            for (byte[] other : List.of(
                    Arrays.copyOf(bytes, bytes.length - 1), Arrays.copyOf(bytes, bytes.length + 1), new byte[0])) {
                Files.write(file, other);
                expect(field, file, missed);
            }
            Files.delete(file);
            expect(field, file, missed);
            Files.write(file, bytes);
        }
        assertEquals(List.of(), missed);
    }

    /** A file that ends anywhere before its end; every byte with {@code -Dtruce.long=true}, otherwise one in 23. */
    @Test
    void aFileCutAtAnyByteIsFoundAndNamedAndOpeningItTellsOfIt() throws IOException {
        Field field = small();
        int stride = Boolean.getBoolean("truce.long") ? 1 : 23;
        List<String> missed = new ArrayList<>();
        int cuts = 0;
        for (Path file : files(field)) {
            byte[] bytes = Files.readAllBytes(file);
            for (int cut = cuts % stride; cut < bytes.length; cut += stride) {
                Files.write(file, Arrays.copyOf(bytes, cut));
                check(field, file, " cut at " + cut, missed);
                open(field, file + " cut at " + cut);
                cuts++;
            }
            Files.write(file, bytes);
        }
        assertEquals(List.of(), missed);
        assertTrue(cuts > 3_500 / stride, cuts + " cuts");
        assertEquals(List.of(), field.verify().problems());
    }

    /** Either it opens and what it shows is right, or it says what is wrong. */
    private static void open(Field field, String when) {
        try (TruceRecord record = field.read()) {
            record.forEach(0, record.size(), Field.MISSION, it -> assertTrue(it.index() < 5, when));
        } catch (org.truce.model.ProblemException e) {
            assertTrue(!e.problem().sentence().isEmpty(), when);
        } catch (IOException e) {
            throw new AssertionError(when, e);
        }
    }

    private static void expect(Field field, Path file, List<String> missed) throws IOException {
        check(field, file, "", missed);
    }

    private static void check(Field field, Path file, String where, List<String> missed) throws IOException {
        Verification verification = field.verify();
        String name = field.dir.relativize(file).toString();
        String store = name.startsWith("contents/") ? name.substring(0, name.indexOf('/', 9)) : name;
        boolean named = verification.problems().stream()
                .anyMatch(it -> name.startsWith(it.place())
                        || it.place().startsWith(store)
                        || it.place().equals(file.toString())
                        || it.place().equals(field.dir.toString())
                        || it.sentence().contains(name));
        if (verification.isRight() || !named) {
            missed.add(name + where + ": " + verification.problems());
        }
    }

    @Test
    void foreignSwappedAndStaleFilesAreFound() throws IOException {
        Field field = field();
        Path stale = home.resolve("stale");
        try (TruceRecord record = field.create()) {
            record.append(field.many(600));
            record.publish();
            copy(field.dir, stale);
            record.append(field.many(600));
        }
        assertEquals(List.of(), field.verify().problems());
        List<Path> files = files(field);
        List<String> missed = new ArrayList<>();
        for (Path file : files) {
            for (Path other : files) {
                boolean same = file.getFileName().equals(other.getFileName()) && !file.equals(other);
                if (same && !Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(other))) {
                    tryInstead(field, file, Files.readAllBytes(other), missed);
                }
            }
            Path old = stale.resolve(field.dir.relativize(file));
            if (Files.exists(old) && !Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(old))) {
                tryInstead(field, file, Files.readAllBytes(old), missed);
            }
        }
        assertEquals(List.of(), missed);
        Files.writeString(field.dir.resolve("tile/0/999"), "x");
        assertEquals("unexpected-file", field.verify().problems().getFirst().code());
        Files.delete(field.dir.resolve("tile/0/999"));
        Files.writeString(Files.createDirectory(field.dir.resolve("notes")).resolve("a.txt"), "x");
        assertEquals("unexpected-file", field.verify().problems().getFirst().code());
    }

    private static void tryInstead(Field field, Path file, byte[] other, List<String> missed) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, other);
        if (field.verify().isRight()) {
            missed.add(file.toString());
        }
        Files.write(file, bytes);
    }

    @Test
    void anOldStoreInANewRecordIsFound() throws IOException {
        Field field = field();
        Path stale = home.resolve("stale");
        try (TruceRecord record = field.create()) {
            record.append(field.many(20));
            record.publish();
            copy(field.dir, stale);
            record.append(field.many(20));
        }
        Path store = field.dir.resolve("contents/" + StoreName.MISSION);
        TruceRecordTest.delete(store);
        copy(stale.resolve("contents/" + StoreName.MISSION), store);
        assertTrue(field.verify().found() > 0);
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void theCacheMayBeDamagedOrDeletedAtWill() throws IOException {
        Field field = field();
        try (TruceRecord record = field.create()) {
            record.append(field.many(9000));
        }
        Path cache = field.dir.resolve("cache/rows-v1");
        byte[] bytes = Files.readAllBytes(cache);
        UUID known = field.id();
        try (TruceRecord record = field.write()) {
            record.append(List.of(Candidate.of(field.concern(known, Field.PUBLIC, "later"))));
        }
        for (int at : new int[] {0, 9, 20, 60, 127, 200, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(cache, changed);
            try (TruceRecord record = field.read()) {
                assertEquals(9000, record.byId(known).orElseThrow());
                assertEquals(9001, record.sizeRecordedBy(Field.START.plusSeconds(100_000_000)));
            }
        }
        TruceRecordTest.delete(field.dir.resolve("cache"));
        try (TruceRecord record = field.read()) {
            assertEquals(9000, record.byId(known).orElseThrow());
        }
        assertEquals(List.of(), field.verify().problems());
    }
}
