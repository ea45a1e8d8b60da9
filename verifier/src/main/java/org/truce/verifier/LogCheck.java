package org.truce.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The log by itself: hashes every leaf anew, compares every tile with that, partial ones too, and the roots with what was
 * signed. Needs memory for a few tiles, however large the log.
 */
final class LogCheck {
    private static final int FULL = 256;

    private final Files files;
    private final long size;
    /** What signed heads say of the first so many leaves, by size. */
    private final Map<Long, Map<String, Head>> expected = new TreeMap<>();
    /** Of each level the hashes of the tile that is being filled. */
    private final List<ByteArrayOutputStream> filling = new ArrayList<>();
    /** Hashes of complete subtrees, the largest first, as a binary number has its ones. */
    private final List<byte[]> peaks = new ArrayList<>();

    private long count;

    LogCheck(Files files, long size) {
        this.files = files;
        this.size = size;
    }

    void expect(String place, Head head) throws Wrong {
        if (head.size() > size) {
            throw new Wrong(place, "It covers " + head.size() + " entries, and the record has " + size + ".");
        }
        expected.computeIfAbsent(head.size(), it -> new TreeMap<>()).put(place, head);
    }

    /** The leaves of a range of 256, of which the last may be shorter; goes on with the tree. */
    List<byte[]> range(long range) throws IOException, Wrong {
        int width = (int) Math.min(FULL, size - range * FULL);
        String name = "tile/entries/" + Files.digits(range) + (width < FULL ? ".p/" + width : "");
        byte[] bundle = files.need(name);
        List<byte[]> leaves = new ArrayList<>();
        for (int at = 0; at + 35 <= bundle.length; at += 35) {
            if (bundle[at] != 0 || bundle[at + 1] != 33 || bundle[at + 2] != 1) {
                throw new Wrong(name, "It holds something that is no leaf.");
            }
            leaves.add(Arrays.copyOfRange(bundle, at + 2, at + 35));
        }
        if (leaves.size() != width || bundle.length != 35 * width) {
            throw new Wrong(name, "It does not hold " + width + " leaves.");
        }
        for (byte[] leaf : leaves) {
            compareRoots();
            grow(Sha.leaf(leaf));
        }
        return leaves;
    }

    private void grow(byte[] leaf) throws IOException, Wrong {
        byte[] hash = leaf;
        for (long bits = count; bits % 2 == 1; bits /= 2) {
            hash = Sha.node(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        fill(0, count, leaf);
        count++;
    }

    private void fill(int level, long index, byte[] hash) throws IOException, Wrong {
        if (level == filling.size()) {
            filling.add(new ByteArrayOutputStream());
        }
        ByteArrayOutputStream tile = filling.get(level);
        tile.write(hash);
        if (tile.size() == FULL * 32) {
            byte[] bytes = tile.toByteArray();
            tile.reset();
            same("tile/" + level + "/" + Files.digits(index / FULL), bytes);
            fill(level + 1, index / FULL, complete(bytes));
        }
    }

    private static byte[] complete(byte[] hashes) {
        byte[][] row = new byte[FULL][];
        for (int i = 0; i < FULL; i++) {
            row[i] = Arrays.copyOfRange(hashes, 32 * i, 32 * i + 32);
        }
        for (int width = FULL; width > 1; width /= 2) {
            for (int i = 0; i < width / 2; i++) {
                row[i] = Sha.node(row[2 * i], row[2 * i + 1]);
            }
        }
        return row[0];
    }

    private void same(String name, byte[] bytes) throws IOException, Wrong {
        if (!Arrays.equals(files.need(name), bytes)) {
            throw new Wrong(name, "It does not hold what the leaves hash to.");
        }
    }

    private void compareRoots() throws Wrong {
        Map<String, Head> here = expected.get(count);
        if (here != null) {
            byte[] root = root();
            for (Map.Entry<String, Head> head : here.entrySet()) {
                head.getValue().expect(root, head.getKey());
            }
        }
    }

    private byte[] root() {
        if (peaks.isEmpty()) {
            return Sha.of();
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Sha.node(peaks.get(i), root);
        }
        return root;
    }

    /** After the last range: the roots, and the partial tiles that the record says there are. */
    void finish(Keys keys) throws IOException, Wrong {
        compareRoots();
        String name = "partials." + size;
        Map<Integer, BitSet> widths = widths(keys.signed(files.need(name), size, name), name, keys);
        for (int level = 0; level < filling.size(); level++) {
            byte[] hashes = filling.get(level).toByteArray();
            BitSet there = widths.getOrDefault(level, new BitSet());
            if (there.get(hashes.length / 32) != (hashes.length > 0) || there.length() > hashes.length / 32 + 1) {
                throw new Wrong(name, "It does not name the last tile of level " + level + ".");
            }
            long index = (size >> (8 * level)) / FULL;
            for (int width = there.nextSetBit(1); width > 0; width = there.nextSetBit(width + 1)) {
                String partial = Files.digits(index) + ".p/" + width;
                same("tile/" + level + "/" + partial, Arrays.copyOf(hashes, 32 * width));
                if (level == 0) {
                    prefix(index, width);
                }
            }
        }
    }

    /** A partial bundle of leaves is the beginning of the newest one. */
    private void prefix(long index, int width) throws IOException, Wrong {
        String directory = "tile/entries/" + Files.digits(index) + ".p/";
        same(directory + width, Arrays.copyOf(files.need(directory + size % FULL), 35 * width));
    }

    private Map<Integer, BitSet> widths(String text, String name, Keys keys) throws Wrong {
        Map<Integer, BitSet> widths = new TreeMap<>();
        String head = "truce-partials/v1\n" + keys.first().name() + "\nsize " + size + "\n";
        if (!text.startsWith(head)) {
            throw new Wrong(name, "It is not of this record and size.");
        }
        for (String line : text.substring(head.length()).split("\n", -1)) {
            if (!line.isEmpty()) {
                String[] words = line.split(" ", -1);
                widths.put(
                        Integer.parseInt(words[0]),
                        BitSet.valueOf(HexFormat.of().parseHex(words[1])));
            }
        }
        return widths;
    }
}
