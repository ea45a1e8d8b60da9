package org.truce.assessment;

import org.truce.assessment.Watches.Source;
import org.truce.model.kind.Incident.Act;

/**
 * How acts of a class come to be noticed, and so which watching counts for them: whoever is deaf to shots was not there
 * for them. Only whether something watched counts, not how well it notices.
 */
enum Noticed {
    /** What bangs: by whoever sees or hears. */
    SEEN_OR_HEARD,
    /** What is quiet: by whoever sees. */
    SEEN;

    static Noticed of(Act act) {
        return switch (act) {
            case SMALL_ARMS_FIRE,
                    HEAVY_WEAPONS_FIRE,
                    AIR_OR_DRONE_STRIKE,
                    MINE_OR_EXPLOSIVE,
                    ATTACK,
                    OVERFLIGHT,
                    OTHER -> SEEN_OR_HEARD;
            case ADVANCE, CONSTRUCTION, DETENTION -> SEEN;
        };
    }

    boolean by(Source source) {
        return source.sees() || (this == SEEN_OR_HEARD && source.hears());
    }
}
