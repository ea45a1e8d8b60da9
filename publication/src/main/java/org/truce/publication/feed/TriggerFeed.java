package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.ObligationFile.State;
import org.truce.assessment.Obligations;
import org.truce.model.kind.Body;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The obligations that wait for something: for what, whether it has come, and when. */
final class TriggerFeed {
    private TriggerFeed() {}

    static List<ObjectNode> of(View view) {
        Obligations obligations = Obligations.of(view);
        ObligationFeed feed = new ObligationFeed(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (ObligationFile file : obligations.all()) {
            if (file.set().body().conditional()) {
                ObjectNode row =
                        feed.of(file).retain("id", "instrument", "point", "part", "bearers", "summary", "state");
                row.set("trigger", Json.textOrNull(file.set().body().trigger()));
                ArrayNode before = row.putArray("waitsFor");
                file.set().body().dependsOn().forEach(id -> {
                    ObligationFile other = obligations.find(id);
                    before.addObject()
                            .put("id", id.value())
                            .put("state", other == null ? null : Body.wire(other.state()));
                });
                ObligationFile.Change came = came(file);
                row.put("triggered", file.state() != State.CONDITIONAL);
                row.put(
                        "since",
                        came == null ? null : Days.of(came.at(), view.zone()).toString());
                row.set("entries", Json.ids(entries(file, came)));
                rows.add(row);
            }
        }
        return rows;
    }

    /** The change by which it ceased to wait; null while it waits, and where it never waited. */
    private static ObligationFile.@org.jspecify.annotations.Nullable Change came(ObligationFile file) {
        ObligationFile.Change came = null;
        boolean waiting = false;
        for (ObligationFile.Change change : file.history()) {
            came = change.state() == State.CONDITIONAL ? null : waiting ? change : came;
            waiting = change.state() == State.CONDITIONAL;
        }
        return came;
    }

    private static List<java.util.UUID> entries(
            ObligationFile file, ObligationFile.@org.jspecify.annotations.Nullable Change came) {
        List<java.util.UUID> entries = new ArrayList<>(List.of(file.set().id()));
        if (came != null) {
            came.entries().stream().filter(id -> !entries.contains(id)).forEach(entries::add);
        }
        return entries;
    }
}
