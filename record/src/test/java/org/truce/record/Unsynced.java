package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.truce.record.store.Disk;

/** A disk whose syncs are not waited for, for tests that open thousands of records and lose none to a power cut. */
final class Unsynced implements Disk {
    private final Disk real = Disk.real();

    @Override
    public void write(Path file, long position, ByteBuffer bytes) throws IOException {
        real.write(file, position, bytes);
    }

    @Override
    public void sync(Path file) {}

    @Override
    public void syncDirectory(Path directory) {}

    @Override
    public void truncate(Path file, long length) throws IOException {
        real.truncate(file, length);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        real.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        real.createDirectory(directory);
    }

    @Override
    public void release(Path file) throws IOException {
        real.release(file);
    }
}
