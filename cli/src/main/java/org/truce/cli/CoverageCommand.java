package org.truce.cli;

import java.io.IOException;
import org.truce.cli.table.Terminal;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.CoverageFeed;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.table.RegisterCsv;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code truce coverage}: what was watched, and what would not have been without one of those who watch. */
@CommandLine.Command(
        name = "coverage",
        description =
                "Tells for the whole line and each zone, and for each class of acts, how much was watched by day and"
                        + " by night, the longest blind stretch and since when, what can be said from it, and coverage and level"
                        + " had a post or sensor not watched.",
        footer = {"", "Example: truce coverage sample:exercise --lang ru"})
final class CoverageCommand extends Asking {
    @Option(names = "--csv", description = "Prints a table for a spreadsheet, with every field.")
    private boolean csv;

    CoverageCommand(Console console) {
        super(console);
    }

    @Override
    JsonNode json(View view) {
        return java.util.Objects.requireNonNull(RegisterFeed.of("coverage", view));
    }

    @Override
    boolean asTable() {
        return csv;
    }

    @Override
    void table(View view) throws IOException {
        RegisterCsv.of("coverage", CoverageFeed.of(view)).write(console().out(), _ -> {});
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) {
        RegisterTable table = new RegisterTable("coverage", words);
        CoverageFeed.of(view).forEach(table::add);
        terminal.lines(table.table()).forEach(console().out()::println);
        RegisterFeed.heading("coverage", view)
                .path("notes")
                .forEach(note -> terminal.paragraph(RegisterTable.sentence(note, words))
                        .forEach(console().out()::println));
    }
}
