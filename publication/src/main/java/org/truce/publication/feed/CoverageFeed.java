package org.truce.publication.feed;

import java.time.Instant;
import java.util.List;
import org.truce.assessment.CoverageLine;
import org.truce.assessment.Stretch;
import org.truce.model.kind.Body;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** How much was watched for what, where, and what it would have been without one of those who watched. */
public final class CoverageFeed {
    private CoverageFeed() {}

    /** The rows, the whole line before its zones. */
    public static List<ObjectNode> of(View view) {
        return Rows.of(CoverageLine.of(view), line -> row(line, view));
    }

    private static ObjectNode row(CoverageLine line, View view) {
        ObjectNode out = Json.object();
        out.set("zone", line.zone() == null ? out.nullNode() : EffortFeed.zone(line.zone()));
        out.put("class", line.act() == null ? null : Body.wire(line.act()))
                .put("without", line.without() == null ? null : line.without().value())
                .put("from", line.from().toString())
                .put("to", line.to().toString())
                .put("coveredDays", line.coveredDays())
                .put("covered", line.covered())
                .put("byDay", line.byDay())
                .put("byNight", line.byNight())
                .put("power", line.power())
                .put("upper95", line.upper95())
                .put("acts", line.acts());
        Stretch blind = line.blind();
        Instant since = blind == null ? null : blind.since();
        out.put("blindFromKm", blind == null ? null : (Double) blind.fromKm())
                .put("blindToKm", blind == null ? null : (Double) blind.toKm())
                .put("blindKm", blind == null ? null : (Double) blind.kilometres())
                .put("blindSince", since == null ? null : Json.instant(since))
                .put(
                        "blindSinceDay",
                        since == null ? null : Days.of(since, view.zone()).toString())
                .put("level", line.level() == null ? null : Body.wire(line.level()))
                .put("changed", line.changed());
        out.set("statement", Json.coded(line.statement()));
        out.set("entries", Json.ids(line.entries()));
        return out;
    }
}
