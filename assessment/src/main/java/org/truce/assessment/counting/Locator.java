package org.truce.assessment.counting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.attribution.Attribution;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.Role;
import org.truce.model.place.Where;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * In which zone of a role an entry lay, by the boundaries of its own time. Between two changes of boundaries all entries
 * at one place lie alike, and are looked at once. Not thread-safe.
 */
final class Locator {
    private final View view;
    private final TreeSet<Instant> changes = new TreeSet<>();
    private final Map<Instant, View> views = new HashMap<>();
    private final Map<Spot, Attribution> known = new HashMap<>();

    private record Spot(Instant since, Where where) {}

    Locator(View view) {
        this.view = view;
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

    /** The zone of a role in which an entry lay with at least 80 % probability; null where nobody can say. */
    @Nullable
    BoundaryId zone(Entry entry, Role role) {
        return of(entry).zones().stream()
                .filter(zone -> zone.boundary().drawn().body().role() == role
                        && zone.word() != Attribution.Word.NOT_DETERMINABLE)
                .map(zone -> zone.boundary().id())
                .findFirst()
                .orElse(null);
    }

    private Attribution of(Entry entry) {
        Where where = entry.where();
        Instant began = view.began(entry);
        Instant since = changes.floor(began);
        Instant epoch = since == null ? Instant.MIN : since;
        if (where == null) {
            return Attribution.NOWHERE;
        }
        return known.computeIfAbsent(
                new Spot(epoch, where),
                _ -> Attribution.of(entry, views.computeIfAbsent(epoch, _ -> view.on(began.plusMillis(1)))));
    }

    /** The roles by which figures are split: those of which any zone was ever drawn. */
    List<Role> roles() {
        TreeMap<Role, Boolean> roles = new TreeMap<>();
        for (Held<BoundaryDrawn> drawn : view.heads(BoundaryDrawn.class)) {
            Role role = drawn.body().role();
            if (role == Role.ZONE_OF_RESPONSIBILITY || role == Role.DISTRICT || role == Role.DISENGAGEMENT_AREA) {
                roles.put(role, true);
            }
        }
        return List.copyOf(roles.keySet());
    }
}
