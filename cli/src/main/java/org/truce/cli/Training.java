package org.truce.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Walks the ways that commands take, once, while the JVM notes which classes they need (JEP 514). Run by the launcher
 * only; everything it makes lies in a directory of its own that it removes.
 */
final class Training {
    private Training() {}

    /** Trains; a command that fails is no reason to stop. */
    public static void main(String[] args) throws IOException {
        Path work = Files.createTempDirectory("truce-training");
        try {
            walk(work);
        } finally {
            try (Stream<Path> made = Files.walk(work)) {
                made.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static void walk(Path work) {
        run(work, "--help");
    }

    private static void run(Path work, String... args) {
        PrintStream nowhere = Console.utf8(OutputStream.nullOutputStream(), false);
        String home = System.getProperty("truce.home");
        Map<String, String> environment = Map.of(
                "XDG_CACHE_HOME", work.resolve("cache").toString(),
                "XDG_CONFIG_HOME", work.resolve("config").toString(),
                "TRUCE_AS", "training");
        Console console = new Console(
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                environment,
                InstantSource.system(),
                home(home));
        Truce.run(console, args);
    }

    private static @Nullable Path home(@Nullable String home) {
        return home == null ? null : Path.of(home);
    }
}
