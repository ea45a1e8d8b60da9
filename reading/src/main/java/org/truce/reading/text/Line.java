package org.truce.reading.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text that holds at least one token.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param start UTF-16 index of its first token
 * @param end UTF-16 index after its last token
 * @param afterBlank whether an empty line, or nothing, stands before it
 */
public record Line(int from, int to, int start, int end, boolean afterBlank) {
    /** The lines of a text, in order. */
    public static List<Line> of(String text, List<Token> tokens) {
        List<Line> out = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).startsLine()) {
                int start = tokens.get(from).start();
                int before = from == 0 ? 0 : tokens.get(from - 1).end();
                out.add(new Line(
                        from, i, start, tokens.get(i - 1).end(), from == 0 || breaks(text, before, start) > 1));
                from = i;
            }
        }
        return out;
    }

    private static int breaks(String text, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                n++;
            }
        }
        return n;
    }

    /** How many tokens it has. */
    public int length() {
        return to - from;
    }
}
