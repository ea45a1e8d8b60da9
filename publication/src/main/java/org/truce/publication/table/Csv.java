package org.truce.publication.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values as RFC 4180 says: UTF-8, lines end with CR LF, a cell is quoted where it holds a
 * comma, a quote or the end of a line. Pure.
 */
public final class Csv {
    /** The media type of a table whose first line names its columns. */
    public static final String TYPE = "text/csv;charset=utf-8;header=present";

    /** What ends a line. */
    public static final String END = "\r\n";

    private Csv() {}

    /** One line without its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    /**
     * Words that a spreadsheet would take for a formula, with the apostrophe that keeps them words; other words as they
     * are. Not for numbers: a negative one is no formula.
     */
    public static String words(String text) {
        return text.isEmpty() || "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String cell(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }
}
