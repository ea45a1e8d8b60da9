package org.truce.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents are true. A block fenced as {@code sh} is parsed by the shell; one fenced as {@code sh run} is run, in an
 * empty directory in which {@code ./truce} and the sample files are found, and must end with 0; one fenced as
 * {@code console} shows what was seen and is left alone.
 */
class DocumentsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh( run)?\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    /** Directories of one machine, and registries that a build may have been pointed to. */
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.$}])/(?:home|root|Users|work)/[\\w.-]+"
            + "|\"resolved\":\\s*\"|(?:nexus|artifactory|devpi|verdaccio|registry|mirror)[\\w-]*\\.[\\w.-]+\\.(?:com|net|org|io|internal|local)\\b"
            + "|registry=https?:");

    @Test
    void everyLinkPointsToSomething() {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(House.read(document));
            while (link.find()) {
                String target = link.group(1).replaceFirst("#.*", "");
                boolean elsewhere = target.matches("[a-z]+:.*") || target.isEmpty();
                if (!elsewhere && !Files.exists(folder(document).resolve(target))) {
                    broken.add(House.name(document) + ": " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyShellBlockParses() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path document : documents()) {
            for (String script : blocks(document, false)) {
                if (shell(House.ROOT, "-n", script).code != 0) {
                    wrong.add(House.name(document) + ":\n" + script);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    @Tag("slow")
    void everyBlockThatIsMarkedRuns(@TempDir Path work) throws Exception {
        Run version = start(work, List.of(House.ROOT.resolve("truce").toString(), "--version"));
        Assumptions.assumeTrue(version.code == 0, "./truce is not built from these sources; ./check builds it");
        Files.createSymbolicLink(work.resolve("truce"), House.ROOT.resolve("truce"));
        for (Path document : documents()) {
            for (String script : blocks(document, true)) {
                Run run = shell(work, "-e", script);
                assertEquals(0, run.code, House.name(document) + ":\n" + script + "\n" + run.output);
            }
        }
    }

    @Test
    void nothingNamesAMachine() throws Exception {
        Map<String, String> found = new TreeMap<>();
        for (Path file : tracked()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Matcher machine = MACHINE.matcher(text);
            if (!file.endsWith("DocumentsTest.java") && !binary(file) && machine.find()) {
                found.put(House.name(file), machine.group());
            }
        }
        assertEquals(Map.of(), found);
    }

    private static boolean binary(Path file) {
        Set<String> kinds = Set.of("png", "woff2", "woff", "jar", "gz", "pdf", "webp", "jpg");
        return kinds.contains(file.toString().replaceFirst(".*\\.", ""));
    }

    /** Every Markdown document that git tracks. */
    private static List<Path> documents() {
        List<Path> all = tracked().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
        assertTrue(all.size() >= 4, "only " + all + " were found");
        return all;
    }

    private static List<Path> tracked() {
        Assumptions.assumeTrue(Files.exists(House.ROOT.resolve(".git")), "not a git clone");
        try {
            Run run = start(House.ROOT, List.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"));
            return Stream.of(run.output.split("\0"))
                    .filter(name -> !name.isEmpty())
                    .map(House.ROOT::resolve)
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> blocks(Path document, boolean marked) {
        List<String> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(House.read(document));
        while (block.find()) {
            if (!marked || block.group(1) != null) {
                found.add(block.group(2));
            }
        }
        return found;
    }

    private static Path folder(Path document) {
        return java.util.Objects.requireNonNull(document.getParent());
    }

    private record Run(int code, String output) {}

    private static Run shell(Path directory, String flag, String script) throws IOException, InterruptedException {
        return start(directory, List.of("sh", flag, "-c", script));
    }

    private static Run start(Path directory, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("TRUCE_NO_BUILD", "1");
        builder.environment()
                .put("XDG_CONFIG_HOME", directory.resolve(".config").toString());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running: " + command);
        return new Run(process.exitValue(), output);
    }
}
