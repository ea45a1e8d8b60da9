package org.truce.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.truce.model.entry.Audience;
import org.truce.record.store.Item;
import org.truce.record.store.Journal;
import org.truce.record.store.StoreName;

/**
 * Takes candidates in: whoever finds the lock free writes what everybody has queued, in one batch with one sync; the
 * others sleep until they are served. Thread-safe.
 */
final class Writer {
    private final Surroundings surroundings;
    private final Backlog backlog;
    private final Nonces nonces;
    private final Shelf shelf;
    private final Register register;
    private final Judge judge;
    private final Journal journal;
    private final ConcurrentLinkedQueue<Request> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long lastRecorded;
    /** Whether the last entry ends the record; under the lock. */
    private boolean closed;

    Writer(Surroundings surroundings, Backlog backlog, Shelf shelf, Register register, Journal journal)
            throws IOException {
        this.surroundings = surroundings;
        this.backlog = backlog;
        this.nonces = new Nonces(surroundings.random());
        this.shelf = shelf;
        this.register = register;
        this.judge = new Judge(shelf, register);
        this.journal = journal;
        this.closed = isClosed(shelf);
        this.lastRecorded = register.with(rows -> rows.size() == 0 ? Long.MIN_VALUE : rows.recorded(rows.size() - 1));
    }

    /** Whether the last entry of a record ends it, as far as this copy holds that entry. */
    static boolean isClosed(Shelf shelf) throws IOException {
        return shelf.size() > 0
                && shelf.item(shelf.size() - 1, Audience.Group.VAULT).orElse(null) instanceof Item.Present it
                && Envelope.closes(it.content());
    }

    /** One caller's candidates and, once it was served, their outcomes. */
    private static final class Request {
        private final List<Judge.Looked> candidates;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final Thread caller = Thread.currentThread();
        private @Nullable IOException failure;
        /** Written last, read first. */
        private volatile boolean served;

        Request(List<Judge.Looked> candidates) {
            this.candidates = candidates;
        }

        /** Lets its caller go; without an outcome for each candidate only with a failure. */
        void serve() {
            if (failure == null && outcomes.size() < candidates.size()) {
                failure = new IOException("the writer was stopped");
            }
            served = true;
        }
    }

    /** Returns when the candidates were judged and those that were taken are on the platter. */
    List<Outcome> append(List<Judge.Looked> candidates) throws IOException {
        backlog.awaitRoom();
        Request mine = new Request(candidates);
        queue.add(mine);
        boolean interrupted = Thread.interrupted(); // who writes for others does not stop halfway
        while (!mine.served) {
            // Whoever waits for the lock itself (a publication, for a moment) goes first.
            if (!lock.hasQueuedThreads() && lock.tryLock()) {
                serve(mine);
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (mine.failure != null) {
            throw new IOException("nothing of this was recorded: " + mine.failure.getMessage(), mine.failure);
        }
        return List.copyOf(mine.outcomes);
    }

    /** Writes what is queued and lets go of the lock; then wakes the next to write before those who are served. */
    private void serve(Request mine) {
        List<Request> requests = new ArrayList<>();
        try {
            if (mine.served) {
                return;
            }
            for (Request next = queue.poll(); next != null; next = queue.poll()) {
                requests.add(next);
            }
            write(requests);
        } finally {
            requests.forEach(Request::serve);
            release();
            requests.stream().filter(it -> it != mine).forEach(it -> LockSupport.unpark(it.caller));
        }
    }

    /** Lets go of the lock. Whoever queued while it was held has gone to sleep: the first of them is woken to write. */
    private void release() {
        lock.unlock();
        Request next = queue.peek();
        if (next != null) {
            LockSupport.unpark(next.caller);
        }
    }

    private void write(List<Request> requests) {
        long before = shelf.size();
        try {
            commit(requests, before);
        } catch (IOException | RuntimeException e) {
            register.takeBack(before);
            IOException failure = e instanceof IOException io ? io : new IOException(e);
            requests.forEach(it -> it.failure = failure);
        }
    }

    private void commit(List<Request> requests, long before) throws IOException {
        Batch batch = new Batch(closed);
        List<Journal.Addition> additions = batch.additions;
        long recorded = Math.max(lastRecorded, surroundings.clock().millis());
        for (Request request : requests) {
            for (Judge.Looked looked : request.candidates) {
                request.outcomes.add(take(looked, recorded, before, batch));
            }
        }
        if (!additions.isEmpty()) {
            shelf.add(journal.append(before, additions));
            lastRecorded = recorded;
            closed = batch.closed;
            backlog.grow(additions);
        }
    }

    /** What is about to be written. */
    private static final class Batch {
        private final List<Journal.Addition> additions = new ArrayList<>();
        private boolean closed;

        Batch(boolean closed) {
            this.closed = closed;
        }
    }

    private Outcome take(Judge.Looked looked, long recorded, long before, Batch batch) throws IOException {
        return switch (looked.checked()) {
            case Envelope.Checked.Bad(var problems) -> new Outcome.Refused(problems);
            case Envelope.Checked.Good(var envelope) -> {
                Content content = looked.candidate().content();
                Optional<Outcome> settled = judge.judge(content, envelope, recorded, batch.additions);
                if (settled.isPresent()) {
                    yield settled.get();
                }
                if (batch.closed) {
                    yield Outcome.Refused.of(
                            "record-closed",
                            "/",
                            "This record is closed: nothing follows its last entry. Begin another.");
                }
                batch.closed = envelope.closes();
                batch.additions.add(addition(looked.candidate(), envelope, recorded));
                register.anticipate(envelope, recorded);
                yield new Outcome.Appended(before + batch.additions.size() - 1, Instant.ofEpochMilli(recorded));
            }
        };
    }

    private Journal.Addition addition(Candidate candidate, Envelope envelope, long recorded) {
        StoreName store = StoreName.of(envelope.audience());
        byte[] nonce = nonces.next();
        if (candidate.attachments().isEmpty()) {
            Item.Present item = new Item.Present(
                    recorded, nonce, List.of(), candidate.content().bytes());
            return new Journal.Addition(store, item, List.of());
        }
        var hashes = candidate.attachments().stream()
                .map(Attachment::sha256)
                .distinct()
                .toList();
        List<Journal.Attached> files = candidate.attachments().stream()
                .filter(it -> !shelf.holds(store, it.sha256()))
                .map(it -> new Journal.Attached(it.sha256(), it.length(), it.source()))
                .toList();
        Item.Present item =
                new Item.Present(recorded, nonce, hashes, candidate.content().bytes());
        return new Journal.Addition(store, item, files);
    }

    /** What a publication is to cover: the record's size, and the segments that hold no more than that. */
    record Mark(long size, List<Path> segments) {}

    /** Draws a line under what is durable by now. */
    Mark mark() {
        lock.lock();
        try {
            return new Mark(shelf.size(), journal.rotate());
        } finally {
            release();
        }
    }

    /** Deletes segments of the journal that are published. */
    void forget(List<Path> segments) throws IOException {
        lock.lock();
        try {
            journal.delete(segments);
        } finally {
            release();
        }
    }

    /** Deletes the journal's directory, which is empty. */
    void close() throws IOException {
        lock.lock();
        try {
            journal.close();
        } finally {
            release();
        }
    }
}
