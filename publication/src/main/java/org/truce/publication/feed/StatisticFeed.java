package org.truce.publication.feed;

import java.util.List;
import org.truce.assessment.statistics.Statistic;
import org.truce.assessment.statistics.Statistics;
import org.truce.model.kind.Body;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** The neutral statistics of a period, as rows: the same for the command line, HTTP and spreadsheets. */
public final class StatisticFeed {
    private StatisticFeed() {}

    /** Of the usual period, against what was known at the daily cut before. */
    static List<ObjectNode> of(View view) {
        return of(view, Statistics.USUAL_DAYS);
    }

    /** Of a period of some days that ends with the view's last. */
    public static List<ObjectNode> of(View view, int days) {
        Names names = Names.of(view);
        long issued = SituationFeed.previousCut(view);
        return Rows.of(Statistics.of(view, days, issued), one -> row(one, view, names, issued));
    }

    private static ObjectNode row(Statistic one, View view, Names names, long issued) {
        ObjectNode out = Json.object().put("section", Body.wire(one.section())).put("definition", one.definition());
        Boundary zone = one.zone() == null ? null : Boundaries.of(view).find(one.zone());
        out.set("zone", zone == null ? out.nullNode() : EffortFeed.zone(zone));
        out.set("party", Json.actorOrNull(one.party(), names));
        out.put("item", one.item().isEmpty() ? null : one.item())
                .put("from", one.from().toString())
                .put("to", one.to().toString())
                .put("value", one.value())
                .put("low", one.low())
                .put("high", one.high())
                .put("exposure", one.exposure())
                .put("issued", one.issued())
                .put("revised", one.revised())
                .put("before", one.before())
                .put("comparable", one.comparable())
                .put("trend", one.trend())
                .put("at", Json.instant(view.valid()))
                .put("known", view.known())
                .put("issuedKnown", issued);
        out.set("entries", Json.ids(one.entries()));
        return out;
    }
}
