package org.truce.exchange.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines into paragraphs, over the ends of columns and pages. Two lines are one paragraph where they follow each other at
 * the usual distance in one size, and the first one is full: the first word of the second had no room in it. Used once.
 */
final class Paragraphs {
    private static final String BULLETS = "•·●▪■◦‣*–—-";
    private static final String STOPS = ".!?؟…:;؛»”\"";

    private final boolean drawn;
    private final int limit;
    private final Hyphens hyphens = new Hyphens();
    private final StringBuilder text = new StringBuilder();
    private final List<Page> pages = new ArrayList<>();
    private int counted;
    private int codePoints;
    private int pageStart;
    private int page;

    /**
     * For one document.
     *
     * @param drawn whether to take brackets as they were drawn
     * @param limit code points that the text may have
     */
    Paragraphs(boolean drawn, int limit) {
        this.drawn = drawn;
        this.limit = limit;
    }

    String text() {
        return text.toString();
    }

    List<Page> pages() {
        return pages;
    }

    /** Writes the pages one after another; each call may end the work where the text grows too long. */
    void write(List<Sheet> sheets) {
        for (Sheet sheet : sheets) {
            sheet.lines().forEach(line -> hyphens.learn(words(line)));
        }
        Line before = null;
        Column column = new Column();
        for (Sheet sheet : sheets) {
            Map<String, Column> columns = new HashMap<>();
            sheet.lines()
                    .forEach(line -> columns.computeIfAbsent(key(line), k -> new Column())
                            .add(line));
            columns.values().forEach(Column::settle);
            boolean first = true;
            for (Line line : sheet.lines()) {
                Column own = java.util.Objects.requireNonNull(columns.get(key(line)));
                separate(before, column, line, own, first && before != null);
                if (first) {
                    turn(sheet.number());
                    first = false;
                }
                text.append(words(line));
                check();
                before = line;
                column = own;
            }
        }
        turn(0);
    }

    private String words(Line line) {
        return drawn ? line.asDrawn() : line.words();
    }

    private static String key(Line line) {
        return line.block() + " " + Math.round(line.size() * 4) + " " + line.rightToLeft();
    }

    /** Begins the text of a page, which is behind all that was written; 0 ends the last. */
    private void turn(int number) {
        codePoints += Character.codePointCount(text, counted, text.length());
        counted = text.length();
        if (page != 0) {
            pages.add(new Page(page, pageStart, codePoints));
        }
        page = number;
        pageStart = codePoints;
    }

    private void check() {
        if (text.length() - counted + codePoints > limit) {
            throw new Unreadable(
                    "too-large",
                    "page " + page,
                    "The text has more than " + limit + " characters: give the pages that are meant.");
        }
    }

    private void separate(@Nullable Line before, Column column, Line line, Column own, boolean otherPage) {
        if (before == null) {
            return;
        }
        boolean far = otherPage || before.block() != line.block() || line.base() < before.base();
        if (!joins(before, column, line, own, far)) {
            boolean close = !far && near(before, line, own);
            text.append(close ? "\n" : "\n\n");
            return;
        }
        String next = words(line);
        if (!Hyphens.breaks(text, next)) {
            text.append(' ');
        } else if (!hyphens.stays(text, next)) {
            text.setLength(text.length() - 1);
        }
    }

    private boolean joins(Line before, Column column, Line line, Column own, boolean far) {
        if (before.cells() > 1 || line.cells() > 1 || bullet(words(line))) {
            return false;
        }
        boolean sameSize = Math.abs(before.size() - line.size()) <= 0.12f * Math.max(before.size(), line.size());
        boolean sameWay = before.rightToLeft() == line.rightToLeft();
        if (!sameSize || !sameWay) {
            return false;
        }
        boolean broken = Hyphens.breaks(words(before), words(line));
        if (far) {
            return (broken || column.full(before, line)) && !stops(words(before));
        }
        boolean near = near(before, line, own);
        boolean indented = own.indented(line) && !own.indented(before);
        return near && !indented && (broken || own.full(before, line));
    }

    private static boolean near(Line before, Line line, Column column) {
        return line.base() - before.base() <= column.paragraphGap(line.size());
    }

    private static boolean stops(String words) {
        return !words.isEmpty() && STOPS.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /** A sign of a list, or a number with a point or bracket, before a blank. */
    private static boolean bullet(String words) {
        if (words.length() < 2) {
            return false;
        }
        int at = 0;
        while (at < 3 && at < words.length() && Character.isDigit(words.charAt(at))) {
            at++;
        }
        if (at == 0) {
            return BULLETS.indexOf(words.charAt(0)) >= 0 && words.charAt(1) == ' ';
        }
        boolean closed = at + 1 < words.length() && ".)".indexOf(words.charAt(at)) >= 0;
        return closed && (words.charAt(at + 1) == ' ' || words.charAt(at + 1) == '\t');
    }

    /** What lines of one size in one block have in common, and where single paragraphs of it are narrower. */
    private static final class Column {
        private static final int LEAST_LINES = 3;

        private final List<Line> lines = new ArrayList<>();
        private final IdentityHashMap<Line, Float> ends = new IdentityHashMap<>();
        private float usualGap;
        private float start = Float.MAX_VALUE;
        private float end = -Float.MAX_VALUE;

        void add(Line line) {
            start = Math.min(start, line.start());
            end = Math.max(end, line.end());
            lines.add(line);
        }

        /** To be called when all lines are known. */
        void settle() {
            List<Float> gaps = new ArrayList<>();
            for (int i = 1; i < lines.size(); i++) {
                float gap = lines.get(i).base() - lines.get(i - 1).base();
                if (gap > 0) {
                    gaps.add(gap);
                }
            }
            gaps.sort(null);
            // The lower quartile: where half the lines end paragraphs, the usual distance is still that within them.
            usualGap = gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 4);
            int from = 0;
            for (int i = 1; i <= lines.size(); i++) {
                if (i == lines.size() || !near(lines.get(i - 1), lines.get(i), this)) {
                    narrow(lines.subList(from, i));
                    from = i;
                }
            }
        }

        /** A paragraph that is set narrower than its column: nearly all its lines are as full as its longest lets them. */
        private void narrow(List<Line> paragraph) {
            float own = -Float.MAX_VALUE;
            for (Line line : paragraph) {
                own = Math.max(own, line.end());
            }
            int full = 0;
            for (int i = 0; i + 1 < paragraph.size(); i++) {
                full += full(paragraph.get(i), paragraph.get(i + 1), own) ? 1 : 0;
            }
            if (paragraph.size() >= LEAST_LINES && 5 * full >= 4 * (paragraph.size() - 1)) {
                for (Line line : paragraph) {
                    ends.put(line, own);
                }
            }
        }

        /** Distance of base lines up to which two lines may be of one paragraph. */
        float paragraphGap(float size) {
            float most = 2.1f * size;
            return usualGap == 0 ? most : Math.min(most, 1.25f * usualGap);
        }

        /** Whether the second line's first word had no room at the end of the first. */
        boolean full(Line before, Line next) {
            return full(before, next, ends.getOrDefault(before, end));
        }

        private static boolean full(Line before, Line next, float end) {
            return before.end() + 0.2f * before.size() + next.firstWord() > end - 0.3f * before.size();
        }

        boolean indented(Line line) {
            return line.start() - start > 0.8f * line.size();
        }
    }
}
