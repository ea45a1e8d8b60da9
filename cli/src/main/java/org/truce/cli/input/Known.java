package org.truce.cli.input;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.truce.model.entry.Audience;
import org.truce.publication.review.NameIndex;
import org.truce.reading.Reading;
import org.truce.record.Candidate;

/** What the record that files are brought into knows already. */
public interface Known {
    /** Whether an entry with this id is in it. */
    boolean has(UUID id) throws IOException;

    /** An entry that is in it, as it stands there: bringing it in again changes nothing. Empty where it was destroyed. */
    Optional<Candidate> candidate(UUID id) throws IOException;

    /** The report whose original bytes have this SHA-256. */
    Optional<Stored> report(String sha256) throws IOException;

    /** Whether a person settled a fact of a report in it, and nobody took that back. */
    boolean settled(UUID report, String fact);

    /** Which actors and places the record knows by which names. */
    NameIndex names();

    /** Whether what is accepted now is to be stated when its report was: the record is kept afterwards. */
    boolean reconstructed();

    /**
     * A report in the record.
     *
     * @param id of its entry
     * @param stated when it was published
     * @param audience who may read it
     * @param text the stored text, in which its spans count
     * @param reading the stored reading, whose facts reviews name
     */
    record Stored(UUID id, Instant stated, Audience audience, String text, Reading reading) {}
}
