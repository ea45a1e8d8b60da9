package org.truce.cli.table;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines of at most so many columns: at spaces where it can, inside a word where it must. Pure. */
final class Wrap {
    private Wrap() {}

    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.strip().split("\\s+", -1)) {
            int width = Width.of(word);
            if (used > 0 && used + 1 + width <= columns) {
                line.append(' ').append(word);
                used += 1 + width;
                continue;
            }
            if (used > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            String rest = cut(word, columns, lines);
            line.append(rest);
            used = Width.of(rest);
        }
        if (used > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Adds whole lines of a word that is too long, and returns what is left of it. */
    private static String cut(String word, int columns, List<String> lines) {
        String rest = word;
        while (Width.of(rest) > columns) {
            int end = 0;
            int used = 0;
            while (end < rest.length() && used + Width.of(rest.codePointAt(end)) <= columns) {
                used += Width.of(rest.codePointAt(end));
                end = rest.offsetByCodePoints(end, 1);
            }
            end = end == 0 ? rest.offsetByCodePoints(0, 1) : end;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
