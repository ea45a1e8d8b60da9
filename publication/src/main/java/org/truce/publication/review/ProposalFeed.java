package org.truce.publication.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Span;
import org.truce.model.json.EntryJson;
import org.truce.model.kind.Body;
import org.truce.picture.Held;
import org.truce.picture.View;
import org.truce.publication.feed.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The facts of a stored reading as JSON, the same for the page and for the command line. Pure. */
public final class ProposalFeed {
    private static final List<String> OF_AN_EVENT = List.of("status", "date", "accused", "accuser", "trigger");

    private ProposalFeed() {}

    /** Every fact of a report, in the order of {@link Proposals}. */
    public static ArrayNode of(StoredReading stored, View view) {
        ArrayNode facts = Json.array();
        Proposals.of(stored, view).forEach(one -> facts.add(fact(one, stored)));
        return facts;
    }

    private static ObjectNode fact(Proposal proposal, StoredReading stored) {
        JsonNode read = stored.fact(proposal.path());
        ObjectNode fact = Json.object()
                .put("n", proposal.path())
                .put("type", proposal.type())
                .put("label", proposal.label());
        ArrayNode spans = fact.putArray("spans");
        for (Span span : proposal.spans()) {
            spans.addArray().add(span.start()).add(span.end());
        }
        fact.setAll(machine(proposal.type(), read));
        fact.put("rule", text(read, "rule"));
        if (read.path("confidence").isNumber()) {
            fact.put("confidence", read.path("confidence").asDouble());
        } else {
            fact.putNull("confidence");
        }
        fact.put("state", proposal.state()).put("problem", proposal.problem());
        fact.put("entry", proposal.made() == null ? null : proposal.made().id().toString());
        fact.set("draft", draft(proposal.draft()));
        fact.set("review", envelope(proposal.review()));
        fact.set("made", envelope(proposal.made()));
        return fact;
    }

    /** What the machine says of a fact besides its words, field by field; the fields depend on its type. */
    static ObjectNode machine(String type, JsonNode read) {
        ObjectNode out = Json.object();
        switch (type) {
            case "statement" -> {
                JsonNode speaker = read.path("speaker");
                out.put("normalised", text(speaker, "normalised")).put("role", text(speaker, "role"));
                out.put("status", text(read, "mode")).put("verb", text(read, "verb"));
            }
            case "event" -> {
                OF_AN_EVENT.forEach(field -> out.put(field, text(read, field)));
                out.put("place", text(read.path("place"), "normalised"));
                out.set("quantities", quantities(read.path("quantities")));
            }
            case "claim" -> out.put("normalised", text(read, "speaker"));
            case "place" -> {
                out.put("normalised", text(read, "normalised"));
                out.put("lat", read.path("lat").asDouble())
                        .put("lon", read.path("lon").asDouble());
            }
            case "date" -> out.put("normalised", text(read, "iso"));
            case "agreement" -> out.put("normalised", text(read, "agreement"));
            default -> out.put("normalised", text(read, "normalised"));
        }
        return out;
    }

    private static ArrayNode quantities(JsonNode read) {
        ArrayNode out = Json.array();
        read.forEach(number -> out.addObject()
                .put("name", text(number, "name"))
                .put("value", number.path("value").asString(""))
                .put("unit", text(number, "unit"))
                .put("qualifier", text(number, "qualifier")));
        return out;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }

    private static JsonNode draft(@Nullable Entry draft) {
        if (draft == null) {
            return Json.object().nullNode();
        }
        ObjectNode entry = tree(draft);
        entry.remove(List.of("id", "author"));
        return entry;
    }

    private static JsonNode envelope(@Nullable Held<? extends Body> held) {
        return held == null ? Json.object().nullNode() : tree(held.entry());
    }

    private static ObjectNode tree(Entry entry) {
        return EntryJson.tree(EntryJson.write(entry)) instanceof ObjectNode tree ? tree : Json.object();
    }
}
