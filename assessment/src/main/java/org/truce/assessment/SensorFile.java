package org.truce.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.truce.model.id.PostId;
import org.truce.model.kind.Observation.SensorRan;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * One sensor and how much of its time it ran, from its first run to a view's end: hours for which nobody says that it ran
 * are hours for which it did not.
 *
 * @param sensor its id
 * @param newest its newest run
 * @param first when it first ran
 * @param last when it last ran
 * @param hours from the first run to the view's end
 * @param ran hours for which it really ran
 * @param entries its runs, in order of time
 */
public record SensorFile(
        PostId sensor,
        Held<SensorRan> newest,
        Instant first,
        Instant last,
        double hours,
        double ran,
        List<UUID> entries) {

    /** The sensors of a view, by id. */
    public static List<SensorFile> of(View view) {
        TreeMap<String, List<Held<SensorRan>>> runs = new TreeMap<>();
        view.happened(SensorRan.class)
                .forEach(held -> runs.computeIfAbsent(held.body().sensor().value(), _ -> new ArrayList<>())
                        .add(held));
        return runs.values().stream().map(all -> of(view, all)).toList();
    }

    private static SensorFile of(View view, List<Held<SensorRan>> runs) {
        Instant first = view.began(runs.getFirst());
        Instant last = runs.stream()
                .map(run -> end(view, run))
                .max(Comparator.naturalOrder())
                .orElse(first);
        double ran = 0;
        for (Held<SensorRan> run : runs) {
            double span = Span.hours(view.began(run), end(view, run));
            double whole = Span.hours(view.began(run), view.ended(run.entry()));
            double uptime =
                    run.body().uptime() == null ? whole : run.body().uptime().value();
            // Of a run that the view's end cuts, as much as lies before it.
            ran += whole <= 0 ? 0 : StrictMath.min(span, uptime * span / whole);
        }
        return new SensorFile(
                runs.getFirst().body().sensor(),
                runs.getLast(),
                first,
                last,
                Span.hours(first, view.valid()),
                ran,
                View.ids(runs));
    }

    private static Instant end(View view, Held<SensorRan> run) {
        Instant end = view.ended(run.entry());
        return end.isBefore(view.valid()) ? end : view.valid();
    }

    /** The share of its time for which it ran, 0 to 1. */
    public double uptime() {
        return hours <= 0 ? 0 : StrictMath.min(1, ran / hours);
    }
}
