package org.truce.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a shell runs it. It is built before these tests by {@code ./check}. */
@Tag("slow")
class LauncherTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("truce.root")))
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path work = Path.of("");

    private record Seen(int code, String out, String err) {}

    @BeforeEach
    void built() throws Exception {
        Seen version = run(ROOT.resolve("truce"), Map.of(), "--version");
        Assumptions.assumeTrue(version.code() == 0, "./truce is not built from these sources; ./check builds it");
    }

    private Seen run(Path launcher, Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        Path err = work.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(work.toFile()).redirectError(err.toFile());
        builder.environment().put("TRUCE_NO_BUILD", "1");
        builder.environment().put("XDG_CONFIG_HOME", work.resolve("config").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return new Seen(process.exitValue(), out, Files.readString(err));
    }

    @Test
    void aReportGoesAllTheWayFromAnyDirectoryThroughALink() throws Exception {
        Path folder = Files.createDirectory(work.resolve("with spaces"));
        Path link = Files.createSymbolicLink(folder.resolve("truce link"), ROOT.resolve("truce"));
        Path report = work.resolve("تقرير.txt");
        Files.writeString(report, "28 September 2021\n\nSergey Lavrov said that \"the situation is stable\".\n");
        assertEquals(0, run(link, Map.of(), "new", "سجل").code());
        assertEquals(
                0,
                run(link, Map.of("TRUCE_AS", "me"), "add", "سجل", report.toString(), "--accept")
                        .code());
        assertTrue(run(link, Map.of(), "verify", "سجل").out().startsWith("right: "));
        Seen assessed = run(link, Map.of(), "assess", "سجل", "--at", "2021-09-28", "--json");
        assertTrue(assessed.out().contains("\"level\" : \"insufficient-observation\""), assessed.toString());
        assertEquals("", assessed.err());
    }

    @Test
    void wrongUseIsTwoAndSaysSoOnStandardErrorAlone() throws Exception {
        Seen seen = run(ROOT.resolve("truce"), Map.of(), "nonsense");
        assertEquals(2, seen.code());
        assertEquals("", seen.out());
        assertTrue(seen.err().startsWith("wrong-use: truce: "), seen.err());
    }

    @Test
    void withoutAJdkItSaysWhereItLookedAndWhatToInstall() throws IOException, InterruptedException {
        String script =
                "root='" + ROOT + "'; . \"$root/cli/src/launch/jdk.sh\";" + " is_jdk_25() { return 1; }; find_jdk";
        Process process =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor());
        assertEquals(1, said.lines().count(), said);
        assertTrue(
                said.contains("TRUCE_JAVA_HOME") && said.contains("/usr/lib/jvm") && said.contains("apt install"),
                said);
    }
}
