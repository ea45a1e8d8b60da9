package org.truce.model.quantity;

/** Units of {@link Amount}. Areas are kept in square metres and shown in hectares (IMAS 05.10); 1 ha = 10,000 m². */
public enum Unit {
    PERSONS(true),
    HOUSEHOLDS(true),
    VEHICLES(true),
    ARMOURED_VEHICLES(true),
    CONVOYS(true),
    POSTS(true),
    PATROLS(true),
    FLIGHTS(true),
    VIOLATIONS(true),
    ROUNDS(true),
    ITEMS(true),
    MINES(true),
    MAPS(true),
    BUILDINGS(true),
    BODIES(true),
    REQUESTS(true),
    OPERATIONS(true),
    ACTS(true),
    SQUARE_METRES(false),
    METRES(false),
    TONNES(false),
    YEARS(false),
    DAYS(false);

    private final boolean countable;

    Unit(boolean countable) {
        this.countable = countable;
    }

    /** Whether only whole numbers make sense. */
    public boolean countable() {
        return countable;
    }
}
