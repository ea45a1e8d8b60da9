package org.truce.record.tlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Place of a tile or an entry bundle below a log's prefix (C2SP tlog-tiles v0.1.0).
 *
 * @param level 0 to 7 for hashes, {@link #ENTRIES} for entry bundles
 * @param index position within the level, from 0
 * @param width hashes or entries in it: 1 to 255 where it is partial, 256 where it is full
 */
public record TilePath(int level, long index, int width) {
    /** The level of entry bundles, whose layout is that of level 0. */
    public static final int ENTRIES = -1;
    /** Hashes in a full tile. */
    public static final int FULL = 256;

    private static final Pattern DIGITS = Pattern.compile("(?:x[0-9]{3}/){0,5}[0-9]{3}");
    private static final Pattern FORM =
            Pattern.compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(\\.p/[0-9]{1,3})?");

    public TilePath {
        if (level < ENTRIES || level > 7 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile " + level + "/" + index + "/" + width);
        }
    }

    /** Full tiles of a level in a tree of {@code size} leaves. */
    public static long fullTiles(int level, long size) {
        int shift = 8 * (Math.max(level, 0) + 1);
        return shift > 63 ? 0 : size >>> shift;
    }

    /** Width of the partial tile of a level in a tree of {@code size} leaves; 0 where there is none. */
    public static int partialWidth(int level, long size) {
        return (int) (size >>> (8 * Math.max(level, 0))) & 0xff;
    }

    /** Levels of hashes in a tree of {@code size} leaves. */
    public static int levels(long size) {
        return (64 - Long.numberOfLeadingZeros(size) + 7) / 8;
    }

    /** An index as path elements of three digits, all but the last beginning with {@code x}: {@code x001/x234/067}. */
    public static String digits(long index) {
        StringBuilder out = new StringBuilder(11);
        for (long unit = unit(index); unit > 1; unit /= 1000) {
            three(out.append('x'), index / unit).append('/');
        }
        return three(out, index).toString();
    }

    private static long unit(long index) {
        long unit = 1;
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            unit *= 1000;
        }
        return unit;
    }

    private static StringBuilder three(StringBuilder out, long number) {
        int last = (int) (number % 1000);
        return out.append((char) ('0' + last / 100))
                .append((char) ('0' + last / 10 % 10))
                .append((char) ('0' + last % 10));
    }

    /** The index written as {@link #digits}; empty where the text is not the one form of any. */
    public static Optional<Long> index(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(digits.replace("x", "").replace("/", ""));
        return digits(index).equals(digits) ? Optional.of(index) : Optional.empty();
    }

    /** Whether it is narrower than a full tile. */
    public boolean partial() {
        return width < FULL;
    }

    /** Path from the log's prefix, without a leading slash. */
    public String path() {
        return directory() + (partial() ? ".p/" + width : "");
    }

    /** Path without the part that says how wide it is. */
    public String directory() {
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + digits(index);
    }

    /** From a path; empty where it is not the one form of any. */
    public static Optional<TilePath> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        String suffix = form.group(3);
        int width = suffix == null ? FULL : Integer.parseInt(suffix.substring(3));
        if (width < 1 || (suffix != null && width >= FULL)) {
            return Optional.empty();
        }
        int level = form.group(1).equals("entries") ? ENTRIES : Integer.parseInt(form.group(1));
        return index(form.group(2))
                .map(index -> new TilePath(level, index, width))
                .filter(tile -> tile.path().equals(path));
    }
}
