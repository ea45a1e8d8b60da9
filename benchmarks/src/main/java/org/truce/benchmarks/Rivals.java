package org.truce.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two databases that keep the same entries durably, through their own commands: SQLite (WAL, synchronous=FULL) and
 * PostgreSQL (a private cluster with its defaults, fsync on, over a local socket). Each checks that an entry is JSON and
 * that its id is new; neither knows what an entry must say, and neither proves anything. What is not installed is
 * skipped.
 */
final class Rivals implements AutoCloseable {
    private static final String TABLE = "CREATE TABLE entry (seq %s PRIMARY KEY, id %s NOT NULL UNIQUE, content %s);\n";
    private static final int BULK = 2_000;

    private final Path home;
    private final Optional<Path> cluster;
    private long salt = 500;

    /** Works below a directory. */
    Rivals(Path home) throws IOException, InterruptedException {
        this.home = Files.createDirectories(home);
        this.cluster = has("initdb") && has("pg_ctl") && has("psql") && has("pgbench") ? start() : Optional.empty();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::stop)); // also where it is cut off
    }

    boolean sqlite() {
        return has("sqlite3");
    }

    boolean postgres() {
        return cluster.isPresent();
    }

    static boolean has(String command) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, command)));
    }

    /** PostgreSQL refuses to run as root: there, its own user does. */
    static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        whole.addAll(command);
        return whole;
    }

    private Optional<Path> start() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("truce-pg");
        if ("root".equals(System.getProperty("user.name"))
                && run(List.of("chown", "postgres", directory.toString())) != 0) {
            return Optional.empty();
        }
        String data = directory.resolve("data").toString();
        int made = run(
                unprivileged(List.of("initdb", "-D", data, "-A", "trust", "-U", "truce", "--locale=C", "-E", "UTF8")));
        String options = "-c listen_addresses='' -c max_connections=80 -k " + directory;
        int started = made != 0
                ? made
                : run(unprivileged(
                        List.of("pg_ctl", "-D", data, "-w", "-l", directory + "/log", "-o", options, "start")));
        if (started != 0) {
            return Optional.empty();
        }
        Path table = home.resolve("table.sql");
        Files.writeString(table, String.format(TABLE, "bigserial", "uuid", "json NOT NULL"));
        return psql(directory, table) == 0 ? Optional.of(directory) : Optional.empty();
    }

    private static int psql(Path socket, Path script) throws IOException, InterruptedException {
        return run(List.of(
                "psql",
                "-q",
                "-h",
                socket.toString(),
                "-U",
                "truce",
                "-d",
                "postgres",
                "-v",
                "ON_ERROR_STOP=1",
                "-f",
                script.toString()));
    }

    static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Entries a second that SQLite takes from one caller, each in a transaction of so many. */
    double sqlite(int count, int together) throws IOException, InterruptedException {
        Path database = home.resolve("sqlite-" + salt);
        Path script = home.resolve("sqlite.sql");
        try (BufferedWriter out = Files.newBufferedWriter(script)) {
            out.write("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;\n");
            out.write(String.format(TABLE, "INTEGER", "TEXT", "TEXT NOT NULL CHECK (json_valid(content))"));
            inserts(out, count, together);
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder("sqlite3", "-batch", "-bail", database.toString())
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return rate(count, process.waitFor(), start);
    }

    private void inserts(BufferedWriter out, int count, int together) throws IOException {
        EntrySource entries = new EntrySource(salt++);
        for (int i = 0; i < count; i++) {
            String entry = new String(entries.apply(i), UTF_8);
            out.write(together > 1 && i % together == 0 ? "BEGIN;\n" : "");
            out.write("INSERT INTO entry (id, content) VALUES ('" + id(entry) + "', '" + entry + "');\n");
            out.write(together > 1 && (i % together == together - 1 || i + 1 == count) ? "COMMIT;\n" : "");
        }
    }

    private static String id(String entry) {
        return entry.substring(7, 43);
    }

    private static double rate(int count, int exit, long start) {
        if (exit != 0) {
            throw new IllegalStateException("a rival failed with " + exit);
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** Entries a second that PostgreSQL takes from one caller, each in a transaction of its own. */
    double postgresOne(int count) throws IOException, InterruptedException {
        Path script = home.resolve("one.sql");
        try (BufferedWriter out = Files.newBufferedWriter(script)) {
            inserts(out, count, 1);
        }
        long start = System.nanoTime();
        return rate(count, psql(cluster.orElseThrow(), script), start);
    }

    /** Entries a second by COPY, 2,000 in a transaction. */
    double postgresBulk(int count) throws IOException, InterruptedException {
        Path script = home.resolve("bulk.sql");
        EntrySource entries = new EntrySource(salt++);
        try (BufferedWriter out = Files.newBufferedWriter(script)) {
            for (int i = 0; i < count; i++) {
                out.write(i % BULK == 0 ? "COPY entry (id, content) FROM STDIN;\n" : "");
                String entry = new String(entries.apply(i), UTF_8);
                out.write(id(entry) + "\t" + entry + "\n");
                out.write(i % BULK == BULK - 1 || i + 1 == count ? "\\.\n" : "");
            }
        }
        long start = System.nanoTime();
        return rate(count, psql(cluster.orElseThrow(), script), start);
    }

    /** Entries a second, and milliseconds for 99 of 100, of 64 callers of PostgreSQL. */
    double[] postgresTogether(int seconds) throws IOException, InterruptedException {
        Path logs = Files.createTempDirectory("truce-pgbench");
        Path script = logs.resolve("insert.sql");
        String entry = new String(new EntrySource(salt++).apply(1), UTF_8);
        // pgbench takes a colon before a letter for a variable of its own; JSON knows no need of a space there either.
        Files.writeString(
                script,
                "INSERT INTO entry (id, content) VALUES (gen_random_uuid(), '" + entry.replaceAll(":(?=[a-z])", ": ")
                        + "');\n");
        int exit = run(List.of(
                "pgbench",
                "-n",
                "-h",
                cluster.orElseThrow().toString(),
                "-U",
                "truce",
                "-c",
                "64",
                "-j",
                "2",
                "-T",
                Integer.toString(seconds),
                "-l",
                "--log-prefix=" + logs.resolve("t"),
                "-f",
                script.toString(),
                "postgres"));
        List<Long> micros = new ArrayList<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log : files.filter(it -> !it.equals(script)).toList()) {
                Files.readAllLines(log).forEach(line -> micros.add(Long.parseLong(line.split(" ", -1)[2])));
            }
        }
        RecordFigures.delete(logs);
        if (exit != 0 || micros.isEmpty()) {
            throw new IllegalStateException("pgbench failed with " + exit);
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return new double[] {(double) sorted.length / seconds, sorted[(int) (sorted.length * 0.99)] / 1000.0};
    }

    private void stop() {
        if (cluster.isPresent() && Files.exists(cluster.get())) {
            try {
                String data = cluster.get().resolve("data").toString();
                run(unprivileged(List.of("pg_ctl", "-D", data, "-m", "immediate", "stop")));
                RecordFigures.delete(cluster.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                System.err.println("left behind: " + cluster.get() + " (" + e.getMessage() + ")");
            }
        }
    }

    @Override
    public void close() {
        stop();
    }
}
