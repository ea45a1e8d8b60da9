package org.truce.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Agreement.ProgressGraded;
import org.truce.model.quantity.Amount;
import org.truce.model.time.Deadline;
import org.truce.picture.Held;

/**
 * One obligation as of a view: its derived state, how it came to it, and what the parties say.
 *
 * @param set the entry that set it
 * @param state its state
 * @param flags what else is to be known of it
 * @param deadline the deadline that holds
 * @param original the deadline that it had first; visible beside an amended one
 * @param quantity how much is owed, as it holds
 * @param done how much of it was performed, in the quantity's unit
 * @param breaches how often it was found breached
 * @param positions what each party says of it, newest of each, in the order in which they were stated
 * @param grades the newest grade of each analyst, in the order in which they were stated; shown apart, never averaged
 * @param term the term that runs; absent where no end is known
 * @param periods of a duty that recurs in periods, in how many it was performed
 * @param history every change of state, oldest first
 * @param entries every entry on which this rests, in record order
 */
public record ObligationFile(
        Held<ObligationSet> set,
        State state,
        Set<Flag> flags,
        @Nullable Deadline deadline,
        @Nullable Deadline original,
        @Nullable Amount quantity,
        double done,
        int breaches,
        List<Held<PositionTaken>> positions,
        List<Held<ProgressGraded>> grades,
        @Nullable Term term,
        @Nullable Periods periods,
        List<Change> history,
        List<UUID> entries) {

    /** Its id. */
    public ObligationId id() {
        return set.body().obligation();
    }

    /** The newest grade of all; null where nobody graded it. */
    public @Nullable Held<ProgressGraded> progress() {
        return grades.isEmpty() ? null : grades.getLast();
    }

    /** Whether something is still owed. */
    public boolean owed() {
        return switch (state) {
            case CONDITIONAL, IN_FORCE, PARTLY_FULFILLED, OVERDUE, BREACHED, REPAIRED, SUSPENDED -> true;
            case FULFILLED, SUPERSEDED, ENDED -> false;
        };
    }

    /** Derived states. {@code OVERDUE} is a fact of the calendar; {@code BREACHED} needs a finding. */
    public enum State {
        CONDITIONAL,
        IN_FORCE,
        PARTLY_FULFILLED,
        FULFILLED,
        OVERDUE,
        BREACHED,
        REPAIRED,
        SUSPENDED,
        SUPERSEDED,
        ENDED
    }

    /** What stands beside a state. */
    public enum Flag {
        /** A party says otherwise. */
        DISPUTED,
        /** Too little was watched to say that no breach was observed. */
        OBSERVATION_INSUFFICIENT,
        /** Its deadline or quantity was changed. */
        AMENDED,
        /** It was said in time that it shall not be renewed: it ends with its term. */
        NOT_TO_BE_RENEWED,
        /** It was said, but after the notice that was agreed, that it shall not be renewed. */
        NOTICE_TOO_LATE,
        /** It waits for itself through others. */
        WAITS_IN_CIRCLE
    }

    /**
     * A change of state.
     *
     * @param at when
     * @param state what it became
     * @param entries the entries that made it so; empty where only time passed
     */
    public record Change(Instant at, State state, List<UUID> entries) {}
}
