package org.truce.cli;

import java.io.IOException;
import java.util.List;
import org.truce.assessment.statistics.Statistics;
import org.truce.cli.table.Terminal;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.feed.StatisticFeed;
import org.truce.publication.table.RegisterCsv;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code truce statistics}: the neutral statistics of a period. */
@CommandLine.Command(
        name = "statistics",
        description =
                "The neutral statistics of a period, in the same order for every party: each figure with its interval,"
                        + " the exposure behind it, its definition, its revision since the last issue, and the trend where the"
                        + " periods were watched alike.",
        footer = {"", "Example: truce statistics sample:exercise --days 14 --lang ar"})
final class StatisticsCommand extends Asking {
    @Option(
            names = "--days",
            paramLabel = "N",
            description = "How many days the period has, 1 to " + Statistics.MOST_DAYS + "; else "
                    + Statistics.USUAL_DAYS + ".")
    private int days = Statistics.USUAL_DAYS;

    @Option(names = "--csv", description = "Prints a table for a spreadsheet, with every field.")
    private boolean csv;

    StatisticsCommand(Console console) {
        super(console);
    }

    private List<ObjectNode> rows(View view) {
        if (days < 1 || days > Statistics.MOST_DAYS) {
            throw new WrongUse("bad-days", "--days", "A period has 1 to " + Statistics.MOST_DAYS + " days.");
        }
        return StatisticFeed.of(view, days);
    }

    @Override
    JsonNode json(View view) {
        ObjectNode out = RegisterFeed.heading("statistics", view).put("days", days);
        ArrayNode items = out.putArray("items");
        rows(view).forEach(items::add);
        return out;
    }

    @Override
    boolean asTable() {
        return csv;
    }

    @Override
    void table(View view) throws IOException {
        RegisterCsv.of("statistics", rows(view)).write(console().out(), _ -> {});
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) {
        RegisterTable table = new RegisterTable("statistics", words);
        rows(view).forEach(table::add);
        terminal.lines(table.table()).forEach(console().out()::println);
    }
}
