package org.truce.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.ActorId;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.ControlChanged;
import org.truce.model.kind.Ground.Role;
import org.truce.model.time.Edtf;

/**
 * The lines and zones of one view, each in the version that held then, with its controller. Of several versions that
 * hold at once the one with the latest beginning counts, of these the last recorded.
 *
 * @param all by id
 */
public record Boundaries(List<Boundary> all) {

    /**
     * One boundary as of an instant.
     *
     * @param drawn the version that holds
     * @param controller who controls it; absent where nobody said, and of lines
     * @param entries the entries on which this rests
     */
    public record Boundary(
            Held<BoundaryDrawn> drawn, @Nullable ActorId controller, List<UUID> entries) {
        /** Its id. */
        public BoundaryId id() {
            return drawn.body().boundary();
        }
    }

    /** How many changes of boundaries lie before an instant. */
    private record Epoch(int changes) {}

    /** The boundaries of a view. Linear in the number of versions; once between two changes of boundaries. */
    public static Boundaries of(View view) {
        Instant[] changes = view.deriveKnown(Epoch.class, Instant[].class, () -> changes(view));
        Epoch epoch = new Epoch(Knowledge.count(changes, view.valid()));
        return view.deriveKnown(epoch, Boundaries.class, () -> derive(view));
    }

    /** When a version or somebody's control began, or a version ended, in order. */
    static Instant[] changes(View view) {
        List<Instant> all = new ArrayList<>();
        for (Held<BoundaryDrawn> drawn : view.heads(BoundaryDrawn.class)) {
            Edtf from = drawn.body().from();
            Edtf to = drawn.body().to();
            if (from != null) {
                all.add(from.earliest(view.zone()));
            }
            if (to != null) {
                all.add(to.latest(view.zone()));
            }
        }
        view.heads(ControlChanged.class).forEach(change -> all.add(view.began(change)));
        return Knowledge.ascending(all);
    }

    private static Boundaries derive(View view) {
        Map<String, Held<BoundaryDrawn>> holding = new TreeMap<>();
        for (Held<BoundaryDrawn> drawn : view.heads(BoundaryDrawn.class)) {
            if (holds(drawn.body(), view)) {
                holding.merge(
                        drawn.body().boundary().value(),
                        drawn,
                        (a, b) -> from(b, view).isBefore(from(a, view)) ? a : b);
            }
        }
        List<Boundary> all = new ArrayList<>();
        for (Held<BoundaryDrawn> drawn : holding.values()) {
            Held<ControlChanged> control = control(view, drawn.body().boundary());
            List<UUID> entries = control == null ? List.of(drawn.id()) : List.of(drawn.id(), control.id());
            all.add(new Boundary(drawn, control == null ? null : control.body().to(), entries));
        }
        return new Boundaries(List.copyOf(all));
    }

    private static boolean holds(BoundaryDrawn drawn, View view) {
        Edtf to = drawn.to();
        boolean begun =
                drawn.from() == null || drawn.from().earliest(view.zone()).isBefore(view.valid());
        return begun && (to == null || !to.latest(view.zone()).isBefore(view.valid()));
    }

    private static Instant from(Held<BoundaryDrawn> drawn, View view) {
        Edtf from = drawn.body().from();
        return from == null ? Instant.MIN : from.earliest(view.zone());
    }

    private static @Nullable Held<ControlChanged> control(View view, BoundaryId zone) {
        return view.happened(ControlChanged.class).stream()
                .filter(change -> change.body().zone().equals(zone))
                .max(Comparator.comparing((Held<ControlChanged> change) -> view.began(change))
                        .thenComparingLong(Held::index))
                .orElse(null);
    }

    /** Boundaries of a role. */
    public List<Boundary> in(Role role) {
        return all.stream().filter(one -> one.drawn().body().role() == role).toList();
    }

    /** A boundary by id; null where none holds. */
    public @Nullable Boundary find(BoundaryId id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }
}
