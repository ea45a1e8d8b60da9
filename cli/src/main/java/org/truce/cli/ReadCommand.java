package org.truce.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.truce.cli.input.Readers;
import org.truce.cli.table.Terminal;
import org.truce.model.ProblemException;
import org.truce.reading.Reading;
import org.truce.reading.ReadingJson;
import org.truce.reading.source.ReportText;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truce read}: what a report says, without any record. */
@CommandLine.Command(
        name = "read",
        description = "Reads a report in Arabic, Russian or English and prints its facts, each with its place in the"
                + " text. Nothing is kept.",
        footer = {"", "Example: truce read report.txt --json"})
final class ReadCommand extends Command {
    @Parameters(paramLabel = "FILE", description = "A .txt or .html file, or - for standard input.")
    private String file = "-";

    @Option(names = "--json", description = "Prints JSON instead of tables.")
    private boolean json;

    @Option(
            names = "--theatre",
            paramLabel = "NAME|DIR",
            description =
                    "Whose places and actors are known: karabakh, donbas, cyprus, kashmir, south-sudan, or a folder"
                            + " with places.json, actors.json and agreements.json. Left out, it is the one of whose places the"
                            + " report names most.")
    private @Nullable String theatre;

    ReadCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        ReportText report = report();
        String text = report.text();
        Reading reading = new Readers(theatre).of(text).read(report);
        if (json) {
            console().out().println(ReadingJson.pretty(reading));
        } else {
            new ReadingTables(Terminal.of(console().environment(), reading.lang()), text)
                    .of(reading)
                    .forEach(console().out()::println);
        }
        return Truce.DONE;
    }

    private ReportText report() throws IOException {
        byte[] bytes;
        if (file.equals("-")) {
            bytes = console().in().readNBytes(ReportText.MAX_BYTES + 1);
        } else {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw new ProblemException("no-file", file, "There is no such file.");
            }
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(ReportText.MAX_BYTES + 1);
            }
        }
        return switch (ReportText.of(bytes, file)) {
            case ReportText.Result.Good(ReportText report) -> report;
            case ReportText.Result.Bad bad ->
                throw new ProblemException(bad.problem().within(file.equals("-") ? "standard input" : file));
        };
    }
}
