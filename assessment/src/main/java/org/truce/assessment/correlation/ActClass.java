package org.truce.assessment.correlation;

import java.util.List;
import org.truce.model.kind.Incident.Act;

/** What a sighting says happened, as coarsely as sources that err can tell it apart. */
public enum ActClass {
    SMALL_ARMS(0, 0.50),
    HEAVY_WEAPONS(1, 0.22),
    AIR(2, 0.08),
    MINE(3, 0.05),
    MOVEMENT(4, 0.10),
    OTHER(5, 0.05);

    private static final List<ActClass> ALL = List.of(values());

    private final int index;
    private final double share;

    ActClass(int index, double share) {
        this.index = index;
        this.share = share;
    }

    /** Which share of all incidents is expected to be of this class; the shares add up to 1. */
    public double share() {
        return share;
    }

    /** The class of an act. */
    public static ActClass of(Act act) {
        return switch (act) {
            case SMALL_ARMS_FIRE -> SMALL_ARMS;
            case HEAVY_WEAPONS_FIRE -> HEAVY_WEAPONS;
            case AIR_OR_DRONE_STRIKE, OVERFLIGHT -> AIR;
            case MINE_OR_EXPLOSIVE -> MINE;
            case ADVANCE, ATTACK, CONSTRUCTION -> MOVEMENT;
            case DETENTION, OTHER -> OTHER;
        };
    }

    /** Its place in arrays, from 0. */
    int index() {
        return index;
    }

    /** The one of a place. */
    static ActClass at(int index) {
        return ALL.get(index);
    }
}
