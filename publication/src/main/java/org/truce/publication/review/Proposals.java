package org.truce.publication.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Author;
import org.truce.model.entry.Basis;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Span;
import org.truce.model.id.ActorId;
import org.truce.model.json.Kinds;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.picture.Held;
import org.truce.picture.View;
import org.truce.reading.Reading;

/**
 * Every fact of a stored reading with its state: proposed until a person settled it. Where two persons settled one fact
 * apart from each other, the later decision stands. Pure; costs one pass over the reviews of a view and one over the
 * facts.
 */
public final class Proposals {
    /** Stands in a draft for what its author will give. */
    private static final UUID UNNAMED = new UUID(0x7000, 0x8000_0000_0000_0000L);

    private static final Author NOBODY = new Author(new ActorId("nobody"), null);

    private final StoredReading stored;
    private final View view;
    private final Map<String, Held<ReadingReviewed>> reviews = new HashMap<>();
    private final Map<String, Facts.Fact> facts = new HashMap<>();
    private final List<Proposal> all = new ArrayList<>();

    private Proposals(StoredReading stored, View view, NameIndex names) {
        this.stored = stored;
        this.view = view;
        for (Held<ReadingReviewed> review : view.heads(ReadingReviewed.class)) {
            if (review.body().report().equals(stored.report().id())) {
                reviews.put(review.body().fact(), review);
            }
        }
        Facts.of(stored.reading(), stored.text(), names).forEach(fact -> facts.put(fact.path(), fact));
    }

    /** The facts of one reading: statements, events and claims first, then mentions, each in order of appearance. */
    public static List<Proposal> of(StoredReading stored, View view) {
        Proposals proposals = new Proposals(stored, view, NameIndex.of(view));
        proposals.collect(stored.reading());
        return List.copyOf(proposals.all);
    }

    private void collect(Reading reading) {
        each("statements", reading.statements(), (path, it) -> add(path, "statement", it.text(), List.of(it.span())));
        each("events", reading.events(), (path, it) -> add(path, "event", it.type(), List.of(it.span())));
        each("claims", reading.claims(), (path, it) -> add(path, "claim", it.template(), List.of(it.span())));
        each("dates", reading.dates(), (path, it) -> add(path, "date", it.surface(), it.spans()));
        each("places", reading.places(), (path, it) -> add(path, "place", it.surface(), it.spans()));
        each("actors", reading.actors(), (path, it) -> add(path, "actor", it.surface(), it.spans()));
        each("agreements", reading.agreements(), (path, it) -> add(path, "agreement", it.surface(), it.spans()));
    }

    private interface Adding<T> {
        void add(String path, T fact);
    }

    private static <T> void each(String list, List<T> facts, Adding<T> adding) {
        for (int i = 0; i < facts.size(); i++) {
            adding.add(list + "/" + i, facts.get(i));
        }
    }

    private void add(String path, String type, String label, List<org.truce.reading.Span> spans) {
        Facts.Fact fact = facts.get(path);
        Held<ReadingReviewed> review = reviews.get(path);
        boolean mention = !(type.equals("statement") || type.equals("event") || type.equals("claim"));
        all.add(new Proposal(
                path,
                type,
                label,
                spans.stream().map(span -> new Span(span.start(), span.end())).toList(),
                fact == null ? null : draft(fact),
                fact != null || mention ? null : "no-such-entry-kind",
                review,
                made(review)));
    }

    private @Nullable Held<Body> made(@Nullable Held<ReadingReviewed> review) {
        return Optional.ofNullable(review)
                .map(it -> it.body().makes())
                .map(view::head)
                .orElse(null);
    }

    private Entry draft(Facts.Fact fact) {
        Entry report = stored.report().entry();
        return new Entry(
                UNNAMED,
                fact.body().kind(),
                Kinds.version(fact.body().kind()),
                NOBODY,
                report.stated(),
                fact.occurred(),
                fact.where(),
                List.of(Basis.of(report.id(), fact.span())),
                null,
                report.audience(),
                fact.body());
    }
}
