package org.truce.assessment.change;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Coded;

/**
 * One thing that changed.
 *
 * @param weight how much it weighs
 * @param what in words, naming its entries; words of the vocabulary among the arguments are constants
 * @param old the entry that stood before, where one took its place or withdrew it
 * @param now the entry that stands now, where one took the place of another or withdrew it
 * @param downstream what else it changed
 */
public record Change(
        Weight weight,
        Coded what,
        @Nullable UUID old,
        @Nullable UUID now,
        List<Coded> downstream) {

    /** In which order changes are told, the heaviest first. */
    public enum Weight {
        /** The level of the ceasefire. */
        LEVEL,
        /** The state, deadline or dispute of an obligation. */
        OBLIGATION,
        /** What can be said of an incident, and that it was closed. */
        INCIDENT,
        /** A line or zone, or who controls it. */
        GROUND,
        /** An entry that was corrected or withdrawn. */
        CORRECTION,
        /** A figure. */
        FIGURE,
        /** Entries that were not known before. */
        NEW
    }

    static Change of(Weight weight, Coded what) {
        return new Change(weight, what, null, null, List.of());
    }
}
