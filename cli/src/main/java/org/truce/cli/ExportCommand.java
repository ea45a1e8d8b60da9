package org.truce.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.review.DecisionFeed;
import org.truce.record.Kept;
import org.truce.record.TruceRecord;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code truce export}: the entries of a record, one a line. */
@CommandLine.Command(
        name = "export",
        description = {
            "Writes the entries of a record, one JSON object a line, in the order in which they were recorded; \"truce add\""
                    + " reads them back. Every entry is as its author wrote it.",
            "What this copy lacks or what was destroyed is counted on standard error. Attachments stay in the record.",
            "With --corrections it writes the decisions on what the machine read instead, one a line: the words, their"
                    + " sentence, the rule, what the machine said and what a person said, for whoever keeps the lexicons.",
            "With --csv DIR2 it writes every register as a table for a spreadsheet into a new directory, with a data"
                    + " dictionary that says what each column means."
        },
        footer = {
            "",
            "Example: truce export my-ceasefire --jsonl --audience public > public.jsonl",
            "         truce export sample:karabakh-2020 --csv tables --at 2021-09-28 --audience public"
        })
final class ExportCommand extends Command {
    private static final int STEP = 1 << 12;

    @Parameters(paramLabel = "DIR", description = "The record, or sample:NAME.")
    private String dir = "";

    @Option(names = "--jsonl", description = "As JSON lines.")
    private boolean jsonl;

    @Option(names = "--corrections", description = "Every decision on a reading that stands, instead of the entries.")
    private boolean corrections;

    @Option(
            names = "--csv",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "DIR2",
            description =
                    "Every register as a table for a spreadsheet, into DIR2; with --corrections one table, printed.")
    private @Nullable String csv;

    @Option(
            names = "--at",
            paramLabel = "T",
            converter = When.Converter.class,
            description = "With --csv DIR2: of which instant, or date (its end in the mandate's zone); else now.")
    private @Nullable When at;

    @Option(
            names = "--known",
            paramLabel = "K",
            converter = When.Converter.class,
            description = "With --csv DIR2: as known then: a size of the record, an instant or a date; else all.")
    private @Nullable When known;

    @Option(
            names = "--audience",
            paramLabel = "A",
            description = "For whom: public, parties, party:ACTOR or mission; else all that DIR holds but the vault.")
    private @Nullable String audience;

    @Option(names = "--first", paramLabel = "N", description = "Begins with the entry of this number, from 0.")
    private long first;

    private long written;
    private long withheld;
    private long destroyed;

    ExportCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        boolean tables = csv != null && !csv.isEmpty();
        if (jsonl == (csv != null) || (csv != null && tables == corrections)) {
            throw new WrongUse("no-form", "export", "Say in which form: --jsonl, --csv DIR2, or --corrections --csv.");
        }
        if (!tables && (at != null || known != null)) {
            throw new WrongUse("wrong-use", "export", "--at and --known go with --csv DIR2.");
        }
        Audience reader = audience == null ? Audience.Group.MISSION : Audience.parse(audience);
        if (reader == Audience.Group.VAULT && !jsonl) {
            throw new WrongUse("no-vault", "--audience", "There is no vault in this release; choose another audience.");
        }
        if (tables) {
            return tables(reader, Path.of(csv));
        }
        return corrections ? decisions(reader) : entries(reader);
    }

    private int tables(Audience reader, Path into) throws IOException {
        try (OpenRecord open = OpenRecord.of(new Samples(console()).directory(dir))) {
            View view = When.view(
                    open.picture(), at, known, reader, console().clock().instant());
            long rows = new Tables(into, new Progress(console())).write(view, open);
            console().err().println(rows + " rows written");
        }
        return Truce.DONE;
    }

    private int entries(Audience reader) throws IOException {
        Progress progress = new Progress(console());
        try (TruceRecord record = TruceRecord.open(new Samples(console()).directory(dir))) {
            long size = record.size();
            if (first < 0 || first > size) {
                throw new WrongUse("beyond-record", "--first " + first, "The record has " + size + " entries.");
            }
            for (long from = first; from < size && !console().out().checkError(); from += STEP) {
                record.forEach(from, Math.min(size, from + STEP), reader, this::write);
                progress.at("written", from, size);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (console().out().checkError()) {
            throw new IOException("the output was closed after " + written + " entries");
        }
        console().err().println(written + " written, " + withheld + " withheld, " + destroyed + " destroyed by order");
        return Truce.DONE;
    }

    private int decisions(Audience reader) throws IOException {
        List<ObjectNode> lines;
        try (OpenRecord open = OpenRecord.of(new Samples(console()).directory(dir))) {
            lines = DecisionFeed.of(
                    open, open.picture().at(Instant.MAX, open.picture().size(), reader));
        }
        if (csv != null) {
            DecisionTable.of(lines).forEach(line -> console().out().print(line + "\r\n"));
        } else {
            lines.forEach(line -> console().out().println(line));
        }
        console().err().println(lines.size() + " decisions");
        return Truce.DONE;
    }

    private void write(Kept kept) {
        switch (kept) {
            case Kept.Withheld _ -> withheld++;
            case Kept.Destroyed _ -> destroyed++;
            case Kept.Present present -> {
                line(present.content().bytes(), console().out());
                written++;
            }
        }
    }

    /** On one line: what stands between the tokens of JSON goes where it would end the line; strings have no newline. */
    private static void line(byte[] json, PrintStream out) {
        int from = 0;
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\n' || json[i] == '\r') {
                out.write(json, from, i - from);
                from = i + 1;
            }
        }
        out.write(json, from, json.length - from);
        out.write('\n');
    }
}
