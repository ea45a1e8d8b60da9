package org.truce.record.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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

    /** Lets go of a file that was written to. */
    default void release(Path file) throws IOException {}

    /** The disk of this machine. Each writer has its own; not thread-safe. */
    static Disk real() {
        return new Real();
    }

    /** Keeps the file that is being appended to open between calls. */
    final class Real implements Disk {
        private record Open(Path file, FileChannel channel) {}

        private java.util.Optional<Open> open = java.util.Optional.empty();

        private FileChannel channel(Path file) throws IOException {
            if (open.isPresent() && open.get().file().equals(file)) {
                return open.get().channel();
            }
            closeOpen();
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            open = java.util.Optional.of(new Open(file, channel));
            return channel;
        }

        private void closeOpen() throws IOException {
            if (open.isPresent()) {
                FileChannel channel = open.get().channel();
                open = java.util.Optional.empty();
                channel.close();
            }
        }

        @Override
        public void write(Path file, long position, ByteBuffer bytes) throws IOException {
            FileChannel channel = channel(file);
            for (long at = position; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
        }

        @Override
        public void sync(Path file) throws IOException {
            channel(file).force(false);
        }

        @Override
        public void syncDirectory(Path directory) throws IOException {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }

        @Override
        public void truncate(Path file, long length) throws IOException {
            channel(file).truncate(length);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            release(from);
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
            if (open.isPresent() && open.get().file().equals(file)) {
                closeOpen();
            }
        }
    }
}
