package org.truce.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.truce.record.store.Item;
import org.truce.record.store.Journal;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Leaf;

/**
 * Takes candidates in: whoever finds the lock free writes what everybody has queued, in one batch with one sync.
 * Thread-safe.
 */
final class Writer {
    private final Surroundings surroundings;
    private final Shelf shelf;
    private final Register register;
    private final Judge judge;
    private final Journal journal;
    private final ConcurrentLinkedQueue<Request> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lock = new ReentrantLock();
    private long lastRecorded;

    Writer(Surroundings surroundings, Shelf shelf, Register register, Journal journal) throws IOException {
        this.surroundings = surroundings;
        this.shelf = shelf;
        this.register = register;
        this.judge = new Judge(shelf, register);
        this.journal = journal;
        this.lastRecorded = register.with(rows -> rows.size() == 0 ? Long.MIN_VALUE : rows.recorded(rows.size() - 1));
    }

    /** One caller's candidates and, once it was served, their outcomes. */
    private static final class Request {
        private final List<Judge.Looked> candidates;
        private final List<Outcome> outcomes = new ArrayList<>();
        private @Nullable IOException failure;
        private boolean served;

        Request(List<Judge.Looked> candidates) {
            this.candidates = candidates;
        }
    }

    List<Outcome> append(List<Judge.Looked> candidates) throws IOException {
        Request mine = new Request(candidates);
        queue.add(mine);
        lock.lock();
        try {
            if (!mine.served) {
                serve();
            }
        } finally {
            lock.unlock();
        }
        if (mine.failure != null) {
            throw new IOException("nothing of this was recorded: " + mine.failure.getMessage(), mine.failure);
        }
        return List.copyOf(mine.outcomes);
    }

    private void serve() {
        List<Request> requests = new ArrayList<>();
        for (Request next = queue.poll(); next != null; next = queue.poll()) {
            requests.add(next);
        }
        long before = shelf.size();
        try {
            commit(requests, before);
        } catch (IOException | RuntimeException e) {
            register.takeBack(before);
            IOException failure = e instanceof IOException io ? io : new IOException(e);
            requests.forEach(it -> it.failure = failure);
        }
        requests.forEach(it -> it.served = true);
    }

    private void commit(List<Request> requests, long before) throws IOException {
        List<Journal.Addition> additions = new ArrayList<>();
        long recorded = Math.max(lastRecorded, surroundings.clock().millis());
        for (Request request : requests) {
            for (Judge.Looked looked : request.candidates) {
                request.outcomes.add(take(looked, recorded, before, additions));
            }
        }
        if (!additions.isEmpty()) {
            shelf.add(journal.append(before, additions));
            lastRecorded = recorded;
        }
    }

    private Outcome take(Judge.Looked looked, long recorded, long before, List<Journal.Addition> additions)
            throws IOException {
        return switch (looked.checked()) {
            case Envelope.Checked.Bad(var problems) -> new Outcome.Refused(problems);
            case Envelope.Checked.Good(var envelope) -> {
                Content content = looked.candidate().content();
                Optional<Outcome> settled = judge.judge(content, envelope, recorded, additions);
                if (settled.isPresent()) {
                    yield settled.get();
                }
                additions.add(addition(looked.candidate(), envelope, recorded));
                register.anticipate(envelope, recorded);
                yield new Outcome.Appended(before + additions.size() - 1, Instant.ofEpochMilli(recorded));
            }
        };
    }

    private Journal.Addition addition(Candidate candidate, Envelope envelope, long recorded) {
        byte[] nonce = new byte[Leaf.NONCE_BYTES];
        surroundings.random().nextBytes(nonce);
        StoreName store = StoreName.of(envelope.audience());
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
            lock.unlock();
        }
    }

    /** Deletes segments of the journal that are published. */
    void forget(List<Path> segments) throws IOException {
        lock.lock();
        try {
            journal.delete(segments);
        } finally {
            lock.unlock();
        }
    }

    /** Deletes the journal's directory, which is empty. */
    void close() throws IOException {
        lock.lock();
        try {
            journal.close();
        } finally {
            lock.unlock();
        }
    }
}
