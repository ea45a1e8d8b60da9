package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.claims.Confronted;
import org.truce.model.Coded;
import org.truce.model.kind.Body;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims, each with what the record says to it, in order of being made. */
public final class ClaimFeed {
    private ClaimFeed() {}

    /** A row for each claim of a view. */
    public static List<ObjectNode> of(View view) {
        return of(view, Confronted.of(view));
    }

    /** A row for each of some claims of a view. */
    public static List<ObjectNode> of(View view, List<Confronted> claims) {
        Names names = Names.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Confronted one : claims) {
            ClaimMade claim = one.claim().body();
            ObjectNode row = Json.object()
                    .put("id", one.claim().id().toString())
                    .put("day", Days.of(view.began(one.claim()), view.zone()).toString());
            row.set("claimant", claim.claimant() == null ? row.nullNode() : Json.actor(claim.claimant(), names));
            row.put("template", Body.wire(claim.template()));
            row.set("claimed", Json.text(claim.words()));
            row.put("verdict", Body.wire(one.verdict()));
            row.set("reasons", coded(one.reasons()));
            row.set("otherwise", coded(one.otherwise()));
            row.put("coverage", one.coverage()).put("level", one.level() == null ? null : Body.wire(one.level()));
            row.set("query", query(one.query()));
            row.set("entries", Json.ids(one.entries()));
            rows.add(row);
        }
        return rows;
    }

    private static ObjectNode query(Confronted.Query query) {
        ClaimMade claim = query.claim();
        return Json.object()
                .put("comparator", claim.comparator() == null ? null : Body.wire(claim.comparator()))
                .put("value", claim.value())
                .put("measure", claim.measure() == null ? null : Body.wire(claim.measure()))
                .put("event", claim.event() == null ? null : Body.wire(claim.event()))
                .put("of", claim.of() == null ? null : claim.of().value())
                .put("from", query.from() == null ? null : query.from().toString())
                .put("to", query.to().toString())
                .put("zone", query.zone() == null ? null : query.zone().value())
                .put(
                        "obligation",
                        claim.obligation() == null ? null : claim.obligation().value())
                .put("known", query.known());
    }

    private static ArrayNode coded(List<Coded> sentences) {
        ArrayNode out = Json.array();
        sentences.forEach(sentence -> out.add(coded(sentence)));
        return out;
    }

    /** A sentence of a verdict. */
    public static ObjectNode coded(Coded sentence) {
        return Json.coded(inWords(sentence));
    }

    /** States of obligations are words of the vocabulary: the sentence gets them in every language. */
    static Coded inWords(Coded sentence) {
        if (!(sentence.args().get("state") instanceof String state)) {
            return sentence;
        }
        Map<String, Object> args = new HashMap<>(sentence.args());
        args.put("state", Glossary.word("state", ObligationFile.State.valueOf(state)));
        return new Coded(sentence.code(), args, sentence.entries());
    }
}
