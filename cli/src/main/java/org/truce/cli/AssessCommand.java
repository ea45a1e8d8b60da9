package org.truce.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessor;
import org.truce.assessment.Reason;
import org.truce.cli.table.Table;
import org.truce.cli.table.Terminal;
import org.truce.model.Coded;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.AssessmentFeed;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** {@code truce assess}: how stable a ceasefire is, and why. */
@CommandLine.Command(
        name = "assess",
        description = "Tells how stable the ceasefire is, how much was observed, which rule decided, on which entries"
                + " each rests, and what would change the level.",
        footer = {"", "Example: truce assess sample:karabakh-2020 --at 2021-09-28 --lang ru"})
final class AssessCommand extends Asking {
    /** So many endings of ids fit a cell; an assessment of a well-watched line rests on hundreds. */
    private static final int ENTRIES_SHOWN = 12;

    AssessCommand(Console console) {
        super(console);
    }

    @Override
    JsonNode json(View view) {
        return AssessmentFeed.of(Assessor.assess(view));
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) {
        Assessment assessment = Assessor.assess(view);
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
