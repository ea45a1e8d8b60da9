package org.truce.assessment.counting;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Ground.Role;
import org.truce.model.quantity.Qualifier;

/**
 * One figure with everything that makes it one. Its classes add up to its total; the zones of a role, with what lay in
 * none of them or cannot be placed, add up to the figure of the whole.
 *
 * @param rule how it was counted
 * @param period between which cuts
 * @param role by which zones it is split; absent for the whole
 * @param zone which zone; absent for the whole, and for what lay in no zone of the role or cannot be placed
 * @param classes how many of each class, by its wire name: classes of observations, for incidents their acts
 * @param total how many
 * @param exercises of these, assessed as exercises: counted, then flagged
 * @param qualifier how the total is meant, by the least exact of what it counts
 * @param entries what it counts, in order of taking place
 */
public record Count(
        CountingRule rule,
        Period period,
        @Nullable Role role,
        @Nullable BoundaryId zone,
        SortedMap<String, Double> classes,
        double total,
        double exercises,
        Qualifier qualifier,
        List<UUID> entries) {

    /** The id of its definition: the same id always means the same way of counting. */
    public String definition() {
        String split = role == null ? "whole" : "by-" + org.truce.model.kind.Body.wire(role);
        return "count." + rule.id() + "." + org.truce.model.kind.Body.wire(period.name()) + "." + split;
    }
}
