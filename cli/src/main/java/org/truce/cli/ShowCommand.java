package org.truce.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.cli.table.Terminal;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.ChangeFeed;
import org.truce.publication.feed.DeadlineFeed;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.table.RegisterCsv;
import org.truce.server.Registers;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code truce show}: one register of a record. */
@CommandLine.Command(
        name = "show",
        description = "Shows a register of a record as of any day, as known on any day. Every row names its entries.",
        footer = {"", "Example: truce show sample:karabakh-2020 incidents --known 2020-12-13 --lang ar"})
final class ShowCommand extends Asking {
    @Parameters(
            index = "1",
            paramLabel = "REGISTER",
            description =
                    "entries, incidents, proposed-links, steps, answers, ledger, ledgers, counts, resolution, attribution, handovers, corridors,"
                            + " withdrawals, instruments, obligations, due, deadlines, waiting, triggers, positions, progress, changes, claims,"
                            + " boundaries, actors, reports, meetings, transfers, returns, hazards, posts, patrols, sensors,"
                            + " coverage, statistics, assessments, effort, unwatched, restrictions, access or flags.")
    private String register = "";

    @Option(
            names = "--since",
            paramLabel = "K",
            converter = When.Converter.class,
            description =
                    "changes: since what was known then: a size, an instant or a date; else the previous daily cut.")
    private @Nullable When since;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "deadlines: how many days to look ahead; else " + DeadlineFeed.USUAL_DAYS + ".")
    private @Nullable Integer days;

    @Option(names = "--csv", description = "Prints a table for a spreadsheet, with every field.")
    private boolean csv;

    ShowCommand(Console console) {
        super(console);
    }

    @Override
    JsonNode json(View view) throws IOException {
        return found(view).whole();
    }

    private Registers.Register found(View view) throws IOException {
        Registers.Register found = Registers.of(register, view, opened(), narrowed(view));
        if (found == null) {
            throw new WrongUse(
                    "no-register",
                    register,
                    "There is no such register; there are " + String.join(", ", RegisterFeed.ALL.keySet()) + ".");
        }
        return found;
    }

    @Override
    boolean asTable() {
        return csv;
    }

    @Override
    void table(View view) throws IOException {
        RegisterCsv.of(register, found(view).rows()).write(console().out(), _ -> {});
    }

    /** The rows of changes or deadlines as they were asked for; null where nothing narrows the register. */
    private @Nullable List<ObjectNode> narrowed(View view) {
        if ((since != null && !register.equals("changes")) || (days != null && !register.equals("deadlines"))) {
            throw new WrongUse("wrong-use", register, "--since belongs to changes, and --days to deadlines.");
        }
        if (days != null && (days < 0 || days > DeadlineFeed.MOST_DAYS)) {
            throw new WrongUse("wrong-use", "--days", "--days is 0 to " + DeadlineFeed.MOST_DAYS + ".");
        }
        if (since != null) {
            return ChangeFeed.of(view, When.size(view.picture(), view.zone(), since));
        }
        return days == null ? null : DeadlineFeed.of(view, days);
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) throws IOException {
        JsonNode feed = json(view);
        JsonNode items = feed.path("items");
        if (items.isEmpty()) {
            console().out().println(terminal.line(words.say("nothing")));
            return;
        }
        RegisterTable table = new RegisterTable(register, words);
        items.forEach(table::add);
        terminal.lines(table.table()).forEach(console().out()::println);
        feed.path("notes").forEach(note -> {
            console().out().println();
            terminal.paragraph(RegisterTable.sentence(note, words))
                    .forEach(console().out()::println);
        });
        if (feed.has("sources")) {
            console().out().println();
            int sources = feed.path("sources").asInt();
            console().out().println(terminal.line(words.say("ui-sources", Map.of("count", sources))));
        }
    }
}
