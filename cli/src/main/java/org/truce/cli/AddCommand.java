package org.truce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce add}: entries and reports into a record. */
@CommandLine.Command(
        name = "add",
        description = {
            "Adds entries (.json with one, .jsonl with one a line) and reports (.txt, .html, .pdf, .docx)"
                    + " to a record.",
            "What was added before is counted and not doubled; a bad line costs nothing else."
        },
        footer = {
            "",
            "An entry keeps its own author, id, stated and audience; what it leaves out is filled in. Beside FILE there"
                    + " may be FILE.entry.json, which gives a report's id, stated, author, audience and basis.",
            "",
            "Example: truce add my-ceasefire report.txt --as mission:analyst --accept"
        })
final class AddCommand extends Command {
    @Parameters(index = "0", paramLabel = "DIR", description = "The record.")
    private Path dir = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Entries or reports.")
    private List<Path> files = List.of();

    @Option(names = "--as", paramLabel = "ACTOR[:ROLE]", description = "Who brings them in; else TRUCE_AS.")
    private @Nullable String as;

    @Option(
            names = "--audience",
            paramLabel = "A",
            defaultValue = "mission",
            description = "Who may read what names no audience: public, parties, party:ACTOR or mission (default).")
    private String audience = "mission";

    @Option(names = "--accept", description = "Accepts every fact of the reports in your name.")
    private boolean accept;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, where it is not at its usual place.")
    private @Nullable Path key;

    AddCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (Samples.named(dir.toString())) {
            throw new WrongUse(
                    "read-only", dir.toString(), "A sample is only to be looked at; make a record with truce new.");
        }
        Author author = author(as);
        Audience readers = Audience.parse(audience);
        Adding.Count count;
        try (TruceRecord record = TruceRecord.openForWriting(dir, keys(key), Surroundings.real())) {
            count = new Adding(console(), record, author, readers, accept).add(files);
            record.publish();
            console()
                    .out()
                    .println(count.added() + " added, " + count.known() + " known before, " + count.refused()
                            + " refused; the record holds " + record.size() + " entries");
            console().out().flush(); // they are durable: no witness is waited for
            new Cosigning(console(), Duration.ofSeconds(2)).ask(record);
        }
        return count.refused() == 0 ? Truce.DONE : Truce.BAD_INPUT;
    }
}
