package org.truce.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence. A quoted passage of several sentences is one with the words that introduce it; a new one begins inside a
 * quotation only after an attribution that ends with a full stop and a dash.
 *
 * @param from index of its first token
 * @param to index after its last token
 */
public record Sentence(int from, int to) {
    /** A text without full stops is cut here, so that work within a sentence stays bounded. */
    private static final int MOST_TOKENS = 400;

    private static final Set<String> ABBREVIATIONS = Set.of(
            "т", "д", "п", "ул", "им", "тыс", "млн", "млрд", "янв", "фев", "мар", "апр", "авг", "сен", "окт", "ноя",
            "дек", "стр", "no", "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "st", "vs", "km", "км");

    /** The sentences of {@code tokens[from, to)}, which must be one line. */
    public static List<Sentence> of(List<Token> tokens, String text, int from, int to, List<Quote> quotes) {
        List<Sentence> out = new ArrayList<>();
        int start = from;
        int q = 0;
        for (int i = from; i < to; i++) {
            while (q < quotes.size() && quotes.get(q).close() < i) {
                q++;
            }
            Quote quote = q < quotes.size() && quotes.get(q).open() <= i ? quotes.get(q) : null;
            int end = i - start >= MOST_TOKENS ? i + 1 : end(tokens, text, i, to, quote);
            if (end > i) {
                out.add(new Sentence(start, end));
                start = end;
                while (start < to && tokens.get(start).isAny("—–-") && start < to - 1) {
                    start++;
                }
                i = start - 1;
            }
        }
        if (start < to) {
            out.add(new Sentence(start, to));
        }
        return out;
    }

    private static int end(List<Token> tokens, String text, int i, int to, @Nullable Quote quote) {
        Token t = tokens.get(i);
        if (quote != null && i == quote.close() && i > quote.from() && i + 1 < to) {
            boolean stopInside = tokens.get(i - 1).isAny(".!?؟…");
            return stopInside && begins(text, tokens.get(i + 1)) ? i + 1 : -1;
        }
        if (!t.isAny(".!?؟…") || i + 1 >= to) {
            return -1;
        }
        Token next = tokens.get(i + 1);
        if (quote != null && i < quote.close()) {
            return t.is('.') && next.isAny("—–") ? i + 1 : -1;
        }
        if (next.start() == t.end() && !next.isAny("«“„\"")) {
            return -1;
        }
        return (t.is('.') && abbreviates(tokens, text, i)) || !begins(text, next) ? -1 : i + 1;
    }

    private static boolean abbreviates(List<Token> tokens, String text, int stop) {
        if (stop == 0) {
            return false;
        }
        Token before = tokens.get(stop - 1);
        if (!before.word()) {
            return false;
        }
        if (before.form().equals("г")) {
            return stop < 2 || !tokens.get(stop - 2).number();
        }
        boolean initial = before.end() - before.start() == 1 && Character.isUpperCase(text.charAt(before.start()));
        return initial || ABBREVIATIONS.contains(before.form());
    }

    private static boolean begins(String text, Token next) {
        if (next.number() || next.isAny("«“„\"(—–-[")) {
            return true;
        }
        char c = text.charAt(next.start());
        return next.word() && !Character.isLowerCase(c);
    }

    /** Whether the token at {@code index} stands inside. */
    public boolean holds(int index) {
        return index >= from && index < to;
    }
}
