package org.truce.assessment.change;

import java.util.Set;
import java.util.UUID;
import org.truce.model.Coded;

/**
 * A change of something derived, with all that it may come from.
 *
 * @param weight how much it weighs
 * @param what in words, naming its entries
 * @param causes the beginnings of the chains of all entries on which it rested or rests
 * @param amendment whether it is an amended deadline, of which other effects are consequences
 */
record Effect(Change.Weight weight, Coded what, Set<UUID> causes, boolean amendment) {

    Effect(Change.Weight weight, Coded what, Set<UUID> causes) {
        this(weight, what, causes, false);
    }
}
