package org.truce.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.claims.Confronted;
import org.truce.cli.table.Terminal;
import org.truce.model.Coded;
import org.truce.model.entry.Basis;
import org.truce.model.kind.Named;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.ClaimFeed;
import org.truce.publication.feed.ClaimReviews;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.table.RegisterCsv;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code truce claims}: what the record says to what was said in public. */
@CommandLine.Command(
        name = "claims",
        description = "Holds every claim against the record: supported, contradicted, not enough observation, scope not"
                + " comparable, or not checkable; with the reasons, their entries, and what would change it. The rules, the"
                + " same for every speaker, are in docs/claims.md.",
        footer = {"", "Example: truce claims sample:karabakh-2020 --at 2021-09-28 --lang ar"})
final class ClaimsCommand extends Asking {
    private static final int ENTRIES_SHOWN = 6;

    @Option(names = "--report", paramLabel = "ID", description = "Only the claims of this report: an id or its ending.")
    private @Nullable String report;

    @Option(names = "--csv", description = "Prints a table for a spreadsheet, with every field.")
    private boolean csv;

    @Option(names = "--claim-review", description = "Prints JSON as ClaimReview of schema.org.")
    private boolean claimReview;

    ClaimsCommand(Console console) {
        super(console);
    }

    private boolean asked(Held<?> claim) {
        return report == null
                || claim.entry().basis().stream()
                        .anyMatch(basis -> basis.report() != null
                                && EntryRef.names(report, basis.report().toString()));
    }

    /** An ending that names several reports names none. */
    private void oneReport(List<Confronted> asked) {
        long reports = asked.stream()
                .flatMap(one -> one.claim().entry().basis().stream())
                .map(Basis::report)
                .filter(java.util.Objects::nonNull)
                .filter(id -> EntryRef.names(String.valueOf(report), id.toString()))
                .distinct()
                .count();
        if (report != null && reports > 1) {
            throw new WrongUse("not-one-entry", report, "The ids of " + reports + " reports end so; give more of it.");
        }
    }

    private List<Confronted> confronted(View view) {
        List<Confronted> all = Confronted.of(view);
        List<Confronted> asked = all.stream().filter(one -> asked(one.claim())).toList();
        if (asked.isEmpty() && report != null) {
            throw new WrongUse("no-claims", report, "No claim rests on such a report; see truce show DIR reports.");
        }
        oneReport(asked);
        return asked;
    }

    private List<ObjectNode> rows(View view) {
        return ClaimFeed.of(view, confronted(view));
    }

    @Override
    JsonNode json(View view) {
        ObjectNode out = RegisterFeed.heading("claims", view);
        ArrayNode items = out.putArray("items");
        rows(view).forEach(items::add);
        return out;
    }

    @Override
    boolean asTable() {
        return csv || claimReview;
    }

    @Override
    void table(View view) throws IOException {
        if (claimReview) {
            ArrayNode reviews = Json.array();
            Messages words = Messages.in(language());
            confronted(view).forEach(one -> reviews.add(ClaimReviews.of(one, view, words)));
            print(reviews);
        } else {
            RegisterCsv.of("claims", rows(view)).write(console().out(), _ -> {});
        }
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) {
        PrintStream out = console().out();
        List<Confronted> all = confronted(view);
        if (all.isEmpty()) {
            out.println(terminal.line(words.say("nothing")));
        }
        for (Confronted one : all) {
            Named claimant = one.claim().body().claimant();
            String who = claimant == null
                    ? ""
                    : " · " + Names.of(view).actor(claimant).in(words.language());
            String day =
                    view.began(one.claim()).atZone(view.zone()).toLocalDate().toString();
            String said = one.claim().body().words().in(words.language());
            terminal.paragraph(day + who + " · “" + said + "”").forEach(out::println);
            String level = one.level() == null
                    ? ""
                    : " · " + words.say("weight-level") + ": " + words.word("level", one.level());
            terminal.paragraph(words.word("verdict", one.verdict()) + level).forEach(out::println);
            one.reasons().forEach(reason -> print(reason, words, terminal));
            one.otherwise().forEach(reason -> print(reason, words, terminal));
            terminal.paragraph("[" + ids(one.entries()) + "]").forEach(out::println);
            out.println();
        }
    }

    private void print(Coded sentence, Messages words, Terminal terminal) {
        terminal.paragraph(RegisterTable.sentence(ClaimFeed.coded(sentence), words))
                .forEach(console().out()::println);
    }

    private static String ids(List<UUID> entries) {
        String shown = entries.stream()
                .limit(ENTRIES_SHOWN)
                .map(id -> EntryRef.ending(id.toString()))
                .collect(Collectors.joining(" "));
        return shown + (entries.size() > ENTRIES_SHOWN ? " +" + (entries.size() - ENTRIES_SHOWN) : "");
    }
}
