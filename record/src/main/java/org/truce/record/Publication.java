package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.truce.record.store.Bundle;
import org.truce.record.store.Head;
import org.truce.record.store.Item;
import org.truce.record.store.Journaled;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.store.StoreName;
import org.truce.record.store.Writes;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.TilePath;
import org.truce.record.tlog.Tree;

/**
 * Writes the files of one larger size beside those of the present one, and then the checkpoint that makes them count.
 * Until that last step nothing that the present checkpoint needs is touched; so it may be cut off anywhere and done
 * again.
 */
final class Publication {
    private final Shelf shelf;
    private final Layout layout;
    private final SigningKey key;
    private final Writes writes;
    private final Tree tree;

    Publication(Shelf shelf, SigningKey key, Writes writes, Tree tree) {
        this.shelf = shelf;
        this.layout = shelf.layout();
        this.key = key;
        this.writes = writes;
        this.tree = tree;
    }

    /**
     * Publishes entries, of which the first has the index of the tree's size.
     *
     * @return the new checkpoint, which is on the platter
     */
    Checkpoint.Signed publish(List<Journaled> entries) throws IOException {
        long before = tree.size();
        long after = before + entries.size();
        Partials standing = readPartials(before);
        writeTiles(entries, standing);
        writeContents(entries, before, after);
        Partials partials = standing.grownTo(after);
        writes.write(layout.partials(after), partials.sign(key));
        new Destruction(shelf, writes, key).carryOut(entries, after);
        writes.sync();
        Checkpoint.Signed head = new Checkpoint(key.verifier().name(), after, tree.root()).sign(key);
        writes.replace(layout.checkpoint(), head.note().bytes());
        writes.sync();
        return head;
    }

    /** A partial tile that stands already, because no leaf of this publication fell into it, is not touched. */
    private void writeTiles(List<Journaled> entries, Partials standing) throws IOException {
        try {
            for (Journaled entry : entries) {
                Item.Present item = entry.item();
                tree.add(Leaf.of(item.nonce(), item.recorded(), item.content()), this::writeTile);
            }
            tree.partials((path, bytes) -> {
                if (!standing.contains(path)) {
                    writeTile(path, bytes);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeTile(TilePath path, byte[] bytes) {
        try {
            writes.write(layout.tile(path), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Partials readPartials(long size) throws IOException {
        return Identity.small(layout.partials(size))
                .flatMap(it -> shelf.identity().partials(it, size))
                .orElseThrow(
                        () -> Identity.damaged("partials." + size, "is missing or not what the record's key signed"));
    }

    private void writeContents(List<Journaled> entries, long before, long after) throws IOException {
        Map<StoreName, NavigableMap<Long, NavigableMap<Integer, Item>>> added = new HashMap<>();
        for (Journaled entry : entries) {
            added.computeIfAbsent(entry.store(), _ -> new TreeMap<>())
                    .computeIfAbsent(entry.index() >>> 8, _ -> new TreeMap<>())
                    .put((int) (entry.index() & 0xff), entry.item());
            for (Journaled.Stretch stretch : entry.attachments()) {
                Path file = layout.attachment(entry.store(), stretch.sha256());
                if (!Files.exists(file)) {
                    writes.copy(stretch.file(), stretch.offset(), stretch.length(), file);
                }
            }
        }
        Set<StoreName> stores = new LinkedHashSet<>(layout.stores());
        stores.addAll(added.keySet());
        for (StoreName store :
                stores.stream().sorted(Comparator.comparing(StoreName::value)).toList()) {
            writeStore(store, added.getOrDefault(store, new TreeMap<>()), before, after);
        }
    }

    private void writeStore(
            StoreName store, NavigableMap<Long, NavigableMap<Integer, Item>> ranges, long before, long after)
            throws IOException {
        Head head = readHead(store, before);
        long count = head.count() + ranges.values().stream().mapToInt(Map::size).sum();
        Optional<NavigableMap<Integer, Item>> kept =
                (before & 0xff) == 0 ? Optional.empty() : shelf.bundle(store, before >>> 8, before);
        kept.ifPresent(
                it -> ranges.computeIfAbsent(before >>> 8, _ -> new TreeMap<>()).putAll(it));
        var full = head.full();
        var all = full;
        for (Map.Entry<Long, NavigableMap<Integer, Item>> range : ranges.entrySet()) {
            writes.write(layout.bundle(store, range.getKey(), after), Bundle.of(range.getValue()));
            all = Bundle.chain(full, range.getKey(), range.getValue());
            full = range.getKey() < after >>> 8 ? all : full;
        }
        writes.write(layout.head(store, after), new Head(store, after, count, full, all).sign(key));
    }

    private Head readHead(StoreName store, long size) throws IOException {
        Path file = layout.head(store, size);
        if (!Files.exists(file) && isNew(store)) {
            return Head.empty(store);
        }
        return Identity.small(file)
                .flatMap(it -> shelf.identity().head(it, size))
                .filter(it -> it.store().equals(store))
                .orElseThrow(
                        () -> Identity.damaged(layout.name(file), "is missing or not what the record's key signed"));
    }

    /** Whether no checkpoint has covered the store yet; a head that a cut-off publication left says nothing. */
    private boolean isNew(StoreName store) throws IOException {
        if (!Files.isDirectory(layout.store(store))) {
            return true;
        }
        try (var files = Files.list(layout.store(store))) {
            long published = shelf.published();
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.matches("head\\.[0-9]{1,19}"))
                    .noneMatch(it -> Long.parseLong(it.substring(5)) <= published);
        }
    }
}
