package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.truce.model.Problem;
import org.truce.model.entry.Audience;
import org.truce.record.store.Item;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.EntryBundle;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.ProofFile;
import org.truce.record.tlog.TilePath;
import org.truce.record.tlog.VerifierKey;

/**
 * Receipts: proof files (C2SP tlog-proof@v1) whose {@code extra} line holds what the leaf is made from. Where the holder
 * may read the entry: the nonce (32 bytes), {@code recorded} (8 bytes, big-endian milliseconds since 1970) and the
 * content. Otherwise the leaf itself, which is 33 bytes and so shorter than any of those.
 */
public final class Receipt {
    private static final int CONTENT_AT = Leaf.NONCE_BYTES + 8;

    private Receipt() {}

    /** What a receipt proves. */
    public sealed interface Verdict {
        /**
         * The commitment stands in the record at an index.
         *
         * @param index of the entry
         * @param checkpoint that covers it
         * @param leaf the commitment's hash in the tree
         * @param entry what is committed to, where the receipt holds it: then that is proved too
         */
        record Proved(long index, Checkpoint checkpoint, Hash leaf, Optional<Entry> entry) implements Verdict {}

        /**
         * Nothing.
         *
         * @param problem why not
         */
        record Wrong(Problem problem) implements Verdict {}
    }

    /**
     * An entry in a receipt.
     *
     * @param recorded when the record took it
     * @param content the author's exact bytes
     */
    public record Entry(Instant recorded, Content content) {}

    static ProofFile of(long index, List<Hash> proof, Checkpoint.Signed head, Shelf shelf, Audience reader)
            throws IOException {
        Optional<Item> item = shelf.item(index, reader);
        byte[] extra;
        if (item.orElse(null) instanceof Item.Present it) {
            extra = ByteBuffer.allocate(CONTENT_AT + it.content().length)
                    .put(it.nonce())
                    .putLong(it.recorded())
                    .put(it.content())
                    .array();
        } else {
            long size = head.checkpoint().size();
            int width = index >>> 8 < size >>> 8 ? TilePath.FULL : TilePath.partialWidth(0, size);
            byte[] bundle = shelf.tile(new TilePath(TilePath.ENTRIES, index >>> 8, width));
            extra = EntryBundle.parse(bundle)
                    .orElseThrow(() -> Identity.damaged("tile/entries", "holds no entry bundle"))
                    .get((int) (index & 0xff));
        }
        return new ProofFile(Optional.of(Base64.getEncoder().encodeToString(extra)), index, proof, head);
    }

    static Verdict verify(byte[] receipt, KeyChain keys) {
        Optional<ProofFile> parsed = ProofFile.parse(receipt);
        if (parsed.isEmpty()) {
            return wrong("no-receipt", "This is no receipt: it does not have the form of c2sp.org/tlog-proof@v1.");
        }
        ProofFile file = parsed.get();
        byte[] extra = file.extraBytes().orElse(new byte[0]);
        if (!Leaf.isLeaf(extra) && extra.length < CONTENT_AT) {
            return wrong("receipt-without-leaf", "The receipt's line \"extra\" holds neither an entry nor its leaf.");
        }
        if (!keys.signed(file.checkpoint())) {
            return wrong(
                    "receipt-not-signed",
                    "The receipt's checkpoint is not signed by the key "
                            + keys.all().stream().map(VerifierKey::idHex).collect(Collectors.joining(" or "))
                            + ". Name the record whose receipt it is.");
        }
        Optional<Entry> entry = extra.length >= CONTENT_AT ? Optional.of(entry(extra)) : Optional.empty();
        Hash leaf = Merkle.leaf(entry.map(it -> leaf(extra, it)).orElse(extra));
        return file.proves(leaf)
                ? new Verdict.Proved(file.index(), file.checkpoint().checkpoint(), leaf, entry)
                : wrong("receipt-wrong", "The proof does not lead from this entry to the checkpoint.");
    }

    private static Entry entry(byte[] extra) {
        ByteBuffer in = ByteBuffer.wrap(extra, Leaf.NONCE_BYTES, extra.length - Leaf.NONCE_BYTES);
        Instant recorded = Instant.ofEpochMilli(in.getLong());
        byte[] content = new byte[in.remaining()];
        in.get(content);
        return new Entry(recorded, new Content(content));
    }

    private static byte[] leaf(byte[] extra, Entry entry) {
        byte[] nonce = Hash.of(extra, 0).bytes();
        return Leaf.of(
                nonce,
                ByteBuffer.wrap(extra).getLong(Leaf.NONCE_BYTES),
                entry.content().bytes());
    }

    private static Verdict wrong(String code, String sentence) {
        return new Verdict.Wrong(new Problem(code, "receipt", sentence));
    }
}
