package org.truce.record;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.truce.record.store.Bundle;
import org.truce.record.store.Item;
import org.truce.record.store.Layout;
import org.truce.record.store.StoreName;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.TilePath;

/**
 * Finds leaves wherever they are left: in the entry bundle, in narrower bundles of the same range, and in the contents
 * themselves. Where they disagree, the leaf that most of them and the tiles of its hash bear out is taken. Nothing is
 * believed before the root of all is that of the checkpoint.
 */
final class LeafSearch {
    private static final int STRIDE = 2 + Leaf.BYTES;

    private final Layout layout;
    private final long size;
    private final boolean contentsFirst;

    /**
     * A search.
     *
     * @param contentsFirst whether the contents are believed rather than the bundles where nothing else tells
     */
    LeafSearch(Layout layout, long size, boolean contentsFirst) {
        this.layout = layout;
        this.size = size;
        this.contentsFirst = contentsFirst;
    }

    int width(long range) {
        return range < size >>> 8 ? TilePath.FULL : TilePath.partialWidth(0, size);
    }

    /** The leaves of a range; empty where one of them is nowhere to be found. */
    Optional<List<byte[]>> leaves(long range) throws IOException {
        Sources sources = sources(range);
        Optional<List<byte[]>> chosen = choose(range, sources, contentsFirst);
        Optional<Hash> above = above(range);
        if (chosen.isPresent() && above.isPresent() && !hash(chosen.get()).equals(above.get())) {
            Optional<List<byte[]>> other = choose(range, sources, !contentsFirst);
            if (other.isPresent() && hash(other.get()).equals(above.get())) {
                return other;
            }
        }
        return chosen;
    }

    /** The hashes of a full range where its leaves are not to be had. */
    Optional<byte[]> hashes(long range) throws IOException {
        return width(range) < TilePath.FULL
                ? Optional.empty()
                : read(layout.tile(new TilePath(0, range, TilePath.FULL)))
                        .filter(it -> it.length == TilePath.FULL * Hash.BYTES);
    }

    /** The range's hash as the tile above has it. */
    private Optional<Hash> above(long range) throws IOException {
        if (width(range) < TilePath.FULL) {
            return Optional.empty();
        }
        long index = range >>> 8;
        int width = index < TilePath.fullTiles(1, size) ? TilePath.FULL : TilePath.partialWidth(1, size);
        int at = (int) (range & 0xff) * Hash.BYTES;
        return read(layout.tile(new TilePath(1, index, width)))
                .filter(it -> it.length >= at + Hash.BYTES)
                .map(it -> Hash.of(it, at));
    }

    private static Hash hash(List<byte[]> leaves) {
        byte[] hashes = new byte[leaves.size() * Hash.BYTES];
        for (int i = 0; i < leaves.size(); i++) {
            Merkle.leaf(leaves.get(i)).copyTo(hashes, i * Hash.BYTES);
        }
        return Merkle.complete(hashes, 0, leaves.size());
    }

    /**
     * What is left of a range.
     *
     * @param bundles bytes of entry bundles, the widest first
     * @param tiles bytes of tiles of their hashes
     * @param contents leaves that the contents commit to, by slot
     */
    private record Sources(List<byte[]> bundles, List<byte[]> tiles, Map<Integer, byte[]> contents) {}

    private Sources sources(long range) throws IOException {
        return new Sources(files(TilePath.ENTRIES, range), files(0, range), contents(range));
    }

    private List<byte[]> files(int level, long range) throws IOException {
        List<byte[]> files = new ArrayList<>();
        TilePath own = new TilePath(level, range, width(range));
        read(layout.tile(own)).ifPresent(files::add);
        Path others = layout.root().resolve(own.directory() + ".p");
        if (Files.isDirectory(others)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(others)) {
                for (Path file : found) {
                    if (!file.equals(layout.tile(own))
                            && TilePath.parse(layout.name(file)).isPresent()) {
                        read(file).ifPresent(files::add);
                    }
                }
            }
        }
        return files;
    }

    private Map<Integer, byte[]> contents(long range) throws IOException {
        Map<Integer, byte[]> leaves = new HashMap<>();
        for (StoreName store : layout.stores()) {
            read(layout.bundle(store, range, size))
                    .flatMap(Bundle::parse)
                    .ifPresent(items -> items.forEach((slot, item) -> {
                        if (item instanceof Item.Present it) {
                            leaves.put(slot, Leaf.of(it.nonce(), it.recorded(), it.content()));
                        }
                    }));
        }
        return leaves;
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private Optional<List<byte[]>> choose(long range, Sources sources, boolean contentsLead) {
        List<byte[]> chosen = new ArrayList<>();
        for (int slot = 0; slot < width(range); slot++) {
            Optional<byte[]> leaf = choose(slot, sources, contentsLead);
            if (leaf.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(leaf.get());
        }
        return Optional.of(chosen);
    }

    private static Optional<byte[]> choose(int slot, Sources sources, boolean contentsLead) {
        List<byte[]> candidates = new ArrayList<>();
        for (byte[] bundle : sources.bundles()) {
            if (bundle.length >= (slot + 1) * STRIDE) {
                candidates.add(Arrays.copyOfRange(bundle, slot * STRIDE + 2, (slot + 1) * STRIDE));
            }
        }
        Optional.ofNullable(sources.contents().get(slot))
                .ifPresent(it -> candidates.add(contentsLead ? 0 : candidates.size(), it));
        Optional<byte[]> best = Optional.empty();
        long most = 0;
        for (byte[] candidate : candidates) {
            long votes = candidates.stream()
                            .filter(it -> Arrays.equals(it, candidate))
                            .count()
                    + sources.tiles().stream()
                            .filter(it -> holds(it, slot, Merkle.leaf(candidate)))
                            .count();
            if (votes > most && Leaf.isLeaf(candidate)) {
                best = Optional.of(candidate);
                most = votes;
            }
        }
        return best;
    }

    private static boolean holds(byte[] tile, int slot, Hash hash) {
        int at = slot * Hash.BYTES;
        return tile.length >= at + Hash.BYTES && Hash.of(tile, at).equals(hash);
    }
}
