package org.truce.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.peers.HttpSource;
import org.truce.picture.OpenRecord;
import org.truce.record.Follower;
import org.truce.record.Source;
import org.truce.record.store.Disk;
import org.truce.record.tlog.VerifierKey;
import org.truce.server.Server;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce follow}: a verified copy of another's record. */
@CommandLine.Command(
        name = "follow",
        description = {
            "Keeps a verified copy of a record: from a server, from any web server that serves its directory, or from a"
                    + " directory on a memory stick. Nothing counts before it was checked.",
            "A copy can be read, verified, served and followed like the record itself."
        },
        footer = {
            "",
            "Where the server asks for a token, it is read from the variable TRUCE_TOKEN.",
            "",
            "Example: truce follow http://127.0.0.1:8080/api/v1/records/karabakh-2020 my-copy --once"
        })
final class FollowCommand extends Command {
    /** Problems that looking again does not mend. */
    private static final Set<String> FINAL =
            Set.of("key-differs", "history-differs", "not-a-copy", "second-writer", "bad-address", "damaged-record");

    @Parameters(index = "0", paramLabel = "SOURCE", description = "The record's address, or its directory.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "DIR", description = "The copy; made where it is not there.")
    private Path dir = Path.of("");

    @Option(
            names = "--audience",
            paramLabel = "A",
            description =
                    "Whose contents to copy: public, parties, party:ACTOR or mission; else all that the source gives.")
    private String audience = "mission";

    @Option(
            names = "--vkey",
            paramLabel = "VKEY",
            description = "The record's verifier key, from somebody you trust; else the first one seen is kept.")
    private @Nullable String vkey;

    @Option(names = "--once", description = "Looks once and ends; else goes on until it is stopped.")
    private boolean once;

    @Option(names = "--every", paramLabel = "SECONDS", description = "How often to look; else 10.")
    private int every = 10;

    @Option(names = "--port", paramLabel = "N", description = "Serves the copy to a browser on this machine meanwhile.")
    private @Nullable Integer port;

    FollowCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (every < 1 || every > 86_400) {
            throw new WrongUse("wrong-use", "--every", "A number of seconds from 1 to 86400.");
        }
        Optional<VerifierKey> pinned = vkey == null
                ? Optional.empty()
                : Optional.of(KeyRef.chain("--vkey", vkey).first());
        Optional<String> token = Optional.ofNullable(console().variable("TRUCE_TOKEN"));
        Progress progress = new Progress(console());
        boolean remote = source.startsWith("http://") || source.startsWith("https://");
        try (HttpSource http = new HttpSource(remote ? source : "http://unused/", token)) {
            Follower follower = new Follower(
                    dir,
                    remote ? http : Source.of(Path.of(source)),
                    pinned,
                    Audience.parse(audience),
                    Disk.real(),
                    done -> progress.at("copied", done, 0));
            return once ? look(follower) : go(follower);
        }
    }

    private int look(Follower follower) throws IOException {
        try {
            console().out().println(line(follower.update()));
        } catch (FileSystemException e) {
            throw e; // of the copy's own disk
        } catch (IOException e) {
            throw new ProblemException("cut-off", source, why(e) + ". What was copied is gone on with the next time.");
        }
        return Truce.DONE;
    }

    private int go(Follower follower) throws IOException, InterruptedException {
        boolean served = false;
        for (; ; ) {
            try {
                Follower.Update update = follower.update();
                if (update.after() > update.before() || !served) {
                    console().out().println(line(update));
                }
                if (port != null && !served) {
                    serve(port);
                }
                served = true;
            } catch (ProblemException e) {
                if (FINAL.contains(e.problem().code())) {
                    throw e;
                }
                console().problem(e.problem());
            } catch (IOException e) {
                console().problem(new Problem("cut-off", source, why(e) + ". Looking again."));
            }
            console().out().flush();
            Thread.sleep(Duration.ofSeconds(every));
        }
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? "It cannot be reached (" + e.getClass().getSimpleName() + ")" : e.getMessage();
    }

    private String line(Follower.Update update) throws IOException {
        String key = Files.readString(dir.resolve("vkey")).strip();
        String behind = update.source() < update.before()
                ? "; the source has only " + update.source() + ": it is behind, or entries were taken away"
                : "";
        return update.after() + " entries, " + (update.after() - update.before()) + " of them new, " + update.present()
                + " contents read, signed by " + key + behind;
    }

    private void serve(int port) throws IOException {
        OpenRecord open = OpenRecord.of(dir);
        Server server = Server.start(Map.of(ServeCommand.name(dir.toString()), open), port, Optional.empty());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        console().out().println(server.link());
    }
}
