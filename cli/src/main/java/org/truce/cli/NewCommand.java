package org.truce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.record.RecordOptions;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce new}: an empty record with a key of its own. */
@CommandLine.Command(
        name = "new",
        description = "Makes an empty record. Its private key is kept outside of it: whoever has the key can write.",
        footer = {"", "Example: truce new my-ceasefire --name \"Ceasefire of 9 November 2020\""})
final class NewCommand extends Command {
    @Parameters(paramLabel = "DIR", description = "Where the record is to lie; not there yet, or empty.")
    private Path dir = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "What people call it, in any script; else DIR's name.")
    private @Nullable String name;

    @Option(
            names = "--origin",
            paramLabel = "O",
            description = "The log's name, such as example.org/ceasefire; else made from the name and the key.")
    private @Nullable String origin;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Where the private key is to be kept; else $XDG_CONFIG_HOME/truce/keys.")
    private @Nullable Path key;

    NewCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (Samples.named(dir.toString())) {
            throw new WrongUse("wrong-use", dir.toString(), "A sample is there already; name a directory.");
        }
        String called =
                name == null ? String.valueOf(dir.toAbsolutePath().normalize().getFileName()) : name;
        RecordOptions options = new RecordOptions(called, Optional.ofNullable(origin));
        try (TruceRecord record = TruceRecord.create(dir, options, keys(key), Surroundings.real())) {
            var identity = record.identity();
            console()
                    .out()
                    .println(dir + ": " + identity.key().name() + ", key "
                            + keys(key).place(identity.key()));
        }
        return Truce.DONE;
    }
}
