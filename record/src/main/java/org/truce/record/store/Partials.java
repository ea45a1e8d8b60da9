package org.truce.record.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.truce.record.tlog.Note;
import org.truce.record.tlog.SigningKey;
import org.truce.record.tlog.TilePath;
import org.truce.record.tlog.VerifierKey;

/**
 * Which partial tiles there are at a size, signed by the log's key. C2SP has a log keep the partial tiles of every
 * checkpoint until the full tile is there; with this file a missing or foreign one is found.
 *
 * @param size of the record
 * @param widths by level of hashes: the widths in which the last tile was published, its present one included. Entry
 *     bundles have those of level 0
 */
public record Partials(long size, NavigableMap<Integer, BitSet> widths) {
    private static final String FIRST_LINE = "truce-partials/v1";

    /** Of an empty record. */
    public static Partials empty() {
        return new Partials(0, new TreeMap<>());
    }

    /** What there is after a checkpoint at a larger size, once the partial tiles of full ones are deleted. */
    public Partials grownTo(long next) {
        NavigableMap<Integer, BitSet> grown = new TreeMap<>();
        for (int level = 0; level < TilePath.levels(next); level++) {
            boolean same = TilePath.fullTiles(level, size) == TilePath.fullTiles(level, next);
            BitSet bits =
                    same ? (BitSet) widths.getOrDefault(level, new BitSet()).clone() : new BitSet();
            int width = TilePath.partialWidth(level, next);
            if (width > 0) {
                bits.set(width);
                grown.put(level, bits);
            }
        }
        return new Partials(next, grown);
    }

    /** Whether a partial tile or entry bundle is among them. */
    public boolean contains(TilePath tile) {
        int level = Math.max(tile.level(), 0);
        BitSet bits = widths.getOrDefault(level, new BitSet());
        return tile.partial() && tile.index() == TilePath.fullTiles(level, size) && bits.get(tile.width());
    }

    /** The signed file. */
    public byte[] sign(SigningKey key) {
        return Note.sign(text(key.verifier().name()), key).bytes();
    }

    private String text(String origin) {
        StringBuilder out = new StringBuilder(FIRST_LINE + "\n" + origin + "\nsize " + size + "\n");
        widths.forEach((level, bits) -> out.append(level)
                .append(' ')
                .append(HexFormat.of().formatHex(Arrays.copyOf(bits.toByteArray(), 32)))
                .append('\n'));
        return out.toString();
    }

    /** Reads a file that the key signed; empty where it is no such file. */
    public static Optional<Partials> parse(byte[] file, VerifierKey key) {
        return Note.parse(file)
                .filter(it -> it.signatures().size() == 1 && it.signedBy(key) == Note.Verdict.VALID)
                .flatMap(it -> read(it.text(), key.name()));
    }

    private static Optional<Partials> read(String text, String origin) {
        List<String> lines = text.lines().toList();
        try {
            NavigableMap<Integer, BitSet> widths = new TreeMap<>();
            for (String line : lines.subList(3, lines.size())) {
                byte[] bits = HexFormat.of().parseHex(line.substring(2));
                widths.put(Integer.parseInt(line.substring(0, 1)), BitSet.valueOf(bits));
            }
            Partials read = new Partials(Long.parseLong(lines.get(2).substring("size ".length())), widths);
            return read.text(origin).equals(text) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
