package org.truce.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 rows leave the server in every form with 64 MB of heap to spare and no more. */
class StreamingTest {
    private static final int ROOM_MB = 64;

    @Test
    void aLargeListTakesNoMoreRoomThanASmallOne(@TempDir Path dir) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:+UseSerialGC",
                        // The young part is within the room, not beside it.
                        "-XX:NewSize=20m",
                        "-XX:MaxNewSize=20m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Streaming.class.getName(),
                        dir.toString(),
                        Integer.toString(ROOM_MB))
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        System.out.println(out);
        List<String> lines = out.lines().filter(line -> line.startsWith("/")).toList();
        assertEquals(5, lines.size(), out);
        assertTrue(lines.get(0).startsWith("/returns?format=ndjson 100000 "), out);
        assertTrue(lines.get(1).startsWith("/returns?format=csv 100001 "), out);
        for (String line : lines.subList(2, 5)) {
            // Each row is a few hundred bytes: the whole answer is larger than the room that it was given.
            assertTrue(Long.parseLong(line.split(" ", -1)[1]) > 30_000_000L, out);
        }
    }
}
