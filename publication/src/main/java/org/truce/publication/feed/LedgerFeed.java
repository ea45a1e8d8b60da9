package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import org.truce.assessment.ledger.Ledger;
import org.truce.assessment.ledger.LedgerLine;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Named;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The mission's ledger beside each party's: the sums, and the lines. */
final class LedgerFeed {
    private LedgerFeed() {}

    /** A row for each ledger and period, counted by its own rule and by the mission's. */
    static List<ObjectNode> sums(View view) {
        Names names = Names.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Ledger ledger : Ledger.of(view)) {
            ObjectNode row = Json.object();
            row.set("ledger", actor(ledger.owner(), names));
            row.put("mission", ledger.mission());
            CountFeed.period(row, ledger.period());
            row.put("lines", ledger.entries().size());
            ledger.byStatus().forEach((status, number) -> row.put(Body.wire(status), number));
            row.put("own", ledger.own()).put("ownRule", ledger.ownRule().id());
            row.set("ownRuleName", Json.text(ledger.ownRule().agreed().name()));
            row.put("missions", ledger.missions())
                    .put("missionRule", ledger.missionRule().id());
            row.set("missionRuleName", Json.text(ledger.missionRule().agreed().name()));
            Json.entries(row, ledger.entries());
            rows.add(row);
        }
        return rows;
    }

    /** A row for each line of each ledger. */
    static List<ObjectNode> lines(View view) {
        Names names = Names.of(view);
        EntryFeed entries = new EntryFeed(view);
        return Rows.of(Ledger.all(view), line -> line(line, view, names, entries));
    }

    private static ObjectNode line(LedgerLine line, View view, Names names, EntryFeed entries) {
        ObjectNode row = Json.object();
        row.set("ledger", actor(line.ledger(), names));
        row.put("day", Days.of(line.began(), view.zone()).toString()).put("class", Body.wire(line.act()));
        row.set("accused", Json.actorOrNull(line.accused(), names));
        row.put("found", Body.wire(line.status()))
                .put("incident", line.incident().id().toString());
        row.set(
                "summary",
                line.entry().body() instanceof AllegationMade allegation
                        ? Json.text(allegation.what())
                        : entries.line(line.entry()).path("summary"));
        ArrayNode ids = row.putArray("entries");
        ids.add(line.entry().id().toString());
        line.by().forEach(id -> ids.add(id.toString()));
        return row;
    }

    private static ObjectNode actor(ActorId id, Names names) {
        return Json.actor(Named.of(id), names);
    }
}
