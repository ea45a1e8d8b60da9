package org.truce.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a user waits: {@code truce read} of one report, and {@code truce serve} to its first answer and its memory
 * then. The rival of each is the same program without the prepared start (AOT cache), and for the first also a bare JVM.
 *
 * <p>Run with {@code benchmarks/run start-up [REPORT]}; REPORT is a text file, by default one of the sample's.
 */
public final class StartUp {
    private static final int RUNS = 11;
    private static final int SERVER_RUNS = 7;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    private final Path home;
    private final Path report;
    private final StringBuilder log = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();

    private StartUp(Path home, Path report) {
        this.home = home;
        this.report = report;
    }

    /** Measures, and writes {@code docs/benchmarks.md} and the raw log. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("truce.home", ".")).toAbsolutePath();
        Path report = args.length > 0
                ? Path.of(args[0])
                : home.resolve("samples/karabakh-2020/reports/28-september-2021.ar.txt");
        new StartUp(home, report).run();
    }

    private void run() throws IOException, InterruptedException {
        Path truce = home.resolve("truce");
        List<String> read = List.of(truce.toString(), "read", report.toString(), "--json");
        List<Measured> rows = new ArrayList<>();
        process(read, Map.of(), 2);
        rows.add(new Measured("`truce read REPORT --json`, whole process", "s", process(read, Map.of(), RUNS), 0.6));
        rows.add(new Measured(
                "the same without the prepared start",
                "s",
                process(read, Map.of("TRUCE_NO_AOT", "1"), RUNS),
                Double.NaN));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        rows.add(new Measured(
                "a bare `java -version`", "s", process(List.of(java, "-version"), Map.of(), RUNS), Double.NaN));
        servers(truce, rows);
        write(rows);
    }

    private void servers(Path truce, List<Measured> rows) throws IOException, InterruptedException {
        List<Double> memory = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        serve(truce, Map.of());
        for (int i = 0; i < SERVER_RUNS; i++) {
            double[] measured = serve(truce, Map.of());
            first.add(measured[0]);
            memory.add(measured[1]);
        }
        rows.add(new Measured("`truce serve --sample karabakh-2020` to the first answered situation", "s", first, 2.5));
        rows.add(new Measured("resident memory then", "MB", memory, 350));
        List<Double> plain = new ArrayList<>();
        for (int i = 0; i < SERVER_RUNS; i++) {
            plain.add(serve(truce, Map.of("TRUCE_NO_AOT", "1"))[0]);
        }
        rows.add(new Measured("the same without the prepared start", "s", plain, Double.NaN));
    }

    private List<Double> process(List<String> command, Map<String, String> environment, int runs)
            throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            Process process = builder.start();
            try (InputStream out = process.getInputStream()) {
                out.transferTo(OutputStream.nullOutputStream());
            }
            int exit = process.waitFor();
            double taken = (System.nanoTime() - start) / 1e9;
            log.append(String.join(" ", command).replace(home + "/", "./"))
                    .append(' ')
                    .append(environment)
                    .append(' ')
                    .append(taken)
                    .append(" s, exit ")
                    .append(exit)
                    .append('\n');
            if (exit != 0) {
                throw new IllegalStateException(command + " ended with " + exit);
            }
            seconds.add(taken);
        }
        return seconds;
    }

    /** Starts a server, waits for its first situation; seconds to it, and resident megabytes then. */
    private double[] serve(Path truce, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        truce.toString(), "serve", "--sample", "karabakh-2020", "--port", "0")
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String port = port(out);
            situation(port);
            double seconds = (System.nanoTime() - start) / 1e9;
            double megabytes = residentMegabytes(process.pid());
            log.append("serve ")
                    .append(environment)
                    .append(' ')
                    .append(seconds)
                    .append(" s, ")
                    .append(megabytes)
                    .append(" MB\n");
            return new double[] {seconds, megabytes};
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String port(BufferedReader out) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return address.group(1);
            }
        }
        throw new IllegalStateException("the server said no address: " + said);
    }

    private void situation(String port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                        + "/api/v1/records/karabakh-2020/situation?at=2021-09-28&known=2021-09-28"))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200 || !response.body().contains("\"level\"")) {
            throw new IllegalStateException("no situation: " + response.statusCode() + " " + response.body());
        }
    }

    private static double residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }

    private void write(List<Measured> rows) throws IOException {
        Path raw = home.resolve("benchmarks/results/start-up.log");
        Files.createDirectories(raw.getParent());
        Files.writeString(raw, Machine.line() + "\n" + log);
        StringBuilder table = new StringBuilder("\n" + Machine.line() + ". Command: `benchmarks/run start-up`. "
                + "Raw log: [start-up.log](../benchmarks/results/start-up.log).\n\n"
                + "| what | median | range | runs | aim | |\n|---|---|---|---|---|---|\n");
        rows.forEach(row -> table.append(row.row()).append('\n'));
        Document.replace(home.resolve("docs/benchmarks.md"), "Start-up and memory", table.toString());
        System.out.print(table);
    }
}
