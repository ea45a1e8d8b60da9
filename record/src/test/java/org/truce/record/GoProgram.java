package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * {@code src/test/go/strangers.go}, built once without any network from Go's own packages as Debian ships them. Where
 * Go or the packages are missing, the test that asks for it is skipped and says what to install.
 */
final class GoProgram {
    private static final Path SOURCE = Path.of("src/test/go/strangers.go").toAbsolutePath();
    private static final Path PROGRAM =
            Path.of("target/go/strangers").toAbsolutePath().normalize();
    private static final String INSTALL = "; install them with: sudo apt install golang-go golang-golang-x-mod-dev";

    private static String missing = "not tried";

    private GoProgram() {}

    /**
     * How the program ended.
     *
     * @param code 0 right, 1 wrong
     * @param output what it printed
     */
    record Run(int code, String output) {}

    /** Runs the program; skips the test where it cannot be built. */
    static Run run(Object... arguments) throws IOException {
        build();
        Assumptions.assumeTrue(missing.isEmpty(), missing);
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return process(command);
    }

    private static synchronized void build() throws IOException {
        if (!missing.equals("not tried")) {
            return;
        }
        Path go = onPath();
        if (go == null) {
            missing = "there is no Go compiler" + INSTALL;
            return;
        }
        boolean packages = false;
        for (String path : goPath().split(File.pathSeparator, -1)) {
            packages |= Files.isDirectory(Path.of(path, "src/golang.org/x/mod/sumdb/tlog"));
        }
        if (!packages) {
            missing = "Go's packages golang.org/x/mod/sumdb are missing" + INSTALL;
            return;
        }
        Files.createDirectories(PROGRAM.getParent());
        Run run = process(List.of(go.toString(), "build", "-o", PROGRAM.toString(), SOURCE.toString()));
        assertTrue(run.code() == 0, run.output());
        missing = "";
    }

    private static @org.jspecify.annotations.Nullable Path onPath() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path go = Path.of(directory, "go");
            if (Files.isExecutable(go)) {
                return go;
            }
        }
        return null;
    }

    private static String goPath() {
        String own = System.getenv().getOrDefault("GOPATH", "");
        return own.isEmpty() ? "/usr/share/gocode" : own + File.pathSeparator + "/usr/share/gocode";
    }

    private static Run process(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOFLAGS", "");
        builder.environment().put("GOPROXY", "off");
        builder.environment().put("GOTOOLCHAIN", "local");
        builder.environment().put("GOPATH", goPath());
        builder.environment()
                .put("GOCACHE", PROGRAM.resolveSibling("cache").toAbsolutePath().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running: " + command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return new Run(process.exitValue(), output);
    }
}
