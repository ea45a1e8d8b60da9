package org.truce.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.truce.model.Problem;
import org.truce.record.store.Layout;
import org.truce.record.store.Partials;
import org.truce.record.tlog.EntryBundle;
import org.truce.record.tlog.Hash;
import org.truce.record.tlog.Leaf;
import org.truce.record.tlog.Merkle;
import org.truce.record.tlog.TilePath;
import org.truce.record.tlog.Tree;

/**
 * Builds the tree anew from the entry bundles, 256 leaves at a time, and compares every tile and the root with what it
 * finds. Each range is looked at by itself, in any order and by several threads, and then taken in order.
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

    /**
     * What can be said of a range by itself.
     *
     * @param entries its leaves; empty where the bundle is missing or damaged
     * @param problems with the bundle
     * @param hashes of the leaves, one after the other, where there are 256
     * @param tile what is wrong with the tile that holds these hashes
     */
    record Leaves(
            Optional<List<byte[]>> entries,
            Optional<Problem> problems,
            Optional<byte[]> hashes,
            Optional<Problem> tile) {}

    /** Looks at a range by itself; thread-safe. */
    Leaves look(long range) throws IOException {
        long size = evidence.size();
        int width = range < size >>> 8 ? TilePath.FULL : TilePath.partialWidth(0, size);
        TilePath bundle = new TilePath(TilePath.ENTRIES, range, width);
        Optional<byte[]> bytes = evidence.bytes(layout.tile(bundle));
        if (bytes.isEmpty()) {
            String sentence = "This entry bundle is missing; take it from another copy.";
            return damaged(new Problem("missing-file", bundle.path(), sentence));
        }
        Optional<List<byte[]>> leaves = EntryBundle.parse(bytes.get())
                .filter(it -> it.size() == width && it.stream().allMatch(Leaf::isLeaf));
        if (leaves.isEmpty()) {
            String sentence = "This is no bundle of " + width + " leaves.";
            return damaged(new Problem("damaged-entries", bundle.path(), sentence));
        }
        if (width < TilePath.FULL) {
            return new Leaves(leaves, Optional.empty(), Optional.empty(), Optional.empty());
        }
        byte[] hashes = new byte[TilePath.FULL * Hash.BYTES];
        for (int i = 0; i < TilePath.FULL; i++) {
            Merkle.leaf(leaves.get().get(i)).copyTo(hashes, i * Hash.BYTES);
        }
        Optional<Problem> tile = compared(new TilePath(0, range, TilePath.FULL), hashes);
        return new Leaves(leaves, Optional.empty(), Optional.of(hashes), tile);
    }

    private static Leaves damaged(Problem problem) {
        return new Leaves(Optional.empty(), Optional.of(problem), Optional.empty(), Optional.empty());
    }

    /** Takes what was seen of the next range into the tree. */
    void take(Leaves leaves) throws IOException {
        leaves.problems().ifPresent(findings::add);
        broken |= leaves.entries().isEmpty(); // the tree cannot be followed beyond this point
        if (broken) {
            return;
        }
        leaves.tile().ifPresent(findings::add);
        try {
            leaves.hashes()
                    .ifPresentOrElse(
                            hashes -> tree.addTile(hashes, this::compare),
                            () -> leaves.entries().get().forEach(leaf -> tree.add(leaf, this::compare)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void compare(TilePath path, byte[] expected) {
        try {
            compared(path, expected).ifPresent(findings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Problem> compared(TilePath path, byte[] expected) throws IOException {
        Optional<byte[]> found = evidence.bytes(layout.tile(path));
        if (found.isEmpty()) {
            String sentence = "This tile is missing; take it from another copy.";
            return Optional.of(new Problem("missing-file", path.path(), sentence));
        }
        return Arrays.equals(found.get(), expected)
                ? Optional.empty()
                : Optional.of(new Problem("damaged-tile", path.path(), difference(path, expected, found.get())));
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
            return Optional.of(Merkle.root(size, Tree.nodes(evidence.size(), this::tile)));
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
