package org.truce.exchange.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a person reads the segments of a page: row by row, and where lines of text stand in columns, column
 * by column, the right one first where the words run from right to left. A table is read by rows: its cells are short.
 * Pure; cost linear in the segments for each column.
 */
final class Columns {
    private static final int LEAST_LINES = 4;
    /** Width of a line, in sizes of the font, from which it is of a text and not of a table. */
    private static final float PROSE = 9;

    private static final int DEEPEST = 6;

    private final boolean rightToLeft;

    private Columns(boolean rightToLeft) {
        this.rightToLeft = rightToLeft;
    }

    /**
     * Blocks in reading order; each holds rows, in order, that belong together.
     *
     * @param rows of the page from top to bottom
     * @param rightToLeft whether most of its letters run so
     */
    static List<List<List<Segment>>> of(List<List<Segment>> rows, boolean rightToLeft) {
        Columns columns = new Columns(rightToLeft);
        List<List<List<Segment>>> blocks = new ArrayList<>();
        columns.order(rows, blocks, 0);
        return blocks;
    }

    private record Gutter(float at, int from, int to) {}

    private void order(List<List<Segment>> rows, List<List<List<Segment>>> blocks, int depth) {
        Gutter gutter = depth < DEEPEST && rows.size() >= LEAST_LINES ? gutter(rows) : null;
        if (gutter == null) {
            if (!rows.isEmpty()) {
                blocks.add(rows);
            }
            return;
        }
        order(rows.subList(0, gutter.from), blocks, depth + 1);
        List<List<Segment>> left = new ArrayList<>();
        List<List<Segment>> right = new ArrayList<>();
        for (List<Segment> row : rows.subList(gutter.from, gutter.to)) {
            split(row, gutter.at, left, right);
        }
        order(rightToLeft ? right : left, blocks, depth + 1);
        order(rightToLeft ? left : right, blocks, depth + 1);
        order(rows.subList(gutter.to, rows.size()), blocks, depth + 1);
    }

    private static void split(List<Segment> row, float at, List<List<Segment>> left, List<List<Segment>> right) {
        List<Segment> before = row.stream().filter(one -> one.right() <= at).toList();
        List<Segment> behind = row.stream().filter(one -> one.left() >= at).toList();
        if (!before.isEmpty()) {
            left.add(before);
        }
        if (!behind.isEmpty()) {
            right.add(behind);
        }
    }

    /** The longest band of rows with a free strip between two texts; null where there is none. */
    private static @Nullable Gutter gutter(List<List<Segment>> rows) {
        Gutter best = null;
        for (float at : candidates(rows)) {
            int from = 0;
            while (from < rows.size()) {
                int to = from;
                while (to < rows.size() && free(rows.get(to), at)) {
                    to++;
                }
                Gutter band = trimmed(rows, new Gutter(at, from, to));
                if (band != null && (best == null || band.to - band.from > best.to - best.from)) {
                    best = band;
                }
                from = to + 1;
            }
        }
        return best;
    }

    private static List<Float> candidates(List<List<Segment>> rows) {
        List<Float> edges = new ArrayList<>();
        for (List<Segment> row : rows) {
            row.forEach(segment -> edges.add(segment.left()));
        }
        edges.sort(Comparator.naturalOrder());
        List<Float> out = new ArrayList<>();
        for (int i = LEAST_LINES; i < edges.size(); i++) {
            // An edge that several lines share, just before which a strip may be free.
            boolean shared = edges.get(i) - edges.get(i - LEAST_LINES + 1) < 2;
            float at = edges.get(i - LEAST_LINES + 1) - 1.5f;
            if (shared && (out.isEmpty() || at - out.getLast() > 4)) {
                out.add(at);
            }
        }
        addRightEdges(rows, out);
        return out;
    }

    /** Columns from right to left share their right edges. */
    private static void addRightEdges(List<List<Segment>> rows, List<Float> out) {
        List<Float> edges = new ArrayList<>();
        for (List<Segment> row : rows) {
            row.forEach(segment -> edges.add(segment.right()));
        }
        edges.sort(Comparator.naturalOrder());
        for (int i = LEAST_LINES - 1; i < edges.size(); i++) {
            if (edges.get(i) - edges.get(i - LEAST_LINES + 1) < 2) {
                out.add(edges.get(i) + 1.5f);
                i += LEAST_LINES;
            }
        }
    }

    private static boolean free(List<Segment> row, float at) {
        return row.stream().noneMatch(one -> one.left() < at && one.right() > at);
    }

    /** The band without rows at its ends that have words on one side only; null where it is no pair of columns. */
    private static @Nullable Gutter trimmed(List<List<Segment>> rows, Gutter band) {
        Side left = new Side();
        Side right = new Side();
        for (int i = band.from; i < band.to; i++) {
            for (Segment segment : rows.get(i)) {
                (segment.right() <= band.at ? left : right).add(segment, i);
            }
        }
        if (!left.text() || !right.text()) {
            return null;
        }
        int from = Math.max(left.first, right.first);
        int to = Math.min(left.last, right.last);
        // Both sides stand beside each other, not one below the other.
        boolean beside = to - from + 1 >= LEAST_LINES && 2 * (to - from + 1) >= Math.min(left.rows(), right.rows());
        return beside
                ? new Gutter(band.at, Math.min(left.first, right.first), Math.max(left.last, right.last) + 1)
                : null;
    }

    private static final class Side {
        private int lines;
        private int wide;
        private int first = Integer.MAX_VALUE;
        private int last = -1;

        void add(Segment segment, int row) {
            lines++;
            wide += segment.width() >= PROSE * segment.size() ? 1 : 0;
            first = Math.min(first, row);
            last = Math.max(last, row);
        }

        int rows() {
            return last - first + 1;
        }

        boolean text() {
            return lines >= LEAST_LINES && wide * 5 >= lines * 3;
        }
    }
}
