package org.truce.publication.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.truce.assessment.counting.Count;
import org.truce.assessment.counting.Counting;
import org.truce.assessment.counting.Period;
import org.truce.model.kind.Body;
import org.truce.picture.Boundaries;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** Figures, each with its rule, its cut-off, its zone and the id of its definition. */
final class CountFeed {
    private CountFeed() {}

    static List<ObjectNode> of(View view) {
        List<ObjectNode> rows = new ArrayList<>();
        for (Count count : Counting.of(view)) {
            ObjectNode row = Json.object()
                    .put("definition", count.definition())
                    .put("rule", count.rule().id());
            row.set("ruleName", Json.text(count.rule().agreed().name()));
            row.put(
                    "by",
                    count.rule().agreed().by() == null
                            ? null
                            : count.rule().agreed().by().value());
            period(row, count.period());
            row.put("role", count.role() == null ? null : Body.wire(count.role()));
            row.set("zone", zone(view, count));
            row.put("total", count.total())
                    .put("qualifier", Body.wire(count.qualifier()))
                    .put("exercises", count.exercises());
            ObjectNode classes = row.putObject("classes");
            count.classes().forEach(classes::put);
            Json.entries(row, count.entries());
            rows.add(row);
        }
        return rows;
    }

    static void period(ObjectNode row, Period period) {
        row.put("period", Body.wire(period.name()))
                .put("from", period.from().equals(Instant.MIN) ? null : Json.instant(period.from()))
                .put("cutOff", Json.instant(period.to()));
    }

    /** The name of a zone; what lies in none of a role's zones, or cannot be placed, is called so. */
    private static ObjectNode zone(View view, Count count) {
        if (count.zone() == null) {
            return Json.coded(org.truce.model.Coded.of(count.role() == null ? "zone-whole" : "zone-none"));
        }
        ObjectNode out = Json.object().put("id", count.zone().value());
        Boundaries.Boundary boundary = Boundaries.of(view).find(count.zone());
        out.set(
                "name",
                boundary == null
                        ? Json.text(org.truce.model.Text.of("und", count.zone().value()))
                        : Json.text(boundary.drawn().body().name()));
        return out;
    }
}
