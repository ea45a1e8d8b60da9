package org.truce.assessment.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.change.Change.Weight;
import org.truce.model.Coded;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.picture.Boundaries;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.Held;
import org.truce.picture.Names;

/** What changed of lines and zones, and of who controls them. */
final class Lines {
    private final Two two;
    private final Moves moves;
    private final List<Change> changes = new ArrayList<>();

    private Lines(Two two) {
        this.two = two;
        this.moves = new Moves(two);
    }

    /** Control first, then lines and zones in record order. */
    static List<Change> of(Two two) {
        Lines lines = new Lines(two);
        lines.control();
        lines.drawn();
        return lines.changes;
    }

    private void control() {
        Boundaries before = Boundaries.of(two.before());
        Names names = Names.of(two.after());
        for (Boundary now : Boundaries.of(two.after()).all()) {
            Boundary was = before.find(now.id());
            ActorId old = was == null ? null : was.controller();
            if (Objects.equals(old, now.controller())) {
                continue;
            }
            Map<String, Object> args = new HashMap<>();
            args.put("what", now.drawn().body().name());
            put(args, "old", old, names);
            put(args, "new", now.controller(), names);
            String code = old == null
                    ? "change-control-set"
                    : now.controller() == null ? "change-control-gone" : "change-control";
            List<UUID> entries = now.controller() == null && was != null ? was.entries() : now.entries();
            changes.add(Change.of(Weight.GROUND, new Coded(code, args, entries)));
        }
    }

    private static void put(Map<String, Object> args, String name, @Nullable ActorId actor, Names names) {
        if (actor != null) {
            args.put(name, names.actor(actor));
        }
    }

    private void drawn() {
        Map<UUID, List<Held<Body>>> chains = new LinkedHashMap<>();
        two.fresh().stream()
                .filter(held -> held.body() instanceof BoundaryDrawn)
                .sorted(Comparator.comparingLong(Held::index))
                .forEach(held -> chains.computeIfAbsent(two.root(held.id()), _ -> new ArrayList<>())
                        .add(held));
        chains.forEach((root, fresh) -> drawn(root, fresh.getLast()));
    }

    private void drawn(UUID root, Held<Body> newest) {
        Held<Body> was = two.before().head(root);
        Held<Body> now = two.after().head(root);
        if (was == null && now == null) {
            return;
        }
        BoundaryDrawn drawn = (BoundaryDrawn) newest.body();
        Map<String, Object> args = new HashMap<>();
        args.put("what", drawn.name());
        String code;
        if (was != null) {
            code = now == null ? "change-line-withdrawn" : "change-line-redrawn";
            Text why = newest.entry().replaces() == null
                    ? Text.of("und", "")
                    : Text.of("und", newest.entry().replaces().why());
            args.put("words", why);
        } else {
            boolean known = two.before().heads(BoundaryDrawn.class).stream()
                    .anyMatch(held -> held.body().boundary().equals(drawn.boundary()));
            code = known ? "change-line-version" : "change-line-new";
        }
        List<UUID> entries = was == null ? List.of(newest.id()) : List.of(was.id(), newest.id());
        changes.add(new Change(
                Weight.GROUND,
                new Coded(code, args, entries),
                was == null ? null : was.id(),
                was == null ? null : newest.id(),
                moves.of(drawn.boundary(), drawn.role())));
    }
}
