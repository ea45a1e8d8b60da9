package org.truce.record;

import java.util.List;
import java.util.Optional;
import org.truce.model.Problem;
import org.truce.record.tlog.Checkpoint;

/**
 * What a verification found.
 *
 * @param checkpoint the record's head, where it could be read
 * @param present contents that are here and match their commitments
 * @param destroyed contents that were destroyed by order
 * @param withheld entries of which this copy holds only the commitment
 * @param attachments files that were checked
 * @param pending entries that are durable in the journal and not yet published
 * @param problems what is wrong, the first hundred; none means that the record is right
 * @param found how many problems there are
 */
public record Verification(
        Optional<Checkpoint> checkpoint,
        long present,
        long destroyed,
        long withheld,
        long attachments,
        long pending,
        List<Problem> problems,
        long found) {
    public Verification {
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong. */
    public boolean isRight() {
        return found == 0;
    }
}
