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
    /** Tokens of the longest clause that stands between commas inside another. */
    private static final int LONGEST_ASIDE = 12;

    /** What such a clause counts as when it is stepped over. */
    private static final int ASIDE = 2;

    /** How Russian participles end. */
    private static final List<String> PARTICIPLES = List.of(
            "ший", "шая", "шее", "шие", "шего", "шему", "шим", "шем", "шую", "шей", "ших", "шими", "щий", "щая", "щее",
            "щие", "щего", "щему", "щим", "щем", "щую", "щей", "щих", "щими", "нный", "нная", "нное", "нные", "нного",
            "нному", "нным", "нном", "нную", "нной", "нных", "нными");

    private static final int SHORTEST_PARTICIPLE = 7;

    private final int[] together;
    private final int[] cue;
    /** Tokens saved by the asides that begin, or that end, before a token. */
    private final int[] begun;

    private final int[] ended;
    private final int[] cueBegun;
    private final int[] cueEnded;

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
        begun = new int[n + 2];
        ended = new int[n + 2];
        cueBegun = new int[n + 2];
        cueEnded = new int[n + 2];
        if (page.lang().family() == Lang.Family.RUSSIAN) {
            asides(tokens);
        }
    }

    /** Notes what is saved by stepping over «…, вышедший из города, …» and «…, который шёл в город, …». */
    private void asides(List<Token> tokens) {
        int[] nearBegin = new int[tokens.size() + 1];
        int[] nearEnd = new int[tokens.size() + 1];
        int[] farBegin = new int[tokens.size() + 1];
        int[] farEnd = new int[tokens.size() + 1];
        for (int i = 1; i + 2 < tokens.size(); i++) {
            int close = tokens.get(i).is(',') && opens(tokens, i + 1) ? close(tokens, i + 1) : -1;
            if (close > 0) {
                int words = close + 1 - i - ASIDE;
                nearBegin[i] = words + together[close + 1] - together[i];
                nearEnd[close] = nearBegin[i];
                farBegin[i] = words + cue[close + 1] - cue[i];
                farEnd[close] = farBegin[i];
                i = close;
            }
        }
        for (int i = 0; i <= tokens.size(); i++) {
            begun[i + 1] = begun[i] + nearBegin[i];
            ended[i + 1] = ended[i] + nearEnd[i];
            cueBegun[i + 1] = cueBegun[i] + farBegin[i];
            cueEnded[i + 1] = cueEnded[i] + farEnd[i];
        }
    }

    private static boolean opens(List<Token> tokens, int i) {
        String form = tokens.get(i).form();
        String next = tokens.get(i + 1).form();
        boolean which = form.startsWith("котор") || next.startsWith("котор");
        String bare = form.endsWith("ся") ? form.substring(0, form.length() - 2) : form;
        boolean participle = form.length() >= SHORTEST_PARTICIPLE
                && !form.startsWith("военн")
                && PARTICIPLES.stream().anyMatch(bare::endsWith);
        return which || participle;
    }

    /** The comma that closes an aside, -1 where none does or another clause begins within. */
    private static int close(List<Token> tokens, int from) {
        for (int i = from + 1; i < Math.min(tokens.size() - 1, from + LONGEST_ASIDE); i++) {
            if (tokens.get(i).startsLine()
                    || (!tokens.get(i).word()
                            && !tokens.get(i).number()
                            && !tokens.get(i).isAny(",-"))) {
                return -1;
            }
            if (tokens.get(i).is(',')) {
                return i;
            }
        }
        return -1;
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
        return distance(together, begun, ended, aFrom, aTo, bFrom, bTo);
    }

    /** Between a cue and what it may reach. */
    int cue(int aFrom, int aTo, int bFrom, int bTo) {
        return distance(cue, cueBegun, cueEnded, aFrom, aTo, bFrom, bTo);
    }

    private static int distance(int[] sums, int[] begun, int[] ended, int aFrom, int aTo, int bFrom, int bTo) {
        boolean before = aTo <= bFrom;
        int from = before ? aTo : bTo;
        int to = before ? bFrom : aFrom;
        return to < from ? 0 : to - from + sums[to + 1] - sums[from] - saved(begun, ended, from, to);
    }

    /** What the asides save that lie wholly between two tokens; one that either stands in saves nothing. */
    private static int saved(int[] begun, int[] ended, int from, int to) {
        return Math.max(0, ended[to] - begun[from]);
    }
}
