package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.change.Change;
import org.truce.assessment.change.Changes;
import org.truce.assessment.change.Figure;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.View;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What changed between two states of knowledge, heaviest first, and what each change changed downstream. */
public final class ChangeFeed {
    private ChangeFeed() {}

    /**
     * The rows. Each is a coded sentence with its entries; beside it {@code weight}, the entries {@code old} and
     * {@code new} of a correction or withdrawal, and {@code downstream}, coded too.
     *
     * @param since the record size that was known before
     */
    public static List<ObjectNode> of(View view, long since) {
        EntryFeed entries = new EntryFeed(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Change change : Changes.of(view, since)) {
            ObjectNode row = Json.coded(inWords(change.what()));
            row.put("weight", Body.wire(change.weight()));
            row.set("old", entry(change.old(), view, entries));
            row.set("new", entry(change.now(), view, entries));
            ArrayNode downstream = row.putArray("downstream");
            change.downstream().forEach(one -> downstream.add(Json.coded(inWords(one))));
            rows.add(row);
        }
        return rows;
    }

    /** What was learned since the previous daily cut. */
    static List<ObjectNode> sinceCut(View view) {
        return of(view, SituationFeed.previousCut(view));
    }

    private static JsonNode entry(@Nullable UUID id, View view, EntryFeed entries) {
        Held<Body> held = id == null ? null : view.find(id);
        return held == null ? Json.object().nullNode() : entries.line(held);
    }

    /** Constants of the vocabulary among the arguments become words of every language. */
    private static Coded inWords(Coded coded) {
        Map<String, Object> args = new HashMap<>();
        coded.args().forEach((name, value) -> args.put(name, value instanceof Enum<?> word ? word(word) : value));
        return new Coded(coded.code(), args, coded.entries());
    }

    private static Text word(Enum<?> word) {
        return switch (word) {
            case Level level -> Glossary.word("level", level);
            case ObligationFile.State state -> Glossary.word("state", state);
            case IncidentFile.Standing standing -> Glossary.word("status", standing);
            case Act act -> Glossary.word("act", act);
            case Figure figure -> Glossary.word("figure", figure);
            default -> Text.of("und", Body.wire(word));
        };
    }
}
