package org.truce.record.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Sha256;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.VerifierKey;

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
     * @param signature of the log's key over all this and the entry's place: 128 hexadecimal digits
     */
    record Destroyed(
            UUID id, Optional<UUID> replaces, boolean withdraws, long order, Hash attachmentsDigest, String signature)
            implements Item {
        /** Bytes of what is signed and stored, without the signature. */
        static final int FIELD_BYTES = 16 + 16 + 1 + 8 + Hash.BYTES;

        /** What is left of an entry's content, signed. */
        public static Destroyed sign(
                UUID id,
                Optional<UUID> replaces,
                boolean withdraws,
                long order,
                Hash attachmentsDigest,
                long index,
                SigningKey key) {
            Destroyed bare = new Destroyed(id, replaces, withdraws, order, attachmentsDigest, "");
            byte[] signature = key.sign(bare.message(key.verifier().name(), index));
            return new Destroyed(
                    id,
                    replaces,
                    withdraws,
                    order,
                    attachmentsDigest,
                    HexFormat.of().formatHex(signature));
        }

        /** Whether the log's key signed it for the entry at this index. */
        public boolean signedBy(VerifierKey key, long index) {
            return key.verifies(message(key.name(), index), HexFormat.of().parseHex(signature));
        }

        private byte[] message(String origin, long index) {
            byte[] head = ("truce-destroyed/v1\n" + origin + "\n" + index + "\n").getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(head.length + FIELD_BYTES)
                    .put(head)
                    .put(fields())
                    .array();
        }

        /** The fields as they are stored and signed. */
        ByteBuffer fields() {
            UUID replaced = replaces.orElse(new UUID(0, 0));
            return ByteBuffer.allocate(FIELD_BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putLong(replaced.getMostSignificantBits())
                    .putLong(replaced.getLeastSignificantBits())
                    .put((byte) (withdraws ? 1 : 0))
                    .putLong(order)
                    .put(attachmentsDigest.bytes())
                    .flip();
        }
    }
}
