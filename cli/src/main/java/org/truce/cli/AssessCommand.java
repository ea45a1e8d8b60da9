package org.truce.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessor;
import org.truce.assessment.History;
import org.truce.assessment.Reason;
import org.truce.assessment.ZoneAssessment;
import org.truce.cli.table.Table;
import org.truce.cli.table.Terminal;
import org.truce.model.Coded;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.AssessmentFeed;
import org.truce.publication.feed.HistoryFeed;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.table.RegisterCsv;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code truce assess}: how stable a ceasefire is, and why. */
@CommandLine.Command(
        name = "assess",
        description = "Tells how stable the ceasefire is, how much was observed, which rule decided, on which entries"
                + " each rests, and what would change the level.",
        footer = {"", "Example: truce assess sample:karabakh-2020 --at 2021-09-28 --lang ru"})
final class AssessCommand extends Asking {
    /** So many endings of ids fit a cell; an assessment of a well-watched line rests on hundreds. */
    private static final int ENTRIES_SHOWN = 12;

    @Option(
            names = "--csv",
            description = "Prints a table for a spreadsheet: a line for each rule of the whole and of each zone.")
    private boolean csv;

    @Option(
            names = "--uncalibrated",
            description = "Does not look for thresholds where there are none yet; then a change of rate is not judged.")
    private boolean uncalibrated;

    @Option(
            names = "--history",
            description = "The level of each of the last days, as known then and as known now, and how it turned out.")
    private boolean history;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "With --history: of how many days, 1 to " + History.MOST_DAYS + "; else " + History.USUAL_DAYS
                    + ".")
    private int days = History.USUAL_DAYS;

    AssessCommand(Console console) {
        super(console);
    }

    @Override
    JsonNode json(View view) {
        if (history) {
            ObjectNode out = RegisterFeed.heading("assessments", view).put("days", days);
            ArrayNode items = out.putArray("items");
            past(view).forEach(items::add);
            return out;
        }
        return AssessmentFeed.of(calibrated(view));
    }

    private List<ObjectNode> past(View view) {
        if (days < 1 || days > History.MOST_DAYS) {
            throw new WrongUse("bad-days", "--days", "A history has 1 to " + History.MOST_DAYS + " days.");
        }
        return HistoryFeed.of(view, days);
    }

    @Override
    boolean asTable() {
        return csv;
    }

    @Override
    void table(View view) throws IOException {
        RegisterCsv table = history
                ? RegisterCsv.of("assessments", past(view))
                : RegisterCsv.of("assessment", AssessmentFeed.rows(calibrated(view)));
        table.write(console().out(), _ -> {});
    }

    /** A view that can be judged by thresholds for its own hours of watch; they are kept for the next time. */
    private View calibrated(View view) {
        if (uncalibrated || !Assessor.needsCalibration(view)) {
            return view;
        }
        Messages words = Messages.in(language());
        AtomicInteger told = new AtomicInteger(-1);
        Assessor.calibrate(view, done -> {
            int tenth = (int) (done * 10);
            if (told.getAndSet(tenth) < tenth) {
                console().err().println(words.say("calibrating", Map.of("share", tenth / 10.0)));
            }
        });
        return view.knowing(view.known());
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) {
        if (history) {
            RegisterTable table = new RegisterTable("assessments", words);
            past(view).forEach(table::add);
            terminal.lines(table.table()).forEach(console().out()::println);
            return;
        }
        View judged = calibrated(view);
        Assessment assessment = Assessor.assess(judged);
        PrintStream out = console().out();
        out.println(terminal.line(words.word("level", assessment.level())));
        out.println();
        print(assessment.statement(), words, terminal);
        out.println();
        Table reasons = new Table(
                words.say("holds"),
                words.say("why"),
                words.say("col-value"),
                words.say("col-threshold"),
                words.say("entries"));
        assessment
                .reasons()
                .forEach(reason -> reasons.row(
                        holds(reason, words),
                        sentence(reason, words),
                        number(reason.value()),
                        number(reason.threshold()),
                        ids(reason.entries())));
        terminal.lines(reasons).forEach(out::println);
        out.println();
        out.println(terminal.line(words.say("what-would-change")));
        print(assessment.counterfactual(), words, terminal);
        zones(Assessor.zones(judged), words, terminal);
    }

    private void zones(List<ZoneAssessment> zones, Messages words, Terminal terminal) {
        if (zones.isEmpty()) {
            return;
        }
        console().out().println();
        Table table =
                new Table(words.say("col-zone"), words.say("weight-level"), words.say("coverage"), words.say("why"));
        for (ZoneAssessment zone : zones) {
            String why = zone.reasons().stream()
                    .filter(reason -> reason.fails() && reason.decides() == zone.level())
                    .map(reason -> sentence(reason, words))
                    .collect(Collectors.joining("; "));
            table.row(
                    zone.zone().drawn().body().name().in(words.language()),
                    words.word("level", zone.level()),
                    number(zone.adequacy().coverage()),
                    why);
        }
        terminal.lines(table).forEach(console().out()::println);
    }

    private void print(List<Coded> sentences, Messages words, Terminal terminal) {
        for (Coded sentence : sentences) {
            String entries = sentence.entries().isEmpty() ? "" : " [" + ids(sentence.entries()) + "]";
            terminal.paragraph(words.say(sentence) + entries).forEach(console().out()::println);
        }
    }

    private static String sentence(Reason reason, Messages words) {
        return words.say(reason.code(), reason.args());
    }

    /** At most three digits behind the point, as the page shows it; nothing where there is no number. */
    private static String number(@Nullable Double value) {
        return value == null
                ? ""
                : new BigDecimal(value)
                        .setScale(3, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private static String holds(Reason reason, Messages words) {
        Boolean holds = reason.holds();
        return words.say(holds == null ? "not-evaluated" : holds ? "holds" : "fails");
    }

    /** The endings of the first few ids; all of them whole are in {@code --json}. */
    private static String ids(List<UUID> entries) {
        String shown = String.join(
                " ",
                entries.stream()
                        .limit(ENTRIES_SHOWN)
                        .map(entry -> EntryRef.ending(entry.toString()))
                        .toList());
        return entries.size() > ENTRIES_SHOWN ? shown + " +" + (entries.size() - ENTRIES_SHOWN) : shown;
    }
}
