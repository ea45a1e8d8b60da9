package org.truce.record;

import java.util.List;

/**
 * An entry that somebody wants in the record.
 *
 * @param content the author's exact bytes: the entry as JSON. Shared, not copied: it must not change any more
 * @param attachments the files that the entry names
 */
public record Candidate(Content content, List<Attachment> attachments) {
    public Candidate {
        attachments = List.copyOf(attachments);
    }

    /** An entry without attachments. */
    public static Candidate of(byte[] content) {
        return new Candidate(new Content(content), List.of());
    }

    /** An entry with attachments. */
    public static Candidate of(byte[] content, List<Attachment> attachments) {
        return new Candidate(new Content(content), attachments);
    }
}
