package org.truce.model.entry;

import org.truce.model.Invalid;
import org.truce.model.id.ActorId;

/**
 * Who may read an entry, written {@code public}, {@code parties}, {@code party:ACTOR}, {@code mission} or
 * {@code vault}. What a liaison officer submits in confidence is for that party and the mission.
 */
public sealed interface Audience {
    /** Audiences that every record has. */
    enum Group implements Audience {
        /** Everybody. */
        PUBLIC,
        /** All parties, and the mission. */
        PARTIES,
        /** The mission alone. */
        MISSION,
        /** The sealed vault. */
        VAULT
    }

    /**
     * One party, and the mission.
     *
     * @param party which one
     */
    record Party(ActorId party) implements Audience {}

    /** Whether somebody who reads as this audience may read an entry that is meant for the other. */
    default boolean reads(Audience entry) {
        return switch (this) {
            case Group.PUBLIC -> entry == Group.PUBLIC;
            case Group.PARTIES -> entry == Group.PUBLIC || entry == Group.PARTIES;
            case Party mine -> Group.PARTIES.reads(entry) || mine.equals(entry);
            case Group.MISSION -> entry != Group.VAULT;
            case Group.VAULT -> true;
        };
    }

    /** As it is written. */
    default String wire() {
        return switch (this) {
            case Group.PUBLIC -> "public";
            case Group.PARTIES -> "parties";
            case Party(ActorId party) -> "party:" + party.value();
            case Group.MISSION -> "mission";
            case Group.VAULT -> "vault";
        };
    }

    /** From the form in which it is written. */
    static Audience parse(String text) {
        return switch (text) {
            case "public" -> Group.PUBLIC;
            case "parties" -> Group.PARTIES;
            case "mission" -> Group.MISSION;
            case "vault" -> Group.VAULT;
            default -> {
                Invalid.unless(
                        text.startsWith("party:"),
                        "bad-audience",
                        "\"" + text + "\" is no audience: use public, parties, party:ACTOR, mission or vault.");
                yield new Party(new ActorId(text.substring("party:".length())));
            }
        };
    }
}
