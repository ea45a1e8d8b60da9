package org.truce.model.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.quantity.Amount;

/** Detained, dead and missing persons, as counts only. Identities belong to the vault and nowhere else. */
public sealed interface Persons extends Body {

    /**
     * Detained persons or bodies were handed over.
     *
     * @param batches what went from whom to whom
     * @param mediators through whom
     * @param inExchange what was given for it, per language
     */
    record TransferMade(
            List<Batch> batches,
            List<Named> mediators,
            @Nullable Text inExchange) implements Persons {
        public TransferMade {
            Invalid.unless(!batches.isEmpty(), "no-batch", "Say how many went from whom to whom.");
        }
    }

    /**
     * One direction of a transfer.
     *
     * @param from who handed over
     * @param to who received
     * @param what detained persons or bodies
     * @param number how many
     * @param military how many of them were military
     * @param civilian how many of them were civilians
     */
    record Batch(
            ActorId from,
            ActorId to,
            Load what,
            Amount number,
            @Nullable Integer military,
            @Nullable Integer civilian) {
        public Batch {
            Invalid.unless(
                    (military == null || military >= 0) && (civilian == null || civilian >= 0),
                    "negative-count",
                    "A number of persons is at least 0.");
        }
    }

    /** What is handed over. */
    enum Load {
        DETAINEES,
        BODIES
    }

    /**
     * Searches for the missing and the dead.
     *
     * @param by who searched
     * @param operations how many
     * @param remains how many bodies were found
     * @param missing how many are still missing
     * @param requests how many requests came in
     */
    record SearchMade(
            Named by,
            @Nullable Amount operations,
            @Nullable Amount remains,
            @Nullable Amount missing,
            @Nullable Amount requests)
            implements Persons {}

    /**
     * A detained person. Only in the vault; refused where there is none.
     *
     * @param reference pseudonymous reference
     * @param heldBy who holds the person
     * @param identity sealed identity, base64
     */
    record PersonHeld(String reference, ActorId heldBy, String identity) implements Persons {}
}
