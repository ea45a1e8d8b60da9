package org.truce.record.tlog;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, with SHA-256; proofs are verified by the algorithms of RFC 9162, sections
 * 2.1.3.2 and 2.1.4.2. Pure and thread-safe; proofs and roots cost O(log size) hashes and node reads.
 */
public final class Merkle {
    /** Root of the tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY = Hash.sha256(new byte[0]);

    private Merkle() {}

    /** Where the hashes of complete subtrees come from. */
    public interface Nodes {
        /**
         * Hash of the complete subtree over leaves {@code [index << height, (index + 1) << height)}.
         *
         * @param height 0 for leaves
         * @param index position among the subtrees of that height
         */
        Hash node(int height, long index);
    }

    /** Hash of a leaf: SHA-256 of 0x00 and the entry. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = Sha256.mine();
        digest.update((byte) 0);
        return Hash.of(digest.digest(entry));
    }

    /** Hash of an inner node: SHA-256 of 0x01, left and right. */
    public static Hash node(Hash left, Hash right) {
        byte[] both = new byte[1 + 2 * Hash.BYTES];
        both[0] = 1;
        left.copyTo(both, 1);
        right.copyTo(both, 1 + Hash.BYTES);
        return Hash.sha256(both);
    }

    /** Hash over a complete subtree of 2^k hashes that lie one after the other. */
    public static Hash complete(byte[] hashes, int offset, int count) {
        byte[] row = new byte[count * Hash.BYTES];
        System.arraycopy(hashes, offset, row, 0, row.length);
        MessageDigest digest = Sha256.mine();
        for (int width = count; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                digest.update((byte) 1);
                digest.update(row, i * 2 * Hash.BYTES, 2 * Hash.BYTES);
                System.arraycopy(digest.digest(), 0, row, i * Hash.BYTES, Hash.BYTES);
            }
        }
        return Hash.of(row, 0);
    }

    /** Root of the tree over the first {@code size} leaves. */
    public static Hash root(long size, Nodes nodes) {
        return size == 0 ? EMPTY : range(0, size, nodes);
    }

    private static Hash range(long from, long to, Nodes nodes) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return nodes.node(height, from >>> height);
        }
        long split = from + Long.highestOneBit(width);
        return node(range(from, split, nodes), range(split, to, nodes));
    }

    /** Proof that leaf {@code index} is in the tree of {@code size} leaves, from the leaf's sibling upwards. */
    public static List<Hash> inclusion(long index, long size, Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        path(index, 0, size, nodes, proof);
        return proof;
    }

    private static void path(long index, long from, long to, Nodes nodes, List<Hash> proof) {
        if (to - from == 1) {
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (index < split) {
            path(index, from, split, nodes, proof);
            proof.add(range(split, to, nodes));
        } else {
            path(index, split, to, nodes, proof);
            proof.add(range(from, split, nodes));
        }
    }

    /** Proof that the tree of {@code second} leaves extends the tree of {@code first}; empty where they are equal. */
    public static List<Hash> consistency(long first, long second, Nodes nodes) {
        if (first <= 0 || first > second) {
            throw new IllegalArgumentException("no consistency proof from " + first + " to " + second);
        }
        List<Hash> proof = new ArrayList<>();
        subproof(first, 0, second, true, nodes, proof);
        return proof;
    }

    private static void subproof(long first, long from, long to, boolean whole, Nodes nodes, List<Hash> proof) {
        if (first == to) {
            if (!whole) {
                proof.add(range(from, to, nodes));
            }
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (first <= split) {
            subproof(first, from, split, whole, nodes, proof);
            proof.add(range(split, to, nodes));
        } else {
            subproof(first, split, to, false, nodes, proof);
            proof.add(range(from, split, nodes));
        }
    }

    /** Whether the proof shows that the leaf stands at {@code index} of the tree with that size and root. */
    public static boolean includes(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash step : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = node(step, hash);
                int zeros = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= zeros;
                last >>>= zeros;
            } else {
                hash = node(hash, step);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * Whether the proof shows that the leaf stands at {@code index} of the tree, within its subtree over leaves
     * {@code [from, to)} (Merkle Tree Certificates, draft-ietf-plants-merkle-tree-certs, section 4.3).
     */
    public static boolean includes(long from, long to, long index, Hash leaf, List<Hash> proof, Hash root) {
        return isSubtree(from, to) && from < to && includes(index - from, to - from, leaf, proof, root);
    }

    /** Whether leaves {@code [from, to)} hang under one node in some tree that holds them, or are none. */
    private static boolean isSubtree(long from, long to) {
        if (from < 0 || from > to) {
            return false;
        }
        long width = to - from;
        long full = width <= 1 ? 1 : Long.highestOneBit(width - 1) << 1;
        return full > 0 && (from & (full - 1)) == 0;
    }

    /** Whether the proof shows that the second tree extends the first. A proof from an empty tree says nothing. */
    public static boolean extend(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
        return first > 0 && contains(0, first, firstRoot, second, secondRoot, proof);
    }

    /**
     * Whether the proof shows that the tree of that size and root contains the subtree over leaves {@code [from, to)}
     * with that hash (the same draft, section 4.4.3; from 0 it is RFC 9162, section 2.1.4.2). A tree contains the empty
     * subtree anywhere.
     */
    public static boolean contains(long from, long to, Hash subtree, long size, Hash root, List<Hash> proof) {
        if (!isSubtree(from, to) || to > size) {
            return false;
        }
        if (from == to) {
            return subtree.equals(EMPTY) && proof.isEmpty();
        }
        // A subtree that ends with the tree is a node of it; otherwise begin at the largest complete part at its end.
        long apart = (to - 1) ^ from;
        int height = Long.SIZE - Long.numberOfLeadingZeros(apart);
        int shift = to == size ? height : Math.min(height, Long.numberOfTrailingZeros(to));
        boolean node = shift == height;
        if (!node && proof.isEmpty()) {
            return false;
        }
        return climb(
                new Places(from >>> shift, (to - 1) >>> shift, (size - 1) >>> shift),
                node ? subtree : proof.getFirst(),
                subtree,
                root,
                node ? proof : proof.subList(1, proof.size()));
    }

    /**
     * Nodes at one height.
     *
     * @param first with which the subtree begins
     * @param last with which it ends
     * @param tree with which the tree ends
     */
    private record Places(long first, long last, long tree) {
        Places up(int levels) {
            return new Places(first >>> levels, last >>> levels, tree >>> levels);
        }
    }

    private static boolean climb(Places start, Hash hash, Hash subtree, Hash root, List<Hash> proof) {
        Places at = start;
        Hash part = hash;
        Hash whole = hash;
        for (Hash step : proof) {
            if (at.tree == 0) {
                return false;
            }
            if ((at.last & 1) == 1 || at.last == at.tree) {
                part = at.first < at.last ? node(step, part) : part;
                whole = node(step, whole);
                at = at.up(Long.numberOfTrailingZeros(at.last));
            } else {
                whole = node(whole, step);
            }
            at = at.up(1);
        }
        return at.tree == 0 && part.equals(subtree) && whole.equals(root);
    }
}
