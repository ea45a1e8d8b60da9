package org.truce.record.tlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTest {
    /** The published inputs and roots of the certificate transparency reference tree. */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** RFC 6962, section 2.1, word for word. */
    private static Hash mth(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256(new byte[0]);
        }
        if (leaves.size() == 1) {
            return Merkle.leaf(leaves.getFirst());
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.node(mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
    }

    private static Merkle.Nodes nodes(List<byte[]> leaves) {
        return (height, index) -> mth(leaves.subList((int) (index << height), (int) ((index + 1) << height)));
    }

    private static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(new byte[] {(byte) (i >>> 8), (byte) i});
        }
        return leaves;
    }

    @Test
    void publishedRoots() {
        List<byte[]> leaves = INPUTS.stream().map(HexFormat.of()::parseHex).toList();
        for (int size = 0; size <= 8; size++) {
            assertEquals(
                    ROOTS.get(size),
                    Merkle.root(size, nodes(leaves.subList(0, size))).hex());
        }
    }

    @Test
    void rootsAndTilesAgreeWithTheDefinitionForEverySizeTo300() {
        List<byte[]> leaves = leaves(300);
        Tree tree = new Tree();
        for (int size = 0; size <= 300; size++) {
            assertEquals(mth(leaves.subList(0, size)), Merkle.root(size, nodes(leaves)), "size " + size);
            if (size < 300) {
                byte[] leaf = Arrays.copyOf(leaves.get(size), Leaf.BYTES);
                leaves.set(size, leaf);
                tree.add(leaf, (path, bytes) -> {});
                assertEquals(mth(leaves.subList(0, size + 1)), tree.root(), "tree of " + (size + 1));
            }
        }
    }

    @Test
    void inclusionIsProvedForEveryLeafOfEverySizeTo300() {
        List<byte[]> leaves = leaves(300);
        Merkle.Nodes nodes = cached(leaves);
        for (int size = 1; size <= 300; size++) {
            Hash root = Merkle.root(size, nodes);
            for (int index = 0; index < size; index += size < 40 ? 1 : 7) {
                List<Hash> proof = Merkle.inclusion(index, size, nodes);
                Hash leaf = Merkle.leaf(leaves.get(index));
                assertTrue(Merkle.includes(index, size, leaf, proof, root), index + " of " + size);
                assertFalse(Merkle.includes((index + 1) % 300, size, leaf, proof, root) && size > 1);
                assertFalse(Merkle.includes(index, size, root, proof, root) && size > 1);
            }
        }
    }

    @Test
    void consistencyIsProvedBetweenAllSizesTo300() {
        Merkle.Nodes nodes = cached(leaves(300));
        for (int second = 1; second <= 300; second++) {
            Hash newer = Merkle.root(second, nodes);
            for (int first = 1; first <= second; first += second < 40 ? 1 : 5) {
                Hash older = Merkle.root(first, nodes);
                List<Hash> proof = Merkle.consistency(first, second, nodes);
                assertTrue(Merkle.extend(first, older, second, newer, proof), first + " to " + second);
                assertFalse(Merkle.extend(first, newer, second, newer, proof) && first < second);
                assertFalse(Merkle.extend(first, older, second, older, proof) && first < second);
            }
        }
    }

    private static Merkle.Nodes cached(List<byte[]> leaves) {
        java.util.Map<List<Long>, Hash> known = new java.util.HashMap<>();
        Merkle.Nodes nodes = nodes(leaves);
        return (height, index) -> known.computeIfAbsent(List.of((long) height, index), _ -> nodes.node(height, index));
    }
}
