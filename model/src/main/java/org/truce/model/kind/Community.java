package org.truce.model.kind;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.ActorId;

/** The daily problems of the communities, and what they do together. */
public sealed interface Community extends Body {

    /**
     * A community raised a concern.
     *
     * @param community whose
     * @param concern in words, per language
     */
    record ConcernRaised(ActorId community, Text concern) implements Community {}

    /**
     * A concern was answered.
     *
     * @param concern the entry that raised it
     * @param by who answers
     * @param answer in words, per language
     * @param settles whether the community accepts it as settled
     */
    record ConcernAnswered(UUID concern, ActorId by, Text answer, boolean settles) implements Community {}

    /**
     * Something was undertaken together.
     *
     * @param by who
     * @param undertaking in words, per language
     * @param place where, in words, per language
     */
    record UndertakingMade(
            List<ActorId> by, Text undertaking, @Nullable Text place) implements Community {}
}
