package org.truce.publication.feed;

import java.util.List;
import org.truce.assessment.Parameters;
import org.truce.assessment.rate.Percentage;
import org.truce.assessment.resolution.Resolution;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** How long incidents take until they are resolved: one row, with the open ones counted as not yet. */
final class ResolutionFeed {
    private ResolutionFeed() {}

    static List<ObjectNode> of(View view) {
        Resolution it =
                Resolution.of(view, view.valid(), Parameters.of(view).agreed().resolutionLimit());
        boolean told = Percentage.told(it.cases());
        ObjectNode row = Json.object()
                .put("cases", it.cases())
                .put("resolved", it.resolved())
                .put("acknowledged", it.acknowledged())
                .put("escalated", it.escalated())
                .put("open", it.open())
                .put("limit", it.limit().value())
                .put("within", told ? it.within().value() : null)
                .put("low", told ? it.within().low() : null)
                .put("high", told ? it.within().high() : null)
                .put("median", it.medianHours())
                .put("oldest", it.oldest() == null ? null : it.oldest().toString())
                .put("oldestHours", it.oldestHours());
        Json.entries(row, it.entries());
        return List.of(row);
    }
}
