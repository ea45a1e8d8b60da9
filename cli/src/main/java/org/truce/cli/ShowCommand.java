package org.truce.cli;

import org.truce.cli.table.Terminal;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.RegisterFeed;
import picocli.CommandLine;
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
                    "entries, incidents, resolution, obligations, due, waiting, boundaries, actors, reports, meetings,"
                            + " transfers, returns, hazards or flags.")
    private String register = "";

    ShowCommand(Console console) {
        super(console);
    }

    @Override
    JsonNode json(View view) {
        ObjectNode feed = RegisterFeed.of(register, view);
        if (feed == null) {
            throw new WrongUse(
                    "no-register",
                    register,
                    "There is no such register; there are " + String.join(", ", RegisterFeed.ALL.keySet()) + ".");
        }
        return feed;
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) {
        JsonNode items = json(view).get("items");
        if (items.isEmpty()) {
            console().out().println(terminal.line(words.say("nothing")));
            return;
        }
        RegisterTable table = new RegisterTable(register, words);
        items.forEach(table::add);
        terminal.lines(table.table()).forEach(console().out()::println);
    }
}
