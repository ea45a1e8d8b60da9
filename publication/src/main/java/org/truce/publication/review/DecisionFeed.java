package org.truce.publication.review;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Span;
import org.truce.model.kind.Body;
import org.truce.model.kind.Named;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.EventReported;
import org.truce.model.kind.Statement.Quantity;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.model.kind.Statement.ReportReceived;
import org.truce.model.kind.Statement.StatementMade;
import org.truce.model.kind.Statement.Verdict;
import org.truce.model.place.Where;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.OpenRecord;
import org.truce.picture.View;
import org.truce.publication.feed.Days;
import org.truce.publication.feed.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions that persons took on readings, as evidence for whoever keeps the lexicons: one object a decision that
 * stands, with the words, their sentence, what the machine said and what the person said. Only what the view's reader may
 * read takes part: a decision whose report or text is not for them is left out.
 */
public final class DecisionFeed {
    private final View view;
    private final Names names;

    private DecisionFeed(View view) {
        this.view = view;
        this.names = Names.of(view);
    }

    /** Every decision that stands, by report and then in the order of the facts. Reads each report's text once. */
    public static List<ObjectNode> of(OpenRecord open, View view) throws IOException {
        DecisionFeed feed = new DecisionFeed(view);
        List<ObjectNode> out = new ArrayList<>();
        for (Held<ReportReceived> report : view.heads(ReportReceived.class)) {
            Optional<StoredReading> stored = StoredReading.of(open, report, view.audience());
            if (stored.isPresent() && feed.reviewed(report)) {
                for (Proposal proposal : Proposals.of(stored.get(), view)) {
                    Held<ReadingReviewed> review = proposal.review();
                    if (review != null) {
                        out.add(feed.line(proposal, review, stored.get()));
                    }
                }
            }
        }
        return out;
    }

    private boolean reviewed(Held<ReportReceived> report) {
        return view.heads(ReadingReviewed.class).stream()
                .anyMatch(review -> review.body().report().equals(report.id()));
    }

    private ObjectNode line(Proposal proposal, Held<ReadingReviewed> review, StoredReading stored) {
        JsonNode read = stored.fact(proposal.path());
        ObjectNode machine = ProposalFeed.machine(proposal.type(), read);
        if (proposal.becomesEntry()) {
            machine.put("type", proposal.type().equals("statement") ? null : proposal.label());
        }
        String trigger = machine.path("trigger").asString("");
        machine.remove("trigger");
        Span first = proposal.spans().getFirst();
        ObjectNode out = Json.object()
                .put("language", stored.reading().lang())
                .put("layer", proposal.path().replaceFirst("/.*", ""))
                .put("rule", read.path("rule").isString() ? read.path("rule").stringValue() : null);
        if (read.path("confidence").isNumber()) {
            out.put("confidence", read.path("confidence").asDouble());
        } else {
            out.putNull("confidence");
        }
        out.put("words", trigger.isEmpty() ? words(stored.text(), first) : trigger)
                .put("sentence", sentence(stored.text(), first, stored.reading().lang()));
        out.set("machine", machine);
        out.put("verdict", Body.wire(review.body().verdict()));
        out.set("person", person(proposal, review.body(), machine));
        out.set("why", Json.textOrNull(review.body().why()));
        return out.put("by", review.entry().author().actor().value())
                .put("day", Days.of(review.entry().stated(), view.zone()).toString())
                .put("report", stored.report().id().toString())
                .put("fact", proposal.path())
                .put("review", review.id().toString());
    }

    /** What the person says that it is: null where it is nothing, or where the entry that it became is not for the reader. */
    private JsonNode person(Proposal proposal, ReadingReviewed review, ObjectNode machine) {
        if (review.verdict() == Verdict.ACCEPTED) {
            return machine;
        }
        Held<Body> made = proposal.made();
        if (review.verdict() == Verdict.REJECTED || (proposal.becomesEntry() && made == null)) {
            return Json.object().nullNode();
        }
        return made == null ? Json.object().put("normalised", review.instead()) : fields(made.entry());
    }

    private ObjectNode fields(Entry entry) {
        ObjectNode out = Json.object();
        String date = entry.occurred() == null ? null : entry.occurred().edtf().text();
        switch (entry.body()) {
            case StatementMade said -> {
                out.put("normalised", name(said.speaker()))
                        .put(
                                "role",
                                said.speaker() == null ? null : said.speaker().role());
                out.put("status", Body.wire(said.mode())).put("verb", said.verb());
            }
            case EventReported event -> {
                out.put("status", Body.wire(event.status())).put("date", date);
                out.put("accused", name(event.accused())).put("accuser", name(event.accuser()));
                out.put("place", place(entry.where()));
                out.set("quantities", quantities(event.quantities()));
                out.put("type", Body.wire(event.event()).replace('-', '_'));
            }
            case ClaimMade claim ->
                out.put("normalised", name(claim.claimant())).put("type", Body.wire(claim.template()));
            default -> {
                // No other kind comes of a reading.
            }
        }
        return out;
    }

    private static ArrayNode quantities(List<Quantity> quantities) {
        ArrayNode out = Json.array();
        for (Quantity one : quantities) {
            double value = one.amount().value();
            out.addObject()
                    .put("name", one.name())
                    .put("value", value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value))
                    .put("unit", Body.wire(one.amount().unit()))
                    .put(
                            "qualifier",
                            one.amount().qualifier() == null
                                    ? "exact"
                                    : Body.wire(one.amount().qualifier()));
        }
        return out;
    }

    private @Nullable String name(@Nullable Named named) {
        return named == null
                ? null
                : named.name() != null ? named.name() : names.actor(named).in("en");
    }

    private @Nullable String place(@Nullable Where where) {
        if (where == null) {
            return null;
        }
        if (where.place() != null) {
            return names.place(where.place()).in("en");
        }
        var point = java.util.Objects.requireNonNull(where.geometry()).getCentroid();
        return point.getY() + ", " + point.getX();
    }

    private static String words(String text, Span span) {
        int start = text.offsetByCodePoints(0, Math.min(span.start(), text.codePointCount(0, text.length())));
        int left = text.codePointCount(start, text.length());
        return text.substring(start, text.offsetByCodePoints(start, Math.min(span.end() - span.start(), left)));
    }

    /** The sentences that hold a stretch, within its lines. */
    private static String sentence(String text, Span span, String language) {
        String words = words(text, span);
        int start = text.offsetByCodePoints(0, Math.min(span.start(), text.codePointCount(0, text.length())));
        int end = start + words.length();
        int lineStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int lineEnd = text.indexOf('\n', end);
        String line = text.substring(Math.min(lineStart, start), lineEnd < 0 ? text.length() : lineEnd);
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        breaks.setText(line);
        int from = start - Math.min(lineStart, start);
        int begin = breaks.isBoundary(from) ? from : breaks.preceding(from);
        int last = Math.min(line.length(), from + words.length());
        int stop = last == line.length() || (last > 0 && breaks.isBoundary(last)) ? last : breaks.following(last);
        return line.substring(Math.max(0, begin), stop < 0 ? line.length() : stop)
                .strip();
    }
}
