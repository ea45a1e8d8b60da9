package org.truce.model.kind;

import java.util.UUID;
import org.truce.model.Text;

/** What happened to the record itself. */
public sealed interface RecordKeeping extends Body {

    /**
     * The content of an entry was destroyed by order; its commitment stays.
     *
     * @param entry which one
     * @param order by which order, per language
     */
    record ContentDestroyed(UUID entry, Text order) implements RecordKeeping {}

    /**
     * Checkpoints are signed with another key from here on.
     *
     * @param vkey the new verifier key, in the form of C2SP signed-note
     */
    record KeyRotated(String vkey) implements RecordKeeping {}

    /**
     * The record ends here.
     *
     * @param reason why, per language
     */
    record RecordClosed(Text reason) implements RecordKeeping {}
}
