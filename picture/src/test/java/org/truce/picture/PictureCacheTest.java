package org.truce.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.RecordKeeping.ContentDestroyed;
import org.truce.record.Candidate;
import org.truce.record.Kept;
import org.truce.record.Keys;
import org.truce.record.Outcome;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;

/** The columns in a record's cache: believed where they are of this very copy, and made anew in every other case. */
class PictureCacheTest {
    private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant VALID = START.plusSeconds(70 * 86_400L);
    private static final int SIZE = 400;

    @TempDir
    Path home;

    private Path dir;
    private Path cache;
    private String expected;
    private final ReplayTest.World world = new ReplayTest.World(5, SIZE);

    @BeforeEach
    void makeRecord() throws IOException {
        dir = home.resolve("record");
        cache = dir.resolve("cache/picture-v1");
        create("record").close();
        append(world.entries);
        Files.deleteIfExists(cache);
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            expected = answers(open);
            assertFalse(Files.exists(cache), "too few to be kept");
        }
    }

    private TruceRecord create(String name) throws IOException {
        return TruceRecord.create(home.resolve(name), RecordOptions.named(name), keys(), Surroundings.real());
    }

    private Keys keys() {
        return new Keys.Directory(home.resolve("keys"));
    }

    private void append(List<Entry> entries) throws IOException {
        try (TruceRecord record = TruceRecord.openForWriting(dir, keys(), Surroundings.real())) {
            List<Candidate> all = entries.stream()
                    .map(entry -> Candidate.of(EntryJson.write(entry)))
                    .toList();
            for (Outcome outcome : record.append(all)) {
                assertTrue(outcome instanceof Outcome.Appended, outcome::toString);
            }
        }
    }

    private OpenRecord open(long worthKeeping) throws IOException {
        return new OpenRecord(TruceRecord.open(dir), worthKeeping);
    }

    private static String answers(OpenRecord open) {
        StringBuilder all = new StringBuilder();
        for (Audience audience : List.of(Audience.Group.PUBLIC, Audience.Group.PARTIES, Audience.Group.MISSION)) {
            for (long known : new long[] {SIZE / 3, open.picture().size()}) {
                View view = open.picture().at(VALID, known, audience);
                all.append(view.all())
                        .append(view.happened(Observed.class))
                        .append(Incidents.of(view).all())
                        .append(view.observed(START, VALID, null, 0))
                        .append(view.passed(START, VALID))
                        .append(view.returned(START, VALID))
                        .append(Flags.of(view))
                        .append(new TreeMap<>(view.counts()))
                        .append(open.picture().sizeAt(VALID))
                        .append('\n');
            }
        }
        return all.toString();
    }

    @Test
    void whatWasStoredIsWhatTheRecordSays() throws IOException {
        open(1).close();
        assertTrue(Files.exists(cache));
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            assertEquals(SIZE, open.stored());
            assertEquals(expected, answers(open));
        }
    }

    @Test
    void anEntryReadAloneIsTheOneThatIsReadWithTheOthers() throws IOException {
        try (TruceRecord record = TruceRecord.open(dir)) {
            for (Audience audience : List.of(Audience.Group.PUBLIC, Audience.Group.MISSION)) {
                for (long index = 0; index < SIZE; index++) {
                    Kept whole = record.read(index, audience);
                    Kept alone = record.readAlone(index, audience);
                    assertEquals(whole.getClass(), alone.getClass());
                    if (whole instanceof Kept.Present one && alone instanceof Kept.Present other) {
                        assertEquals(one.recorded(), other.recorded());
                        assertArrayEquals(one.content().bytes(), other.content().bytes());
                    }
                }
            }
        }
    }

    @Test
    void whatIsNewerThanTheCacheIsReadBesideIt() throws IOException {
        open(1).close();
        ReplayTest.World longer = new ReplayTest.World(5, SIZE + 150); // the same, and corrections of it
        append(longer.entries.subList(SIZE, SIZE + 150));
        String whole;
        byte[] stored = Files.readAllBytes(cache);
        Files.delete(cache);
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            whole = answers(open);
            assertEquals(0, open.stored());
        }
        Files.write(cache, stored);
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            assertEquals(SIZE, open.stored());
            assertEquals(whole, answers(open));
        }
        try (OpenRecord open = open(1)) {
            assertEquals(SIZE + 150, open.stored());
        }
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            assertEquals(SIZE + 150, open.stored());
            assertEquals(whole, answers(open));
        }
    }

    @Test
    void aDamagedCacheIsFoundWhereverItIsDamagedAndMadeAnew() throws IOException {
        open(1).close();
        byte[] good = Files.readAllBytes(cache);
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 90; i++) {
            byte[] bad = good.clone();
            int at = i < 40 ? i : random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            notBelieved(bad, "changed at " + at);
        }
        for (int i = 0; i < 20; i++) {
            int length = i < 10 ? i : random.nextInt(good.length);
            notBelieved(Arrays.copyOf(good, length), "cut to " + length);
        }
        notBelieved(Arrays.copyOf(good, good.length + 1), "one byte more");
        open(1).close();
        assertEquals(SIZE, stored());
    }

    private void notBelieved(byte[] bytes, String how) throws IOException {
        Files.write(cache, bytes);
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            assertEquals(0, open.stored(), how);
            assertEquals(SIZE, open.picture().size(), how);
        }
    }

    private long stored() throws IOException {
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            return open.stored();
        }
    }

    /** A head that is whole and says something else. */
    @Test
    void aCacheOfAnotherReleaseOrStateIsMadeAnew() throws IOException {
        open(1).close();
        byte[] good = Files.readAllBytes(cache);
        for (int at : new int[] {8, 16, 20, 52}) { // magic, version, state, size
            byte[] other = good.clone();
            ByteBuffer head = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN);
            other[at] ^= 1;
            CRC32C crc = new CRC32C();
            crc.update(other, 8, head.getInt(0));
            head.putInt(4, (int) crc.getValue());
            notBelieved(other, "another head at " + at);
        }
    }

    @Test
    void theCacheOfAnotherRecordIsNotBelieved() throws IOException {
        open(1).close();
        byte[] others = Files.readAllBytes(cache);
        Path here = dir;
        dir = home.resolve("second");
        cache = dir.resolve("cache/picture-v1");
        create("second").close();
        append(world.entries.subList(0, 50));
        Files.createDirectories(cache.getParent());
        Files.write(cache, others);
        assertEquals(0, stored());
        assertFalse(here.equals(dir));
    }

    /** A store more is a copy that knows more. */
    @Test
    void aCopyThatGainsOrLosesAStoreIsReadAnew() throws IOException {
        open(1).close();
        Path contents = dir.resolve("contents");
        try (var stores = Files.list(contents)) {
            Path mission = stores.filter(store -> store.getFileName().toString().equals("mission"))
                    .findFirst()
                    .orElseThrow();
            Files.move(mission, home.resolve("away"));
        }
        try (OpenRecord open = open(Long.MAX_VALUE)) {
            assertEquals(0, open.stored());
            assertTrue(open.picture().at(VALID, SIZE, Audience.Group.MISSION).all().stream()
                    .noneMatch(held -> held.entry().audience() == Audience.Group.MISSION));
        }
    }

    @Test
    void whatIsDestroyedIsInNoCacheAndInNoPicture() throws IOException {
        open(1).close();
        Entry secret = world.entries.stream()
                .filter(entry -> entry.body() instanceof Observed && !world.isReplaced(entry.id()))
                .filter(entry -> entry.replaces() == null)
                .findFirst()
                .orElseThrow();
        try (OpenRecord beside = open(Long.MAX_VALUE)) {
            assertTrue(mission(beside, secret.id()));
            ReplayTest.World more = new ReplayTest.World(99, 1);
            append(List.of(more.entry(
                    new ContentDestroyed(secret.id(), Text.of("en", "by order")), Audience.Group.PUBLIC, null)));
            assertFalse(Files.exists(cache), "the cache went with the content");
            beside.refresh();
            assertFalse(mission(beside, secret.id()));
        }
        try (OpenRecord anew = open(1)) {
            assertFalse(mission(anew, secret.id()));
        }
        try (OpenRecord again = open(1)) {
            assertEquals(SIZE + 1, again.stored());
            assertFalse(mission(again, secret.id()));
        }
    }

    @Test
    void whatAKilledWriterLeftIsSweptAndWhatOneIsWritingIsNot() throws IOException {
        open(1).close();
        Path derived = Files.createDirectories(dir.resolve("cache/derived"));
        long nobody = 4_194_305; // above every number that Linux gives a process
        List<Path> left = List.of(
                dir.resolve("cache/picture." + nobody + ".17.tmp"),
                dir.resolve("cache/picture123.tmp"),
                derived.resolve("calibration-a." + nobody + ".17.tmp"));
        List<Path> kept = List.of(
                dir.resolve("cache/picture." + ProcessHandle.current().pid() + ".17.tmp"),
                derived.resolve("calibration-b"));
        for (Path file : left) {
            Files.writeString(file, "half");
        }
        for (Path file : kept) {
            Files.writeString(file, "whole");
        }
        open(1).close();
        left.forEach(file -> assertFalse(Files.exists(file), file.toString()));
        kept.forEach(file -> assertTrue(Files.exists(file), file.toString()));
    }

    @Test
    void whatIsDestroyedLivesOnInNoDraftAndInNothingDerived() throws IOException {
        open(1).close();
        byte[] stored = Files.readAllBytes(cache);
        Path derived = Files.createDirectories(dir.resolve("cache/derived"));
        Path draft = dir.resolve("cache/picture." + ProcessHandle.current().pid() + ".17.tmp");
        Path calibration = derived.resolve("calibration-a");
        Files.write(draft, stored);
        Files.write(calibration, stored);
        Entry secret = world.entries.stream()
                .filter(entry -> entry.body() instanceof Observed && !world.isReplaced(entry.id()))
                .filter(entry -> entry.replaces() == null)
                .findFirst()
                .orElseThrow();
        ReplayTest.World more = new ReplayTest.World(99, 1);
        append(List.of(
                more.entry(new ContentDestroyed(secret.id(), Text.of("en", "by order")), Audience.Group.PUBLIC, null)));
        assertFalse(Files.exists(draft));
        assertFalse(Files.exists(calibration));
        assertFalse(Files.exists(cache));
        // Somebody who had not read the order yet writes what he knew.
        Files.write(cache, stored);
        try (OpenRecord anew = open(Long.MAX_VALUE)) {
            assertFalse(mission(anew, secret.id()));
        }
        assertFalse(Files.exists(cache), "a cache that holds it is not kept");
    }

    private static boolean mission(OpenRecord open, UUID id) {
        View view = open.picture().at(Instant.MAX, open.picture().size(), Audience.Group.MISSION);
        Held<?> found = view.find(id);
        boolean counted = view.happened(Observed.class).stream()
                .anyMatch(held -> held.id().equals(id));
        assertEquals(found != null, counted);
        if (found == null) {
            assertNull(Incidents.of(view).find(id));
        }
        return found != null;
    }
}
