package org.truce.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.truce.record.store.Disk;
import org.truce.record.store.Layout;
import org.truce.record.store.Writes;

/**
 * Where a repair does its work: on the record's files, each replaced in one step, or, where it only shows what it would
 * do, in memory. Not thread-safe.
 */
final class Bench {
    private final Layout layout;
    private final Disk disk;
    private final boolean dry;
    private final Consumer<Mended> told;
    private final Map<Path, byte[]> planned = new HashMap<>();
    private final Set<String> mended = new HashSet<>();

    /**
     * A bench.
     *
     * @param dry whether nothing is to be written
     * @param told hears of everything that was done, or would be
     */
    Bench(Layout layout, Disk disk, boolean dry, Consumer<Mended> told) {
        this.layout = layout;
        this.disk = disk;
        this.dry = dry;
        this.told = told;
    }

    boolean dry() {
        return dry;
    }

    /** What would be written, by file. */
    Map<Path, byte[]> planned() {
        return planned;
    }

    /** Whether something was done to a file. */
    boolean mended(String name) {
        return mended.contains(name);
    }

    private void tell(Path file, String what) {
        mended.add(layout.name(file));
        told.accept(new Mended(layout.name(file), what));
    }

    /** A file's bytes; empty where there is none. */
    Optional<byte[]> bytes(Path file) throws IOException {
        if (planned.containsKey(file)) {
            return Optional.of(planned.get(file));
        }
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void write(Path file, byte[] bytes, String what) throws IOException {
        if (dry) {
            planned.put(file, bytes);
        } else {
            Writes writes = new Writes(disk);
            writes.replace(file, bytes);
            writes.sync();
        }
        tell(file, what);
    }

    void copy(Path from, Path to, String what) throws IOException {
        if (!dry) {
            Writes writes = new Writes(disk);
            writes.copy(from, 0, Files.size(from), to);
            writes.sync();
        }
        tell(to, what);
    }

    void delete(Path file, String what) throws IOException {
        if (!dry) {
            disk.delete(file);
            disk.syncDirectory(file.resolveSibling("."));
        }
        tell(file, what);
    }

    /** Cuts a file to a length. */
    void cut(Path file, long length, String what) throws IOException {
        if (!dry) {
            disk.write(file, length, ByteBuffer.allocate(0));
            disk.truncate(file, length);
            disk.sync(file);
            disk.release(file);
        }
        tell(file, what);
    }

    /** Something was done by other hands. */
    void done(Path file, String what) {
        tell(file, what);
    }
}
