package org.truce.record.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The disk, as far as a record writes to it. Everything that changes a record goes through here, in an order that the
 * caller chooses; tests put a disk here that fails or stops at any step.
 */
public interface Disk {
    /** Writes at a position of a file, which is made where there is none; not yet on the platter. */
    void write(Path file, long position, ByteBuffer bytes) throws IOException;

    /** Returns when the file's bytes and length are on the platter. */
    void sync(Path file) throws IOException;

    /** Returns when the names in a directory are on the platter. */
    void syncDirectory(Path directory) throws IOException;

    /** Cuts a file to a length. */
    void truncate(Path file, long length) throws IOException;

    /** Gives a file another name, replacing what had it, in one step. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file or an empty directory; nothing where there is none. */
    void delete(Path file) throws IOException;

    /** Makes a directory whose parent exists. */
    void createDirectory(Path directory) throws IOException;

    /** Returns when the bytes and lengths of all these files are on the platter. */
    default void syncAll(Collection<Path> files) throws IOException {
        for (Path file : files) {
            sync(file);
            release(file);
        }
    }

    /** Lets go of a file that was written to. */
    default void release(Path file) throws IOException {}

    /** The disk of this machine. Thread-safe as long as no two threads write to one file. */
    static Disk real() {
        return new Real();
    }

    /** Keeps files open from the first write until they are released. */
    final class Real implements Disk {
        private static final int FEW = 4;
        private static final int SYNC_THREADS = 16;
        private static final ExecutorService SYNCING = threads();

        private final Map<Path, FileChannel> open = new ConcurrentHashMap<>();

        private FileChannel channel(Path file) throws IOException {
            FileChannel known = open.get(file);
            if (known == null) {
                known = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                open.put(file, known);
            }
            return known;
        }

        /** Something that is done with an open file, and may be done again from its beginning. */
        private interface Step {
            void with(FileChannel channel) throws IOException;
        }

        /** A thread that is interrupted closes the file it works on; it is opened anew and the step done all the same. */
        private void step(Path file, Step step) throws IOException {
            boolean interrupted = Thread.interrupted();
            try {
                while (!done(file, step)) {
                    open.remove(file);
                    interrupted |= Thread.interrupted();
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private boolean done(Path file, Step step) throws IOException {
            try {
                step.with(channel(file));
                return true;
            } catch (ClosedByInterruptException e) {
                return false;
            }
        }

        @Override
        public void write(Path file, long position, ByteBuffer bytes) throws IOException {
            int start = bytes.position();
            step(file, channel -> {
                bytes.position(start);
                for (long at = position; bytes.hasRemaining(); ) {
                    at += channel.write(bytes, at);
                }
            });
        }

        @Override
        public void sync(Path file) throws IOException {
            step(file, channel -> channel.force(false));
        }

        /** At once from several threads: a journalling file system then commits many of them together. */
        @Override
        public void syncAll(Collection<Path> files) throws IOException {
            if (files.size() < FEW) {
                Disk.super.syncAll(files);
                return;
            }
            List<Future<?>> syncs = new ArrayList<>();
            for (Path file : files) {
                syncs.add(SYNCING.submit(() -> {
                    force(file);
                    return file;
                }));
            }
            finish(syncs);
        }

        /** Waits for all of them, so that none is still at work on a file that is written again; then tells of one. */
        private static void finish(List<Future<?>> syncs) throws IOException {
            Optional<IOException> failure = Optional.empty();
            boolean interrupted = false;
            for (Future<?> sync : syncs) {
                for (boolean done = false; !done; ) {
                    try {
                        sync.get();
                        done = true;
                    } catch (ExecutionException e) {
                        failure = Optional.of(new IOException(e.getCause()));
                        done = true;
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
        }

        private void force(Path file) throws IOException {
            FileChannel known = open.remove(file);
            try (FileChannel channel = known == null ? FileChannel.open(file, StandardOpenOption.WRITE) : known) {
                channel.force(false);
            }
        }

        /** Threads that go when they have had nothing to do for a while, and keep no program from ending. */
        private static ExecutorService threads() {
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    SYNC_THREADS,
                    SYNC_THREADS,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("truce-sync-", 0).factory());
            threads.allowCoreThreadTimeOut(true);
            return threads;
        }

        @Override
        public void syncDirectory(Path directory) throws IOException {
            boolean interrupted = false;
            for (boolean done = false; !done; ) {
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                    done = true;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void truncate(Path file, long length) throws IOException {
            step(file, channel -> channel.truncate(length));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            release(from);
            release(to); // what was open under that name is another file from now on
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void delete(Path file) throws IOException {
            release(file);
            try {
                Files.deleteIfExists(file);
            } catch (NoSuchFileException e) {
                // Its directory is gone too: there is nothing left to delete.
            }
        }

        @Override
        public void createDirectory(Path directory) throws IOException {
            if (!Files.isDirectory(directory)) {
                Files.createDirectory(directory);
            }
        }

        @Override
        public void release(Path file) throws IOException {
            FileChannel channel = open.remove(file);
            if (channel != null) {
                channel.close();
            }
        }
    }
}
