package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import org.truce.assessment.Positions;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Body;
import org.truce.picture.Held;
import org.truce.picture.Names;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What each party says of each obligation, in the mandate's order, beside the state that the record gives. */
final class PositionFeed {
    private PositionFeed() {}

    static List<ObjectNode> of(View view) {
        ObligationFeed feed = new ObligationFeed(view);
        Names names = Names.of(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Positions positions : Positions.of(view)) {
            ObjectNode row = feed.of(positions.file())
                    .retain("id", "instrument", "point", "part", "form", "bearers", "summary", "state");
            row.put("agreement", Body.wire(positions.standing()));
            ArrayNode said = row.putArray("said");
            positions.said().forEach(one -> said.add(said(one, names, view)));
            List<java.util.UUID> entries =
                    new ArrayList<>(List.of(positions.file().set().id()));
            positions.file().positions().forEach(held -> entries.add(held.id()));
            row.set("entries", Json.ids(entries));
            rows.add(row);
        }
        return rows;
    }

    private static ObjectNode said(Positions.Said one, Names names, View view) {
        ObjectNode out = Json.object().put("actor", one.who().value());
        out.set("name", Json.text(names.actor(one.who())));
        Held<PositionTaken> held = one.position();
        PositionTaken position = held == null ? null : held.body();
        out.put("stance", position == null ? null : Body.wire(position.stance()));
        out.set("text", Json.textOrNull(position == null ? null : position.words()));
        out.set("regarding", Json.actorOrNull(position == null ? null : position.regarding(), names));
        return out.put(
                        "day",
                        held == null
                                ? null
                                : Days.of(view.began(held), view.zone()).toString())
                .put("entry", held == null ? null : held.id().toString());
    }
}
