package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.truce.model.ProblemException;
import org.truce.model.entry.Audience;
import org.truce.record.store.Disk;
import org.truce.record.store.Expected;
import org.truce.record.store.JournalReader;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.store.StoreName;
import org.truce.record.store.WriterLock;
import org.truce.record.store.Writes;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.EntryBundle;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.TilePath;
import org.truce.record.tlog.Tree;
import org.truce.record.tlog.VerifierKey;

/**
 * Keeps a verified copy of a record. What comes is written beside what is there, checked against the checkpoint and the
 * copy's own past, and counts only when the new checkpoint stands; so the copy may be cut off anywhere, and shows nothing
 * that was not checked. The tree is built anew from the leaves: no hash of the source's is believed. One thread at a time.
 */
public final class Follower {
    private static final int SMALL = 1 << 20;
    private static final int LOOKS = 5;

    private final Layout layout;
    private final Source source;
    private final Optional<VerifierKey> pinned;
    private final Audience audience;
    private final Disk disk;
    private final LongConsumer progress;

    /**
     * A follower.
     *
     * @param dir the copy; made where it is not there
     * @param source what is copied
     * @param pinned the key that the record must have, where the caller knows it; else the first one seen is kept
     * @param audience whose contents are copied; all others stay withheld
     * @param progress told the number of entries copied
     */
    public Follower(
            Path dir,
            Source source,
            Optional<VerifierKey> pinned,
            Audience audience,
            Disk disk,
            LongConsumer progress) {
        this.layout = new Layout(dir);
        this.source = source;
        this.pinned = pinned;
        this.audience = audience;
        this.disk = disk;
        this.progress = progress;
    }

    /**
     * What an update brought.
     *
     * @param before entries that the copy had
     * @param after entries that it has
     * @param present contents that came
     * @param source entries that the source has; fewer than {@code before} where it is behind
     */
    public record Update(long before, long after, long present, long source) {}

    /**
     * Looks once at the source and takes what is new.
     *
     * @throws ProblemException {@code source-lies} where what it gave is not what the record's key signed,
     *     {@code history-differs} where the key signed two histories, {@code key-differs}, {@code source-incomplete},
     *     {@code no-source}, {@code second-writer}, {@code not-a-copy}
     */
    public Update update() throws IOException {
        Files.createDirectories(layout.root());
        try (WriterLock _ = WriterLock.take(layout.lock())) {
            if (!JournalReader.isEmpty(layout.journal())) {
                throw new ProblemException(
                        "not-a-copy",
                        layout.root().toString(),
                        "This record has entries that its writer has not published; a copy is followed elsewhere.");
            }
            return look(identity());
        }
    }

    private Update look(Identity identity) throws IOException {
        try {
            for (int look = 0; ; look++) {
                Seen seen = head(identity);
                try {
                    return take(seen.identity(), seen.head());
                } catch (ProblemException e) {
                    boolean moved = !seen.head()
                            .checkpoint()
                            .equals(head(identity).head().checkpoint());
                    if (!moved || look == LOOKS) {
                        throw e; // otherwise the source has published meanwhile, and took files away
                    }
                }
            }
        } catch (ProblemException | IOException e) {
            // What came of a first copy that was cut off is gone on with; all else is not to be taken for the record's.
            if (e instanceof ProblemException || Files.exists(layout.checkpoint())) {
                new Sweep(layout, disk, standing(identity)).everywhere();
            }
            throw e;
        }
    }

    private Expected standing(Identity identity) throws IOException {
        if (!Files.exists(layout.checkpoint())) {
            return new Expected(0, Partials.empty());
        }
        long size = identity.checkpoint(layout).checkpoint().size();
        return new Expected(
                size,
                identity.partials(Files.readAllBytes(layout.partials(size)), size)
                        .orElseThrow(
                                () -> Identity.damaged("partials." + size, "is not what the record's key signed")));
    }

    private Identity identity() throws IOException {
        if (!TruceRecord.isRecord(layout.root())) {
            byte[] vkey = need("vkey");
            byte[] about = need("record");
            VerifierKey key = VerifierKey.parse(new String(vkey, StandardCharsets.UTF_8).strip())
                    .orElseThrow(() -> lies("vkey", "is no verifier key"));
            pinned(keys(KeyChain.of(key)));
            Writes writes = new Writes(disk);
            writes.replace(layout.about(), about);
            writes.replace(layout.vkey(), vkey);
            writes.sync();
        }
        Identity identity = Identity.read(layout);
        pinned(keys(identity.keys()));
        return identity;
    }

    private void pinned(KeyChain keys) {
        if (pinned.isPresent() && !keys.all().contains(pinned.get())) {
            throw new ProblemException(
                    "key-differs",
                    source.toString(),
                    "The record is signed by " + keys.first().idHex() + ", not by the key that you named, "
                            + pinned.get().idHex() + ": it is another record, or a forged one. Nothing was taken.");
        }
    }

    /** The source's keys, which go on from those that are known. */
    private KeyChain keys(KeyChain known) throws IOException {
        Optional<byte[]> file = source.get("rotations", SMALL);
        KeyChain now = file.isEmpty()
                ? KeyChain.of(known.first())
                : KeyChain.parse(file.get(), known.first())
                        .orElseThrow(() -> lies("rotations", "is not what the record's keys signed"));
        if (now.extend(known)) {
            return now;
        }
        if (known.extend(now)) {
            return known; // the source is behind
        }
        throw new ProblemException(
                "key-differs",
                source + "/rotations",
                "The record's key named two others to follow it. Nothing was taken. Keep this copy and the source's file,"
                        + " and tell the other parties.");
    }

    /** The source's head, and the record by the keys that sign it. */
    private Seen head(Identity known) throws IOException {
        for (int look = 0; ; look++) {
            // The keys afterwards: they cover every checkpoint that was there before.
            Optional<Checkpoint.Signed> head = Checkpoint.Signed.parse(need("checkpoint"));
            Identity identity = new Identity(keys(known.keys()), known.name(), known.created());
            if (head.isPresent() && identity.signed(head.get())) {
                return new Seen(identity, head.get());
            }
            if (look == LOOKS) {
                throw lies("checkpoint", "is not signed by the record's key");
            }
        }
    }

    private record Seen(Identity identity, Checkpoint.Signed head) {}

    private Update take(Identity identity, Checkpoint.Signed head) throws IOException {
        Optional<Checkpoint.Signed> mine =
                Files.exists(layout.checkpoint()) ? Optional.of(identity.checkpoint(layout)) : Optional.empty();
        long before = mine.map(it -> it.checkpoint().size()).orElse(0L);
        long after = head.checkpoint().size();
        if (after < before) {
            return new Update(before, before, 0, after);
        }
        if (mine.isPresent() && after == before) {
            if (!mine.get().checkpoint().equals(head.checkpoint())) {
                throw forked(head);
            }
            return same(identity, mine.get(), head);
        }
        return grow(identity, head, before);
    }

    /** No new entries; but witnesses may have cosigned, and the source may give a store that it did not give before. */
    private Update same(Identity identity, Checkpoint.Signed mine, Checkpoint.Signed head) throws IOException {
        long size = head.checkpoint().size();
        Writes writes = new Writes(disk);
        Incoming incoming = new Incoming(layout, identity, source, new Incoming.Span(size, size), writes);
        for (StoreName store : StoreName.readable(audience, source.stores())) {
            if (!Files.isDirectory(layout.store(store))) {
                incoming.take(store);
            }
        }
        if (!Arrays.equals(mine.note().bytes(), head.note().bytes())) {
            witnesses(identity, writes, size);
            rotations(identity, writes);
            writes.sync();
            writes.replace(layout.checkpoint(), head.note().bytes());
        }
        writes.sync();
        return new Update(size, size, incoming.present(), size);
    }

    private Update grow(Identity identity, Checkpoint.Signed head, long before) throws IOException {
        long after = head.checkpoint().size();
        Writes writes = new Writes(disk);
        Tree tree = leaves(before, head, writes);
        partials(identity, tree, writes);
        Incoming incoming = new Incoming(layout, identity, source, new Incoming.Span(before, after), writes);
        for (StoreName store : StoreName.readable(audience, source.stores())) {
            incoming.take(store);
        }
        incoming.carryOut();
        witnesses(identity, writes, after);
        rotations(identity, writes);
        writes.sync();
        writes.replace(layout.checkpoint(), head.note().bytes());
        writes.sync();
        Partials now = identity.partials(Files.readAllBytes(layout.partials(after)), after)
                .orElseThrow();
        new Sweep(layout, disk, new Expected(after, now)).everywhere();
        progress.accept(after);
        return new Update(before, after, incoming.present(), after);
    }

    /** The leaves that are new, and the tree over them and over those that the copy has had. */
    private Tree leaves(long before, Checkpoint.Signed head, Writes writes) throws IOException {
        long after = head.checkpoint().size();
        Tree tree = Tree.resume(before, this::own);
        try {
            for (long range = before >>> 8; range << 8 < after; range++) {
                int width = (int) Math.min(TilePath.FULL, after - (range << 8));
                TilePath path = new TilePath(TilePath.ENTRIES, range, width);
                Path here = layout.tile(path);
                byte[] bundle = !path.partial() && Files.exists(here) ? Files.readAllBytes(here) : need(path.path());
                List<byte[]> entries = EntryBundle.parse(bundle)
                        .filter(it -> it.size() == width && it.stream().allMatch(Leaf::isLeaf))
                        .orElseThrow(() -> lies(path.path(), "is no bundle of " + width + " leaves"));
                for (int slot = (int) (tree.size() & 0xff); slot < width; slot++) {
                    tree.add(entries.get(slot), (tile, bytes) -> write(writes, layout.tile(tile), bytes));
                }
                if ((range & 0xff) == 0) {
                    progress.accept(tree.size());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Hash root = tree.root();
        if (!root.equals(head.checkpoint().root())) {
            throw before == 0
                    ? lies("tile/entries", "does not lead to the root that its checkpoint signs")
                    : forked(head);
        }
        return tree;
    }

    private void partials(Identity identity, Tree tree, Writes writes) throws IOException {
        String name = "partials." + tree.size();
        byte[] file = need(name);
        Partials partials =
                identity.partials(file, tree.size()).orElseThrow(() -> lies(name, "is not signed by the record's key"));
        tree.partials((path, bytes) -> {
            BitSet widths = partials.widths().getOrDefault(Math.max(path.level(), 0), new BitSet());
            int unit = bytes.length / path.width();
            for (int width = widths.nextSetBit(1);
                    width > 0 && width <= path.width();
                    width = widths.nextSetBit(width + 1)) {
                TilePath tile = new TilePath(path.level(), path.index(), width);
                write(writes, layout.tile(tile), Arrays.copyOf(bytes, width * unit));
            }
        });
        writes.write(layout.partials(tree.size()), file);
    }

    /** What the witnesses gave, where the source has it. */
    private void witnesses(Identity identity, Writes writes, long size) throws IOException {
        Optional<byte[]> policy = source.get("policy", SMALL);
        Optional<byte[]> witnessed = source.get("witnessed", SMALL);
        if (!Witnessing.isRight(policy, witnessed, identity, size)) {
            throw lies("policy", "or \"witnessed\" is not signed by the record's key");
        }
        if (policy.isPresent()) {
            writes.replace(Witnessing.policyFile(layout), policy.get());
        }
        if (witnessed.isPresent()) {
            writes.replace(Witnessing.witnessedFile(layout), witnessed.get());
        }
    }

    private void rotations(Identity identity, Writes writes) throws IOException {
        if (!identity.keys().rotations().isEmpty()) {
            writes.replace(layout.rotations(), identity.keys().file());
        }
    }

    private byte[] own(TilePath tile) {
        try {
            return Files.readAllBytes(layout.tile(tile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writes writes, Path file, byte[] bytes) {
        try {
            writes.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] need(String name) throws IOException {
        return source.get(name, SMALL)
                .orElseThrow(() -> new ProblemException(
                        name.equals("vkey") ? "no-source" : "source-incomplete",
                        source + "/" + name,
                        "The source does not have this file; is it a record, and whole?"));
    }

    private ProblemException lies(String name, String what) {
        return new ProblemException(
                "source-lies", source + "/" + name, "The file " + what + ". Nothing was taken; ask another source.");
    }

    /** Two histories by one key: the proof is kept where verification does not look, and told loudly. */
    private ProblemException forked(Checkpoint.Signed head) throws IOException {
        Path proof =
                layout.cache().resolve("forked-checkpoint." + head.checkpoint().size());
        Files.createDirectories(layout.cache());
        Files.write(proof, head.note().bytes());
        return new ProblemException(
                "history-differs",
                source.toString(),
                "The record's key signed a history that does not extend this copy's. Nothing was taken. Keep this copy and "
                        + proof + ", and tell the other parties.");
    }
}
