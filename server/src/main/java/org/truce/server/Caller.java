package org.truce.server;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.kind.Ground.MandateSet;

/**
 * Who asks.
 *
 * @param author who writes, where the request carries the token
 */
public record Caller(Optional<Author> author) {
    /** Somebody without a token. */
    public static final Caller ANYBODY = new Caller(Optional.empty());

    /** What the caller may read of a record: a party its own, the mission all but the vault, others what is public. */
    public Audience reads(@Nullable MandateSet mandate) {
        if (author.isEmpty()) {
            return Audience.Group.PUBLIC;
        }
        if (mandate == null || author.get().actor().equals(mandate.mission())) {
            return Audience.Group.MISSION;
        }
        return mandate.parties().contains(author.get().actor())
                ? new Audience.Party(author.get().actor())
                : Audience.Group.PUBLIC;
    }

    /** Whether who may read one audience's picture may ask for another's. */
    static boolean mayAsk(Audience own, Audience asked) {
        return own.equals(asked)
                || asked == Audience.Group.PUBLIC
                || (own.reads(asked) && asked != Audience.Group.VAULT && own != Audience.Group.PUBLIC);
    }
}
