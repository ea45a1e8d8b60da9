package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.tlog.EntryBundle;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.TilePath;
import org.truce.record.tlog.Tree;

/**
 * Builds the tree anew from the entry bundles, 256 leaves at a time, and compares every tile and the root with what it
 * finds. Holds one bundle and the tree's edge.
 */
final class TreeCheck {
    private final Layout layout;
    private final Evidence evidence;
    private final Findings findings;
    private final Tree tree = new Tree();
    private boolean broken;

    TreeCheck(Layout layout, Evidence evidence, Findings findings) {
        this.layout = layout;
        this.evidence = evidence;
        this.findings = findings;
    }

    /** The leaves of a range, after they and their tiles were checked; empty where the bundle is missing or damaged. */
    Optional<List<byte[]>> range(long range) throws IOException {
        long size = evidence.size();
        int width = range < size >>> 8 ? TilePath.FULL : TilePath.partialWidth(0, size);
        TilePath bundle = new TilePath(TilePath.ENTRIES, range, width);
        Optional<byte[]> bytes = evidence.bytes(layout.tile(bundle));
        if (bytes.isEmpty()) {
            findings.add("missing-file", bundle.path(), "This entry bundle is missing; take it from another copy.");
        }
        Optional<List<byte[]>> leaves = bytes.flatMap(EntryBundle::parse)
                .filter(it -> it.size() == width && it.stream().allMatch(Leaf::isLeaf));
        if (leaves.isEmpty()) {
            if (bytes.isPresent()) {
                findings.add("damaged-entries", bundle.path(), "This is no bundle of " + width + " leaves.");
            }
            broken = true; // the tree cannot be followed beyond this point
        }
        if (!broken) {
            add(leaves.get());
        }
        return leaves;
    }

    private void add(List<byte[]> leaves) throws IOException {
        try {
            leaves.forEach(leaf -> tree.add(leaf, this::compare));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void compare(TilePath path, byte[] expected) {
        try {
            Optional<byte[]> found = evidence.bytes(layout.tile(path));
            if (found.isEmpty()) {
                findings.add("missing-file", path.path(), "This tile is missing; take it from another copy.");
            } else if (!Arrays.equals(found.get(), expected)) {
                findings.add("damaged-tile", path.path(), difference(path, expected, found.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(TilePath path, byte[] expected, byte[] found) {
        int at = Math.max(0, Arrays.mismatch(expected, found));
        return path.level() <= 0
                ? "From byte " + at + " on this disagrees with its twin of "
                        + (path.level() == 0 ? "tile/entries" : "tile/0") + ": one of the two was changed."
                : "From byte " + at + " on this is not what the tiles below it hash to.";
    }

    /** The root and the partial tiles, after every range. */
    void finish() throws IOException {
        if (broken) {
            return;
        }
        Hash root = tree.root();
        if (!root.equals(evidence.checkpoint().checkpoint().root())) {
            findings.add(
                    "root-mismatch",
                    "tile",
                    "The leaves hash to " + root.base64() + ", not to the root that the checkpoint signs: entries were"
                            + " changed, exchanged or taken from another record.");
        }
        Optional<Partials> partials = evidence.partials(layout);
        if (partials.isEmpty()) {
            String name = "partials." + evidence.size();
            findings.add("damaged-file", name, "This file is missing or not what the record's key signed.");
            return;
        }
        try {
            tree.partials((path, bytes) -> comparePartials(path, bytes, partials.get()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void comparePartials(TilePath path, byte[] bytes, Partials partials) {
        BitSet widths = partials.widths().getOrDefault(Math.max(path.level(), 0), new BitSet());
        int unit = bytes.length / path.width();
        for (int width = widths.nextSetBit(0); width >= 0; width = widths.nextSetBit(width + 1)) {
            if (width > 0 && width <= path.width()) {
                compare(new TilePath(path.level(), path.index(), width), Arrays.copyOf(bytes, width * unit));
            }
        }
        if (!widths.get(path.width())) {
            findings.add("damaged-file", "partials." + evidence.size(), "This file does not name " + path.path() + ".");
        }
    }

    /** Root of the tree over fewer leaves, from tiles that were checked. */
    Optional<Hash> rootAt(long size) throws IOException {
        if (broken) {
            return Optional.empty();
        }
        try {
            return Optional.of(org.truce.record.tlog.Merkle.root(size, Tree.nodes(evidence.size(), this::tile)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private byte[] tile(TilePath path) {
        Path file = layout.tile(path);
        try {
            return evidence.bytes(file).orElseThrow(() -> new java.nio.file.NoSuchFileException(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
