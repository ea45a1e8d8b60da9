package org.truce.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.truce.record.store.Disk;
import org.truce.record.store.Expected;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.TilePath;

/** Deletes what the present checkpoint no longer needs, durably. */
final class Sweep {
    private final Layout layout;
    private final Disk disk;
    private final Expected expected;
    private final Set<Path> touched = new LinkedHashSet<>();

    Sweep(Layout layout, Disk disk, Expected expected) {
        this.layout = layout;
        this.disk = disk;
        this.expected = expected;
    }

    /** After a publication: looks where the size before it had its partial files. */
    void after(long before) throws IOException {
        if (before == expected.size()) {
            return;
        }
        delete(layout.partials(before));
        for (int level = TilePath.ENTRIES; level < TilePath.levels(Math.max(before, 1)); level++) {
            if (TilePath.partialWidth(level, before) > 0) {
                TilePath tile = new TilePath(level, TilePath.fullTiles(level, before), 1);
                directory(layout.root().resolve(tile.directory() + ".p"));
            }
        }
        for (StoreName store : layout.stores()) {
            delete(layout.head(store, before));
            if ((before & 0xff) != 0) {
                directory(layout.store(store).resolve("entries/" + TilePath.digits(before >>> 8) + ".p"));
            }
        }
        sync();
    }

    private void directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                deleteUnexpected(file);
            }
        }
        deleteEmpty(directory);
    }

    private void deleteUnexpected(Path file) throws IOException {
        if (!expected.has(layout.name(file))) {
            delete(file);
        }
    }

    private void deleteEmpty(Path directory) throws IOException {
        boolean empty;
        try (Stream<Path> files = Files.list(directory)) {
            empty = files.findAny().isEmpty();
        }
        if (empty) {
            touched.remove(directory);
            delete(directory);
        }
    }

    private void delete(Path file) throws IOException {
        if (Files.exists(file)) {
            disk.delete(file);
            touched.add(file.resolveSibling("."));
        }
    }

    private void sync() throws IOException {
        for (Path directory : touched) {
            if (Files.isDirectory(directory)) {
                disk.syncDirectory(directory);
            }
        }
        touched.clear();
    }

    /** After a publication that was cut off: looks everywhere. */
    void everywhere() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(layout.root())) {
            files = all.filter(Files::isRegularFile)
                    .filter(it -> isOurs(layout.name(it)) && !expected.has(layout.name(it)))
                    .toList();
        }
        for (Path file : files) {
            delete(file);
            if (file.resolveSibling(".").normalize().toString().endsWith(".p")) {
                deleteEmpty(file.resolveSibling(".").normalize());
            }
        }
        sync();
    }

    /** A file that a publication may have made. Anything else that lies about is left for {@code verify} to name. */
    static boolean isOurs(String name) {
        return name.matches("(partials\\.[0-9]+|checkpoint)(\\.tmp)?|(policy|witnessed|rotations)\\.tmp")
                || TilePath.parse(name).isPresent()
                || (name.endsWith(".tmp")
                        && TilePath.parse(name.substring(0, name.length() - 4)).isPresent())
                || name.matches(
                        "contents/[a-z0-9=-]+/(head\\.[0-9]+(\\.tmp)?|entries/[x0-9/]+(\\.p/[0-9]+)?(\\.tmp)?|attachments/.+\\.tmp)");
    }
}
