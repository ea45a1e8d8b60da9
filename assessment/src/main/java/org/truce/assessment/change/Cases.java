package org.truce.assessment.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.change.Change.Weight;
import org.truce.model.Coded;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/** What changed of incidents. An incident is the same however often the entry that opened it was corrected. */
final class Cases {
    private final Two two;
    private final Map<UUID, IncidentFile> before;
    private final Map<UUID, IncidentFile> after;
    private final List<Effect> standings = new ArrayList<>();
    private final List<Effect> closures = new ArrayList<>();
    private final List<Effect> others = new ArrayList<>();
    private final List<Effect> opened = new ArrayList<>();

    private Cases(Two two, boolean all) {
        this.two = two;
        Set<UUID> touched = all ? Set.of() : touched(two);
        this.before = byRoot(two, two.before(), all, touched);
        this.after = byRoot(two, two.after(), all, touched);
    }

    /** What more was said of than one observation, before or now, and what is new: nothing else can have changed. */
    private static Set<UUID> touched(Two two) {
        Set<UUID> touched = new LinkedHashSet<>();
        for (View view : List.of(two.before(), two.after())) {
            Incidents.of(view).told().forEach(file -> touched.addAll(two.roots(members(file))));
        }
        two.fresh().forEach(held -> touched.add(two.root(held.id())));
        return touched;
    }

    private static Map<UUID, IncidentFile> byRoot(Two two, View view, boolean all, Set<UUID> touched) {
        Incidents incidents = Incidents.of(view);
        List<IncidentFile> files = new ArrayList<>(all ? incidents.all() : incidents.told());
        Set<UUID> there = new HashSet<>();
        files.forEach(file -> there.add(file.id()));
        for (UUID root : touched) {
            Held<?> head = view.head(root);
            IncidentFile file = head == null ? null : incidents.find(head.id());
            if (file != null && there.add(file.id())) {
                files.add(file);
            }
        }
        files.sort(Comparator.comparing(IncidentFile::from).thenComparing(IncidentFile::id));
        Map<UUID, IncidentFile> byRoot = new LinkedHashMap<>();
        files.forEach(file -> byRoot.put(two.root(file.id()), file));
        return byRoot;
    }

    /** Standings first, then closures, what became of others, and new incidents, the confirmed first. */
    static List<Effect> of(Two two) {
        Cases cases = new Cases(two, false);
        cases.after.forEach((root, now) -> cases.compare(cases.before.get(root), now));
        cases.before.forEach((root, was) -> {
            if (!cases.after.containsKey(root)) {
                cases.gone(was);
            }
        });
        List<Effect> all = new ArrayList<>(cases.standings);
        all.addAll(cases.closures);
        all.addAll(cases.others);
        all.addAll(cases.opened);
        return all;
    }

    /** The incidents that were known before and are known now. */
    static Map<IncidentFile, IncidentFile> both(Two two) {
        Cases cases = new Cases(two, true);
        Map<IncidentFile, IncidentFile> both = new LinkedHashMap<>();
        cases.after.forEach((root, now) -> {
            IncidentFile was = cases.before.get(root);
            if (was != null) {
                both.put(was, now);
            }
        });
        return both;
    }

    private void compare(@Nullable IncidentFile was, IncidentFile now) {
        if (was == null) {
            Effect effect = effect("change-incident-new", Map.of("new", now.standing()), now, now);
            opened.add(now.standing() == Standing.CONFIRMED ? firstUnconfirmed() : opened.size(), effect);
            return;
        }
        if (was.standing() != now.standing()) {
            standings.add(effect("change-standing", Map.of("old", was.standing(), "new", now.standing()), was, now));
        }
        if (was.closed() != now.closed()) {
            closures.add(effect(now.closed() ? "change-closed" : "change-reopened", Map.of(), was, now));
        }
        Set<UUID> said = two.roots(members(was));
        Set<UUID> says = two.roots(members(now));
        if (!said.equals(says)) {
            others.add(effect("change-members", Map.of("before", said.size(), "after", says.size()), was, now));
        }
    }

    private int firstUnconfirmed() {
        int at = 0;
        while (at < opened.size() && opened.get(at).what().args().get("new") == Standing.CONFIRMED) {
            at++;
        }
        return at;
    }

    /** It was joined to another, or all on which it rested was withdrawn. */
    private void gone(IncidentFile was) {
        IncidentFile joined = members(was).stream()
                .map(two.after()::head)
                .filter(java.util.Objects::nonNull)
                .map(member -> Incidents.of(two.after()).find(member.id()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (joined == null) {
            others.add(effect("change-incident-gone", Map.of(), was, was));
        } else {
            others.add(effect("change-incident-joined", Map.of("into", what(joined)), was, joined));
        }
    }

    private static List<UUID> members(IncidentFile file) {
        return file.members().stream().map(Held::id).toList();
    }

    /** What an incident is called: its words, else the kind of act. */
    static Object what(IncidentFile file) {
        return file.what() != null ? file.what() : file.act();
    }

    private Effect effect(String code, Map<String, Object> args, IncidentFile was, IncidentFile now) {
        Set<UUID> causes = new LinkedHashSet<>(two.roots(was.entries()));
        causes.addAll(two.roots(now.entries()));
        List<UUID> entries = new ArrayList<>(List.of(now.id()));
        two.fresh(causes).stream().filter(id -> !entries.contains(id)).forEach(entries::add);
        Map<String, Object> all = new HashMap<>(args);
        all.put("what", what(was));
        return new Effect(Weight.INCIDENT, new Coded(code, all, entries), causes);
    }
}
