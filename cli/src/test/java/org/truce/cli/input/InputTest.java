package org.truce.cli.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.model.Problem;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.json.EntryJson;

class InputTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path work = Path.of("");

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final EntryFiles files = new EntryFiles(
            new Defaults(Author.parse("me:analyst"), Audience.Group.MISSION, NOW), problems::add, warnings::add);

    private static String good(int n) {
        String kind = "{\"id\":\"01932f4e-8c00-7000-8000-00000000000" + n + "\",\"kind\":\"ActorNamed\",\"v\":1,"
                + "\"author\":{\"actor\":\"somebody\"},\"stated\":\"2020-12-1" + n + "T10:00:00Z\","
                + "\"audience\":\"public\",\"body\":{\"actor\":\"a" + n + "\",\"type\":\"state\","
                + "\"name\":{\"en\":\"A\"}}}";
        assertTrue(EntryJson.readStrict(kind.getBytes(StandardCharsets.UTF_8)) instanceof EntryJson.Result.Read);
        return kind;
    }

    private final List<UUID> ids = new ArrayList<>();

    private List<Found> find(String name, byte[] bytes) throws IOException {
        Path file = work.resolve(name);
        Files.write(file, bytes);
        List<Found> found = new ArrayList<>();
        files.find(file, (one, entry) -> {
            found.add(one);
            ids.add(entry.id());
        });
        return found;
    }

    private List<Found> find(String name, String text) throws IOException {
        return find(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    @Test
    void oneBadLineCostsNothingElse() throws IOException {
        List<Found> found = find("a.jsonl", good(1) + "\n{\"id\":\n\n" + good(2) + "\r\n" + good(3));
        assertEquals(List.of(1L, 4L, 5L), found.stream().map(Found::line).toList());
        assertEquals(List.of("bad-json"), codes());
        assertTrue(problems.getFirst().place().endsWith("a.jsonl:2"), problems.toString());
    }

    @Test
    void aGoodLineKeepsItsAuthorsBytes() throws IOException {
        String second = good(2).replace(",", " ,");
        List<Found> found = find("a.jsonl", "\uFEFF" + good(1) + "\r\n" + second + "\n");
        try (RandomAccessFile file =
                new RandomAccessFile(work.resolve("a.jsonl").toFile(), "r")) {
            assertArrayEquals(good(1).getBytes(StandardCharsets.UTF_8), files.read(found.get(0), file));
            assertArrayEquals(second.getBytes(StandardCharsets.UTF_8), files.read(found.get(1), file));
        }
    }

    @Test
    void whatIsLeftOutIsFilledAndTheSameTextIsTheSameEntry() throws IOException {
        String bare = "{\"kind\":\"ActorNamed\",\"body\":{\"actor\":\"a\",\"type\":\"state\",\"name\":{\"en\":\"A\"}}}";
        Found once = find("a.jsonl", bare).getFirst();
        find("b.json", bare + "\n");
        find("c.json", bare.replace("\"A\"", "\"B\""));
        assertEquals(ids.get(0), ids.get(1));
        assertNotEquals(ids.get(0), ids.get(2));
        assertEquals(NOW, once.stated());
        try (RandomAccessFile file =
                new RandomAccessFile(work.resolve("a.jsonl").toFile(), "r")) {
            String content = new String(files.read(once, file), StandardCharsets.UTF_8);
            assertTrue(content.contains("\"author\":{\"actor\":\"me\",\"role\":\"analyst\"}"), content);
            assertTrue(content.contains("\"audience\":\"mission\""), content);
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void everyProblemOfALineIsTold() throws IOException {
        find("a.json", good(1).replace("\"state\"", "\"planet\"").replace("{\"en\":\"A\"}", "7"));
        assertEquals(List.of("unknown-word", "wrong-type"), codes());
        assertTrue(problems.getFirst().place().endsWith("a.json:/body/type"), problems.toString());
    }

    @Test
    void emptyBinaryAndWronglyEncodedFilesHaveTheirOwnSentences() throws IOException {
        find("empty.jsonl", "");
        find("blank.json", "  \n");
        find("binary.jsonl", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0});
        find(
                "cp1251.jsonl",
                good(1).replace("\"A\"", "\"Ш\"").getBytes(java.nio.charset.Charset.forName("windows-1251")));
        find("utf16.jsonl", good(1).getBytes(StandardCharsets.UTF_16));
        find("array.json", "[" + good(1) + "]");
        find("truncated.json", good(1).substring(0, 90));
        assertEquals(
                List.of("empty-file", "empty-file", "bad-json", "not-utf8", "not-utf8", "no-entry", "bad-json"),
                codes());
    }

    @Test
    void aLineWithoutEndNeedsNoMemory() throws IOException {
        byte[] huge = new byte[3 * EntryJson.MAX_BYTES];
        java.util.Arrays.fill(huge, (byte) 'x');
        find("huge.jsonl", huge);
        find("huge.json", huge);
        assertEquals(List.of("too-large", "too-large"), codes());
    }

    @Test
    void aPersonWhoCouldBeIdentifiedIsWarnedOf() throws IOException {
        assertEquals(
                1,
                find("a.jsonl", good(1).replace("\"A\"", "\"Name: Ani S.\\nDate of birth: 1.2.1985\""))
                        .size());
        assertEquals(
                List.of("personal-data"), warnings.stream().map(Problem::code).toList());
        assertEquals(List.of(), problems);
    }

    @Test
    void idsAreOfVersionSevenAndFollowFromTheirParts() {
        UUID id = Ids.of(NOW, "a", "b");
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(id, Ids.of(NOW, "a", "b"));
        assertNotEquals(id, Ids.of(NOW, "ab", ""));
        assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
        assertEquals(0, Ids.of(null, "a").getMostSignificantBits() >>> 16);
    }
}
