package org.truce.record.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * New files of one publication: written one after the other, synced together with the directories that name them when
 * {@link #sync} is called. Not thread-safe.
 */
public final class Writes {
    private static final int COPY_BYTES = 1 << 20;
    /** Files that stay open until they are synced; more are opened again. */
    private static final int MOST_OPEN = 256;

    private final Disk disk;
    private final Set<Path> directories = new LinkedHashSet<>();
    private final Set<Path> unsynced = new LinkedHashSet<>();

    /** Through a disk. */
    public Writes(Disk disk) {
        this.disk = disk;
    }

    /** Writes a whole file; one of that name, left by a publication that was cut off, is overwritten. */
    public void write(Path file, byte[] bytes) throws IOException {
        directoryOf(file);
        if (Files.exists(file)) {
            disk.truncate(file, 0);
        }
        disk.write(file, 0, ByteBuffer.wrap(bytes));
        if (unsynced.size() >= MOST_OPEN) {
            disk.release(file);
        }
        unsynced.add(file);
    }

    /** Replaces a file in one step, so that no reader and no power cut ever sees half of it. */
    public void replace(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        write(draft, bytes);
        unsynced.remove(draft);
        disk.sync(draft);
        disk.release(draft);
        disk.rename(draft, file);
    }

    /** Gives a file that was written by other means its name, once it is on the platter. */
    public void adopt(Path draft, Path file) throws IOException {
        directoryOf(file);
        disk.sync(draft);
        disk.release(draft);
        disk.rename(draft, file);
    }

    /** Copies a stretch of another file into a new file, which is whole as soon as it has its name. */
    public void copy(Path from, long offset, long length, Path to) throws IOException {
        Path draft = to.resolveSibling(to.getFileName() + ".tmp");
        write(draft, new byte[0]);
        unsynced.remove(draft);
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(COPY_BYTES, Math.max(1, length)));
            for (long done = 0; done < length; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
                if (in.read(buffer, offset + done) < 0) {
                    throw new IOException(from + " ends too early");
                }
                done += write(draft, done, buffer.flip());
            }
        }
        disk.sync(draft);
        disk.release(draft);
        disk.rename(draft, to);
    }

    private int write(Path to, long at, ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        disk.write(to, at, bytes);
        return count;
    }

    /** Deletes a file. */
    public void delete(Path file) throws IOException {
        disk.delete(file);
        directories.add(file.resolveSibling("."));
    }

    private void directoryOf(Path file) throws IOException {
        Path directory = file.getParent();
        if (directory != null && directories.add(directory) && !Files.isDirectory(directory)) {
            directoryOf(directory);
            disk.createDirectory(directory);
        }
    }

    /** Returns when every file written, and its name, is on the platter. */
    public void sync() throws IOException {
        disk.syncAll(unsynced);
        unsynced.clear();
        for (Path directory : directories) {
            if (Files.isDirectory(directory)) {
                disk.syncDirectory(directory);
            }
        }
        directories.clear();
    }
}
