package org.truce.assessment.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.picture.Held;
import org.truce.picture.View;

/**
 * What persons decided: entries that they joined belong together, and two incidents that they made stay two; entries that
 * they joined once and parted again, by withdrawing or correcting the link, stay apart.
 */
final class Decisions {
    private final Map<UUID, Integer> held = new HashMap<>();
    private final List<UUID[]> apart = new ArrayList<>();

    private Decisions() {}

    static Decisions of(View view) {
        Decisions decisions = new Decisions();
        Map<UUID, Set<UUID>> groups = new HashMap<>();
        for (Held<IncidentLinked> link : view.heads(IncidentLinked.class)) {
            if (link.body().rule() == null) {
                join(groups, entries(view, link.id(), link.body()));
            }
        }
        Map<Set<UUID>, Integer> numbers = new HashMap<>();
        groups.forEach((id, group) -> decisions.held.put(id, numbers.computeIfAbsent(group, _ -> numbers.size())));
        for (Held<Body> any : view.all(0, "IncidentLinked")) {
            if (any.body() instanceof IncidentLinked link) {
                decisions.part(view, any.id(), link, groups);
            }
        }
        return decisions;
    }

    /** The incident of each entry that a person assigned, by a number. */
    Map<UUID, Integer> held() {
        return held;
    }

    List<UUID[]> apart() {
        return apart;
    }

    private static Set<UUID> entries(View view, UUID id, IncidentLinked link) {
        Set<UUID> entries = new LinkedHashSet<>();
        entries.add(id);
        if (link.incident() != null) {
            entries.add(current(view, link.incident()));
        }
        link.members().forEach(member -> entries.add(current(view, member)));
        return entries;
    }

    private static UUID current(View view, UUID id) {
        Held<Body> head = view.head(id);
        return head == null ? id : head.id();
    }

    private static void join(Map<UUID, Set<UUID>> groups, Set<UUID> entries) {
        Set<UUID> whole = new HashSet<>();
        for (UUID entry : entries) {
            whole.add(entry);
            whole.addAll(groups.getOrDefault(entry, Set.of()));
        }
        Set<UUID> one = Set.copyOf(whole);
        one.forEach(entry -> groups.put(entry, one));
    }

    /** What a version of a link held and its head does not hold any more was parted. */
    private void part(View view, UUID id, IncidentLinked link, Map<UUID, Set<UUID>> groups) {
        Held<Body> head = view.head(id);
        List<UUID> then = new ArrayList<>(entries(view, id, link));
        Set<UUID> now = head != null && head.body() instanceof IncidentLinked still
                ? entries(view, head.id(), still)
                : Set.of();
        if (head != null && head.id().equals(id)) {
            return;
        }
        for (int i = 0; i < then.size(); i++) {
            for (int j = i + 1; j < then.size(); j++) {
                UUID one = then.get(i);
                UUID other = then.get(j);
                boolean both = now.contains(one) && now.contains(other);
                if (!both && !groups.getOrDefault(one, Set.of()).contains(other)) {
                    apart.add(new UUID[] {one, other});
                }
            }
        }
    }
}
