package org.truce.exchange.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Headers and footers: what stands at the edge of several pages at the same height with the same words, numbers aside. A
 * header is kept on its first page and a footer on its last, since they may name the publisher; numbers of pages go.
 * Pure; cost linear in the lines.
 */
final class Furniture {
    /** Lines at either end of a page that may be its header or footer. */
    private static final int LINES = 4;
    /** Share of the page at either end in which they stand. */
    private static final float EDGE = 0.14f;
    /** Heights differ by less than this, in points, on pages of one document. */
    private static final float STEP = 4;

    /** Stands for any number. */
    private static final char DIGITS = '0';

    private final Map<String, int[]> pages = new HashMap<>();
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    private int numbers;

    private Furniture() {}

    /** The pages without their furniture. */
    static List<Sheet> without(List<Sheet> sheets) {
        Furniture furniture = new Furniture();
        sheets.forEach(furniture::note);
        List<Sheet> out = new ArrayList<>(sheets.size());
        for (Sheet sheet : sheets) {
            out.add(new Sheet(sheet.number(), sheet.height(), furniture.kept(sheet)));
        }
        return out;
    }

    private void note(Sheet sheet) {
        for (Line line : sheet.lines()) {
            if (edge(line, sheet) != 0) {
                numbers += number(line.words()) ? 1 : 0;
                for (String key : keys(line, sheet)) {
                    pages.computeIfAbsent(key, k -> new int[1])[0]++;
                    first.putIfAbsent(key, sheet.number());
                    last.put(key, sheet.number());
                }
            }
        }
    }

    private List<Line> kept(Sheet sheet) {
        List<Line> out = new ArrayList<>();
        for (Line line : sheet.lines()) {
            int edge = edge(line, sheet);
            if (edge == 0) {
                out.add(line);
                continue;
            }
            List<String> keys = keys(line, sheet);
            int times = 0;
            int from = Integer.MAX_VALUE;
            int to = 0;
            for (String key : keys) {
                times = Math.max(times, pages.getOrDefault(key, new int[1])[0]);
                from = Math.min(from, first.getOrDefault(key, sheet.number()));
                to = Math.max(to, last.getOrDefault(key, sheet.number()));
            }
            boolean number = number(line.words());
            boolean keep = times < 2 || sheet.number() == (edge < 0 ? from : to);
            if (number ? numbers < 2 && !lonely(line.words()) : keep) {
                out.add(line);
            }
        }
        return out;
    }

    /** -1 for the head of a page, 1 for its foot, 0 for what is neither. */
    private static int edge(Line line, Sheet sheet) {
        if (line.base() > sheet.height()) {
            return 0;
        }
        int above = 0;
        int below = 0;
        for (Line other : sheet.lines()) {
            above += other.base() < line.base() - 1 ? 1 : 0;
            below += other.base() > line.base() + 1 && other.base() <= sheet.height() ? 1 : 0;
            if (above >= LINES && below >= LINES) {
                return 0;
            }
        }
        if (above < LINES && line.base() < EDGE * sheet.height()) {
            return -1;
        }
        return below < LINES && line.base() > (1 - EDGE) * sheet.height() ? 1 : 0;
    }

    private static List<String> keys(Line line, Sheet sheet) {
        String masked = masked(line.words());
        // From the page's foot where that is nearer: pages of one document may differ in height.
        boolean low = line.base() > sheet.height() / 2;
        int height = Math.round((low ? sheet.height() - line.base() : line.base()) / STEP);
        return List.of(masked + '\n' + (low ? -height : height), masked + '\n' + (low ? -height - 1 : height + 1));
    }

    private static String masked(String words) {
        StringBuilder out = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean digit = Character.isDigit(c);
            if (!digit || out.isEmpty() || out.charAt(out.length() - 1) != DIGITS) {
                out.append(digit ? DIGITS : c);
            }
        }
        return out.toString();
    }

    /** Whether a line is nothing but the number of a page, with at most one word beside it. */
    private static boolean number(String words) {
        String rest = masked(words).replaceAll("[\\s\\p{P}|]", "");
        if (rest.indexOf(DIGITS) < 0 || rest.length() > 16) {
            return false;
        }
        String letters = rest.replace(String.valueOf(DIGITS), "").toLowerCase(java.util.Locale.ROOT);
        return switch (letters) {
            case "",
                    "page",
                    "pageof",
                    "p",
                    "of",
                    "стр",
                    "страница",
                    "страницаиз",
                    "стриз",
                    "из",
                    "с",
                    "лист",
                    "صفحة",
                    "الصفحة",
                    "صفحةمن",
                    "الصفحةمن",
                    "من",
                    "ص" -> true;
            default -> false;
        };
    }

    /** Whether it can be nothing but the number of a page even where it stands on one page only. */
    private static boolean lonely(String words) {
        String digits = words.replaceAll("[^\\p{Nd}]", "");
        return !digits.isEmpty() && digits.length() <= 3 && words.strip().length() <= digits.length() + 4;
    }
}
