package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.truce.model.Problem;
import org.truce.record.store.Expected;
import org.truce.record.store.Head;
import org.truce.record.store.JournalReader;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.TilePath;

/**
 * What a verification goes by: the checkpoint, and the files of its size that a writer would take away at its next
 * publication, read in one go so that a record can be verified while it is written to.
 *
 * @param identity of the record
 * @param checkpoint with the log's valid signature
 * @param stores that this copy holds
 * @param early bytes of files that were read already
 * @param journal what is durable beyond the checkpoint
 * @param live whether a writer is at work, or was killed
 */
record Evidence(
        Identity identity,
        Checkpoint.Signed checkpoint,
        List<StoreName> stores,
        Map<Path, byte[]> early,
        JournalReader.Contents journal,
        boolean live) {
    private static final int LOOKS = 20;

    static Evidence gather(Layout layout) throws IOException {
        Identity before = Identity.read(layout);
        Optional<Problem> torn = Optional.empty();
        for (int look = 0; ; look++) {
            Checkpoint.Signed head = before.checkpoint(layout);
            Identity identity = Identity.read(layout); // afterwards: its keys cover every checkpoint there was before
            long size = head.checkpoint().size();
            boolean live = Files.exists(layout.lock()) || !JournalReader.isEmpty(layout.journal());
            List<StoreName> stores = new ArrayList<>(layout.stores());
            if (live) {
                stores.removeIf(it -> isBeingMade(layout, it, size));
            }
            Map<Path, byte[]> early = new HashMap<>();
            read(layout.partials(size), early);
            readTiles(layout, identity, size, early);
            for (StoreName store : stores) {
                read(layout.head(store, size), early);
                if ((size & 0xff) != 0) {
                    read(layout.bundle(store, size >>> 8, size), early);
                }
            }
            JournalReader.Contents journal = JournalReader.read(layout.journal(), size);
            byte[] now = Identity.small(layout.checkpoint()).orElse(new byte[0]);
            boolean settled =
                    Arrays.equals(now, head.note().bytes()) && journal.torn().equals(torn);
            if (settled || look == LOOKS) {
                return new Evidence(identity, head, stores, early, journal, live);
            }
            torn = journal.torn(); // a batch that is being written right now looks torn; one that was cut off stays so
            LockSupport.parkNanos(look * 1_000_000L);
        }
    }

    /** Whether a store has come with a publication that no checkpoint covers yet: then nothing of it counts. */
    private static boolean isBeingMade(Layout layout, StoreName store, long size) {
        if (Files.exists(layout.head(store, size))) {
            return false;
        }
        Expected expected = new Expected(size, Partials.empty());
        try (Stream<Path> files = Files.walk(layout.store(store))) {
            // Attachments have no size in their names: they may have come with the publication as well.
            return files.noneMatch(it -> Files.isRegularFile(it)
                    && expected.has(layout.name(it))
                    && !layout.name(it).contains("/attachments/"));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static void readTiles(Layout layout, Identity identity, long size, Map<Path, byte[]> early)
            throws IOException {
        Optional<Partials> partials =
                Optional.ofNullable(early.get(layout.partials(size))).flatMap(it -> identity.partials(it, size));
        for (int level = TilePath.ENTRIES; level < TilePath.levels(size); level++) {
            BitSet widths = partials.map(Partials::widths)
                    .map(Map::copyOf)
                    .orElse(Map.of())
                    .getOrDefault(Math.max(level, 0), new BitSet());
            for (int width = widths.nextSetBit(1);
                    width > 0 && width < TilePath.FULL;
                    width = widths.nextSetBit(width + 1)) {
                read(layout.tile(new TilePath(level, TilePath.fullTiles(level, size), width)), early);
            }
        }
    }

    private static void read(Path file, Map<Path, byte[]> into) throws IOException {
        if (Files.isRegularFile(file)) {
            try {
                into.put(file, Files.readAllBytes(file));
            } catch (java.nio.file.NoSuchFileException e) {
                // taken away just now; the checkpoint will have changed
            }
        }
    }

    /**
     * The same, with other bytes for some files.
     *
     * @param instead bytes by file
     * @param writing whether what a writer leaves half done is to be expected
     */
    Evidence with(Map<Path, byte[]> instead, boolean writing) {
        Map<Path, byte[]> both = new HashMap<>(early);
        both.putAll(instead);
        return new Evidence(identity, checkpoint, stores, both, journal, writing);
    }

    long size() {
        return checkpoint.checkpoint().size();
    }

    /** A file's bytes; empty where it is not there. */
    Optional<byte[]> bytes(Path file) throws IOException {
        byte[] known = early.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (java.nio.file.NoSuchFileException | java.nio.file.NotDirectoryException e) {
            return Optional.empty();
        }
    }

    Optional<Head> head(Layout layout, StoreName store) throws IOException {
        return bytes(layout.head(store, size()))
                .flatMap(it -> identity.head(it, size()))
                .filter(it -> it.store().equals(store));
    }

    Optional<Partials> partials(Layout layout) throws IOException {
        return bytes(layout.partials(size())).flatMap(it -> identity.partials(it, size()));
    }
}
