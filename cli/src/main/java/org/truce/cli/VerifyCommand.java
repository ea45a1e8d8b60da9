package org.truce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.record.Receipt;
import org.truce.record.TruceRecord;
import org.truce.record.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce verify}: whether a record is what its key signed. */
@CommandLine.Command(
        name = "verify",
        description = {
            "Checks every file of a record but its cache, and writes nothing; or a receipt, with the record's key alone.",
            "Ends with 0 and one line where all is right, with 1 and what is wrong, and where, otherwise."
        },
        footer = {
            "",
            "Example: truce verify my-ceasefire --against checkpoint-of-last-month",
            "         truce verify --receipt entry.tlog-proof --vkey their-vkey"
        })
final class VerifyCommand extends Command {
    /** An entry of 1 MiB in base64, and its proof. */
    private static final long LARGEST_RECEIPT = 4L << 20;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The record, or sample:NAME.")
    private String dir = "";

    @Option(
            names = "--against",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint that you kept; the record must extend it.")
    private @Nullable Path against;

    @Option(names = "--receipt", paramLabel = "FILE", description = "A receipt to check instead of a record.")
    private @Nullable Path receipt;

    @Option(
            names = "--vkey",
            paramLabel = "VKEY",
            description = "For --receipt: the record's file \"vkey\", the line in it, or the record's directory.")
    private @Nullable String vkey;

    VerifyCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (receipt != null) {
            return receipt(receipt);
        }
        if (dir.isEmpty()) {
            throw new WrongUse("wrong-use", "DIR", "Name the record; or a receipt with --receipt FILE --vkey VKEY.");
        }
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
                if (opened.isClosed()) {
                    console().out().println("closed: nothing can follow its last entry");
                }
            }
            return Truce.DONE;
        }
        found.problems().forEach(console()::problem);
        console().out().println("WRONG: " + found.found() + " problems; " + sum(found));
        return Truce.NO;
    }

    private int receipt(Path file) throws IOException {
        if (vkey == null || !dir.isEmpty()) {
            throw new WrongUse("wrong-use", "--receipt", "Name the record's key with --vkey, and no record.");
        }
        if (Files.size(file) > LARGEST_RECEIPT) {
            throw new ProblemException("no-receipt", file.toString(), "This is no receipt: it is too large for one.");
        }
        return switch (TruceRecord.verifyReceipt(Files.readAllBytes(file), KeyRef.chain("--vkey", vkey))) {
            case Receipt.Verdict.Wrong(Problem problem) -> {
                console().problem(problem.within(file.toString()));
                console().out().println("WRONG");
                yield Truce.NO;
            }
            case Receipt.Verdict.Proved it -> {
                console()
                        .out()
                        .println("right: entry " + it.index() + " of "
                                + it.checkpoint().size() + " of "
                                + it.checkpoint().origin()
                                + it.entry()
                                        .map(entry -> ", recorded " + entry.recorded())
                                        .orElse(", content withheld"));
                it.entry().ifPresent(entry -> console().out().println(entry.content()));
                yield Truce.DONE;
            }
        };
    }

    /** What there is in the record, in one line. */
    static String sum(Verification found) {
        String head = found.checkpoint()
                .map(checkpoint -> checkpoint.size() + " entries, root "
                        + checkpoint.root().hex().substring(0, 16))
                .orElse("no checkpoint");
        return head + "; " + found.present() + " contents present, " + found.withheld() + " withheld, "
                + found.destroyed() + " destroyed by order, " + found.attachments() + " attachments, " + found.pending()
                + " not yet published";
    }
}
