package org.truce.reading.page;

import org.truce.reading.text.Line;

/** Lines that are a row of short things beside each other, as menus and paths are. Pure functions. */
final class Rows {
    private Rows() {}

    /** Of how many parts a line is, divided by marks, tabs or wide gaps; 1 or more. */
    static int segments(String text, Line line) {
        int n = 1;
        String s = text.substring(line.start(), line.end());
        for (int i = 1; i < s.length() - 1; i++) {
            char c = s.charAt(i);
            boolean spaced = s.charAt(i - 1) == ' ' && s.charAt(i + 1) == ' ';
            if ("|•·›‹>→◄►".indexOf(c) >= 0 || (spaced && "/»«".indexOf(c) >= 0)) {
                n++;
            } else if (c == ' '
                    && s.charAt(i - 1) == ' '
                    && s.charAt(i + 1) != ' '
                    && i > 1
                    && s.charAt(i - 2) != '.') {
                n++;
            } else if (c == '\t') {
                n++;
            }
        }
        return n;
    }
}
