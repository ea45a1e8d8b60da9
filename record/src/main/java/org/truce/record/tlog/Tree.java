package org.truce.record.tlog;

import java.util.Arrays;

/**
 * The growing edge of a tree: the last, partial tile of every level and the last, partial entry bundle. Holds at most
 * eight tiles. Not thread-safe; adding a leaf costs one hash, and 255 more for every 256th.
 */
public final class Tree {
    private static final int LEVELS = 8;
    private static final int ENTRY_BYTES = 2 + Leaf.BYTES;

    private final byte[][] hashes = new byte[LEVELS][TilePath.FULL * Hash.BYTES];
    private final byte[] entries = new byte[TilePath.FULL * ENTRY_BYTES];
    private long size;

    /** Takes tiles as they are finished. */
    public interface Sink {
        /** One tile or entry bundle. */
        void write(TilePath path, byte[] bytes);
    }

    /** Reads tiles that were written. */
    public interface Source {
        /** The bytes of a tile or entry bundle. */
        byte[] read(TilePath path);
    }

    /** The edge of a tree that was written, from its partial tiles. */
    public static Tree resume(long size, Source source) {
        Tree tree = new Tree();
        tree.size = size;
        for (int level = TilePath.ENTRIES; level < LEVELS; level++) {
            int width = TilePath.partialWidth(level, size);
            if (width > 0) {
                byte[] bytes = source.read(new TilePath(level, TilePath.fullTiles(level, size), width));
                byte[] target = level == TilePath.ENTRIES ? tree.entries : tree.hashes[level];
                System.arraycopy(bytes, 0, target, 0, bytes.length);
            }
        }
        return tree;
    }

    /** Leaves in the tree. */
    public long size() {
        return size;
    }

    /** Adds a leaf of {@link Leaf#BYTES} bytes; full tiles go to the sink. */
    public void add(byte[] leaf, Sink sink) {
        int slot = TilePath.partialWidth(0, size) * ENTRY_BYTES;
        entries[slot] = 0;
        entries[slot + 1] = Leaf.BYTES;
        System.arraycopy(leaf, 0, entries, slot + 2, Leaf.BYTES);
        if (TilePath.partialWidth(0, size) == TilePath.FULL - 1) {
            sink.write(new TilePath(TilePath.ENTRIES, size >>> 8, TilePath.FULL), entries.clone());
        }
        grow(0, Merkle.leaf(leaf), sink);
        size++;
    }

    /**
     * Adds 256 leaves to a tree of a multiple of 256.
     *
     * @param tile the hashes of the leaves, which is their tile of level 0; only tiles above it go to the sink
     */
    public void addTile(byte[] tile, Sink sink) {
        if (TilePath.partialWidth(0, size) != 0 || tile.length != TilePath.FULL * Hash.BYTES) {
            throw new IllegalArgumentException("no whole tile, or not where one begins");
        }
        size += TilePath.FULL - 1;
        grow(1, Merkle.complete(tile, 0, TilePath.FULL), sink);
        size++;
    }

    private void grow(int from, Hash first, Sink sink) {
        Hash hash = first;
        for (int level = from; level < LEVELS; level++) {
            int width = TilePath.partialWidth(level, size);
            hash.copyTo(hashes[level], width * Hash.BYTES);
            if (width < TilePath.FULL - 1) {
                break;
            }
            sink.write(new TilePath(level, TilePath.fullTiles(level, size), TilePath.FULL), hashes[level].clone());
            hash = Merkle.complete(hashes[level], 0, TilePath.FULL);
        }
    }

    /** Hands over the partial tiles and the partial entry bundle that a checkpoint of the present size needs. */
    public void partials(Sink sink) {
        for (int level = TilePath.ENTRIES; level < LEVELS; level++) {
            int width = TilePath.partialWidth(level, size);
            if (width > 0) {
                byte[] bytes = level == TilePath.ENTRIES
                        ? Arrays.copyOf(entries, width * ENTRY_BYTES)
                        : Arrays.copyOf(hashes[level], width * Hash.BYTES);
                sink.write(new TilePath(level, TilePath.fullTiles(level, size), width), bytes);
            }
        }
    }

    /** Root of the tree. */
    public Hash root() {
        return Merkle.root(size, this::node);
    }

    private Hash node(int height, long index) {
        int first = (int) (index << (height % 8)) & 0xff;
        return Merkle.complete(hashes[height / 8], first * Hash.BYTES, 1 << (height % 8));
    }

    /** The nodes of a tree of {@code size} leaves, read from its tiles. */
    public static Merkle.Nodes nodes(long size, Source source) {
        return (height, index) -> {
            int level = height / 8;
            long first = index << (height % 8);
            long tile = first >>> 8;
            int width = tile < TilePath.fullTiles(level, size) ? TilePath.FULL : TilePath.partialWidth(level, size);
            byte[] bytes = source.read(new TilePath(level, tile, width));
            return Merkle.complete(bytes, (int) (first & 0xff) * Hash.BYTES, 1 << (height % 8));
        };
    }
}
