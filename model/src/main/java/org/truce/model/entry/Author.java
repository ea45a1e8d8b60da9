package org.truce.model.entry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.id.ActorId;

/**
 * Who entered something: an actor in a role.
 *
 * @param actor the actor
 * @param role the role in which it acts, such as {@code monitor}, {@code analyst} or {@code liaison}
 */
public record Author(ActorId actor, @Nullable String role) {
    private static final Pattern ROLE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} ._-]{0,79}");

    public Author {
        Invalid.unless(
                role == null || ROLE.matcher(role).matches(), "bad-role", "A role is a short word such as analyst.");
    }

    /** From {@code ACTOR} or {@code ACTOR:ROLE}. */
    public static Author parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Author(new ActorId(text), null)
                : new Author(new ActorId(text.substring(0, colon)), text.substring(colon + 1));
    }
}
