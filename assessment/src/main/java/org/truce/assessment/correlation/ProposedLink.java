package org.truce.assessment.correlation;

import java.util.List;
import java.util.UUID;

/**
 * A link that the rule proposes and nobody decided.
 *
 * @param member the entry that is to be joined
 * @param incident the entry that opened the incident to which it is to be joined
 * @param others the other entries that the rule joins there
 * @param link what speaks for it
 * @param newsOnly whether nothing but news tells of that incident
 */
public record ProposedLink(UUID member, UUID incident, List<UUID> others, Link link, boolean newsOnly) {
    public ProposedLink {
        others = List.copyOf(others);
    }
}
