package org.truce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.truce.model.Problem;
import org.truce.model.ProblemException;
import org.truce.record.store.Disk;
import org.truce.record.store.Head;
import org.truce.record.store.Journal;
import org.truce.record.store.JournalReader;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.store.WriterLock;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.Tree;

/** What the one writer holds while it has the record open. */
record Pen(WriterLock lock, Writer writer, Publisher publisher, Layout layout, Disk disk) {

    static TruceRecord open(Layout layout, Keys keys, Surroundings surroundings) throws IOException {
        SigningKey key = keys.find(Identity.read(layout).keys().last());
        WriterLock lock = WriterLock.take(layout.lock());
        boolean opened = false;
        try {
            Shelf shelf = Shelf.open(layout);
            check(shelf);
            List<Path> left = segments(layout);
            boolean finished = left.isEmpty();
            Register register = new Register(shelf);
            Journal journal = new Journal(layout.journal(), surroundings.disk());
            Backlog backlog = new Backlog();
            Writer writer = new Writer(surroundings, backlog, shelf, register, journal);
            Publisher publisher = new Publisher(backlog, shelf, writer, key, surroundings.disk());
            publisher.resume();
            if (!finished) {
                publisher.recover(left);
            }
            publisher.start();
            opened = true;
            Pen pen = new Pen(lock, writer, publisher, layout, surroundings.disk());
            return new TruceRecord(shelf, register, Optional.of(pen));
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static List<Path> segments(Layout layout) throws IOException {
        if (!Files.isDirectory(layout.journal())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(layout.journal())) {
            return files.sorted().toList();
        }
    }

    /** Nobody writes to a record that is damaged or not whole: the damage would be signed. */
    private static void check(Shelf shelf) throws IOException {
        Layout layout = shelf.layout();
        Optional<Problem> damage =
                JournalReader.read(layout.journal(), shelf.published()).damage();
        if (damage.isPresent()) {
            throw new ProblemException(damage.get());
        }
        long size = shelf.published();
        if (!Tree.resume(size, shelf::tile)
                .root()
                .equals(shelf.checkpoint().checkpoint().root())) {
            throw Identity.damaged("tile", "does not lead to the root that the checkpoint names");
        }
        if (shelf.identity().keys().since() > size) {
            throw Identity.damaged("checkpoint", "is older than the newest key, which signs from a larger size");
        }
        long held = 0;
        for (StoreName store : layout.stores()) {
            held += Identity.small(layout.head(store, size))
                    .flatMap(it -> shelf.identity().head(it, size))
                    .map(Head::count)
                    .orElse(0L);
        }
        if (held != size) {
            throw new ProblemException(
                    "partial-copy",
                    layout.root().toString(),
                    "This copy holds " + held + " of " + size + " entries: it can be read and verified, not written to."
                            + " Write to the whole record.");
        }
    }

    void close(Register register) throws IOException {
        boolean done = false;
        try {
            publisher.stop();
            register.save();
            writer.close();
            disk.syncDirectory(layout.root());
            done = true;
        } finally {
            if (done) {
                lock.close();
            } else {
                lock.abandon();
            }
        }
    }
}
