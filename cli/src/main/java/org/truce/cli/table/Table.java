package org.truce.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows under titles. In a right-to-left language every line begins with a right-to-left mark, so that a terminal that
 * knows Unicode's bidirectional algorithm sets the first column on the right; every cell is isolated, so that an id
 * beside Arabic words keeps its order. Immutable; laying it out costs one pass over the cells.
 */
public final class Table {
    static final String RIGHT_TO_LEFT_MARK = "\u200F";
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";
    private static final int NARROWEST = 8;
    private static final String GAP = "  ";

    private final List<String> titles;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these titles, and no rows yet. */
    public Table(String... titles) {
        this.titles = List.of(titles);
    }

    /** Adds a row with one cell a title. */
    public Table row(String... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + titles.size() + " titles");
        }
        rows.add(List.of(cells));
        return this;
    }

    /**
     * The lines of the table.
     *
     * @param columns of the terminal, at least 20
     * @param rightToLeft whether the first column stands on the right
     */
    public List<String> lines(int columns, boolean rightToLeft) {
        int[] widths = fit(columns);
        List<String> out = new ArrayList<>();
        out.addAll(row(titles, widths, rightToLeft));
        List<String> rules = Arrays.stream(widths).mapToObj("─"::repeat).toList();
        out.addAll(row(rules, widths, rightToLeft));
        rows.forEach(row -> out.addAll(row(row, widths, rightToLeft)));
        return out;
    }

    private List<String> row(List<String> cells, int[] widths, boolean rightToLeft) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            wrapped.add(Wrap.lines(cells.get(i), widths[i]));
        }
        int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder(rightToLeft ? RIGHT_TO_LEFT_MARK : "");
            for (int i = 0; i < widths.length; i++) {
                String cell = line < wrapped.get(i).size() ? wrapped.get(i).get(line) : "";
                boolean last = i == widths.length - 1;
                text.append(isolated(cell, rightToLeft));
                text.append(last ? "" : " ".repeat(widths[i] - Width.of(cell)) + GAP);
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private static String isolated(String cell, boolean rightToLeft) {
        return rightToLeft && !cell.isEmpty() ? FIRST_STRONG_ISOLATE + cell + POP_ISOLATE : cell;
    }

    /** Natural widths; where they are too wide together, the widest give way first. */
    private int[] fit(int columns) {
        int[] widths = new int[titles.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    1,
                    Math.max(
                            Width.of(titles.get(i)),
                            rows.stream()
                                    .mapToInt(row -> Width.of(row.get(column).strip()))
                                    .max()
                                    .orElse(0)));
        }
        int space = Math.max(20, columns) - GAP.length() * (widths.length - 1);
        while (Arrays.stream(widths).sum() > space) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }
}
