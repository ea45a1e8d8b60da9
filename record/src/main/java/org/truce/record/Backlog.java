package org.truce.record;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.truce.record.store.Journal;

/**
 * How much is durable but not yet published. It bounds the memory that a writer needs and how far the checkpoint falls
 * behind: where there is too much, callers wait for the publisher. Thread-safe.
 */
final class Backlog {
    /** Bytes of contents from which on callers wait. */
    private static final long MOST = 32L << 20;
    /** Bytes from which on a publication begins at once. */
    private static final long MUCH = 12L << 20;
    /** What an entry takes in memory beside its content. */
    private static final long ENTRY_BYTES = 300;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final AtomicLong bytes = new AtomicLong();
    private boolean stuck;
    private boolean stopped;

    /** The writer has made these durable. */
    void grow(List<Journal.Addition> additions) {
        long more = 0;
        for (Journal.Addition addition : additions) {
            more += addition.item().content().length + ENTRY_BYTES;
        }
        change(more);
    }

    /** What the backlog is now; the publisher asks before it begins. */
    long bytes() {
        return bytes.get();
    }

    /** The publisher has published what was the backlog when it began. */
    void shrink(long published) {
        lock.lock();
        try {
            stuck = false;
        } finally {
            lock.unlock();
        }
        change(-published);
    }

    private void change(long more) {
        lock.lock();
        try {
            long now = bytes.addAndGet(more);
            if (now >= MUCH) {
                work.signalAll();
            }
            if (now < MOST) {
                room.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The publisher cannot publish at present: nobody waits for it. */
    void stuck() {
        lock.lock();
        try {
            stuck = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is room, or until no publisher makes any. */
    void awaitRoom() {
        if (bytes.get() < MOST) {
            return;
        }
        lock.lock();
        try {
            while (bytes.get() >= MOST && !stuck && !stopped) {
                room.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until so much is there that a publication is due at once, at most for a time.
     *
     * @return whether to go on; not after {@link #stop}
     */
    boolean awaitWork(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!stopped && left > 0 && (bytes.get() < MUCH || stuck)) {
                left = work.awaitNanos(left);
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Sends the publisher home and lets everybody through. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            work.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
