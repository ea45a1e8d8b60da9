package org.truce.publication.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.truce.assessment.Due;
import org.truce.model.Coded;
import org.truce.model.kind.Body;
import org.truce.picture.View;
import tools.jackson.databind.node.ObjectNode;

/** What is overdue and for how long, and what falls due in the next days: deadlines, notices, renewals, periods. */
public final class DeadlineFeed {
    /** How many days the register looks ahead where nobody says otherwise. */
    public static final int USUAL_DAYS = 30;

    /** The most days that it looks ahead. */
    public static final int MOST_DAYS = 36_600;

    private DeadlineFeed() {}

    /**
     * The rows: overdue first, the longest overdue first; then what comes, the nearest first.
     *
     * @param days how many days to look ahead, 0 to {@link #MOST_DAYS}
     */
    public static List<ObjectNode> of(View view, int days) {
        ObligationFeed feed = new ObligationFeed(view);
        List<ObjectNode> rows = new ArrayList<>();
        for (Due due : Due.within(view, days)) {
            ObjectNode row = feed.of(due.file())
                    .retain("id", "instrument", "point", "part", "bearers", "summary", "state", "entries");
            row.put("what", Body.wire(due.what())).put("at", Json.instant(due.at()));
            row.put(
                    "day",
                    due.deadline() != null
                            ? due.deadline().day().toString()
                            : Days.of(due.at().minusNanos(1), view.zone()).toString());
            row.set("deadline", ObligationFeed.deadline(due.deadline()));
            row.put("overdue", due.overdue()).put("days", due.days());
            row.put("warning", due.warning() == 0 ? null : due.warning());
            row.set(
                    "falls",
                    Json.coded(Coded.of(
                            due.overdue() ? "overdue-for" : "due-within",
                            Map.of("what", Glossary.word("due", due.what()), "days", due.days()))));
            rows.add(row);
        }
        return rows;
    }
}
