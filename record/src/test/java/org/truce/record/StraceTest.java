package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which a real writer asks the system to put things on the platter, as strace sees it. */
@org.junit.jupiter.api.Tag("slow")
class StraceTest {
    private static final String CALLS = "trace=openat,open,mkdir,mkdirat,write,pwrite64,writev,pwritev,ftruncate,fsync,"
            + "fdatasync,rename,renameat,renameat2,unlink,unlinkat,rmdir";

    @TempDir
    Path home;

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private SystemCalls traced(Field field, int used) throws IOException, InterruptedException {
        Path trace = home.resolve("trace");
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-y", "-s", "64", "-e", CALLS, "-e", "signal=none", "-o", trace.toString()));
        List<String> probe = new ArrayList<>(command);
        probe.add("true");
        Assumptions.assumeTrue(
                run(probe), "strace is missing or may not trace here; install it with: sudo apt install strace");
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                TracedWriter.class.getName(),
                field.home.toString(),
                Integer.toString(used)));
        assertTrue(run(command), "the traced writer failed");
        return SystemCalls.parse(Files.readAllLines(trace, StandardCharsets.ISO_8859_1));
    }

    @Test
    void everythingIsOnThePlatterBeforeAnybodyReliesOnIt() throws Exception {
        Field field = new Field(home.toRealPath());
        try (TruceRecord record = field.create()) {
            record.append(field.many(250));
        }
        SystemCalls trace = traced(field, 250);
        assertEquals(List.of(), field.verify().problems());
        String root = field.dir.toString();
        SyncOrder.Findings found = SyncOrder.check(trace, root);
        assertEquals(List.of(), found.faults());
        assertEquals(308, found.acknowledgements());
        assertTrue(found.checkpoints() >= 3 && found.segments() >= 3, found.toString());
        List<String> unnoticed = new ArrayList<>();
        int syncs = 0;
        for (SystemCalls.Call call : trace.calls()) {
            if (call.name().endsWith("sync") && call.file().startsWith(root)) {
                syncs++;
                if (SyncOrder.check(trace.without(call), root).faults().isEmpty()) {
                    unnoticed.add(call.toString());
                }
            }
        }
        assertFalse(unnoticed.size() > syncs / 4, "the check sees too little: " + unnoticed);
    }
}
