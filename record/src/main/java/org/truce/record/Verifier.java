package org.truce.record;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.model.ProblemException;
import org.truce.record.store.Expected;
import org.truce.record.store.Item;
import org.truce.record.store.JournalReader;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Merkle;

/**
 * Checks every file of a record but its cache, in one pass over the entries, on all processors; never writes. What it
 * finds does not depend on their number. Memory does not grow with the record, but for the hashes of attachments and the
 * orders of destruction.
 */
final class Verifier {
    private final Layout layout;
    private final Evidence evidence;
    private final Findings findings;
    private final List<StoreCheck> stores = new ArrayList<>();
    private final TreeCheck tree;
    private final OrderCheck orders;
    private long present;
    private long destroyed;
    private long lastRecorded = Long.MIN_VALUE;

    private Verifier(Layout layout, Evidence evidence, Findings findings) {
        this.layout = layout;
        this.evidence = evidence;
        this.findings = findings;
        this.tree = new TreeCheck(layout, evidence, findings);
        this.orders = new OrderCheck(layout, evidence, findings);
        for (StoreName store : evidence.stores()) {
            stores.add(new StoreCheck(layout, store, evidence, findings));
        }
    }

    static Verification verify(Layout layout, Optional<byte[]> against) throws IOException {
        try {
            return new Verifier(layout, Evidence.gather(layout), new Findings()).run(against);
        } catch (ProblemException e) {
            return new Verification(Optional.empty(), 0, 0, 0, 0, 0, List.of(e.problem()), 1);
        }
    }

    /** Checks a record as it would be by other evidence than what its directory holds. */
    static Verification verify(Layout layout, Evidence evidence, Findings findings) throws IOException {
        return new Verifier(layout, evidence, findings).run(Optional.empty());
    }

    private Verification run(Optional<byte[]> against) throws IOException {
        long size = evidence.size();
        Ahead.inOrder(0, (size + 255) >>> 8, this::look, this::take);
        tree.finish();
        long attachments = 0;
        for (StoreCheck store : stores) {
            attachments += store.finish();
        }
        orders.finish();
        checkKeys();
        new WitnessCheck(layout, evidence, findings).check(tree);
        long pending = checkJournal();
        checkNames();
        if (against.isPresent()) {
            checkAgainst(against.get());
        }
        long withheld = size - present - destroyed;
        return new Verification(
                Optional.of(evidence.checkpoint().checkpoint()),
                present,
                destroyed,
                withheld,
                attachments,
                pending,
                findings.problems(),
                findings.found());
    }

    /** What can be said of a range by itself: its leaves, and what each store holds of it. */
    private record Looked(TreeCheck.Leaves leaves, List<StoreCheck.Held> stores) {}

    private Looked look(long range) throws IOException {
        TreeCheck.Leaves leaves = tree.look(range);
        List<StoreCheck.Held> held = new ArrayList<>();
        for (StoreCheck store : stores) {
            held.add(store.look(range, leaves.entries()));
        }
        return new Looked(leaves, held);
    }

    private void take(long range, Looked looked) throws IOException {
        tree.take(looked.leaves());
        NavigableMap<Integer, Item> items = new TreeMap<>();
        BitSet held = new BitSet();
        for (int i = 0; i < stores.size(); i++) {
            for (var item : stores.get(i).take(range, looked.stores().get(i)).entrySet()) {
                if (held.get(item.getKey())) {
                    long index = (range << 8) + item.getKey();
                    findings.add("held-twice", "contents", "Entry " + index + " stands in two stores.");
                }
                held.set(item.getKey());
                items.put(item.getKey(), item.getValue());
            }
        }
        items.forEach((slot, item) -> count((range << 8) + slot, item));
    }

    private void count(long index, Item item) {
        switch (item) {
            case Item.Present it -> {
                present++;
                if (it.recorded() < lastRecorded) {
                    findings.add(
                            "time-runs-back", "entry " + index, "It was recorded before the entry that precedes it.");
                }
                lastRecorded = it.recorded();
            }
            case Item.Destroyed it -> {
                destroyed++;
                orders.add(index, it);
            }
        }
    }

    private void checkKeys() {
        if (evidence.identity().keys().since() > evidence.size() && !evidence.live()) {
            findings.add(
                    "damaged-file",
                    "checkpoint",
                    "It is older than the record's newest key: entries were taken away, or this copy is cut off. Follow"
                            + " the record again.");
        }
    }

    private long checkJournal() {
        JournalReader.Contents journal = evidence.journal();
        journal.torn().ifPresent(findings::add);
        journal.damage().ifPresent(findings::add);
        return journal.entries().size();
    }

    private void checkNames() throws IOException {
        Expected expected =
                new Expected(evidence.size(), evidence.partials(layout).orElseGet(Partials::empty));
        Files.walkFileTree(layout.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean own = directory.equals(layout.cache()) || directory.equals(layout.journal());
                return own ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = layout.name(file);
                boolean lock = name.equals("lock") && attributes.size() == 0;
                if (!attributes.isRegularFile() || !(lock || expected.has(name) || leftover(name))) {
                    findings.add(
                            "unexpected-file", name, "This file does not belong to the record as of its checkpoint.");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // taken away by a writer in the meantime
            }
        });
    }

    /** Files that a publication under way may have made already, or not yet deleted. */
    private boolean leftover(String name) {
        return evidence.live() && Sweep.isOurs(name);
    }

    private void checkAgainst(byte[] file) throws IOException {
        Optional<Checkpoint.Signed> kept = Checkpoint.Signed.parse(file);
        if (kept.isEmpty() || !evidence.identity().keys().signed(kept.get())) {
            findings.add("against-not-signed", "--against", "This is no checkpoint that this record's key signed.");
            return;
        }
        Checkpoint old = kept.get().checkpoint();
        if (old.size() > evidence.size()) {
            findings.add(
                    "shorter-than-kept",
                    "checkpoint",
                    "The record has " + evidence.size() + " entries; the kept checkpoint covers " + old.size()
                            + ": entries were taken away, or this copy is older.");
            return;
        }
        Optional<Hash> root = old.size() == 0 ? Optional.of(Merkle.EMPTY) : tree.rootAt(old.size());
        if (root.isPresent() && !root.get().equals(old.root())) {
            findings.add(
                    "history-differs",
                    "checkpoint",
                    "The first " + old.size() + " entries are not those that the kept checkpoint covers: the record was"
                            + " rewritten. Keep both and tell the other parties.");
        }
    }
}
