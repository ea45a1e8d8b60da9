package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * Companies, networks and the like that the theatre does not list: a name behind the word that says what it is ("the
 * energy company SOCAR", «компания „Арцахгаз“»), and in English a name that ends with such a word ("Civil Monitoring
 * Network"). They keep their surface as name. One instance reads one text; cost linear in it.
 */
final class Bodies {
    private static final int MOST_WORDS = 4;

    private final Page page;
    private final List<Token> tokens;
    private final BitSet taken = new BitSet();
    private final List<ActorMention> out;

    Bodies(Page page, ActorIndex index, List<ActorMention> known) {
        this.page = page;
        this.tokens = page.tokens();
        this.out = new ArrayList<>(known);
        known.forEach(a -> taken.set(a.from(), a.to()));
        index.places().find(tokens).forEach(hit -> taken.set(hit.from(), hit.to()));
    }

    /** The mentions known and those found, in order. */
    List<ActorMention> complete() {
        int before = out.size();
        for (Hit hit : Language.of(page.lang(), "actors").find(tokens)) {
            if (!page.story(hit.from())) {
                continue;
            }
            if (hit.section().equals("body-head")) {
                behind(hit.to());
            } else if (hit.section().equals("body-tail")) {
                endingAt(hit.from(), hit.to());
            }
        }
        if (out.size() > before) {
            out.sort(Comparator.comparingInt(ActorMention::from));
        }
        return out;
    }

    private void behind(int at) {
        boolean quoted = at < tokens.size() && tokens.get(at).isAny("«“„\"");
        int from = quoted ? at + 1 : at;
        int to = from;
        while (to < tokens.size() && to - from < MOST_WORDS && inRow(to) && (quoted || name(to))) {
            to++;
        }
        boolean closed = !quoted || (to < tokens.size() && tokens.get(to).isAny("»”“\""));
        if (closed && (quoted || page.lang() == Lang.ENGLISH)) {
            put(from, to);
        }
    }

    private void endingAt(int tail, int to) {
        int from = tail;
        while (from > 0
                && tail - from < MOST_WORDS
                && name(from - 1)
                && !tokens.get(from).startsLine()) {
            from--;
        }
        if (from < tail && page.capital(tail)) {
            put(from, to);
        }
    }

    private boolean inRow(int at) {
        return tokens.get(at).word() && !tokens.get(at).startsLine();
    }

    private boolean name(int at) {
        return tokens.get(at).word() && page.capital(at) && !taken.get(at);
    }

    private void put(int from, int to) {
        int first = taken.nextSetBit(from);
        if (from == to || (first >= 0 && first < to)) {
            return;
        }
        taken.set(from, to);
        int start = tokens.get(from).start();
        int end = tokens.get(to - 1).end();
        out.add(new ActorMention(
                from, to, start, end, page.words(from, to), "organisation", "", true, "organisation:named"));
    }
}
