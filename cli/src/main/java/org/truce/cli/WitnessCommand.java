package org.truce.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.truce.peers.WitnessServer;
import org.truce.record.KeyChain;
import org.truce.record.Surroundings;
import org.truce.record.WitnessHome;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce witness}: cosigns what extends what it has cosigned before. */
@CommandLine.Command(
        name = "witness",
        description = {
            "Runs a witness (C2SP tlog-witness): it cosigns a record's checkpoint only where that extends every one that"
                    + " it has cosigned before, so that nobody can show two histories.",
            "A party runs one on a machine of its own, and gives the printed verifier key to whoever keeps the record."
        },
        footer = {"", "Example: truce witness my-witness --name example.org/witness --log their-vkey"})
final class WitnessCommand extends Command {
    @Parameters(paramLabel = "DIR", description = "What the witness remembers; made where it is not there.")
    private Path dir = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "Of a new witness; else made from its key.")
    private @Nullable String name;

    @Option(
            names = "--log",
            paramLabel = "VKEY",
            description =
                    "A record to look at: its directory, its file \"vkey\" or the line in it. Kept for later; may be"
                            + " repeated. Again with the directory after the record's key was rotated.")
    private List<String> logs = List.of();

    @Option(names = "--port", paramLabel = "N", description = "On which port; 0 for any. Else 7380.")
    private int port = 7380;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Under which of this machine's addresses; else loopback only, for a proxy in front of it.")
    private @Nullable String bind;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, where it is not at its usual place.")
    private @Nullable Path key;

    WitnessCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new WrongUse("wrong-use", "--port", "A port is a number from 0 to 65535.");
        }
        List<KeyChain> more = new ArrayList<>();
        for (String log : logs) {
            more.add(KeyRef.chain("--log", log));
        }
        InetAddress address = bind == null ? InetAddress.getLoopbackAddress() : InetAddress.getByName(bind);
        try (WitnessHome home = WitnessHome.open(dir, Optional.ofNullable(name), more, keys(key), Surroundings.real());
                WitnessServer server = new WitnessServer(home.witness(), new InetSocketAddress(address, port))) {
            console().out().println(home.witness().verifier());
            console()
                    .out()
                    .println("http://" + host(server.address()) + ":"
                            + server.address().getPort() + "/");
            home.witness().logs().forEach(it -> console().out().println("looks at " + it.name()));
            if (home.witness().logs().isEmpty()) {
                console().out().println("looks at no record yet: name one with --log");
            }
            console().out().flush();
            new CountDownLatch(1).await();
        } catch (BindException e) {
            throw new WrongUse("port-taken", "--port " + port, "Another program listens there; choose another port.");
        }
        return Truce.DONE;
    }

    private static String host(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
