package org.truce.model.kind;

import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.PlaceId;
import org.truce.model.quantity.Tally;

/** Return of displaced persons. */
public sealed interface Return extends Body {

    /**
     * Persons who returned or left were counted.
     *
     * @param persons of the day and in total
     * @param households of the day and in total
     * @param from from where
     * @param to to where
     * @param escortedBy who escorted them; a count of the unescorted where absent
     * @param method how they were counted, per language
     * @param population who is counted, per language
     */
    record ReturnCounted(
            Tally persons,
            @Nullable Tally households,
            @Nullable PlaceId from,
            @Nullable PlaceId to,
            @Nullable ActorId escortedBy,
            Text method,
            Text population)
            implements Return {}
}
