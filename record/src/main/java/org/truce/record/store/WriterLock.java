package org.truce.record.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;

/**
 * Lets one writer in. The file is empty, is there while a writer is, and stays after a writer was killed; the lock on it
 * goes with the process.
 */
public final class WriterLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private WriterLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws ProblemException {@code second-writer} where another holds it
     */
    public static WriterLock take(Path file) throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Object opened = key(file);
            if (!lock(channel)) {
                channel.close();
                throw new ProblemException(
                        "second-writer",
                        file.toString(),
                        "Another process writes here. Wait until it is done; to a served record, send the entries.");
            }
            if (opened != null && Objects.equals(opened, key(file))) {
                return new WriterLock(file, channel);
            }
            channel.close(); // its last holder deleted it in between
        }
        throw new IOException("the lock " + file + " keeps changing");
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Object key = attributes.fileKey();
            return key == null ? file : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
