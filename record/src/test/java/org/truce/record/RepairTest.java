package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.Problem;
import org.truce.model.ProblemException;

/** What the rest of a record tells is written anew, byte by byte as it was; nothing else is touched. */
@org.junit.jupiter.api.Tag("slow")
class RepairTest {
    @TempDir
    Path home;

    private final List<Mended> mended = new ArrayList<>();

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 4;
        return changed;
    }

    private static byte[] middle(byte[] bytes) {
        return changed(bytes, bytes.length / 2);
    }

    /** Emptied, cut, lengthened, changed. */
    static List<byte[]> damages(byte[] bytes) {
        return List.of(
                new byte[0],
                Arrays.copyOf(bytes, bytes.length - 1),
                Arrays.copyOf(bytes, bytes.length + 1),
                changed(bytes, 0),
                middle(bytes));
    }

    /** Two full ranges and a part of one, partial tiles of three sizes, one file attached for two audiences. */
    private Field small() throws IOException {
        Field field = new Field(home);
        byte[] file = "file".getBytes(StandardCharsets.UTF_8);
        try (TruceRecord record = field.create()) {
            record.append(field.many(520));
            record.publish();
            record.append(List.of(
                    field.attached(field.id(), Field.MISSION, file), field.attached(field.id(), Field.PUBLIC, file)));
            record.publish();
            record.append(field.many(28));
        }
        assertEquals(List.of(), field.verify().problems());
        return field;
    }

    private Verification repair(Field field, boolean dry) throws IOException {
        mended.clear();
        return TruceRecord.repair(field.dir, new Keys.Directory(home.resolve("no keys")), dry, mended::add);
    }

    private List<String> names() {
        return mended.stream().map(Mended::place).toList();
    }

    static Map<String, byte[]> files(Path dir) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(dir.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static void same(Map<String, byte[]> expected, Map<String, byte[]> found, String when) {
        assertEquals(expected.keySet(), found.keySet(), when);
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), when + ": " + name));
    }

    /** Shows first and changes nothing; then mends, and all is as it was. Returns what was mended. */
    private List<String> mends(Field field, Map<String, byte[]> whole, String when) throws IOException {
        Map<String, byte[]> damaged = files(field.dir);
        assertFalse(field.verify().isRight() && damaged.keySet().equals(whole.keySet()), when);
        Verification shown = repair(field, true);
        List<Mended> planned = List.copyOf(mended);
        same(damaged, files(field.dir), when + ", dry");
        assertEquals(List.of(), shown.problems(), when + ", dry");
        assertEquals(List.of(), repair(field, false).problems(), when);
        assertEquals(planned, mended, when);
        same(whole, files(field.dir), when);
        List<String> names = names();
        assertTrue(repair(field, false).isRight() && mended.isEmpty(), when + ", again");
        return names;
    }

    @Test
    void everyTileAndEveryEntryBundleIsWrittenAnewAsItWas() throws IOException {
        Field field = small();
        Map<String, byte[]> whole = files(field.dir);
        int tiles = 0;
        for (Map.Entry<String, byte[]> one : whole.entrySet()) {
            Path file = field.dir.resolve(one.getKey());
            if (one.getKey().startsWith("tile/")) {
                for (byte[] damaged : damages(one.getValue())) {
                    Files.write(file, damaged);
                    assertEquals(List.of(one.getKey()), mends(field, whole, one.getKey()));
                }
                Files.delete(file);
                mends(field, whole, one.getKey());
                tiles++;
            }
        }
        assertTrue(tiles >= 11, tiles + " tiles");
    }

    @Test
    void theWholeTreeIsWrittenAnewFromTheContents() throws IOException {
        Field field = small();
        Map<String, byte[]> whole = files(field.dir);
        for (Map.Entry<String, byte[]> one : whole.entrySet()) {
            if (one.getKey().startsWith("tile/")) {
                Files.delete(field.dir.resolve(one.getKey()));
            }
        }
        mends(field, whole, "no tile at all");
    }

    @Test
    void aLeafWhoseContentIsDestroyedCannotBeFoundButItsTileServesTheOthers() throws IOException {
        Field field = new Field(home);
        UUID secret = field.id();
        try (TruceRecord record = field.create()) {
            record.append(List.of(Candidate.of(field.concern(secret, Field.MISSION, "a name"))));
            record.append(field.many(599));
            record.append(List.of(field.destroying(secret)));
        }
        Map<String, byte[]> whole = files(field.dir);
        Files.delete(field.dir.resolve("tile/0/000"));
        mends(field, whole, "the tile alone");
        Files.delete(field.dir.resolve("tile/entries/000"));
        Files.delete(field.dir.resolve("tile/0/001"));
        Verification left = repair(field, false);
        assertEquals(List.of("tile/0/001"), names());
        assertEquals(List.of("missing-file"), codes(left));
        assertEquals("tile/entries/000", left.problems().getFirst().place());
        Files.delete(field.dir.resolve("tile/0/000"));
        assertFalse(repair(field, false).isRight());
        assertEquals(List.of(), names());
    }

    private static List<String> codes(Verification found) {
        return found.problems().stream().map(Problem::code).toList();
    }

    @Test
    void theListOfPartialTilesIsSignedAnewWhereTheKeyIs() throws IOException {
        Field field = small();
        Map<String, byte[]> whole = files(field.dir);
        Path partials = field.dir.resolve("partials.550");
        Files.write(partials, changed(Files.readAllBytes(partials), 30));
        Files.delete(field.dir.resolve("tile/0/002.p/10"));
        Verification without = repair(field, false);
        assertEquals("damaged-file", codes(without).getFirst());
        assertEquals("key-missing", codes(without).getLast());
        assertEquals(List.of("tile/0/002.p/10"), names());
        Files.delete(partials);
        mended.clear();
        assertEquals(
                List.of(),
                TruceRecord.repair(field.dir, field.keys(), false, mended::add).problems());
        assertEquals(List.of("partials.550"), names());
        same(whole, files(field.dir), "signed");
    }

    @Test
    void anAttachmentIsCopiedFromAnotherStoreThatHoldsIt() throws IOException {
        Field field = small();
        Map<String, byte[]> whole = files(field.dir);
        String name = whole.keySet().stream()
                .filter(it -> it.startsWith("contents/mission/attachments/"))
                .findFirst()
                .orElseThrow();
        Files.delete(field.dir.resolve(name));
        mends(field, whole, "missing");
        Files.writeString(field.dir.resolve(name), "fi1e");
        mends(field, whole, "changed");
    }

    @Test
    void whatAKilledWriterLeftIsTakenAwayAndWhatItAcknowledgedIsNot() throws IOException {
        Field field = small();
        Map<String, byte[]> whole = files(field.dir);
        for (String left : List.of(
                "lock",
                "checkpoint.tmp",
                "contents/public/entries/000.tmp",
                "contents/public/head.3",
                "partials.520",
                "cache/rows1.spill",
                "tile/0/002.p/9",
                "tile/entries/000.tmp")) {
            Path file = field.dir.resolve(left);
            Files.createDirectories(file.resolveSibling("."));
            Files.createFile(file);
            assertEquals(List.of(left), mends(field, whole, left));
        }
        Files.createFile(field.dir.resolve("lock"));
        List<Long> ends = CrashTest.journal(field, 550);
        Path segment = field.dir.resolve("journal/" + "0".repeat(16) + "550");
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 7));
        Verification after = repair(field, false);
        assertEquals(List.of(), after.problems());
        assertEquals(2, after.pending());
        assertEquals(List.of("journal/" + segment.getFileName(), "lock"), names());
        assertEquals(ends.get(1), Files.size(segment));
        field.write().close();
        try (TruceRecord record = field.read()) {
            assertEquals(552, record.size());
        }
    }

    @Test
    void aJournalThatIsPublishedGoesEvenWhereItIsDamaged() throws IOException {
        Field field = small();
        Map<String, byte[]> whole = files(field.dir);
        CrashTest.journal(field, 540);
        mends(field, whole, "stale");
        CrashTest.journal(field, 540);
        Path first = field.dir.resolve("journal/" + "0".repeat(16) + "540");
        Files.write(first, changed(Files.readAllBytes(first), 40));
        CrashTest.journal(field, 543);
        mends(field, whole, "stale and damaged");
    }

    @Test
    void aJournalThatIsDamagedBeforeItsEndIsNotTouched() throws IOException {
        Field field = small();
        CrashTest.journal(field, 550);
        Path segment = field.dir.resolve("journal/" + "0".repeat(16) + "550");
        Files.write(segment, changed(Files.readAllBytes(segment), 40));
        Map<String, byte[]> before = files(field.dir);
        assertEquals(List.of("journal-damaged"), codes(repair(field, false)));
        assertEquals(List.of(), mended);
        same(before, files(field.dir), "untouched");
    }

    @Test
    void nothingIsTakenAwayWhileAnythingElseIsWrongOrMayBelongToANewerCheckpoint() throws IOException {
        Field field = small();
        Path content = field.dir.resolve("contents/public/entries/000");
        byte[] bytes = Files.readAllBytes(content);
        Files.write(content, middle(bytes));
        Files.createFile(field.dir.resolve("partials.3"));
        Map<String, byte[]> before = files(field.dir);
        assertFalse(repair(field, true).isRight());
        assertFalse(repair(field, false).isRight());
        assertEquals(List.of(), mended);
        same(before, files(field.dir), "content");

        Files.write(content, bytes);
        byte[] old = Files.readAllBytes(field.dir.resolve("checkpoint"));
        assertTrue(repair(field, false).isRight());
        try (TruceRecord record = field.write()) {
            record.append(field.many(300));
        }
        Files.write(field.dir.resolve("checkpoint"), old);
        before = files(field.dir);
        assertFalse(repair(field, false).isRight());
        Map<String, byte[]> after = files(field.dir);
        assertTrue(after.keySet().containsAll(before.keySet()), "a newer file was deleted");
    }

    @Test
    void theCacheIsDeletedWhereItDoesNotFit() throws IOException {
        Field field = new Field(home);
        try (TruceRecord record = field.create()) {
            record.append(field.many(4_100));
        }
        assertTrue(repair(field, false).isRight() && mended.isEmpty());
        Path cache = field.dir.resolve("cache/rows-v1");
        Files.write(cache, middle(Files.readAllBytes(cache)));
        assertTrue(repair(field, true).isRight() && Files.exists(cache));
        assertTrue(repair(field, false).isRight() && !Files.exists(cache));
        assertEquals(List.of("cache/rows-v1"), names());
    }

    @Test
    void nobodyMendsWhatAnotherWritesTo() throws IOException {
        Field field = small();
        try (TruceRecord record = field.write()) {
            for (boolean dry : new boolean[] {true, false}) {
                ProblemException refused = assertThrows(ProblemException.class, () -> repair(field, dry));
                assertEquals("second-writer", refused.problem().code());
            }
            record.append(field.many(1));
        }
        assertTrue(field.verify().isRight());
    }

    @Test
    void aRecordWithoutItsCheckpointOrItsKeyIsNamedAndLeftAlone() throws IOException {
        for (String name : List.of("checkpoint", "vkey", "record")) {
            Field field = new Field(home.resolve(name));
            field.create().close();
            Files.delete(field.dir.resolve(name));
            Files.createFile(field.dir.resolve("checkpoint.tmp"));
            assertEquals(1, repair(field, false).found());
            assertEquals(List.of(), mended);
            assertEquals(Optional.empty(), repair(field, true).checkpoint());
        }
    }
}
