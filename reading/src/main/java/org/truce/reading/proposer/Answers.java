package org.truce.reading.proposer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer into proposals: one JSON object, with or without the fence that models put around code. */
final class Answers {
    private static final int LONGEST = 1 << 20;
    private static final int MOST = 200;

    private Answers() {}

    /** The proposals of an answer; throws {@link ProblemException} where it is none. */
    static List<Proposal> proposals(String answer) {
        if (answer.length() > LONGEST) {
            throw broken("The answer is longer than a million characters.");
        }
        JsonNode events;
        try {
            events = JsonMapper.shared().readTree(unfenced(answer)).path("events");
        } catch (JacksonException | StackOverflowError e) {
            throw broken("The answer is no JSON.");
        }
        if (!events.isArray()) {
            throw broken("The answer holds no list of events.");
        }
        List<Proposal> out = new ArrayList<>();
        for (JsonNode event : events) {
            if (out.size() < MOST) {
                out.add(proposal(event));
            }
        }
        return out;
    }

    private static ProblemException broken(String sentence) {
        return new ProblemException(new Problem("broken-answer", "answer", sentence + " Nothing was taken from it."));
    }

    private static String unfenced(String answer) {
        String bare = answer.strip();
        if (!bare.startsWith("```") || !bare.endsWith("```") || bare.indexOf('\n') < 0) {
            return bare;
        }
        return bare.substring(bare.indexOf('\n') + 1, bare.length() - 3);
    }

    private static Proposal proposal(JsonNode event) {
        JsonNode evidence = event.path("evidence");
        List<Proposal.Slot> quantities = new ArrayList<>();
        for (JsonNode quantity : event.path("quantities")) {
            Proposal.Slot slot = slot(quantity);
            if (slot != null) {
                quantities.add(slot);
            }
        }
        return new Proposal(
                text(event, "type"),
                text(event, "status"),
                new Proposal.Evidence(text(evidence, "quote"), number(evidence, "start"), number(evidence, "end")),
                slot(event.path("date")),
                slot(event.path("place")),
                slot(event.path("accused")),
                slot(event.path("accuser")),
                quantities);
    }

    /** A slot with a value and a quote; null where one of them is missing. */
    private static Proposal.@Nullable Slot slot(JsonNode slot) {
        JsonNode given = slot.path("value");
        String value = given.isNumber() ? given.asString() : text(slot, "value");
        String quote = text(slot, "quote");
        return value.isBlank() || quote.isBlank() ? null : new Proposal.Slot(text(slot, "name"), value, quote);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.asString("") : "";
    }

    private static int number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isInt() ? value.intValue() : -1;
    }
}
