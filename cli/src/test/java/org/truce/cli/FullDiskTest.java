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
