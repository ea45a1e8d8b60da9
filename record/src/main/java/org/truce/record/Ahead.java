package org.truce.record;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does the part of a long task that needs no order on all processors, a few steps ahead of the part that does. What
 * comes out is the same as from one thread.
 */
final class Ahead {
    /** Steps below which it is not worth a thread. */
    private static final int FEW = 8;
    /** Results per processor that may wait to be taken. */
    private static final int WAITING = 4;

    private Ahead() {}

    /** The part that is done in any order, by several threads at once. */
    interface Work<T> {
        T of(long step) throws IOException;
    }

    /** The part that is done in order, by the caller's thread. */
    interface Taker<T> {
        void take(long step, T result) throws IOException;
    }

    /** Steps {@code [from, to)}; what a step throws is thrown when its turn comes. */
    static <T> void inOrder(long from, long to, Work<T> work, Taker<T> taker) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        if (processors == 1 || to - from < FEW) {
            for (long step = from; step < to; step++) {
                taker.take(step, work.of(step));
            }
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                processors, Thread.ofPlatform().daemon().name("truce-ahead-", 0).factory());
        try {
            Deque<Future<T>> waiting = new ArrayDeque<>();
            long next = from;
            for (long step = from; step < to; step++) {
                for (; next < to && waiting.size() < WAITING * processors; next++) {
                    long number = next;
                    waiting.add(threads.submit(() -> work.of(number)));
                }
                taker.take(step, result(waiting.removeFirst()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException wrong -> throw wrong;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the record was read");
        }
    }
}
