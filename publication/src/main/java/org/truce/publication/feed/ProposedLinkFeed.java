package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.truce.assessment.correlation.ProposedLink;
import org.truce.assessment.correlation.ProposedLinks;
import org.truce.assessment.correlation.Rules;
import org.truce.assessment.correlation.Terms;
import org.truce.model.Coded;
import org.truce.model.kind.Body;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** Links between entries that the rule proposes and nobody decided, each with what speaks for it. */
final class ProposedLinkFeed {
    private static final double HEAVY = 0.4;

    private ProposedLinkFeed() {}

    /** A row for each proposed link. */
    static List<ObjectNode> of(View view) {
        IncidentFeed incidents = new IncidentFeed(view);
        Incidents all = Incidents.of(view);
        return Rows.of(ProposedLinks.of(view).links(), link -> row(view, link, all, incidents));
    }

    private static ObjectNode row(View view, ProposedLink proposed, Incidents all, IncidentFeed feed) {
        Held<Body> member = view.head(proposed.member());
        ObjectNode out = Json.object()
                .put("member", proposed.member().toString())
                .put("incident", proposed.incident().toString())
                .put(
                        "day",
                        member == null
                                ? null
                                : Days.of(view.began(member), view.zone()).toString());
        IncidentFile file = all.find(proposed.incident());
        ObjectNode of = file == null ? Json.object() : feed.of(file);
        out.put("class", of.path("class").asString(null));
        out.set("place", of.has("place") ? of.get("place") : Json.object().nullNode());
        Terms terms = proposed.link().terms();
        boolean again = proposed.link().again();
        out.put("ratio", again ? null : rounded(proposed.link().best()));
        out.set("terms", Json.coded(again ? Coded.of("entered-again") : said(terms)));
        double second = proposed.link().second();
        out.put("second", Double.isFinite(second) ? rounded(second) : null);
        out.put("look", again ? "again" : proposed.link().queue() ? "queue" : "clear");
        out.put("newsOnly", proposed.newsOnly());
        out.put("rule", Rules.NAME);
        List<UUID> entries = new ArrayList<>(List.of(proposed.member()));
        entries.addAll(proposed.others());
        out.set("entries", Json.ids(entries));
        return out;
    }

    private static Coded said(Terms terms) {
        return Coded.of(
                terms.outlier() ? "link-terms-outlier" : "link-terms",
                Map.of(
                        "positionTerm", rounded(terms.position()),
                        "timeTerm", rounded(terms.time()),
                        "actTerm", rounded(terms.act()),
                        "densityTerm", rounded(terms.density()),
                        "sourcesTerm", rounded(terms.sources())));
    }

    private static double rounded(double value) {
        return StrictMath.rint(value * 100) / 100;
    }

    /** How many incidents there were, from strict to lenient. */
    static List<Coded> notes(View view) {
        ProposedLinks.Tally tally = ProposedLinks.of(view).tally();
        List<Coded> notes = new ArrayList<>();
        notes.add(Coded.of("links-proposed"));
        notes.add(Coded.of(
                "incidents-by-linkage",
                Map.of("low", tally.lenient(), "count", tally.likely(), "high", tally.strict())));
        if (tally.newsOnly() > 0) {
            notes.add(Coded.of("incidents-news-only", Map.of("count", tally.newsOnly())));
        }
        if (tally.queued() > 0) {
            notes.add(Coded.of("links-queued", Map.of("count", tally.queued())));
        }
        if (tally.queued() > HEAVY * ProposedLinks.of(view).links().size()) {
            notes.add(Coded.of("engagements", Map.of("count", tally.engagements())));
        }
        if (tally.placeless() > 0) {
            notes.add(Coded.of("links-placeless", Map.of("count", tally.placeless())));
        }
        return notes;
    }
}
