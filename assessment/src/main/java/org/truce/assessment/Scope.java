package org.truce.assessment;

import java.time.Instant;
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
    private final List<IncidentFile> incidents;
    private final Set<UUID> inside;
    private final Map<Line, BitSet> cells = new HashMap<>();

    private Scope(@Nullable Boundary zone, List<IncidentFile> incidents, Set<UUID> inside) {
        this.zone = zone;
        this.incidents = incidents;
        this.inside = inside;
    }

    /** The whole ceasefire. */
    static Scope whole() {
        return new Scope(null, List.of(), Set.of());
    }

    /**
     * A zone, with the incidents in it.
     *
     * @param incidents in order of taking place
     */
    static Scope of(Boundary zone, List<IncidentFile> incidents) {
        Set<UUID> ids = new HashSet<>();
        incidents.forEach(file -> ids.add(file.id()));
        return new Scope(zone, List.copyOf(incidents), ids);
    }

    /** Its zone; null for the whole. */
    @Nullable
    Boundary zone() {
        return zone;
    }

    String name() {
        return zone == null ? WHOLE : zone.id().value();
    }

    /** The incidents that lay in its zone, in order; of the whole none are held. */
    List<IncidentFile> incidents() {
        return incidents;
    }

    /** Those of them that began in [from, to) and that nobody refuted. */
    List<IncidentFile> between(Instant from, Instant to) {
        return incidents.stream()
                .filter(file -> !file.from().isBefore(from) && file.from().isBefore(to))
                .filter(file -> file.standing() != IncidentFile.Standing.REFUTED)
                .toList();
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
