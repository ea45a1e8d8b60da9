package org.truce.assessment.attribution;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.Role;
import org.truce.model.place.Where;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * In which zones entries lay, by the boundaries of another time than the view's own, such as the entry's. Between two
 * changes of boundaries all entries at one place lie alike, and are looked at once. Not thread-safe.
 */
public final class Attributions {
    /** So many places are remembered for the next question of the same knowledge: a few megabytes. */
    private static final int REMEMBERED = 1 << 14;

    private final View view;
    private final TreeSet<Instant> changes = new TreeSet<>();
    private final Map<Instant, View> views = new HashMap<>();
    private final Map<Spot, List<Attribution.Zone>> zones = new HashMap<>();
    private final Known known;

    private record Spot(Instant since, Where where) {}

    /** What was looked up before; where an entry lay by the boundaries of its time does not change with the view's. */
    private record Known(Map<Spot, Attribution> at) {
        Known() {
            this(new ConcurrentHashMap<>());
        }
    }

    /** With all boundaries that a view knows. */
    public Attributions(View view) {
        this.view = view;
        this.known = view.deriveKnown(Known.class, Known.class, Known::new);
        changes.add(Instant.MIN);
        for (Held<BoundaryDrawn> drawn : view.heads(BoundaryDrawn.class)) {
            if (drawn.body().from() != null) {
                changes.add(drawn.body().from().earliest(view.zone()));
            }
            if (drawn.body().to() != null) {
                changes.add(drawn.body().to().latest(view.zone()));
            }
        }
    }

    /** The zones in which an entry may have lain, by the same boundaries, the most probable first; costs much less. */
    public List<Attribution.Zone> zones(Entry entry, Instant at) {
        Where where = entry.where();
        if (where == null) {
            return List.of();
        }
        Instant epoch = epoch(at);
        return zones.computeIfAbsent(
                new Spot(epoch, where),
                _ -> Attribution.zones(entry, views.computeIfAbsent(epoch, _ -> view.on(at.plusMillis(1)))));
    }

    /** The zone of a role in which an entry lay, or probably lay; null where it lay in none or nobody can say. */
    public @Nullable BoundaryId zone(Entry entry, Instant at, Role role) {
        return Attribution.zone(zones(entry, at), role);
    }

    private Instant epoch(Instant at) {
        Instant since = changes.floor(at);
        return since == null ? Instant.MIN : since;
    }

    /** Of an entry, by the boundaries that held just after an instant. */
    public Attribution of(Entry entry, Instant at) {
        Where where = entry.where();
        if (where == null) {
            return Attribution.NOWHERE;
        }
        Instant epoch = epoch(at);
        Spot spot = new Spot(epoch, where);
        Attribution there = known.at().get(spot);
        if (there == null) {
            there = Attribution.of(entry, views.computeIfAbsent(epoch, _ -> view.on(at.plusMillis(1))));
            if (known.at().size() < REMEMBERED) {
                known.at().put(spot, there);
            }
        }
        return there.of(entry.id());
    }
}
