package org.truce.cli.table;

import java.util.List;
import java.util.Map;

/**
 * Where tables are printed.
 *
 * @param columns its width
 * @param rightToLeft whether the language of the table reads from the right
 */
public record Terminal(int columns, boolean rightToLeft) {
    private static final int USUAL = 100;

    /** As {@code COLUMNS} says, for a language. */
    public static Terminal of(Map<String, String> environment, String language) {
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL;
        return new Terminal(width, language.equals("ar"));
    }

    /** The lines of a table on this terminal. */
    public List<String> lines(Table table) {
        return table.lines(columns, rightToLeft);
    }

    /** One line of words. */
    public String line(String words) {
        return rightToLeft ? Table.RIGHT_TO_LEFT_MARK + words : words;
    }

    /** Words over as many lines as they need. */
    public List<String> paragraph(String words) {
        return Wrap.lines(words, columns).stream().map(this::line).toList();
    }
}
