package org.truce.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.truce.record.TruceRecord;

/** Watches, every few milliseconds, how long the oldest durable entry has been waiting for a checkpoint that covers it. */
final class Lag {
    private static final long EVERY_MILLIS = 5;

    private final TruceRecord record;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private double worst;

    private record Sample(long nanos, long size) {}

    /** Begins to watch. */
    Lag(TruceRecord record) {
        this.record = record;
        this.thread = Thread.ofPlatform().daemon().name("lag").start(this::watch);
    }

    private void watch() {
        Deque<Sample> waiting = new ArrayDeque<>();
        try {
            while (!stop.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                long published = record.checkpoint().checkpoint().size();
                while (!waiting.isEmpty() && waiting.getFirst().size() <= published) {
                    worst = Math.max(worst, (now - waiting.removeFirst().nanos()) / 1e9);
                }
                if (record.size() > published) {
                    waiting.add(new Sample(now, record.size()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops watching and tells the longest wait, in seconds. */
    double worst() throws InterruptedException {
        stop.countDown();
        thread.join();
        return worst;
    }
}
