package org.truce.simulation.exercise;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.truce.model.kind.Incident.Act;

/**
 * Something that happened on the invented island: the truth, of which observers saw some.
 *
 * @param at when it began
 * @param east kilometres east of the middle
 * @param north kilometres north of the middle
 * @param act what kind of act
 * @param by which party did it
 * @param rounds how many explosions or shots
 * @param killed how many were killed
 * @param wounded how many were wounded
 * @param observations what observers reported of it; empty where nobody saw or heard it
 */
record Happening(
        Instant at,
        double east,
        double north,
        Act act,
        String by,
        int rounds,
        int killed,
        int wounded,
        List<UUID> observations) {
    Happening {
        observations = List.copyOf(observations);
    }

    Happening seenAs(List<UUID> reported) {
        return new Happening(at, east, north, act, by, rounds, killed, wounded, reported);
    }

    boolean heavy() {
        return act == Act.HEAVY_WEAPONS_FIRE || act == Act.ADVANCE;
    }
}
