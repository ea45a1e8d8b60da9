package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.truce.record.store.Disk;

/** A disk that works for a number of steps, does the next one by half where it is a write, and then nothing any more. */
final class FailingDisk implements Disk {
    private final Disk real = Disk.real();
    private final boolean forGood;
    private long left;
    private long steps;

    /**
     * A disk.
     *
     * @param steps that succeed
     * @param forGood whether it stays dead, as after a power cut; otherwise only one step fails
     */
    FailingDisk(long steps, boolean forGood) {
        this.left = steps;
        this.forGood = forGood;
    }

    synchronized long steps() {
        return steps;
    }

    private synchronized boolean fails() throws IOException {
        steps++;
        left--;
        if (left < -1 && forGood) {
            throw new IOException("No space left on device");
        }
        return left == -1;
    }

    private void step() throws IOException {
        if (fails()) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void write(Path file, long position, ByteBuffer bytes) throws IOException {
        if (fails()) {
            real.write(file, position, bytes.slice(bytes.position(), bytes.remaining() / 2));
            throw new IOException("No space left on device");
        }
        real.write(file, position, bytes);
    }

    @Override
    public void sync(Path file) throws IOException {
        step();
        real.sync(file);
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        step();
        real.syncDirectory(directory);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        step();
        real.truncate(file, length);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        real.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        real.delete(file);
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        step();
        real.createDirectory(directory);
    }

    @Override
    public void release(Path file) throws IOException {
        real.release(file);
    }
}
