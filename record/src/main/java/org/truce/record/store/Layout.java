package org.truce.record.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.TilePath;

/**
 * Where everything lies in a record's directory.
 *
 * @param root the record's directory
 */
public record Layout(Path root) {
    /** The verifier key, one line. */
    public Path vkey() {
        return root.resolve("vkey");
    }

    /** The keys that followed the first; only where any did. */
    public Path rotations() {
        return root.resolve("rotations");
    }

    /** What the record is called, a signed note. */
    public Path about() {
        return root.resolve("record");
    }

    /** The head of the log, a signed note. */
    public Path checkpoint() {
        return root.resolve("checkpoint");
    }

    /** Held by the one writer; there only while one writes, or after one was killed. */
    public Path lock() {
        return root.resolve("lock");
    }

    /** What is durable but not yet published; there only while one writes, or after one was killed. */
    public Path journal() {
        return root.resolve("journal");
    }

    /** What can be rebuilt. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** Which partial tiles there are at a size. */
    public Path partials(long size) {
        return root.resolve("partials." + size);
    }

    /** A tile or an entry bundle. */
    public Path tile(TilePath tile) {
        return root.resolve(tile.path());
    }

    /** The stores of all audiences. */
    public Path contents() {
        return root.resolve("contents");
    }

    /** The store of one audience. */
    public Path store(StoreName store) {
        return contents().resolve(store.value());
    }

    /** The signed head of a store at a size. */
    public Path head(StoreName store, long size) {
        return store(store).resolve("head." + size);
    }

    /** The contents of the entries {@code [256 range, 256 range + 256)} in a store, as of a size. */
    public Path bundle(StoreName store, long range, long size) {
        String suffix = range < size >>> 8 ? "" : ".p/" + (size & 0xff);
        return store(store).resolve("entries/" + TilePath.digits(range) + suffix);
    }

    /** An attachment in a store. */
    public Path attachment(StoreName store, Hash sha256) {
        String hex = sha256.hex();
        return store(store).resolve("attachments/" + hex.substring(0, 2) + "/" + hex);
    }

    /** The stores that this copy holds, in the order of their names. */
    public List<StoreName> stores() throws IOException {
        if (!Files.isDirectory(contents())) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(contents())) {
            return found.filter(Files::isDirectory)
                    .map(it -> it.getFileName().toString())
                    .filter(StoreName::isValid)
                    .sorted()
                    .map(StoreName::new)
                    .toList();
        }
    }

    /** A path as it is told to people: relative to the record's directory, with slashes. */
    public String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
