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
    /**
     * The quotations of one line, in order. {@code openBefore}: a quotation goes on from the line before, which this one
     * may show by an opening mark of its own. Cost: one pass over the line.
     */
    public static List<Quote> of(List<Token> tokens, Line line, boolean openBefore) {
        List<Quote> out = new ArrayList<>();
        boolean again = openBefore && line.from() < line.to() && opens(mark(tokens, line.from(), line));
        int open = openBefore ? line.from() : -1;
        int from = again ? line.from() + 1 : line.from();
        char closer = again ? closer(mark(tokens, line.from(), line)) : 0;
        int depth = openBefore ? 1 : 0;
        for (int i = from; i < line.to(); i++) {
            char c = mark(tokens, i, line);
            if (c == 0) {
                continue;
            }
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
        if (depth > 0 && (!openBefore || again) && line.to() - from > 3) {
            out.add(new Quote(open, line.to(), from));
        }
        return out.isEmpty() && !openBefore ? spoken(tokens, line) : out;
    }

    /**
     * The speech of a line that opens with a dash, as in Russian dialogue: {@code — Words, — said X. — More words.} A line
     * without such an attribution is none.
     */
    private static List<Quote> spoken(List<Token> tokens, Line line) {
        List<Quote> out = new ArrayList<>();
        boolean stops = tokens.get(line.to() - 1).isAny(".!?…");
        if (!tokens.get(line.from()).isAny("—–") || !stops || line.length() < 6) {
            return out;
        }
        int open = line.from();
        for (int i = line.from() + 2; i < line.to() - 1; i++) {
            if (!tokens.get(i).isAny("—–")) {
                continue;
            }
            Token before = tokens.get(i - 1);
            if (open >= 0 && before.isAny(",!?…") && tokens.get(i + 1).word()) {
                out.add(new Quote(open, i - (before.is(',') ? 1 : 0), open + 1));
                open = -1;
            } else if (open < 0 && before.isAny(".,:")) {
                open = i;
            }
        }
        if (!out.isEmpty() && open >= 0 && line.to() - 1 > open + 1) {
            out.add(new Quote(open, line.to() - 1, open + 1));
        }
        return out;
    }

    /**
     * The mark of quotation that a token is, 0 if none. A single mark opens after a blank and closes before one, so that
     * an apostrophe is none: {@code ‘} stands for the opening, {@code ’} for the closing one.
     */
    private static char mark(List<Token> tokens, int i, Line line) {
        Token t = tokens.get(i);
        if (t.kind() != Token.Kind.MARK) {
            return 0;
        }
        char c = t.form().charAt(0);
        if (c != '\'' && c != '‘' && c != '’') {
            return c;
        }
        boolean wordBefore = i > line.from()
                && tokens.get(i - 1).end() == t.start()
                && !tokens.get(i - 1).isAny("(—–-");
        boolean wordAfter = i + 1 < line.to()
                && tokens.get(i + 1).start() == t.end()
                && !tokens.get(i + 1).isAny(".,;:!?)”»—–-");
        if (wordBefore == wordAfter) {
            return 0;
        }
        return wordAfter ? '‘' : '’';
    }

    private static boolean opens(char c) {
        return c == '«' || c == '“' || c == '„' || c == '"' || c == '‘';
    }

    private static boolean closes(char c) {
        return c == '»' || c == '”' || c == '’';
    }

    private static char closer(char c) {
        return switch (c) {
            case '«' -> '»';
            case '“' -> '”';
            case '„' -> '“';
            case '"' -> '"';
            case '‘' -> '’';
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
