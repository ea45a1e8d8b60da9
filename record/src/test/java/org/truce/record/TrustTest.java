package org.truce.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/trust.md tells an adviser to type works as it stands, and finds what was changed. */
@Tag("slow")
class TrustTest {
    @TempDir
    private Path home;

    private record Run(int code, String output) {}

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/trust.md").toAbsolutePath()));
        while (blocks.find()) {
            commands.add(blocks.group(1));
        }
        return commands;
    }

    private Run run(Path record, String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", script).redirectErrorStream(true);
        builder.environment().put("RECORD", record.toString());
        builder.environment().put("RECEIPT", home.resolve("receipt").toString());
        builder.environment()
                .put("WORK", Files.createDirectories(home.resolve("work")).toString());
        builder.environment().put("SOURCE", Path.of("..").toRealPath().toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().merge("PATH", System.getProperty("java.home") + "/bin:", (old, jdk) -> jdk + old);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static boolean has(String tool) {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(directory, tool))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyCommandWorksAndSeesAChange() throws IOException, InterruptedException {
        for (String tool : List.of("sh", "openssl", "xxd", "python3", "base64", "grep")) {
            Assumptions.assumeTrue(has(tool), tool + " is missing; install it with: sudo apt install " + tool);
        }
        Field field = new Field(home);
        try (TruceRecord record = field.create()) {
            record.append(field.many(700));
            Files.writeString(
                    home.resolve("receipt"), record.receipt(5, Field.PUBLIC).toString());
        }
        List<String> commands = commands();
        assertEquals(4, commands.size());
        for (String command : commands) {
            Run run = run(field.dir, command);
            assertEquals(0, run.code(), command + "\n" + run.output());
        }
        assertTrue(run(field.dir, commands.get(2)).output().contains("right: entry 5 of 700 {"));

        change(field.dir.resolve("checkpoint"), 70);
        assertTrue(run(field.dir, commands.get(0)).code() != 0, "a checkpoint that nobody signed");
        change(field.dir.resolve("checkpoint"), 70);
        change(field.dir.resolve("tile/entries/001"), 100);
        assertTrue(run(field.dir, commands.get(1)).code() != 0, "a leaf of another tree");
        assertTrue(run(field.dir, commands.get(3)).code() != 0, "the small program sees it as well");
        change(home.resolve("receipt"), 120);
        assertTrue(run(field.dir, commands.get(2)).code() != 0, "a receipt of another entry");
    }

    private static void change(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }
}
