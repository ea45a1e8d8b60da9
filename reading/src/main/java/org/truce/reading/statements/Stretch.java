package org.truce.reading.statements;

import java.util.ArrayList;
import java.util.List;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Part;
import org.truce.reading.text.Quote;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * An uninterrupted stretch of quoted words within one sentence: a quotation, or what is left of one on either side of
 * an attribution set between dashes inside it.
 *
 * @param from index of its first token
 * @param to index after its last token, closing marks of punctuation not counted
 */
record Stretch(int from, int to) {
    private static final int MOST_ATTRIBUTION = 10;

    boolean holds(int token) {
        return token >= from && token < to;
    }

    int length() {
        return to - from;
    }

    static List<Stretch> of(List<Token> tokens, Part part, Sentence s, List<Hit> speech) {
        List<Stretch> out = new ArrayList<>();
        int first = Math.max(0, Within.first(part.quotes(), Quote::open, s.from()) - 1);
        for (int i = first; i < part.quotes().size() && part.quotes().get(i).open() < s.to(); i++) {
            Quote q = part.quotes().get(i);
            int from = Math.max(q.from(), s.from());
            int to = Math.min(q.close(), s.to());
            if (from < to) {
                split(tokens, from, to, speech, out);
            }
        }
        return out;
    }

    private static void split(List<Token> tokens, int from, int to, List<Hit> speech, List<Stretch> out) {
        int start = from;
        for (int i = from + 1; i < to; i++) {
            boolean opens = dash(tokens, i) && tokens.get(i - 1).isAny(",!?…") && verbSoon(tokens, i, to, speech);
            if (opens) {
                add(tokens, start, i, out);
                int end = i + 1;
                while (end < to && !(dash(tokens, end) && tokens.get(end - 1).isAny(".,!?…:"))) {
                    end++;
                }
                start = Math.min(to, end + 1);
                i = end;
            }
        }
        add(tokens, start, to, out);
    }

    /** A dash, or a hyphen between blanks that stands for one. */
    private static boolean dash(List<Token> tokens, int i) {
        Token t = tokens.get(i);
        return t.isAny("—–") || (t.is('-') && i > 0 && tokens.get(i - 1).end() < t.start());
    }

    /**
     * Whether an attribution stands after a dash: a verb of speech soon, or few words in small letters up to a stop or
     * comma with the next dash, or up to the end.
     */
    private static boolean verbSoon(List<Token> tokens, int dash, int to, List<Hit> speech) {
        if (dash + 1 >= to || tokens.get(dash + 1).startsLine()) {
            return false;
        }
        for (Hit hit : speech) {
            if (hit.from() > dash + 4 || hit.from() >= to) {
                break;
            }
            if (hit.from() > dash
                    && (hit.section().equals("say") || hit.section().equals("participle"))) {
                return true;
            }
        }
        for (int i = dash + 2; i < Math.min(to + 1, Math.min(tokens.size(), dash + MOST_ATTRIBUTION)); i++) {
            if (dash(tokens, i)) {
                return tokens.get(i - 1).isAny(".,");
            }
        }
        return false;
    }

    private static void add(List<Token> tokens, int from, int to, List<Stretch> out) {
        int a = from;
        int b = to;
        while (a < b && tokens.get(a).isAny("—–-,،.")) {
            a++;
        }
        while (b > a && tokens.get(b - 1).isAny(",،.—–:;؛…!")) {
            b--;
        }
        if (a < b) {
            out.add(new Stretch(a, b));
        }
    }
}
