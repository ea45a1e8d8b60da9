package org.truce.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.truce.assessment.correlation.Sighting;

/**
 * PostgreSQL with PostGIS and the same observations, a row a class: a private cluster with 4 GB of shared buffers, a GiST
 * index on the point, btrees on the time and on the place in the record, analyzed. Questions go through {@code psql}, whose
 * own clock is read.
 */
final class Postgis implements AutoCloseable {
    private static final Pattern TIME = Pattern.compile("Time: ([0-9.]+) ms");
    private static final String TABLE = """
            CREATE EXTENSION postgis;
            CREATE TABLE seen (idx bigint NOT NULL, superseded bigint, at timestamptz NOT NULL, class smallint NOT NULL,
                n double precision NOT NULL, geom geometry(Point, 4326) NOT NULL);
            """;
    private static final String INDEXES = """
            SET maintenance_work_mem = '1GB';
            CREATE INDEX seen_at ON seen (at);
            CREATE INDEX seen_idx ON seen (idx);
            CREATE INDEX seen_geom ON seen USING gist (geom);
            VACUUM ANALYZE seen;
            """;

    private final Path directory;

    private Postgis(Path directory) {
        this.directory = directory;
    }

    /** Starts a cluster; empty where it is not installed. */
    static Optional<Postgis> start() throws IOException, InterruptedException {
        if (!Rivals.has("initdb") || !Rivals.has("pg_ctl") || !Rivals.has("psql")) {
            return Optional.empty();
        }
        Path directory = Files.createTempDirectory("truce-postgis");
        Postgis postgis = new Postgis(directory);
        if ("root".equals(System.getProperty("user.name"))) {
            Rivals.run(List.of("chown", "postgres", directory.toString()));
        }
        String options = "-c listen_addresses='' -c shared_buffers=4GB -c work_mem=256MB -c effective_cache_size=12GB"
                + " -c random_page_cost=1.1 -c jit=off -c fsync=off -c max_wal_size=8GB -k " + directory;
        List<String> make =
                List.of("initdb", "-D", directory + "/data", "-A", "trust", "-U", "truce", "--locale=C", "-E", "UTF8");
        List<String> start =
                List.of("pg_ctl", "-D", directory + "/data", "-w", "-l", directory + "/log", "-o", options, "start");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgis::close));
        boolean up = Rivals.run(Rivals.unprivileged(make)) == 0 && Rivals.run(Rivals.unprivileged(start)) == 0;
        if (up && postgis.tell(TABLE)) {
            return Optional.of(postgis);
        }
        postgis.close();
        return Optional.empty();
    }

    private List<String> psql(String... more) {
        List<String> command =
                new ArrayList<>(List.of("psql", "-qAt", "-h", directory.toString(), "-U", "truce", "-d", "postgres"));
        command.addAll(List.of("-v", "ON_ERROR_STOP=1"));
        command.addAll(List.of(more));
        return command;
    }

    private boolean tell(String statements) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(psql())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Writer out = new OutputStreamWriter(process.getOutputStream(), UTF_8)) {
            out.write(statements);
        }
        return process.waitFor() == 0;
    }

    /** Loads observations, whose places in the record begin at an index; seconds that it took with all indexes. */
    double load(ObservationSource source, long first, long count) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(psql("-c", "COPY seen FROM STDIN"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8))) {
            for (long number = 0; number < count; number++) {
                ObservationSource.Fact fact = source.fact(number);
                long by = ObservationSource.replacedBy(number);
                if (!fact.withdraws()) {
                    write(out, fact, first + number, by >= 0 && by < count ? first + by : -1);
                }
            }
        }
        if (process.waitFor() != 0 || !tell(INDEXES)) {
            throw new IllegalStateException("PostgreSQL did not take the observations");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void write(Writer out, ObservationSource.Fact fact, long index, long superseded) throws IOException {
        for (int i = 0; i < fact.classes().size(); i++) {
            out.write(index + "\t" + (superseded < 0 ? "\\N" : Long.toString(superseded)) + "\t"
                    + ObservationSource.began(fact) + "\t" + fact.classes().get(i) + "\t"
                    + fact.counts().get(i) + "\tSRID=4326;POINT(" + fact.longitude() + " " + fact.latitude() + ")\n");
        }
    }

    /**
     * An answer and how long each asking took.
     *
     * @param rows as {@code psql} prints them
     * @param millis each time
     */
    record Answer(List<String> rows, List<Double> millis) {}

    /** Asks the same several times in one session, once more at first to be warm. */
    private Answer ask(String question, int times) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(psql()).redirectErrorStream(true).start();
        try (Writer out = new OutputStreamWriter(process.getOutputStream(), UTF_8)) {
            out.write(question + ";\n\\timing on\n");
            for (int i = 0; i < times; i++) {
                out.write(question + ";\n");
            }
        }
        List<String> lines = process.inputReader(UTF_8).lines().toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("PostgreSQL said: " + lines);
        }
        List<Double> millis = lines.stream()
                .map(TIME::matcher)
                .filter(Matcher::find)
                .map(found -> Double.parseDouble(found.group(1)))
                .toList();
        int first = 0;
        while (!TIME.matcher(lines.get(first)).find()) {
            first++;
        }
        return new Answer(lines.subList(0, first / 2), millis); // the warming answer and the first that was timed
    }

    /** Counts by class in [since, until) within metres of a point, as known with a record size. */
    Answer near(Instant since, Instant until, double longitude, double latitude, double metres, long known, int times)
            throws IOException, InterruptedException {
        // The box is wide enough at these latitudes; what is in it is then measured.
        double tall = metres / 110_500;
        double wide = metres / (110_500 * Math.cos(Math.toRadians(Math.abs(latitude) + tall)));
        return ask(
                String.format(
                        Locale.ROOT,
                        "SELECT class, sum(n) FROM seen WHERE at >= '%s' AND at < '%s'"
                                + " AND geom && ST_MakeEnvelope(%.9f, %.9f, %.9f, %.9f, 4326)"
                                + " AND ST_Distance(geom::geography, ST_Point(%.9f, %.9f)::geography) <= %f"
                                + " AND idx < %d AND (superseded IS NULL OR superseded >= %d) GROUP BY class ORDER BY class",
                        since,
                        until,
                        longitude - wide,
                        latitude - tall,
                        longitude + wide,
                        latitude + tall,
                        longitude,
                        latitude,
                        metres,
                        known,
                        known),
                times);
    }

    /** Counts by class of each day from one up to another, in the mandate's zone, as known with a record size. */
    Answer daily(LocalDate first, LocalDate end, long known, int times) throws IOException, InterruptedException {
        String zone = ObservationSource.ZONE.getId();
        return ask(
                String.format(
                        Locale.ROOT,
                        "SELECT (at AT TIME ZONE '%s')::date AS day, class, sum(n) FROM seen"
                                + " WHERE at >= '%s' AND at < '%s' AND idx < %d"
                                + " AND (superseded IS NULL OR superseded >= %d) GROUP BY 1, 2 ORDER BY 1, 2",
                        zone,
                        first.atStartOfDay(ObservationSource.ZONE).toInstant(),
                        end.atStartOfDay(ObservationSource.ZONE).toInstant(),
                        known,
                        known),
                times);
    }

    /**
     * The clusters of some points of each day, by distance alone: a row a point with its number, and its day and cluster.
     *
     * @param metres greatest distance to a neighbour
     */
    Answer clusters(List<Sighting> points, double metres, int times) throws IOException, InterruptedException {
        if (!tell("CREATE TABLE told (id bigint, day int, geom geometry(Point, 0));")) {
            throw new IllegalStateException("PostgreSQL made no table");
        }
        Process process = new ProcessBuilder(psql("-c", "COPY told FROM STDIN"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8))) {
            for (Sighting one : points) {
                out.write(one.id() + "\t" + (long) Math.floor(one.day()) + "\tPOINT(" + one.east() + " " + one.north()
                        + ")\n");
            }
        }
        if (process.waitFor() != 0 || !tell("VACUUM ANALYZE told;")) {
            throw new IllegalStateException("PostgreSQL did not take the points");
        }
        return ask(
                String.format(
                        Locale.ROOT,
                        "SELECT id, day || ' ' || ST_ClusterDBSCAN(geom, %f, 1) OVER (PARTITION BY day) FROM told",
                        metres),
                times);
    }

    /** Sums by what stands before them in a row. */
    static Map<String, Double> sums(Answer answer) {
        Map<String, Double> sums = new TreeMap<>();
        for (String row : answer.rows()) {
            int bar = row.lastIndexOf('|');
            sums.put(row.substring(0, bar), Double.parseDouble(row.substring(bar + 1)));
        }
        return sums;
    }

    @Override
    public void close() {
        if (Files.exists(directory)) {
            try {
                Rivals.run(
                        Rivals.unprivileged(List.of("pg_ctl", "-D", directory + "/data", "-m", "immediate", "stop")));
                RecordFigures.delete(directory);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                System.err.println("left behind: " + directory + " (" + e.getMessage() + ")");
            }
        }
    }
}
