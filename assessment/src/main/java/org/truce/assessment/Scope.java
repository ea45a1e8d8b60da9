package org.truce.assessment;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.IncidentFile;

/**
 * Of what is judged: the whole ceasefire, or one zone. A zone has the part of the line that runs through it and the
 * incidents that lay, or probably lay, in it; what has no place belongs to the whole alone. Not thread-safe.
 */
final class Scope {
    /** The name of the whole. */
    static final String WHOLE = "whole";

    private final @Nullable Boundary zone;
    private final Set<UUID> inside;
    private final Map<Line, BitSet> cells = new HashMap<>();

    private Scope(@Nullable Boundary zone, Set<UUID> inside) {
        this.zone = zone;
        this.inside = inside;
    }

    /** The whole ceasefire. */
    static Scope whole() {
        return new Scope(null, Set.of());
    }

    /** A zone, with the incidents in it. */
    static Scope of(Boundary zone, List<IncidentFile> incidents) {
        Set<UUID> ids = new HashSet<>();
        incidents.forEach(file -> ids.add(file.id()));
        return new Scope(zone, ids);
    }

    /** Its zone; null for the whole. */
    @Nullable
    Boundary zone() {
        return zone;
    }

    String name() {
        return zone == null ? WHOLE : zone.id().value();
    }

    boolean holds(IncidentFile file) {
        return zone == null || inside.contains(file.id());
    }

    /** Its cells of a line. */
    BitSet cells(Line line) {
        return cells.computeIfAbsent(
                line,
                one -> zone == null
                        ? one.every()
                        : one.inside(zone.drawn().body().geometry()));
    }
}
