package org.truce.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A user at a desk of their own: runs commands in this process and sees what a shell would show. */
final class Desk {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private InstantSource clock = InstantSource.system();
    private String typed = "";

    /** A desk whose keys and caches lie below a directory. */
    Desk(Path home) {
        this.home = home;
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
        environment.put("LANG", "C.UTF-8");
    }

    /** What a command printed and how it ended. */
    record Seen(int code, String out, String err) {
        /** The codes of the problems that were told, in order. */
        java.util.List<String> codes() {
            return err.lines()
                    .filter(line -> line.matches("[a-z0-9-]+: .*"))
                    .map(line -> line.replaceFirst(":.*", ""))
                    .toList();
        }
    }

    Desk with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Desk at(Instant now) {
        clock = InstantSource.fixed(now);
        return this;
    }

    Desk typing(String text) {
        typed = text;
        return this;
    }

    Seen run(String... args) {
        return run(Path.of(System.getProperty("truce.home", ".")), args);
    }

    Seen run(Path project, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                Console.utf8(out, false),
                Console.utf8(err, true),
                Map.copyOf(environment),
                clock,
                project);
        int code = Truce.run(console, args);
        return new Seen(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A path below the desk, as an argument. */
    String path(String name) {
        return home.resolve(name).toString();
    }

    /** Writes a file and gives its path as an argument. */
    String file(String name, String text) {
        try {
            Files.writeString(home.resolve(name), text);
            return path(name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
