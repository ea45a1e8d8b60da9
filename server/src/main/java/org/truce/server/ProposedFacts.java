package org.truce.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement.ReadingReviewed;
import org.truce.picture.Held;
import org.truce.picture.View;
import org.truce.publication.feed.Json;
import org.truce.reading.Reading;
import org.truce.reading.Span;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The facts of a stored reading, each with its state: proposed until a person settled it. */
final class ProposedFacts {
    private final Map<String, Held<ReadingReviewed>> reviews = new HashMap<>();
    private final ArrayNode facts = Json.array();

    ProposedFacts(View view, UUID report) {
        for (Held<ReadingReviewed> review : view.heads(ReadingReviewed.class)) {
            if (review.body().report().equals(report)) {
                reviews.put(review.body().fact(), review);
            }
        }
    }

    ArrayNode of(Reading reading) {
        for (int i = 0; i < reading.statements().size(); i++) {
            Reading.Statement said = reading.statements().get(i);
            fact("statements", i, "statement", List.of(said.span()), said.text(), said.why())
                    .put("normalised", said.speaker().normalised())
                    .put("role", said.speaker().role())
                    .put("status", said.direct() ? "direct" : "indirect");
        }
        for (int i = 0; i < reading.events().size(); i++) {
            event(i, reading.events().get(i));
        }
        for (int i = 0; i < reading.claims().size(); i++) {
            Reading.Claim claim = reading.claims().get(i);
            fact("claims", i, "claim", List.of(claim.span()), claim.template(), claim.why())
                    .put("normalised", claim.speaker());
        }
        for (int i = 0; i < reading.dates().size(); i++) {
            Reading.Date date = reading.dates().get(i);
            fact("dates", i, "date", date.spans(), date.surface(), date.why()).put("normalised", date.iso());
        }
        for (int i = 0; i < reading.places().size(); i++) {
            Reading.Location place = reading.places().get(i);
            fact("places", i, "place", place.spans(), place.surface(), place.why())
                    .put("normalised", place.normalised());
        }
        for (int i = 0; i < reading.actors().size(); i++) {
            Reading.Participant actor = reading.actors().get(i);
            fact("actors", i, "actor", actor.spans(), actor.surface(), actor.why())
                    .put("normalised", actor.normalised());
        }
        for (int i = 0; i < reading.agreements().size(); i++) {
            Reading.Instrument agreement = reading.agreements().get(i);
            fact("agreements", i, "agreement", agreement.spans(), agreement.surface(), agreement.why())
                    .put("normalised", agreement.agreement());
        }
        return facts;
    }

    private void event(int i, Reading.Event event) {
        ObjectNode fact = fact("events", i, "event", List.of(event.span()), event.type(), event.why())
                .put("status", event.status())
                .put("date", event.date())
                .put("place", event.place() == null ? null : event.place().normalised())
                .put("accused", event.accused())
                .put("accuser", event.accuser());
        ArrayNode quantities = fact.putArray("quantities");
        event.quantities()
                .forEach(figure -> quantities
                        .addObject()
                        .put("name", figure.name())
                        .put("value", figure.value())
                        .put("unit", figure.unit())
                        .put("qualifier", figure.qualifier()));
    }

    private ObjectNode fact(String list, int i, String type, List<Span> spans, String label, Reading.Explanation why) {
        String id = list + "/" + i;
        Held<ReadingReviewed> review = reviews.get(id);
        ObjectNode fact = facts.addObject().put("n", id).put("type", type).put("label", label);
        fact.put("rule", why.rule()).put("confidence", why.confidence());
        ArrayNode all = fact.putArray("spans");
        spans.forEach(span -> all.addArray().add(span.start()).add(span.end()));
        return fact.put(
                        "state",
                        review == null ? "proposed" : Body.wire(review.body().verdict()))
                .put("entry", made(review));
    }

    private static @Nullable String made(@Nullable Held<ReadingReviewed> review) {
        return review == null || review.body().makes() == null
                ? null
                : review.body().makes().toString();
    }
}
