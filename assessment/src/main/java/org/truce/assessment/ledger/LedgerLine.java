package org.truce.assessment.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Incident.RulingMade;
import org.truce.model.kind.Incident.VerificationMade;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;

/**
 * One line of a ledger and what the others have of it.
 *
 * @param ledger whose it is
 * @param entry the allegation or observation
 * @param began when what it states may have begun
 * @param act what kind of act
 * @param accused whom it accuses; absent where nobody
 * @param status what the others have of it
 * @param incident to which it belongs
 * @param by the entries that decide its status
 */
public record LedgerLine(
        ActorId ledger,
        Held<? extends Body> entry,
        Instant began,
        Act act,
        @Nullable ActorId accused,
        Status status,
        IncidentFile incident,
        List<UUID> by) {

    /** What the others have of a line. Of several the first that holds counts. */
    public enum Status {
        /** A verification or ruling says that it took place; of a party's line also an observation of the mission. */
        CONFIRMED,
        /** A verification or ruling says that it did not. */
        DENIED,
        /** Somebody else entered it too, and nobody verified it. */
        MATCHED,
        /** Nobody else has anything of it. */
        UNMATCHED
    }

    /** Which kinds of entries decide of a line when they speak of its incident. */
    static boolean decides(Body body) {
        return body instanceof VerificationMade || body instanceof RulingMade;
    }
}
