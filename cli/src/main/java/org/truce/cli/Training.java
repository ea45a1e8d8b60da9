package org.truce.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.truce.picture.OpenRecord;
import org.truce.server.Server;

/**
 * Walks the ways that commands take, once, while the JVM notes which classes they need (JEP 514). Run by the launcher
 * only; everything it makes lies in a directory of its own that it removes.
 */
final class Training {
    /** One line in each language, so that each language's lexicons are in the cache. */
    private static final String REPORT = """
            قال وزير الخارجية الروسي سيرغي لافروف يوم 28 سبتمبر 2021 إن "الوضع هناك مستقر الآن".
            28 сентября 2021 года министр иностранных дел России Сергей Лавров заявил: «Ситуация стабильна».
            On 28 September 2021 the foreign minister of Russia, Sergey Lavrov, said that "it is stable".
            """;

    private static final List<String> PATHS = List.of(
            "/",
            "/api/v1/records",
            "/api/v1/records/record/situation",
            "/api/v1/records/record/obligations",
            "/api/v1/records/record/incidents",
            "/api/v1/records/record/map",
            "/api/v1/records/record/timeline",
            "/api/v1/records/record/reports");

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

    private static void walk(Path work) throws IOException {
        String record = work.resolve("record").toString();
        Path report = work.resolve("report.txt");
        Files.writeString(report, REPORT);
        run(work, "--help");
        run(work, "new", record);
        run(work, "read", report.toString(), "--json");
        run(work, "read", report.toString());
        run(work, "add", record, report.toString(), "--accept", "--audience", "public");
        run(work, "show", record, "entries");
        run(work, "assess", record, "--at", "2021-09-28");
        run(work, "assess", record, "--json");
        run(work, "verify", record);
        serve(Path.of(record));
    }

    private static void serve(Path record) throws IOException {
        try (OpenRecord opened = OpenRecord.of(record);
                Server server = Server.start(Map.of("record", opened), 0, Optional.empty())) {
            for (String path : PATHS) {
                URLConnection connection = URI.create("http://127.0.0.1:" + server.port() + path)
                        .toURL()
                        .openConnection();
                try (InputStream in = connection.getInputStream()) {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    System.err.println(path + ": " + e.getMessage());
                }
            }
        }
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
