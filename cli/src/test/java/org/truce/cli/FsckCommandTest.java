package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code truce fsck} says what it does, does it, and ends with what is left. */
class FsckCommandTest {
    private static final String ACTOR =
            "{'kind':'ActorNamed','basis':[{'address':'https://example.org/1'}],'body':{'actor':'a-1','type':'organisation','name':{'en':'One'},'aliases':[],'offices':[]}}"
                    .replace('\'', '"');

    @Test
    void itShowsThenMendsAndNamesWhatItCannot(@TempDir Path work) throws IOException {
        Desk desk = new Desk(work);
        String record = desk.path("r");
        assertEquals(0, desk.run("new", record).code());
        assertEquals(
                0,
                desk.run("add", record, desk.file("a.jsonl", ACTOR), "--as", "m")
                        .code());
        Path tile = work.resolve("r/tile/0/000.p/1");
        byte[] bytes = Files.readAllBytes(tile);
        Files.delete(tile);
        Files.createFile(work.resolve("r/lock"));

        Desk.Seen shown = desk.run("fsck", record, "--dry-run");
        assertEquals(0, shown.code(), shown.err());
        List<String> lines = shown.out().lines().toList();
        assertTrue(lines.get(0).startsWith("would mend: tile/0/000.p/1: "), shown.out());
        assertTrue(lines.get(1).startsWith("would mend: lock: "), shown.out());
        assertTrue(lines.get(2).startsWith("would be right: 1 entries, "), shown.out());
        assertFalse(Files.exists(tile));
        assertEquals(1, desk.run("verify", record).code());

        Desk.Seen mended = desk.run("fsck", record);
        assertEquals(shown.out().replace("would mend", "mended").replace("would be right", "right"), mended.out());
        assertEquals(0, mended.code());
        assertArrayEquals(bytes, Files.readAllBytes(tile));
        assertEquals(0, desk.run("verify", record).code());

        Files.writeString(work.resolve("r/contents/mission/entries/000.p/1"), "x");
        Desk.Seen left = desk.run("fsck", record);
        assertEquals(1, left.code());
        assertTrue(left.codes().contains("damaged-contents"), left.err());
        assertTrue(left.out().startsWith("WRONG: "), left.out());
        assertEquals(List.of("no-record"), desk.run("fsck", desk.path("none")).codes());
    }
}
