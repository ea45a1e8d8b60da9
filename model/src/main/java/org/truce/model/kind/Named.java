package org.truce.model.kind;

import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.id.ActorId;

/**
 * Somebody who is named: by id where the record knows the actor, by name where a text only names them.
 *
 * @param actor id of the actor
 * @param name the name as a source gives it
 * @param role office or function in which they appear, as a source gives it
 */
public record Named(
        @Nullable ActorId actor,
        @Nullable String name,
        @Nullable String role) {
    public Named {
        Invalid.unless(actor != null || name != null, "nobody-named", "Give an actor's id, a name, or both.");
    }

    /** An actor that the record knows. */
    public static Named of(ActorId actor) {
        return new Named(actor, null, null);
    }
}
