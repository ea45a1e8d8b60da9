package org.truce.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.truce.record.tlog.Hash;

/** What a copy of the record keeps of one entry. */
public sealed interface Kept {
    /** Its index, from 0. */
    long index();

    /**
     * All of it.
     *
     * @param index its index
     * @param recorded when the record took it, to the millisecond
     * @param nonce the 32 bytes that hide the content behind its commitment
     * @param content the author's exact bytes
     * @param attachments SHA-256 of its attachments
     */
    record Present(long index, Instant recorded, Hash nonce, Content content, List<Hash> attachments) implements Kept {}

    /**
     * Only its commitment: this copy, or this reader, is not given the content.
     *
     * @param index its index
     */
    record Withheld(long index) implements Kept {}

    /**
     * Only its commitment: the content was destroyed by order.
     *
     * @param index its index
     * @param id of the entry
     * @param order index of the entry that ordered it
     */
    record Destroyed(long index, UUID id, long order) implements Kept {}
}
