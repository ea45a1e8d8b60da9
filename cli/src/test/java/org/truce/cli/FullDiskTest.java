package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full: a file system in memory of two megabytes, where the machine lets us mount one. */
class FullDiskTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path work;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        Files.createDirectory(work.resolve("small"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small().toString());
        Assumptions.assumeTrue(mounted, "no right to mount a file system");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            // Lazily: files that were mapped are let go of when the collector runs.
            assertTrue(run("umount", "-l", small().toString()));
        }
    }

    @Test
    void whatDoesNotFitIsToldAndWhatWasAcknowledgedStays() throws IOException {
        Desk desk = new Desk(work);
        String r = small().resolve("r").toString();
        assertEquals(0, desk.run("new", r).code());
        int added = 0;
        Desk.Seen seen = desk.run("verify", r);
        for (int i = 0; i < 200 && seen.code() == 0; i++) {
            StringBuilder lines = new StringBuilder();
            for (int line = 0; line < 100; line++) {
                lines.append(actor(i * 100 + line)).append('\n');
            }
            seen = desk.run("add", r, desk.file("batch-" + i + ".jsonl", lines.toString()), "--as", "m");
            added += seen.code() == 0 ? 100 : 0;
        }
        assertEquals(3, seen.code(), "two megabytes must have been too little");
        assertTrue(seen.err().toLowerCase(java.util.Locale.ROOT).contains("space"), seen.err());
        Desk.Seen verified = desk.run("verify", r);
        assertEquals(0, verified.code(), verified.out() + verified.err());
        String held = verified.out().replaceAll("(?s).*right: (\\d+) entries.*", "$1");
        assertTrue(Integer.parseInt(held) >= added, held + " of " + added);

        // Room again: the same record goes on.
        assertTrue(runQuietly("mount", "-o", "remount,size=64m", small().toString()));
        assertEquals(
                0,
                desk.run("add", r, desk.file("after.jsonl", actor(999_999)), "--as", "m")
                        .code());
        assertEquals(0, desk.run("verify", r).code());
    }

    /** As a stick whose switch is set, or a disk that the kernel has set aside after an error. */
    @Test
    void aDiskThatMayOnlyBeReadIsReadAndEveryWriterSaysSo() throws IOException {
        Desk desk = new Desk(work);
        String r = small().resolve("r").toString();
        assertEquals(0, desk.run("new", r).code());
        String one = desk.file("one.jsonl", actor(1));
        assertEquals(0, desk.run("add", r, one, "--as", "m").code());
        assertTrue(runQuietly("mount", "-o", "remount,ro", small().toString()));
        assertEquals(0, desk.run("verify", r).code());
        assertEquals(1, desk.run("export", r, "--jsonl").out().lines().count());
        assertEquals(0, desk.run("show", r, "entries").code());
        assertEquals(0, desk.run("follow", r, desk.path("copy"), "--once").code());
        String copy = small().resolve("copy").toString();
        for (String[] writer : new String[][] {
            {"add", r, desk.file("two.jsonl", actor(2)), "--as", "m"},
            {"new", small().resolve("another").toString()},
            {"follow", desk.path("copy"), copy, "--once"},
            {"rotate", r, "--as", "m"}
        }) {
            Desk.Seen refused = desk.run(writer);
            assertEquals(3, refused.code(), () -> String.join(" ", writer) + ": " + refused.out() + refused.err());
            assertTrue(refused.err().contains("ead-only"), refused.err());
        }
        assertTrue(runQuietly("mount", "-o", "remount,rw", small().toString()));
        assertEquals(
                0,
                desk.run("add", r, desk.file("three.jsonl", actor(3)), "--as", "m")
                        .code());
        assertTrue(
                desk.run("verify", r).out().contains("2 entries"),
                desk.run("verify", r).out());
    }

    private Path small() {
        return work.resolve("small");
    }

    private static String actor(int n) {
        return "{'kind':'ActorNamed','basis':[{'address':'https://example.org/%d'}],'body':{'actor':'a-%d','type':'organisation','name':{'en':'Actor %d'},'aliases':[],'offices':[]}}"
                .formatted(n, n, n)
                .replace('\'', '"');
    }

    private static boolean runQuietly(String... command) {
        try {
            return run(command);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
