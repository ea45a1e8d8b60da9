package org.truce.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.cli.input.Decisions;
import org.truce.cli.table.Table;
import org.truce.cli.table.Terminal;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.model.Text;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Entry;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.picture.Held;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.Messages;
import org.truce.publication.feed.Json;
import org.truce.publication.feed.RegisterFeed;
import org.truce.publication.review.Proposal;
import org.truce.publication.review.ProposalFeed;
import org.truce.publication.review.Proposals;
import org.truce.publication.review.StoredReading;
import org.truce.record.Candidate;
import org.truce.record.Outcome;
import org.truce.record.Surroundings;
import org.truce.record.TruceRecord;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code truce review}: what the machine read in a report, and a person's decisions on it. */
@CommandLine.Command(
        name = "review",
        description = {
            "Lists what the machine read in a report, each fact with its number, its words, the rule that made it and what"
                    + " became of it; without REPORT, the reports.",
            "With --accept, --reject or --undo it first enters those decisions in your name. The same twice is one."
        },
        footer = {
            "",
            "Example: truce review my-ceasefire …3f2a91c0 --accept 1 --accept 4 --reject 2 --as mission:analyst"
        })
final class ReviewCommand extends Asking {
    @Parameters(index = "1", arity = "0..1", paramLabel = "REPORT", description = "The report's id, or the end of it.")
    private @Nullable String report;

    @Option(
            names = "--accept",
            paramLabel = "N",
            description = "This fact is right; \"all\" for all that are proposed.")
    private List<String> accept = List.of();

    @Option(names = "--reject", paramLabel = "N", description = "This fact is wrong.")
    private List<String> reject = List.of();

    @Option(names = "--undo", paramLabel = "N", description = "Takes the decision on this fact back.")
    private List<String> undo = List.of();

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, in the language of --lang.")
    private @Nullable String why;

    @Option(names = "--as", paramLabel = "ACTOR[:ROLE]", description = "Who decides; else TRUCE_AS.")
    private @Nullable String as;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key, where it is not at its usual place.")
    private @Nullable Path key;

    ReviewCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws IOException {
        if (!accept.isEmpty() || !reject.isEmpty() || !undo.isEmpty()) {
            decide();
        }
        return super.call();
    }

    private void decide() throws IOException {
        if (Samples.named(dir())) {
            throw new WrongUse("read-only", dir(), "A sample is only to be looked at; make a record with truce new.");
        }
        if (report == null) {
            throw new WrongUse(
                    "no-report", "review", "Name the report of which you decide; truce review DIR lists them.");
        }
        Author author = author(as);
        Text reason = why == null ? null : Text.of(language(), why);
        try (OpenRecord open =
                new OpenRecord(TruceRecord.openForWriting(Path.of(dir()), keys(key), Surroundings.real()))) {
            View view = open.picture().at(Instant.MAX, open.picture().size(), Audience.Group.MISSION);
            StoredReading stored = stored(open, view);
            Instant now = view.picture().reconstructed()
                    ? stored.report().entry().stated()
                    : console().clock().instant();
            List<Entry> entries = entries(new Decisions(author, now, reason), stored, Proposals.of(stored, view));
            enter(open, entries);
            open.record().publish();
        }
    }

    private List<Entry> entries(Decisions decisions, StoredReading stored, List<Proposal> facts) {
        Entry received = stored.report().entry();
        List<Entry> entries = new ArrayList<>();
        for (Proposal fact : chosen(accept, facts)) {
            if (fact.problem() != null) {
                throw new ProblemException(
                        fact.problem(),
                        number(fact, facts),
                        "The record has no kind of entry for what was read; reject it, or correct it on the page.");
            }
            entries.addAll(decisions.accept(received.id(), received, fact));
        }
        chosen(reject, facts).forEach(fact -> entries.addAll(decisions.reject(received.id(), received, fact)));
        chosen(undo, facts).forEach(fact -> entries.addAll(decisions.undo(fact)));
        return entries;
    }

    private static List<Proposal> chosen(List<String> numbers, List<Proposal> facts) {
        List<Proposal> out = new ArrayList<>();
        for (String number : numbers) {
            if (number.equals("all")) {
                facts.stream()
                        .filter(fact -> fact.review() == null && fact.problem() == null)
                        .forEach(out::add);
            } else if (number.matches("[1-9]\\d{0,5}") && Integer.parseInt(number) <= facts.size()) {
                out.add(facts.get(Integer.parseInt(number) - 1));
            } else {
                throw new WrongUse(
                        "no-such-fact", number, "The report has facts 1 to " + facts.size() + "; name one of them.");
            }
        }
        return out.stream().distinct().toList();
    }

    private void enter(OpenRecord open, List<Entry> entries) throws IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (Entry entry : entries) {
            candidates.add(Candidate.of(EntryJson.write(entry)));
        }
        for (Outcome outcome : open.append(candidates)) {
            if (outcome instanceof Outcome.Refused(List<Problem> problems)) {
                throw new ProblemException(problems.getFirst());
            }
        }
        console().err().println(entries.size() + " entries added");
    }

    /** The report that was named, with its reading. */
    private StoredReading stored(OpenRecord open, View view) throws IOException {
        String named = String.valueOf(report).replace("…", "");
        List<Held<ReportReceived>> found = view.heads(ReportReceived.class).stream()
                .filter(held -> named.length() >= 6 && held.id().toString().endsWith(named))
                .toList();
        if (found.size() != 1) {
            throw new ProblemException(
                    found.isEmpty() ? "no-such-report" : "not-one-entry",
                    named,
                    found.isEmpty()
                            ? "There is no such report; truce review " + dir() + " lists them."
                            : "The ids of " + found.size() + " reports end so; give more of it.");
        }
        Optional<StoredReading> stored = StoredReading.of(open, found.getFirst(), view.audience());
        return stored.orElseThrow(() ->
                new ProblemException("no-reading", named, "This copy holds no text or no reading of that report."));
    }

    @Override
    JsonNode json(View view) throws IOException {
        if (report == null) {
            return java.util.Objects.requireNonNull(RegisterFeed.of("reports", view));
        }
        StoredReading stored = stored(opened(), view);
        ObjectNode out = Json.object().put("report", stored.report().id().toString());
        out.set("facts", ProposalFeed.of(stored, view));
        return out;
    }

    @Override
    void tell(View view, Messages words, Terminal terminal) throws IOException {
        if (report == null) {
            reports(view, words, terminal);
            return;
        }
        StoredReading stored = stored(opened(), view);
        List<Proposal> facts = Proposals.of(stored, view);
        JsonNode lines = ProposalFeed.of(stored, view);
        Table table = new Table(
                "#",
                words.say("col-type"),
                words.say("col-words"),
                words.say("col-rule"),
                words.say("col-confidence"),
                words.say("col-state"));
        for (int i = 0; i < facts.size(); i++) {
            Proposal fact = facts.get(i);
            JsonNode line = lines.get(i);
            boolean coded = fact.type().equals("event") || fact.type().equals("claim");
            table.row(
                    Integer.toString(i + 1),
                    words.say("fact-one-" + fact.type()) + (coded ? ": " + word(words, fact.type(), fact.label()) : ""),
                    coded ? excerpt(stored, fact) : fact.label(),
                    line.path("rule").asString(""),
                    line.path("confidence").isNumber()
                            ? words.say(
                                    "ui-percent",
                                    Map.of("share", line.path("confidence").asDouble()))
                            : "",
                    words.say("review-" + fact.state()));
        }
        console()
                .out()
                .println(terminal.line(
                        String.valueOf(stored.report().body().title()).replace("null", "")));
        terminal.lines(table).forEach(console().out()::println);
    }

    private void reports(View view, Messages words, Terminal terminal) throws IOException {
        Table table = new Table(
                words.say("col-id"), words.say("col-title"), words.say("review-proposed"), words.say("col-settled"));
        for (Held<ReportReceived> held : view.heads(ReportReceived.class)) {
            List<Proposal> facts = StoredReading.of(opened(), held, view.audience())
                    .map(stored -> Proposals.of(stored, view))
                    .orElse(List.of());
            long settled = facts.stream().filter(fact -> fact.review() != null).count();
            String title = held.body().title();
            table.row(
                    EntryRef.ending(held.id().toString()),
                    title == null ? "" : title,
                    Long.toString(facts.size() - settled),
                    Long.toString(settled));
        }
        terminal.lines(table).forEach(console().out()::println);
    }

    private static String word(Messages words, String type, String label) {
        String code = (type.equals("event") ? "event-" : "template-") + label;
        return words.codes().contains(code) ? words.say(code) : label;
    }

    private static String excerpt(StoredReading stored, Proposal fact) {
        int[] points = stored.text().codePoints().toArray();
        int start = Math.min(fact.spans().getFirst().start(), points.length);
        int end = Math.min(fact.spans().getFirst().end(), points.length);
        return new String(points, start, end - start);
    }

    private static String number(Proposal fact, List<Proposal> facts) {
        return "fact " + (facts.indexOf(fact) + 1);
    }
}
