package org.truce.record.store;

import java.nio.file.Path;
import java.util.List;
import org.truce.record.tlog.Hash;

/**
 * One entry as it stands in the journal.
 *
 * @param index its index in the record
 * @param store whose content it is
 * @param item the content, its nonce and its {@code recorded}
 * @param attachments where the bytes of its attachments are, for those that its store does not yet hold
 */
public record Journaled(long index, StoreName store, Item.Present item, List<Stretch> attachments) {
    public Journaled {
        attachments = List.copyOf(attachments);
    }

    /**
     * Where the bytes of an attachment stand in a journal.
     *
     * @param sha256 of the bytes
     * @param file segment of the journal
     * @param offset in bytes
     * @param length in bytes
     */
    public record Stretch(Hash sha256, Path file, long offset, long length) {}
}
