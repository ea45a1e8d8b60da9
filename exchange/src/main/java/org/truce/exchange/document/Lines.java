package org.truce.exchange.document;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines of one page in reading order. Pure; cost about linear in the glyphs. */
final class Lines {
    private static final String OPENING_STOPS = ".,:;!?؟،؛…";

    private Lines() {}

    /** The lines of a page from its glyphs. */
    static List<Line> of(List<Glyph> glyphs) {
        List<List<Segment>> rows = Rows.of(glyphs);
        boolean page = mostly(rows);
        List<Line> lines = new ArrayList<>();
        int block = 0;
        for (List<List<Segment>> rowsOfBlock : Columns.of(rows, page)) {
            boolean rightToLeft = mostly(rowsOfBlock);
            for (List<Segment> row : rowsOfBlock) {
                lines.add(line(row, rightToLeft, block));
            }
            block++;
        }
        return lines;
    }

    private static boolean mostly(List<List<Segment>> rows) {
        int rightToLeft = 0;
        int leftToRight = 0;
        for (List<Segment> row : rows) {
            for (Segment segment : row) {
                rightToLeft += segment.rightToLeftLetters();
                leftToRight += segment.leftToRightLetters();
            }
        }
        return rightToLeft > leftToRight;
    }

    private static Line line(List<Segment> row, boolean mostly, int block) {
        boolean rightToLeft = rightToLeft(row, mostly);
        List<Segment> cells = new ArrayList<>(row);
        if (rightToLeft) {
            Collections.reverse(cells);
        }
        StringBuilder words = new StringBuilder();
        StringBuilder asDrawn = new StringBuilder();
        for (Segment cell : cells) {
            if (!words.isEmpty()) {
                words.append('\t');
                asDrawn.append('\t');
            }
            write(cell, rightToLeft, words, asDrawn);
        }
        String text = words.toString();
        String drawn = asDrawn.toString();
        float right = 0;
        for (Segment segment : row) {
            right = Math.max(right, segment.right());
        }
        return new Line(
                text,
                drawn.equals(text) ? text : drawn,
                row.getFirst().left(),
                right,
                row.getFirst().base(),
                row.getFirst().size(),
                firstWord(cells.getFirst(), rightToLeft),
                rightToLeft,
                row.size(),
                block);
    }

    /** A line of Latin words alone may still stand in a text from right to left: its full stop is then at its left. */
    private static boolean rightToLeft(List<Segment> row, boolean mostly) {
        int rightToLeft = row.stream().mapToInt(Segment::rightToLeftLetters).sum();
        int leftToRight = row.stream().mapToInt(Segment::leftToRightLetters).sum();
        if (rightToLeft == 0) {
            String first = row.getFirst().glyphs().getFirst().text();
            return mostly && (leftToRight == 0 || OPENING_STOPS.contains(first));
        }
        return mostly || rightToLeft > leftToRight;
    }

    private static void write(Segment cell, boolean rightToLeft, StringBuilder words, StringBuilder asDrawn) {
        List<String> onPaper = new ArrayList<>();
        for (int i = 0; i < cell.glyphs().size(); i++) {
            if (cell.spaced().get(i)) {
                onPaper.add(" ");
            }
            onPaper.add(cell.glyphs().get(i).text());
        }
        Logical.Order order = Logical.of(onPaper, rightToLeft);
        for (int i = 0; i < onPaper.size(); i++) {
            String text = onPaper.get(order.at(i));
            asDrawn.append(text);
            int c = text.codePointAt(0);
            if (order.turned(i) && text.length() == 1 && Character.isMirrored(c)) {
                words.appendCodePoint(UCharacter.getMirror(c));
            } else {
                words.append(text);
            }
        }
    }

    private static float firstWord(Segment cell, boolean rightToLeft) {
        List<Glyph> glyphs = cell.glyphs();
        int n = glyphs.size();
        if (rightToLeft) {
            int i = n - 1;
            while (i > 0 && !cell.spaced().get(i)) {
                i--;
            }
            return cell.right() - glyphs.get(i).left();
        }
        int i = 0;
        while (i + 1 < n && !cell.spaced().get(i + 1)) {
            i++;
        }
        return glyphs.get(i).right() - cell.left();
    }
}
