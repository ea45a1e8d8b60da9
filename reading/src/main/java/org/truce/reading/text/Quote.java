package org.truce.reading.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch in quotation marks, the outermost where they nest.
 *
 * @param open index of the opening mark's token, or of the first token where the quotation goes on from a line before
 * @param close index of the closing mark's token, or the end of the line where it is not closed
 * @param from index of the first quoted token
 */
public record Quote(int open, int close, int from) {
    /** The quotations of one line, in order. Cost: one pass over the line. */
    public static List<Quote> of(List<Token> tokens, Line line, boolean openBefore) {
        List<Quote> out = new ArrayList<>();
        int open = openBefore ? line.from() : -1;
        int from = line.from();
        char closer = 0;
        int depth = openBefore ? 1 : 0;
        for (int i = line.from(); i < line.to(); i++) {
            Token t = tokens.get(i);
            if (t.kind() != Token.Kind.MARK) {
                continue;
            }
            char c = t.form().charAt(0);
            if (depth == 0 && opens(c)) {
                open = i;
                from = i + 1;
                closer = closer(c);
                depth = 1;
            } else if (depth > 0 && (c == closer || (closer == 0 && closes(c)))) {
                depth--;
                if (depth == 0) {
                    out.add(new Quote(open, i, from));
                }
            } else if (depth > 0 && closer != '"' && closer != 0 && closer(c) == closer && opens(c)) {
                depth++;
            }
        }
        if (depth > 0 && !openBefore && line.to() - from > 3) {
            out.add(new Quote(open, line.to(), from));
        }
        return out;
    }

    private static boolean opens(char c) {
        return c == '«' || c == '“' || c == '„' || c == '"';
    }

    private static boolean closes(char c) {
        return c == '»' || c == '”';
    }

    private static char closer(char c) {
        return switch (c) {
            case '«' -> '»';
            case '“' -> '”';
            case '„' -> '“';
            case '"' -> '"';
            default -> '\u0001';
        };
    }

    /** Whether the token at {@code index} stands inside. */
    public boolean holds(int index) {
        return (index > open && index < close) || (index == from && index < close);
    }

    /** How many tokens are quoted. */
    public int length() {
        return close - from;
    }
}
