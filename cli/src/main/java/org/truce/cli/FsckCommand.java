package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.truce.record.TruceRecord;
import org.truce.record.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce fsck}: mends what the rest of a record tells. */
@CommandLine.Command(
        name = "fsck",
        description = {
            "Mends a record: tiles and entry bundles from leaves and contents, what a killed writer left,",
            "attachments that another audience's store holds. What the checkpoint commits to never changes.",
            "A line for each file; ends with 0 where nothing is wrong any more, else with 1 and what is."
        },
        footer = {"", "Example: truce fsck my-ceasefire --dry-run"})
final class FsckCommand extends Command {
    @Parameters(paramLabel = "DIR", description = "The record.")
    private Path dir = Path.of("");

    @Option(names = "--dry-run", description = "Shows what would be done, and writes nothing.")
    private boolean dry;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The record's private key; only to sign the list of partial tiles anew.")
    private @Nullable Path key;

    FsckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(dir)) {
            TruceRecord.open(dir).close(); // which says what is wrong
        }
        String did = dry ? "would mend: " : "mended: ";
        Verification left =
                TruceRecord.repair(dir, keys(key), dry, it -> console().out().println(did + it));
        left.problems().forEach(console()::problem);
        String state = left.isRight() ? "right" : "WRONG: " + left.found() + " problems left";
        console()
                .out()
                .println((dry ? "would be " : "") + state + (left.isRight() ? ": " : "; ") + VerifyCommand.sum(left));
        return left.isRight() ? Truce.DONE : Truce.NO;
    }
}
