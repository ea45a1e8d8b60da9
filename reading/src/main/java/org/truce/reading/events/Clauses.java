package org.truce.reading.events;

import java.util.BitSet;
import java.util.List;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * How far apart two places of a text are: the tokens between them, and more for every sign that another clause begins
 * ({@code clauses.txt}: marks, conjunctions, relative pronouns, "and" before a verb). Two measures: for words that make
 * one event together, and for cues such as a negation, which a comma stops sooner and "that" does not stop.
 */
final class Clauses {
    private final int[] together;
    private final int[] cue;

    /**
     * For a page.
     *
     * @param verbs tokens at which a word stands that can be the verb of an event
     */
    Clauses(Page page, BitSet verbs) {
        List<Token> tokens = page.tokens();
        int n = tokens.size();
        int[] near = new int[n + 1];
        int[] far = new int[n + 1];
        for (int i = 0; i < n; i++) {
            mark(tokens.get(i), i, near, far);
        }
        for (Hit hit : Language.of(page.lang(), "clauses").find(tokens)) {
            int at = hit.from();
            switch (hit.section()) {
                case "contrast" -> raise(near, far, at, 10, 20);
                case "relative" -> raise(near, far, at, 4, 12);
                case "complement" -> raise(near, far, at, 3, 0);
                case "and" -> {
                    boolean verb = verbs.get(hit.to())
                            || (verbs.get(hit.to() + 1) && page.lang().family() == Lang.Family.RUSSIAN);
                    raise(near, far, at, verb ? 5 : 0, verb ? 6 : 0);
                }
                default -> throw new IllegalStateException(hit.section());
            }
        }
        if (page.lang().family() == Lang.Family.ARABIC) {
            for (int i = verbs.nextSetBit(0); i >= 0 && i < n; i = verbs.nextSetBit(i + 1)) {
                char first = tokens.get(i).form().charAt(0);
                if (first == 'و' || first == 'ف') {
                    raise(near, far, i, 4, 8);
                }
            }
        }
        together = sums(near);
        cue = sums(far);
    }

    private static void mark(Token t, int i, int[] near, int[] far) {
        if (t.isAny(",،")) {
            raise(near, far, i, 3, 7);
        } else if (t.isAny(";؛")) {
            raise(near, far, i, 14, 30);
        } else if (t.is(':')) {
            raise(near, far, i, 4, 14);
        } else if (t.isAny("()—–")) {
            raise(near, far, i, 3, 8);
        } else if (t.isAny(".!?؟…")) {
            raise(near, far, i, 14, 30);
        }
    }

    private static void raise(int[] near, int[] far, int at, int a, int b) {
        near[at] = Math.max(near[at], a);
        far[at] = Math.max(far[at], b);
    }

    private static int[] sums(int[] weights) {
        int[] out = new int[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            out[i + 1] = out[i] + weights[i];
        }
        return out;
    }

    /** Between two stretches that do not overlap, as words of one event; 0 where they do. */
    int together(int aFrom, int aTo, int bFrom, int bTo) {
        return distance(together, aFrom, aTo, bFrom, bTo);
    }

    /** Between a cue and what it may reach. */
    int cue(int aFrom, int aTo, int bFrom, int bTo) {
        return distance(cue, aFrom, aTo, bFrom, bTo);
    }

    private static int distance(int[] sums, int aFrom, int aTo, int bFrom, int bTo) {
        boolean before = aTo <= bFrom;
        int from = before ? aTo : bTo;
        int to = before ? bFrom : aFrom;
        return to < from ? 0 : to - from + sums[to + 1] - sums[from];
    }
}
