package org.truce.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.record.store.Item;
import org.truce.record.store.Journal;
import org.truce.record.store.Layout;
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

    /** What is left in the count of entries that are published already is taken away: nobody waits for it for ever. */
    @Test
    void aCountWithNothingBehindItIsTakenAway(@TempDir Path home) throws IOException, InterruptedException {
        Keys keys = new Keys.Directory(home.resolve("keys"));
        Layout layout = new Layout(home.resolve("record"));
        TruceRecord.create(layout.root(), RecordOptions.named("Test"), keys, Surroundings.real())
                .close();
        Shelf shelf = Shelf.open(layout);
        Backlog backlog = new Backlog();
        Journal journal = new Journal(layout.journal(), Surroundings.real().disk());
        Writer writer = new Writer(Surroundings.real(), backlog, shelf, new Register(shelf), journal);
        Publisher publisher = new Publisher(
                backlog,
                shelf,
                writer,
                keys.find(Identity.read(layout).keys().last()),
                Surroundings.real().disk());
        backlog.grow(List.of(MEGABYTES));
        Thread caller = waiting(backlog);
        publisher.start();
        try {
            goesOn(caller);
            assertEquals(0, backlog.bytes());
        } finally {
            publisher.stop();
            writer.close();
        }
    }
}
