package org.truce.publication.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.History;
import org.truce.model.kind.Body;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** The assessments of the last days, as known then and now, and how they turned out. */
public final class HistoryFeed {
    private HistoryFeed() {}

    /** Of the usual number of days. */
    static List<ObjectNode> of(View view) {
        return of(view, History.USUAL_DAYS);
    }

    /** Of so many last days, the newest first. */
    public static List<ObjectNode> of(View view, int days) {
        return Rows.of(History.of(view, days).reversed(), HistoryFeed::row);
    }

    private static ObjectNode row(History one) {
        ObjectNode out = Json.object().put("day", one.day().toString());
        out.putNull("zone");
        out.put("level", Body.wire(one.level()))
                .put("levelNow", Body.wire(one.now()))
                .put("covered", one.adequacy().coverage())
                .put("power", one.adequacy().power())
                .put("knownThen", one.known())
                .put("after7", wire(one.week()))
                .put("after14", wire(one.fortnight()))
                .put("turned", Body.wire(one.turned()))
                .put("falseStable", one.falseStable());
        out.set("entries", Json.ids(one.entries()));
        return out;
    }

    private static @Nullable String wire(@Nullable Level level) {
        return level == null ? null : Body.wire(level);
    }
}
