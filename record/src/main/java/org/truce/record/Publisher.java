package org.truce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.truce.record.store.Disk;
import org.truce.record.store.Expected;
import org.truce.record.store.Head;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.store.StoreName;
import org.truce.record.store.Writes;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.Tree;
import org.truce.record.witness.Policy;

/** Publishes from the journal, within a second while there is something to publish, and whenever asked. */
final class Publisher {
    /** Pause between publications where they are short. */
    private static final long LEAST_MILLIS = 150;
    /** Longest pause: an entry is to be covered within a second of its sync. */
    private static final long MOST_MILLIS = 300;
    /** How many times as long as a publication took the pause after it is, so that callers keep the disk. */
    private static final int PAUSE = 20;

    private final Shelf shelf;
    private final Writer writer;
    private SigningKey key;
    private final Disk disk;
    private final List<Path> segments = new ArrayList<>();
    private final Backlog backlog;
    private Optional<Tree> tree = Optional.empty();
    private Optional<Thread> thread = Optional.empty();
    private volatile Optional<IOException> failure = Optional.empty();
    /** The key that is to follow, until that is on the platter. */
    private Optional<SigningKey> next = Optional.empty();

    Publisher(Backlog backlog, Shelf shelf, Writer writer, SigningKey key, Disk disk) {
        this.backlog = backlog;
        this.shelf = shelf;
        this.writer = writer;
        this.key = key;
        this.disk = disk;
    }

    /** Publishes everything that is durable by now; returns when the checkpoint is on the platter. */
    synchronized void publish() throws IOException {
        long start = System.nanoTime();
        long published = backlog.bytes(); // read first: the mark covers at least as much
        Writer.Mark mark = writer.mark();
        segments.addAll(mark.segments());
        try {
            boolean again = failure.isPresent();
            settle();
            long before = shelf.published();
            if (mark.size() > before) {
                grow(before, mark.size());
            }
            if (again) {
                new Sweep(shelf.layout(), disk, expected()).everywhere();
            } else if (mark.size() > before) {
                new Sweep(shelf.layout(), disk, expected()).after(before);
            }
            writer.forget(segments);
            segments.clear();
            failure = Optional.empty();
            if (mark.size() > before) {
                backlog.shrink(published, (System.nanoTime() - start) / 1e9);
            } else {
                backlog.clear(published);
            }
        } catch (IOException e) {
            failure = Optional.of(e);
            backlog.stuck();
            throw e;
        } catch (RuntimeException e) {
            failure = Optional.of(new IOException(e));
            backlog.stuck();
            throw e;
        }
    }

    private void grow(long before, long size) throws IOException {
        Tree edge = tree.isPresent() ? tree.get() : Tree.resume(before, shelf::tile);
        tree = Optional.empty();
        shelf.published(new Publication(shelf, key, new Writes(disk), edge).publish(shelf.pending(size)));
        tree = Optional.of(edge);
        shelf.relieve();
    }

    /** Finishes what an earlier writer left: its journal and the files of a publication that was cut off. */
    synchronized void recover(List<Path> left) throws IOException {
        segments.addAll(left);
        if (shelf.size() > shelf.published()) {
            grow(shelf.published(), shelf.size());
        }
        new Sweep(shelf.layout(), disk, expected()).everywhere();
        writer.forget(segments);
        segments.clear();
    }

    /** Finishes a rotation that was cut off, and clears away drafts. */
    synchronized void resume() throws IOException {
        for (Path file : List.of(
                Witnessing.policyFile(shelf.layout()),
                Witnessing.witnessedFile(shelf.layout()),
                shelf.layout().rotations())) {
            Path draft = file.resolveSibling(file.getFileName() + ".tmp");
            if (Files.exists(draft)) {
                disk.delete(draft);
            }
        }
        if (!shelf.checkpoint().signedBy(key.verifier())) {
            signAnew();
        }
    }

    /**
     * Puts cosignatures under the checkpoint where it is still the present one, and keeps it as {@code witnessed} where
     * they are enough.
     */
    synchronized void cosigned(Cosigner.Round round, Policy policy) throws IOException {
        if (!round.given().isEmpty()) {
            tried(() -> keep(round, policy));
        }
    }

    private void keep(Cosigner.Round round, Policy policy) throws IOException {
        Checkpoint.Signed head = Cosigner.with(round.head(), round.given());
        Writes writes = new Writes(disk);
        boolean present = head.checkpoint().equals(shelf.checkpoint().checkpoint());
        if (present && !Cosigner.same(head, shelf.checkpoint())) {
            writes.replace(shelf.layout().checkpoint(), head.note().bytes());
            shelf.published(head);
        }
        if (policy.enough(policy.cosigned(head).keySet())) {
            writes.replace(Witnessing.witnessedFile(shelf.layout()), head.note().bytes());
        }
        writes.sync();
    }

    /** Signs a policy and keeps it; what was cosigned under the former one is asked for anew. */
    synchronized void keep(Policy policy) throws IOException {
        tried(() -> replace(policy));
    }

    private void replace(Policy policy) throws IOException {
        Writes writes = new Writes(disk);
        Checkpoint.Signed bare = Cosigner.with(shelf.checkpoint(), List.of());
        writes.replace(shelf.layout().checkpoint(), bare.note().bytes());
        shelf.published(bare);
        if (Files.exists(Witnessing.witnessedFile(shelf.layout()))) {
            writes.delete(Witnessing.witnessedFile(shelf.layout()));
        }
        writes.sync();
        writes.replace(Witnessing.policyFile(shelf.layout()), Witnessing.sign(policy, key));
        writes.sync();
    }

    /**
     * Lets another key sign from here on. The former key's word for it is on the platter before anything that the new one
     * signs; a record that is cut off in between is finished when it is next opened.
     */
    synchronized void rotate(SigningKey other) throws IOException {
        next = Optional.of(other);
        tried(this::settle);
    }

    /** Where the disk failed in the middle, it may hold the new key's word or not: it is written again. */
    private void settle() throws IOException {
        if (next.isEmpty()) {
            return;
        }
        Identity there = Identity.read(shelf.layout());
        boolean written = there.keys().last().equals(next.get().verifier());
        KeyChain keys = written ? there.keys() : there.keys().rotated(shelf.published(), key, next.get());
        Writes writes = new Writes(disk);
        writes.replace(shelf.layout().rotations(), keys.file());
        writes.sync();
        shelf.rotated(new Identity(keys, there.name(), there.created()));
        key = next.get();
        signAnew();
        next = Optional.empty();
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Where a step fails, the next publication clears away what it left. */
    private void tried(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** Signs with the key in force what says how far the record goes; the checkpoint last. */
    private void signAnew() throws IOException {
        Layout layout = shelf.layout();
        Identity identity = shelf.identity();
        long size = shelf.published();
        Writes writes = new Writes(disk);
        writes.replace(layout.partials(size), expected().partials().sign(key));
        for (StoreName store : layout.stores()) {
            Head head = Identity.small(layout.head(store, size))
                    .flatMap(it -> identity.head(it, size))
                    .orElseThrow(() -> Identity.damaged(layout.name(layout.head(store, size)), "is missing"));
            writes.replace(layout.head(store, size), head.sign(key));
        }
        Optional<Policy> policy = Witnessing.policy(layout, identity, size);
        if (policy.isPresent()) {
            writes.replace(Witnessing.policyFile(layout), Witnessing.sign(policy.get(), key));
        }
        writes.sync();
        Checkpoint.Signed head = shelf.checkpoint().checkpoint().sign(key);
        writes.replace(layout.checkpoint(), head.note().bytes());
        writes.sync();
        shelf.published(head);
    }

    private Expected expected() throws IOException {
        long size = shelf.published();
        Partials partials = Identity.small(shelf.layout().partials(size))
                .flatMap(it -> shelf.identity().partials(it, size))
                .orElseThrow(
                        () -> Identity.damaged("partials." + size, "is missing or not what the record's key signed"));
        return new Expected(size, partials);
    }

    /** Why the last publication failed, where it did; what was acknowledged is safe in the journal all the same. */
    Optional<IOException> failure() {
        return failure;
    }

    void start() {
        Thread publisher = Thread.ofPlatform().daemon().name("truce-publisher").unstarted(this::run);
        thread = Optional.of(publisher);
        publisher.start();
    }

    private void run() {
        try {
            long pause = LEAST_MILLIS;
            while (backlog.awaitWork(pause)) {
                long start = System.nanoTime();
                // What came between the count and the mark was published uncounted: its count is taken away here. Left
                // there it could fill the backlog while nothing is left to publish, and the writer would wait for ever.
                if (shelf.size() > shelf.published() || failure.isPresent() || backlog.bytes() > 0) {
                    publishQuietly();
                }
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                pause = Math.clamp(PAUSE * took, LEAST_MILLIS, MOST_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            backlog.stop(); // whatever ended it: nobody is to wait for a publisher that is gone
        }
    }

    private void publishQuietly() {
        try {
            publish();
        } catch (IOException | RuntimeException e) {
            // Kept in failure(), and tried again: the entries are in the journal.
        }
    }

    void stop() throws IOException {
        backlog.stop();
        try {
            if (thread.isPresent()) {
                thread.get().join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        publish();
    }
}
