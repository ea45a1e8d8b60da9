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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.truce.model.ProblemException;

/**
 * Lets one writer in. The file is empty, is there while a writer is, and stays after a writer was killed; the lock on it
 * goes with the process.
 */
public final class WriterLock implements AutoCloseable {
    /** Locks of this process. To close any channel of a file lets go of all its locks, so that none may be opened. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path real;
    private final FileChannel channel;

    private WriterLock(Path file, Path real, FileChannel channel) {
        this.file = file;
        this.real = real;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws ProblemException {@code second-writer} where another holds it
     */
    public static WriterLock take(Path file) throws IOException {
        Path real = real(file);
        if (!OURS.add(real)) {
            throw held(file);
        }
        boolean taken = false;
        try {
            for (int attempt = 0; attempt < 100; attempt++) {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Object opened = key(file);
                if (!lock(channel)) {
                    channel.close();
                    throw held(file);
                }
                if (opened != null && Objects.equals(opened, key(file))) {
                    taken = true;
                    return new WriterLock(file, real, channel);
                }
                channel.close(); // its last holder deleted it in between
            }
            throw new IOException("the lock " + file + " keeps changing");
        } finally {
            if (!taken) {
                OURS.remove(real);
            }
        }
    }

    /**
     * Sees whether it is free, and leaves it as it is.
     *
     * @throws ProblemException {@code second-writer} where another holds it
     */
    public static void probe(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        if (OURS.contains(real(file))) {
            throw held(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (!lock(channel)) {
                throw held(file);
            }
        } catch (NoSuchFileException e) {
            // let go of just now
        }
    }

    private static Path real(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        return directory == null ? file : directory.toRealPath().resolve(file.getFileName());
    }

    private static ProblemException held(Path file) {
        return new ProblemException(
                "second-writer",
                file.toString(),
                "Another process writes here. Wait until it is done; to a served record, send the entries.");
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

    /** Lets go of the lock and leaves the file, which tells that something was left undone. */
    public void abandon() throws IOException {
        try (channel) {
            OURS.remove(real);
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            OURS.remove(real);
        }
    }
}
