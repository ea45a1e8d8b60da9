package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.record.store.Item;
import org.truce.record.store.Journal;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Leaf;

/** Callers wait for a publisher that is behind, and for none that is stuck or gone. */
class BacklogTest {
    private static final Journal.Addition MEGABYTES = new Journal.Addition(
            StoreName.PUBLIC,
            new Item.Present(0, new byte[Leaf.NONCE_BYTES], List.of(), new byte[40 << 20]),
            List.of());

    private static Thread waiting(Backlog backlog) throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().start(backlog::awaitRoom);
        assertFalse(thread.join(Duration.ofMillis(200)), "there was room");
        return thread;
    }

    private static void goesOn(Thread thread) throws InterruptedException {
        assertTrue(thread.join(Duration.ofSeconds(20)), "still waiting");
    }

    @Test
    void aCallerWaitsUntilThePublisherHasCaughtUp() throws InterruptedException {
        Backlog backlog = new Backlog();
        backlog.awaitRoom();
        assertTrue(backlog.awaitWork(1));
        backlog.grow(List.of(MEGABYTES));
        Thread caller = waiting(backlog);
        long start = System.nanoTime();
        assertTrue(backlog.awaitWork(60_000), "a publication is due at once");
        assertTrue(System.nanoTime() - start < 30_000_000_000L);
        backlog.shrink(backlog.bytes(), 1);
        goesOn(caller);
        assertEquals(0, backlog.bytes());
    }

    @Test
    void nobodyWaitsForAPublisherThatIsStuckOrGone() throws InterruptedException {
        Backlog stuck = new Backlog();
        stuck.grow(List.of(MEGABYTES));
        Thread caller = waiting(stuck);
        stuck.stuck();
        goesOn(caller);
        Backlog gone = new Backlog();
        gone.grow(List.of(MEGABYTES));
        Thread other = waiting(gone);
        gone.stop();
        goesOn(other);
        assertFalse(gone.awaitWork(1));
    }
}
