package org.truce.record.store;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Sha256;

/** What a store holds for one entry. Byte arrays are shared, not copied: they are not to be written to. */
public sealed interface Item {
    /** Digest of the attachments of an entry that has none. */
    Hash NO_ATTACHMENTS = Hash.of(new byte[Hash.BYTES]);

    /** Stands for what a store says of an entry's attachments, and tells nothing once the nonce is destroyed. */
    Hash attachmentsDigest();

    /** The content, and what its commitment needs. */
    final class Present implements Item {
        private final long recorded;
        private final byte[] nonce;
        private final List<Hash> attachments;
        private final byte[] content;

        /**
         * A content.
         *
         * @param recorded milliseconds since 1970, UTC
         * @param nonce 32 bytes
         * @param attachments SHA-256 of each attached file
         * @param content the author's bytes
         */
        public Present(long recorded, byte[] nonce, List<Hash> attachments, byte[] content) {
            this.recorded = recorded;
            this.nonce = nonce;
            this.attachments = List.copyOf(attachments);
            this.content = content;
        }

        /** When the record took it, in milliseconds since 1970, UTC. */
        public long recorded() {
            return recorded;
        }

        /** Thirty-two random bytes. */
        public byte[] nonce() {
            return nonce;
        }

        /** SHA-256 of each attached file, in the author's order. */
        public List<Hash> attachments() {
            return attachments;
        }

        /** The author's exact bytes. */
        public byte[] content() {
            return content;
        }

        @Override
        public Hash attachmentsDigest() {
            if (attachments.isEmpty()) {
                return NO_ATTACHMENTS;
            }
            MessageDigest digest = Sha256.digest();
            digest.update(nonce);
            attachments.forEach(it -> digest.update(it.bytes()));
            return Hash.of(digest.digest());
        }
    }

    /**
     * What is left of a content that was destroyed by order.
     *
     * @param id the entry's id
     * @param replaces the entry that it replaced
     * @param withdraws whether it withdrew that entry
     * @param order index of the entry that ordered the destruction
     * @param attachmentsDigest what stood there before
     */
    record Destroyed(UUID id, Optional<UUID> replaces, boolean withdraws, long order, Hash attachmentsDigest)
            implements Item {}
}
