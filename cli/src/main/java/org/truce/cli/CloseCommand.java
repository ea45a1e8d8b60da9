package org.truce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.kind.RecordKeeping;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce close}: the last entry of a record. */
@CommandLine.Command(
        name = "close",
        description = {
            "Ends a record: enters that and why, publishes, and asks the witnesses once more. Nothing can be entered after"
                    + " that, by nobody; the directory is then an archive, which anybody can read, verify and follow."
        },
        footer = {"", "Example: truce close my-ceasefire --reason en=\"The mandate has ended.\" --as mission --yes"})
final class CloseCommand extends Command {
    @Parameters(paramLabel = "DIR", description = "The record.")
    private Path dir = Path.of("");

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "LANG=TEXT",
            description = "Why it ends; once for each language.")
    private Map<String, String> reasons = new LinkedHashMap<>();

    @Option(names = "--as", paramLabel = "ACTOR[:ROLE]", description = "Who ends it; else the variable TRUCE_AS.")
    private @Nullable String as;

    @Option(names = "--yes", description = "Yes, for ever: without this nothing is done.")
    private boolean yes;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, where it is not at its usual place.")
    private @Nullable Path key;

    CloseCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        var author = author(as);
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
            if (!reason.getKey().matches("[a-z]{2,3}") || reason.getValue().isBlank()) {
                throw new WrongUse("wrong-use", "--reason", "Write it like en=\"The mandate has ended.\"");
            }
        }
        try (TruceRecord record = TruceRecord.openForWriting(dir, keys(key), Surroundings.real())) {
            if (!yes) {
                throw new WrongUse(
                        "not-confirmed",
                        dir.toString(),
                        "This would end the record of " + record.size()
                                + " entries for ever; nothing was done. Say it again with --yes.");
            }
            var body = new RecordKeeping.RecordClosed(new Text(reasons));
            long last = record.end(OwnEntry.of(author, body, console().clock().instant()));
            console().out().println("closed by entry " + last + ", the last of " + record.size());
            console().out().flush();
            new Cosigning(console(), Duration.ofSeconds(5)).ask(record);
        }
        return Truce.DONE;
    }
}
