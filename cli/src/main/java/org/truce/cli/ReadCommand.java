package org.truce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.cli.input.Original;
import org.truce.cli.input.Readers;
import org.truce.cli.table.Terminal;
import org.truce.exchange.document.Page;
import org.truce.reading.Reading;
import org.truce.reading.ReadingJson;
import org.truce.reading.proposer.Proposed;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code truce read}: what a report says, without any record. */
@CommandLine.Command(
        name = "read",
        description = "Reads a report in Arabic, Russian or English and prints its facts, each with its place in the"
                + " text. Nothing is kept.",
        footer = {"", "Example: truce read report.txt --json"})
final class ReadCommand extends Command {
    @Parameters(paramLabel = "FILE", description = "A .txt, .html, .pdf or .docx file, or - for standard input.")
    private String file = "-";

    @Option(names = "--text", description = "Prints only the text in which the places count.")
    private boolean onlyText;

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

    @Option(
            names = "--language",
            paramLabel = "DIR",
            description = "The folder of a language beside the three that come with Truce; may be repeated.")
    private List<Path> languages = List.of();

    @Mixin
    private Proposals proposals = new Proposals();

    ReadCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        byte[] bytes =
                file.equals("-") ? console().in().readNBytes(Original.MAX_BYTES + 1) : Original.bytes(Path.of(file));
        Original original = Original.of(bytes, file, file.equals("-") ? "standard input" : file);
        original.notes().forEach(note -> console().err().println("warning: " + note.within(file)));
        String text = original.text().text();
        if (onlyText) {
            console().out().println(text);
            return Truce.DONE;
        }
        Reading reading = new Readers(theatre, languages).of(text).read(original.text());
        Proposed proposed = proposals.wanted() ? proposals.of(text, reading, console()) : null;
        if (json) {
            console().out().println(json(reading, original, proposed));
            return Truce.DONE;
        }
        ReadingTables tables = new ReadingTables(Terminal.of(console().environment(), reading.lang()), text);
        tables.of(reading, original.pages()).forEach(console().out()::println);
        if (proposed != null) {
            tables.proposed(proposed).forEach(console().out()::println);
        }
        return Truce.DONE;
    }

    /** The reading; of a document with the stretch of the text on each page; with what a model proposed. */
    private static String json(Reading reading, Original original, @Nullable Proposed proposed) {
        if (original.pages().isEmpty() && proposed == null) {
            return ReadingJson.pretty(reading);
        }
        ObjectNode out = (ObjectNode) JsonMapper.shared().readTree(ReadingJson.write(reading));
        out.put("extractor", original.text().extractor());
        ArrayNode pages = out.putArray("pages");
        for (Page page : original.pages()) {
            ArrayNode span = pages.addObject().put("number", page.number()).putArray("span");
            span.add(page.start()).add(page.end());
        }
        if (proposed != null) {
            out.set("proposed", Proposals.json(proposed));
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(out);
    }
}
