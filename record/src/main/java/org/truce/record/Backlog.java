package org.truce.record;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.truce.record.store.Journal;

/**
 * How much is durable but not yet published. It bounds the memory that a writer needs and how far the checkpoint falls
 * behind: where there is more than the publisher lately published in {@link #SECONDS}, callers wait for it.
 * Thread-safe.
 */
final class Backlog {
    /** Bytes of contents from which on callers wait, whatever the publisher can do. */
    private static final long MOST = 32L << 20;
    /** Bytes for which nobody waits. */
    private static final long LEAST = 1L << 20;
    /** Seconds that the publisher is to need for the backlog; an entry may come just after a publication began. */
    private static final double SECONDS = 0.4;
    /** What an entry takes in memory beside its content. */
    private static final long ENTRY_BYTES = 300;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition work = lock.newCondition();
    private final AtomicLong bytes = new AtomicLong();
    private volatile long most = MOST / 4;
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

    /** The publisher has published what was the backlog when it began, and how long that took. */
    void shrink(long published, double seconds) {
        lock.lock();
        try {
            stuck = false;
            if (published >= LEAST) {
                most = Math.clamp((long) (published / seconds * SECONDS), LEAST, MOST);
            }
        } finally {
            lock.unlock();
        }
        change(-published);
    }

    /** There was nothing left to publish of what is counted. */
    void clear(long published) {
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
            if (now >= most / 3) {
                work.signalAll();
            }
            if (now < most) {
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
        if (bytes.get() < most) {
            return;
        }
        lock.lock();
        try {
            while (bytes.get() >= most && !stuck && !stopped) {
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
            while (!stopped && left > 0 && (bytes.get() < most / 3 || stuck)) {
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
