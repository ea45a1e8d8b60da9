package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.tlog.Checkpoint;
import org.truce.record.tlog.TilePath;
import org.truce.record.tlog.Tree;

/**
 * Writes tiles and entry bundles anew where they are not what the leaves make of them; only when the leaves that were
 * found hash to the root that the checkpoint signs.
 */
final class TileRepair {
    private final Layout layout;
    private final Checkpoint checkpoint;
    private final Bench bench;

    TileRepair(Layout layout, Checkpoint checkpoint, Bench bench) {
        this.layout = layout;
        this.checkpoint = checkpoint;
        this.bench = bench;
    }

    /** Mends what can be mended; whether the leaves led to the root. */
    boolean mend(Partials partials) throws IOException {
        for (boolean contentsFirst : List.of(false, true)) {
            LeafSearch search = new LeafSearch(layout, checkpoint.size(), contentsFirst);
            Optional<Tree> tree = walk(search, (_, _) -> {});
            if (tree.isPresent() && tree.get().root().equals(checkpoint.root())) {
                write(search, partials);
                return true;
            }
        }
        return false;
    }

    /** The tree over all leaves; empty where a range can neither be read nor is hashed in a tile. */
    private Optional<Tree> walk(LeafSearch search, Tree.Sink sink) throws IOException {
        Tree tree = new Tree();
        for (long range = 0; range << 8 < checkpoint.size(); range++) {
            Optional<List<byte[]>> leaves = search.leaves(range);
            if (leaves.isPresent()) {
                leaves.get().forEach(it -> tree.add(it, sink));
                continue;
            }
            Optional<byte[]> hashes = search.hashes(range);
            if (hashes.isEmpty()) {
                return Optional.empty();
            }
            tree.addTile(hashes.get(), sink);
        }
        return Optional.of(tree);
    }

    private void write(LeafSearch search, Partials partials) throws IOException {
        try {
            Optional<Tree> tree = walk(search, this::compare);
            tree.ifPresent(it -> it.partials((path, bytes) -> partials(path, bytes, partials)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void partials(TilePath path, byte[] bytes, Partials partials) {
        int unit = bytes.length / path.width();
        BitSet widths = (BitSet) partials.widths()
                .getOrDefault(Math.max(path.level(), 0), new BitSet())
                .clone();
        widths.set(path.width());
        for (int width = widths.nextSetBit(1);
                width > 0 && width <= path.width();
                width = widths.nextSetBit(width + 1)) {
            compare(new TilePath(path.level(), path.index(), width), Arrays.copyOf(bytes, width * unit));
        }
    }

    private void compare(TilePath path, byte[] expected) {
        try {
            Path file = layout.tile(path);
            Optional<byte[]> found = bench.bytes(file);
            if (found.isEmpty() || !Arrays.equals(found.get(), expected)) {
                String was = found.isPresent() ? "was damaged" : "was missing";
                String from = path.level() == TilePath.ENTRIES
                        ? "from leaves that hash to the checkpoint's root"
                        : "from the leaves below it";
                bench.write(file, expected, was + "; written anew " + from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file that names the partial tiles says; empty where it is missing or not what the key signed. */
    Optional<Partials> signedPartials(Identity identity) throws IOException {
        return Identity.small(layout.partials(checkpoint.size()))
                .flatMap(it -> identity.partials(it, checkpoint.size()));
    }

    /** Names the partial tiles that are there, and those that a checkpoint of this size needs. */
    Partials seenPartials() throws IOException {
        long size = checkpoint.size();
        NavigableMap<Integer, BitSet> widths = new TreeMap<>();
        for (int level = 0; level < TilePath.levels(size); level++) {
            int width = TilePath.partialWidth(level, size);
            if (width > 0) {
                BitSet seen = seen(new TilePath(level, TilePath.fullTiles(level, size), width));
                if (level == 0) {
                    seen.or(seen(new TilePath(TilePath.ENTRIES, size >>> 8, width)));
                }
                seen.set(width);
                widths.put(level, seen);
            }
        }
        return new Partials(size, widths);
    }

    private BitSet seen(TilePath last) throws IOException {
        BitSet widths = new BitSet();
        Path directory = layout.root().resolve(last.directory() + ".p");
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    TilePath.parse(layout.name(file))
                            .filter(it -> it.width() <= last.width())
                            .ifPresent(it -> widths.set(it.width()));
                }
            }
        }
        return widths;
    }
}
