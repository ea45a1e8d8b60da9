package org.truce.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Author;
import org.truce.picture.OpenRecord;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import org.truce.server.Server;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce serve}: records as pages and as an API, on this machine alone. */
@CommandLine.Command(
        name = "serve",
        description = {
            "Serves records to a browser on this machine and prints the address to open.",
            "With --as the address carries a token: whoever opens it writes in that name. All others read what is public."
        },
        footer = {"", "Example: truce serve --sample karabakh-2020"})
final class ServeCommand extends Command {
    private static final int USUAL_PORT = 8080;
    private static final Duration COSIGN_PAUSE = Duration.ofSeconds(5);

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "Records, or sample:NAME.")
    private List<String> dirs = List.of();

    @Option(names = "--sample", paramLabel = "NAME", description = "A sample that comes with Truce.")
    private @Nullable String sample;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "On which port; 0 for any. Else 8080, or any where that is taken.")
    private @Nullable Integer port;

    @Option(names = "--as", paramLabel = "ACTOR[:ROLE]", description = "In whose name the holder of the link writes.")
    private @Nullable String as;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, where it is not at its usual place.")
    private @Nullable Path key;

    ServeCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(dirs);
        if (sample != null) {
            all.add("sample:" + sample);
        }
        if (all.isEmpty()) {
            throw new WrongUse("no-record", "serve", "Name at least one record, or --sample NAME.");
        }
        Optional<Author> writer = Optional.ofNullable(as).map(Author::parse);
        Map<String, OpenRecord> records = open(all, writer.isPresent());
        Server server = start(records, writer);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, records)));
        records.values().forEach(this::cosign);
        console().out().println(server.link());
        console().out().flush();
        server.await();
        return Truce.DONE;
    }

    /** While it writes, a record asks its witnesses in the background; who serves notices nothing of it. */
    private void cosign(OpenRecord open) {
        if (as == null) {
            return;
        }
        Thread.ofVirtual().name("truce-cosign").start(() -> {
            Cosigning cosigning = new Cosigning(console(), COSIGN_PAUSE);
            try {
                for (long asked = -1; ; Thread.sleep(COSIGN_PAUSE)) {
                    asked = cosigning.again(open.record(), asked);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Map<String, OpenRecord> open(List<String> dirs, boolean write) throws IOException {
        Map<String, OpenRecord> records = new LinkedHashMap<>();
        for (String dir : dirs) {
            boolean writable = write && !Samples.named(dir);
            Path path = new Samples(console()).directory(dir);
            OpenRecord opened = writable
                    ? new OpenRecord(TruceRecord.openForWriting(path, keys(key), Surroundings.real()))
                    : OpenRecord.of(path);
            if (records.putIfAbsent(name(dir), opened) != null) {
                throw new WrongUse(
                        "same-name", dir, "Two records would be called " + name(dir) + "; rename one's directory.");
            }
        }
        return records;
    }

    /** What a record is called in addresses. */
    static String name(String dir) {
        return Samples.named(dir)
                ? dir.substring(dir.indexOf(':') + 1)
                : String.valueOf(Path.of(dir).toAbsolutePath().normalize().getFileName());
    }

    private Server start(Map<String, OpenRecord> records, Optional<Author> writer) {
        int wanted = port == null ? USUAL_PORT : port;
        if (wanted < 0 || wanted > 65_535) {
            throw new WrongUse("wrong-use", "--port", "A port is a number from 0 to 65535.");
        }
        boolean free = wanted == 0 || free(wanted);
        if (!free && port != null) {
            throw new WrongUse("port-taken", "--port " + wanted, "Another program listens there; choose another port.");
        }
        return Server.start(records, free ? wanted : 0, writer);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void close(Server server, Map<String, OpenRecord> records) {
        server.close();
        for (Map.Entry<String, OpenRecord> record : records.entrySet()) {
            try {
                record.getValue().close();
            } catch (IOException e) {
                console()
                        .err()
                        .println("not-closed: " + record.getKey() + ": " + e.getMessage()
                                + ". What was acknowledged is safe and is published when the record is opened again.");
            }
        }
    }
}
