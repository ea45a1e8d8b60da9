package org.truce.publication.feed;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Assessor;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.model.kind.Body;
import org.truce.model.time.Deadline;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.View;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Days with something in them: incidents by standing, coverage, deadlines, entries. */
public final class TimelineFeed {
    private final ZoneId zone;
    private final Map<LocalDate, ObjectNode> days = new TreeMap<>();

    private TimelineFeed(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The strip of a view.
     *
     * @param whole a view of the same knowledge at the end of time, so that the strip shows what came after too
     */
    public static ObjectNode of(View whole) {
        return new TimelineFeed(whole.zone()).build(whole);
    }

    private ObjectNode build(View whole) {
        NavigableSet<LocalDate> stated = new TreeSet<>();
        for (Held<Body> held : whole.all()) {
            LocalDate day = Days.of(held.entry().stated(), zone);
            stated.add(day);
            ObjectNode at = day(day);
            at.put("entries", at.get("entries").intValue() + 1);
        }
        for (IncidentFile file : Incidents.of(whole).all()) {
            ObjectNode incidents = (ObjectNode) day(Days.of(file.from(), zone)).get("incidents");
            String standing = Body.wire(file.standing());
            incidents.put(standing, incidents.path(standing).asInt(0) + 1);
        }
        if (!stated.isEmpty()) {
            // A post that is still manned watches to the end of time, but nothing is known of days after the last word.
            Assessor.coverageByDay(whole, LocalDate.MIN, stated.last())
                    .forEach((day, coverage) -> day(day).put("coverage", coverage));
        }
        ObjectNode out = Json.object();
        ArrayNode deadlines = out.putArray("deadlines");
        for (ObligationFile file : Obligations.of(whole).all()) {
            deadline(deadlines, file, file.deadline(), false);
            boolean amended = file.original() != null && !file.original().equals(file.deadline());
            deadline(deadlines, file, amended ? file.original() : null, true);
        }
        ArrayNode list = out.putArray("days");
        days.values().forEach(list::add);
        out.put("from", days.isEmpty() ? null : days.keySet().iterator().next().toString());
        out.put(
                "to",
                days.isEmpty()
                        ? null
                        : ((TreeMap<LocalDate, ObjectNode>) days).lastKey().toString());
        return out;
    }

    private ObjectNode day(LocalDate day) {
        return days.computeIfAbsent(day, _ -> {
            ObjectNode fresh = Json.object()
                    .put("day", day.toString())
                    .put("coverage", 0.0)
                    .put("entries", 0);
            fresh.putObject("incidents");
            return fresh;
        });
    }

    private static void deadline(ArrayNode out, ObligationFile file, @Nullable Deadline deadline, boolean original) {
        if (deadline != null) {
            out.addObject()
                    .put("day", deadline.day().toString())
                    .put("obligation", file.id().value())
                    .put("original", original)
                    .put("state", Body.wire(file.state()))
                    .put(
                            "label",
                            file.set().body().point()
                                    + (file.set().body().part() == null
                                            ? ""
                                            : file.set().body().part()));
        }
    }
}
