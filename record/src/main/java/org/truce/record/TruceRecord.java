package org.truce.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.record.store.Disk;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.ProofFile;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.Tree;
import org.truce.record.tlog.VerifierKey;
import org.truce.record.witness.Policy;

/**
 * The record of one ceasefire in a directory. Thread-safe: any number of threads read and append at once. One process
 * writes at a time; others read beside it and see what is new when they {@link #refresh}.
 *
 * <p>What the user can mend (no such record, a second writer, no private key, damage) is thrown as
 * {@link ProblemException}; what the disk does, as {@link IOException}. A user's bad entry is an {@link Outcome}.
 */
public final class TruceRecord implements AutoCloseable {
    private final Shelf shelf;
    private final Register register;
    private final Optional<Pen> pen;
    private final Cosigner cosigner;

    TruceRecord(Shelf shelf, Register register, Optional<Pen> pen) {
        this.shelf = shelf;
        this.register = register;
        this.pen = pen;
        this.cosigner = new Cosigner(shelf);
    }

    /**
     * Makes a record with a key of its own and opens it for writing.
     *
     * @param dir does not exist, or is empty
     * @throws ProblemException {@code not-empty}, {@code bad-name}, {@code bad-origin}, {@code key-exists}
     */
    public static TruceRecord create(Path dir, RecordOptions options, Keys keys, Surroundings surroundings)
            throws IOException {
        Creation.create(new Layout(dir), options, keys, surroundings);
        return openForWriting(dir, keys, surroundings);
    }

    /**
     * Opens a record to read it; writes nothing but its cache.
     *
     * @throws ProblemException {@code no-record}, {@code damaged-record}
     */
    public static TruceRecord open(Path dir) throws IOException {
        Shelf shelf = Shelf.open(new Layout(dir));
        return new TruceRecord(shelf, new Register(shelf), Optional.empty());
    }

    /**
     * Opens a record to read and write it, and finishes what a writer that was killed had left.
     *
     * @throws ProblemException as {@link #open}, and {@code key-missing}, {@code key-wrong}, {@code second-writer},
     *     {@code partial-copy}, {@code journal-damaged}
     */
    public static TruceRecord openForWriting(Path dir, Keys keys, Surroundings surroundings) throws IOException {
        return Pen.open(new Layout(dir), keys, surroundings);
    }

    /** What the record is, and the keys that signed it. */
    public Identity identity() {
        return shelf.identity();
    }

    /** Entries in the record, durable ones that are not yet published included. */
    public long size() {
        return shelf.size();
    }

    /** The head of the published log. */
    public Checkpoint.Signed checkpoint() {
        return shelf.checkpoint();
    }

    /**
     * What tells this state of this copy from every other: of the tree over its first entries, and of the stores that it
     * holds. Empty where they are not all published.
     *
     * @param size how many entries
     */
    public Optional<Hash> state(long size) throws IOException {
        return size > shelf.published() ? Optional.empty() : Optional.of(RowCache.state(shelf, size));
    }

    /** Looks at what another process has written since. */
    public void refresh() throws IOException {
        if (pen.isEmpty()) {
            shelf.refresh();
        }
    }

    /**
     * Appends entries in their order; returns when they are durable, with an outcome for each candidate. One that is
     * refused does not keep the others out. Where it throws, none of them is in the record.
     *
     * @throws ProblemException {@code read-only} where the record was opened for reading
     */
    public List<Outcome> append(List<Candidate> candidates) throws IOException {
        return writing().writer().append(Judge.look(candidates));
    }

    /** Publishes what is durable and waits for it; what a reader calls, does nothing. */
    public void publish() throws IOException {
        if (pen.isPresent()) {
            pen.get().publisher().publish();
        }
    }

    /** Why the last publication failed, where it did. Nothing is lost: it is tried again. */
    public Optional<IOException> publicationFailure() {
        return pen.flatMap(it -> it.publisher().failure());
    }

    /**
     * How far witnesses stand behind the record; empty where it names none.
     *
     * @throws ProblemException {@code damaged-record}
     */
    public Optional<Witnessing> witnessing() throws IOException {
        return Witnessing.of(shelf.layout(), shelf.identity(), shelf.published());
    }

    /**
     * Names the record's witnesses, or others from now on. Cosignatures that stand under the checkpoint go, until
     * {@link #cosign} asks for them anew.
     *
     * @throws ProblemException {@code read-only}, and {@code bad-policy} where it names logs and not this one
     */
    public void keep(Policy policy) throws IOException {
        if (!policy.logs().isEmpty() && identity().keys().all().stream().noneMatch(policy.logs()::containsKey)) {
            throw new ProblemException(
                    "bad-policy",
                    "log",
                    "The policy names logs, and not this record: "
                            + identity().keys().last());
        }
        writing().publisher().keep(policy);
    }

    /**
     * Publishes, and asks the record's witnesses to cosign the checkpoint; returns when all have answered or failed to,
     * with an answer for each in the order of the policy. No other call waits for it. Empty where the record names none.
     *
     * @throws ProblemException {@code read-only}
     */
    public List<WitnessAnswer> cosign(Submission submission) throws IOException {
        Pen writing = writing();
        Optional<Policy> policy = Witnessing.policy(shelf.layout(), shelf.identity(), shelf.published());
        if (policy.isEmpty()) {
            return List.of();
        }
        publish();
        Cosigner.Round round = cosigner.ask(policy.get(), submission);
        writing.publisher().cosigned(round, policy.get());
        return round.answers();
    }

    /**
     * Lets another key sign from here on: enters that, publishes, and has the former key vouch for the new one.
     *
     * @param announcement a {@code KeyRotated} entry that names the new key
     * @param next kept already where the record's keys are, with the record's origin as its name
     * @throws ProblemException {@code read-only}, {@code key-wrong}, or why the announcement was refused
     */
    public void rotate(Candidate announcement, SigningKey next) throws IOException {
        if (!next.verifier().name().equals(identity().key().name())
                || identity().keys().all().contains(next.verifier())) {
            throw new ProblemException(
                    "key-wrong",
                    next.verifier().text(),
                    "A new key has the record's origin for its name and has not signed it before.");
        }
        enter(announcement);
        writing().publisher().rotate(next);
    }

    /**
     * Ends the record: nothing can be entered after that. It can still be read, verified, followed and cosigned.
     *
     * @param last a {@code RecordClosed} entry
     * @return its index
     * @throws ProblemException {@code read-only}, or why the entry was refused
     */
    public long end(Candidate last) throws IOException {
        return enter(last);
    }

    /** Whether it was opened for writing. */
    public boolean isWritable() {
        return pen.isPresent();
    }

    /** Whether the last entry ends the record, as far as this copy holds that entry. */
    public boolean isClosed() throws IOException {
        return Writer.isClosed(shelf);
    }

    private long enter(Candidate own) throws IOException {
        Outcome outcome = writing().writer().append(List.of(Judge.own(own))).getFirst();
        publish();
        return switch (outcome) {
            case Outcome.Appended it -> it.index();
            case Outcome.Known it -> it.index();
            case Outcome.Refused it -> throw new ProblemException(it.problems().getFirst());
        };
    }

    private Pen writing() {
        return pen.orElseThrow(() -> new ProblemException(
                "read-only", shelf.layout().root().toString(), "This record is open for reading only."));
    }

    /**
     * One entry, as far as this copy holds it and the reader may read it.
     *
     * @param index from 0, below {@link #size}
     */
    public Kept read(long index, Audience reader) throws IOException {
        java.util.Objects.checkIndex(index, size());
        return kept(index, shelf.item(index, reader));
    }

    /**
     * The same, for whom reads many entries in no order: what lies around it in its file is neither read nor checked, and
     * so it costs a twentieth.
     *
     * @param index from 0, below {@link #size}
     */
    public Kept readAlone(long index, Audience reader) throws IOException {
        java.util.Objects.checkIndex(index, size());
        Optional<Item> alone = shelf.alone(index, reader);
        return alone.isPresent() ? kept(index, alone) : read(index, reader);
    }

    /** Hands over entries {@code [from, to)} in their order; costs one read per 256 entries and audience. */
    public void forEach(long from, long to, Audience reader, Consumer<Kept> consumer) throws IOException {
        java.util.Objects.checkFromToIndex(from, to, size());
        for (long range = from >>> 8; range << 8 < to; range++) {
            NavigableMap<Integer, Item> items = shelf.range(range, reader);
            for (long i = Math.max(from, range << 8); i < Math.min(to, (range + 1) << 8); i++) {
                consumer.accept(kept(i, Optional.ofNullable(items.get((int) (i & 0xff)))));
            }
        }
    }

    private static Kept kept(long index, Optional<Item> item) {
        return switch (item.orElse(null)) {
            case null -> new Kept.Withheld(index);
            case Item.Destroyed it -> new Kept.Destroyed(index, it.id(), it.order());
            case Item.Present it ->
                new Kept.Present(
                        index,
                        Instant.ofEpochMilli(it.recorded()),
                        Hash.of(it.nonce()),
                        new Content(it.content()),
                        it.attachments());
        };
    }

    /** Index of the entry with an id, whoever may read it. */
    public OptionalLong byId(UUID id) throws IOException {
        return register.find(id);
    }

    /** The bytes of an attachment, where this copy holds it for an audience that the reader may read. */
    public Optional<InputStream> attachment(Hash sha256, Audience reader) throws IOException {
        return shelf.attachment(sha256, reader);
    }

    /** What was known at an instant: the last size whose newest entry was recorded at or before it. */
    public long sizeRecordedBy(Instant instant) throws IOException {
        return register.recordedUntil(instant.toEpochMilli());
    }

    /** The same by the running maximum of {@code stated}, for a record whose mandate says that it is reconstructed. */
    public long sizeStatedBy(Instant instant) throws IOException {
        return register.statedUntil(instant.toEpochMilli());
    }

    /**
     * A receipt for an entry: proves offline that its commitment is in the record, and where the reader may read the
     * entry, the entry itself. Publishes first where the writer has to.
     *
     * @throws ProblemException {@code not-published} where only the writer can publish the entry
     */
    public ProofFile receipt(long index, Audience reader) throws IOException {
        java.util.Objects.checkIndex(index, size());
        if (index >= shelf.published()) {
            publish();
        }
        Checkpoint.Signed head = shelf.checkpoint();
        long size = head.checkpoint().size();
        if (index >= size) {
            throw new ProblemException(
                    "not-published", "entry " + index, "This entry is not published yet; try again in a moment.");
        }
        try {
            List<Hash> proof = Merkle.inclusion(index, size, Tree.nodes(size, shelf::tile));
            return Receipt.of(index, proof, head, shelf, reader);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Checks a receipt with nothing but the record's verifier key. Pure. */
    public static Receipt.Verdict verifyReceipt(byte[] receipt, VerifierKey key) {
        return Receipt.verify(receipt, KeyChain.of(key));
    }

    /** Checks a receipt with nothing but the record's keys. Pure. */
    public static Receipt.Verdict verifyReceipt(byte[] receipt, KeyChain keys) {
        return Receipt.verify(receipt, keys);
    }

    /**
     * Checks every file of a record but its cache. Never writes; reads each file once.
     *
     * @param against a checkpoint that the caller kept, which the record must extend; the file's bytes
     */
    public static Verification verify(Path dir, Optional<byte[]> against) throws IOException {
        return Verifier.verify(new Layout(dir), against);
    }

    /**
     * Mends what can be computed from the rest of a record: tiles and entry bundles from leaves and contents, the list of
     * partial tiles, attachments that another store holds; takes away what a writer that was killed left. Never changes
     * what the checkpoint commits to. The private key is looked for only where something must be signed anew.
     *
     * @param dry whether nothing is to be written
     * @param told hears of each thing that was done, or would be
     * @return what is wrong after that, or would be
     * @throws ProblemException {@code second-writer}
     */
    public static Verification repair(Path dir, Keys keys, boolean dry, Consumer<Mended> told) throws IOException {
        return Repair.mend(new Layout(dir), keys, Disk.real(), dry, told);
    }

    /** Whether there is a record in a directory, whole or not. */
    public static boolean isRecord(Path dir) {
        return Files.isRegularFile(dir.resolve("vkey"));
    }

    /** Publishes what is left and lets go of the record. */
    @Override
    public void close() throws IOException {
        if (pen.isPresent()) {
            pen.get().close(register);
        } else {
            register.save();
        }
    }

    /** Where lies what can be rebuilt: it need not exist, may be deleted at any time, and is no part of the record. */
    public Path cache() {
        return shelf.layout().cache();
    }

    /** Where it lies. */
    @Override
    public String toString() {
        return shelf.layout().root().toString();
    }
}
