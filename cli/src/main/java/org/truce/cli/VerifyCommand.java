package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.record.TruceRecord;
import org.truce.record.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce verify}: whether a record is what its key signed. */
@CommandLine.Command(
        name = "verify",
        description = {
            "Checks every file of a record but its cache, and writes nothing.",
            "Ends with 0 and one line where all is right, with 1 and what is wrong, and where, otherwise."
        },
        footer = {"", "Example: truce verify my-ceasefire --against checkpoint-of-last-month"})
final class VerifyCommand extends Command {
    @Parameters(paramLabel = "DIR", description = "The record, or sample:NAME.")
    private String dir = "";

    @Option(
            names = "--against",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint that you kept; the record must extend it.")
    private @Nullable Path against;

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        Optional<byte[]> kept = against == null ? Optional.empty() : Optional.of(Files.readAllBytes(against));
        Path record = new Samples(console()).directory(dir);
        if (!Files.isDirectory(record)) {
            TruceRecord.open(record).close();
        }
        Verification found = TruceRecord.verify(record, kept);
        if (found.isRight()) {
            console().out().println("right: " + sum(found));
            try (TruceRecord opened = TruceRecord.open(record)) {
                opened.witnessing().ifPresent(it -> console().out().println(Cosigning.line(it, opened.size())));
            }
            return Truce.DONE;
        }
        found.problems().forEach(console()::problem);
        console().out().println("WRONG: " + found.found() + " problems; " + sum(found));
        return Truce.NO;
    }

    private static String sum(Verification found) {
        String head = found.checkpoint()
                .map(checkpoint -> checkpoint.size() + " entries, root "
                        + checkpoint.root().hex().substring(0, 16))
                .orElse("no checkpoint");
        return head + "; " + found.present() + " contents present, " + found.withheld() + " withheld, "
                + found.destroyed() + " destroyed by order, " + found.attachments() + " attachments, " + found.pending()
                + " not yet published";
    }
}
