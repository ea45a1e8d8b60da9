package org.truce.assessment.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Assessment;
import org.truce.assessment.Assessor;
import org.truce.assessment.Reason;
import org.truce.assessment.change.Change.Weight;
import org.truce.model.Coded;
import org.truce.model.entry.Basis;
import org.truce.model.entry.Replacement;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/**
 * What changed since the record had a size, for one reader and of one instant: both states of knowledge are derived and
 * compared. An entry that only came to be known is told last; what it changed is told first.
 */
public final class Changes {
    private final Two two;
    private final List<Effect> effects = new ArrayList<>();
    private @Nullable List<IncidentFile> based;

    private Changes(Two two) {
        this.two = two;
    }

    /**
     * The changes, heaviest first. Costs both views, and what {@link Moves} costs for each boundary that was drawn.
     *
     * @param view what is known now
     * @param since the record size that was known before; the view's own size, or more, gives no change
     */
    public static List<Change> of(View view, long since) {
        Changes changes = new Changes(new Two(view.knowing(Math.min(since, view.known())), view));
        return changes.all();
    }

    private List<Change> all() {
        effects.addAll(Duties.of(two));
        effects.addAll(Cases.of(two));
        List<Change> all = new ArrayList<>();
        level(all);
        effects.forEach(effect -> all.add(new Change(
                effect.weight(), effect.what(), null, null, effect.amendment() ? consequences(effect) : List.of())));
        all.addAll(Lines.of(two));
        corrections(all);
        all.addAll(Figures.of(two));
        fresh(all);
        all.sort(Comparator.comparing(Change::weight));
        return List.copyOf(all);
    }

    private void level(List<Change> all) {
        Assessment before = Assessor.assess(two.before());
        Assessment after = Assessor.assess(two.after());
        if (before.level() == after.level()) {
            return;
        }
        Set<UUID> reasons = new LinkedHashSet<>();
        after.reasons().stream().map(Reason::entries).forEach(reasons::addAll);
        List<UUID> entries = reasons.stream().filter(two::fresh).toList();
        all.add(Change.of(
                Weight.LEVEL,
                new Coded(
                        "change-level",
                        Map.of("old", before.level(), "new", after.level()),
                        entries.isEmpty() ? List.copyOf(reasons) : entries)));
    }

    /** What an amended deadline made of this obligation and of those that wait for it. */
    private List<Coded> consequences(Effect amended) {
        Set<UUID> entries = two.roots(amended.what().entries());
        return effects.stream()
                .filter(effect -> !effect.amendment())
                .filter(effect -> effect.causes().stream().anyMatch(entries::contains))
                .map(Effect::what)
                .toList();
    }

    /** Lines and zones that were drawn anew are told with the ground. */
    private void corrections(List<Change> all) {
        Map<UUID, Held<Body>> newest = new LinkedHashMap<>();
        for (Held<Body> held : two.fresh()) {
            if (held.entry().replaces() != null && !(held.body() instanceof BoundaryDrawn)) {
                newest.put(two.root(held.id()), held);
            }
        }
        newest.forEach((root, held) -> {
            Replacement replaces = held.entry().replaces();
            if (replaces != null) {
                all.add(correction(root, held, replaces));
            }
        });
    }

    private Change correction(UUID root, Held<Body> held, Replacement replaces) {
        Held<Body> known = two.before().head(root);
        UUID old = known == null ? replaces.entry() : known.id();
        List<Coded> downstream = new ArrayList<>();
        effects.stream()
                .filter(effect -> effect.causes().contains(root))
                .map(Effect::what)
                .forEach(downstream::add);
        resting(root, downstream);
        return new Change(
                Weight.CORRECTION,
                new Coded(
                        replaces.withdraws() ? "change-withdrawn" : "change-corrected",
                        Map.of("kind", held.entry().kind(), "words", replaces.why()),
                        List.of(old, held.id())),
                old,
                held.id(),
                downstream);
    }

    /** Incidents whose entries name as their basis what was corrected or withdrawn: somebody has to look at them again. */
    private void resting(UUID root, List<Coded> downstream) {
        for (IncidentFile file : based()) {
            List<UUID> members = file.members().stream()
                    .filter(member -> member.entry().basis().stream().anyMatch(basis -> names(basis, root)))
                    .map(Held::id)
                    .toList();
            if (!members.isEmpty()) {
                List<UUID> entries = new ArrayList<>(List.of(file.id()));
                members.stream().filter(id -> !entries.contains(id)).forEach(entries::add);
                downstream.add(new Coded("change-rests", Map.of("what", Cases.what(file)), entries));
            }
        }
    }

    /** The incidents that may rest on an entry or report, in order; looked for when something was corrected. */
    private List<IncidentFile> based() {
        List<IncidentFile> found = based;
        if (found == null) {
            Incidents incidents = Incidents.of(two.after());
            found = new ArrayList<>(incidents.told());
            found.addAll(incidents.lone().based());
            found.sort(Comparator.comparing(IncidentFile::from).thenComparing(IncidentFile::id));
            based = found;
        }
        return found;
    }

    private boolean names(Basis basis, UUID root) {
        return (basis.report() != null && two.root(basis.report()).equals(root))
                || basis.entries().stream().anyMatch(entry -> two.root(entry).equals(root));
    }

    /** What was not known before and still stands, by kind. */
    private void fresh(List<Change> all) {
        Map<String, List<UUID>> byKind = new TreeMap<>();
        for (Held<Body> held : two.fresh()) {
            Held<Body> head = two.after().head(held.id());
            if (held.entry().replaces() == null && head != null && head.id().equals(held.id())) {
                byKind.computeIfAbsent(held.entry().kind(), _ -> new ArrayList<>())
                        .add(held.id());
            }
        }
        byKind.forEach((kind, ids) -> all.add(
                Change.of(Weight.NEW, new Coded("new-entries", Map.of("kind", kind, "count", ids.size()), ids))));
    }
}
