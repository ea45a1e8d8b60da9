package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * Persons whom the theatre does not list: names after a title, and in languages that write capitals also names beside a
 * verb of speech. They keep their surface as name, and their family name alone means them from then on. One instance
 * reads one text; cost linear in it.
 */
final class Persons {
    private static final int MOST_NAMES = 3;

    private final Page page;
    private final List<Token> tokens;
    private final List<ActorMention> known;
    private final BitSet taken = new BitSet();
    private final BitSet body = new BitSet();
    private final BitSet title = new BitSet();
    private final BitSet rank = new BitSet();
    private final BitSet speech = new BitSet();
    private final BitSet noName = new BitSet();
    private final Map<Integer, Integer> titleEnds = new HashMap<>();
    private final Map<String, String> families = new HashMap<>();
    private final List<ActorMention> out = new ArrayList<>();

    Persons(Page page, ActorIndex index, List<ActorMention> known) {
        this.page = page;
        this.tokens = page.tokens();
        this.known = known;
        for (ActorMention a : known) {
            taken.set(a.from(), a.to());
            body.set(a.from(), a.to(), !a.kind().equals("person"));
            if (a.kind().equals("person") && a.to() - a.from() > 1) {
                families.put(stem(tokens.get(a.to() - 1).form()), a.name());
            }
        }
        for (Hit hit : index.places().find(tokens)) {
            noName.set(hit.from(), hit.to());
        }
        for (Hit hit : Language.of(page.lang(), "actors").find(tokens)) {
            if (hit.section().equals("title") || hit.section().equals("rank")) {
                title.set(hit.from());
                rank.set(hit.from(), hit.section().equals("rank") || rank.get(hit.from()));
                titleEnds.merge(hit.from(), hit.to(), Math::max);
            } else if (hit.section().equals("no-name")) {
                noName.set(hit.from(), hit.to());
            }
        }
        for (Hit hit : Language.of(page.lang(), "speech").find(tokens)) {
            if (hit.section().equals("say")
                    || hit.section().equals("tell")
                    || hit.section().equals("deny")) {
                speech.set(hit.from());
            }
            noName.set(hit.from(), hit.to());
        }
    }

    /** The mentions known and those found, in order. */
    List<ActorMention> complete() {
        for (int i = title.nextSetBit(0); i >= 0; i = title.nextSetBit(i + 1)) {
            afterTitle(i);
        }
        if (page.lang() == Lang.ARABIC) {
            beforeColons();
        } else {
            besideVerbs();
        }
        again();
        if (out.isEmpty()) {
            return known;
        }
        out.addAll(known);
        out.sort(Comparator.comparingInt(ActorMention::from));
        return out;
    }

    /** A title, with the body it belongs to, and then a name. */
    private void afterTitle(int at) {
        int from = titleEnds.getOrDefault(at, at + 1);
        int most = Math.min(tokens.size(), from + 6);
        while (from < most && body.get(from) && !tokens.get(from).startsLine()) {
            from++;
        }
        boolean alone = from == at + 1;
        boolean ranked = rank.get(at);
        while (from < most && title.get(from)) {
            ranked |= rank.get(from);
            from = titleEnds.getOrDefault(from, from + 1);
        }
        int to = name(from);
        boolean enough = page.lang() == Lang.ARABIC
                ? to - from >= 2
                        && bounded(to)
                        && (!alone || tokens.get(at).form().contains("ال"))
                : to - from >= (ranked ? 1 : 2);
        if (enough && page.story(from)) {
            put(from, to, "title");
        }
    }

    /** Arabic has no capitals: a name must end at a mark, a conjunction or a preposition. */
    private boolean bounded(int to) {
        return to >= tokens.size()
                || tokens.get(to).startsLine()
                || !tokens.get(to).word()
                || noName.get(to);
    }

    /** "وقالت ليلى عبداللهيفا: …": without capitals only what fills the room between the verb and a colon is a name. */
    private void beforeColons() {
        for (int v = speech.nextSetBit(0); v >= 0; v = speech.nextSetBit(v + 1)) {
            int to = name(v + 1);
            boolean colon = to < tokens.size() && tokens.get(to).is(':');
            if (colon && to - v - 1 >= 2 && page.story(v)) {
                put(v + 1, to, "beside-verb");
            }
        }
    }

    private void besideVerbs() {
        for (int v = speech.nextSetBit(0); v >= 0; v = speech.nextSetBit(v + 1)) {
            int after = name(v + 1);
            if (after - v - 1 >= 2 && page.story(v)) {
                put(v + 1, after, "beside-verb");
            }
            int from = v;
            while (from > 0
                    && v - from < MOST_NAMES
                    && part(from - 1)
                    && !tokens.get(from).startsLine()) {
                from--;
            }
            if (v - from >= 2 && page.story(v)) {
                put(from, v, "beside-verb");
            }
        }
    }

    /** The end of the name that begins at a token; the token itself if none does. */
    private int name(int from) {
        int to = from;
        while (to < tokens.size()
                && to - from < MOST_NAMES
                && part(to)
                && (to == from || !tokens.get(to).startsLine())) {
            to++;
            boolean initial = to < tokens.size()
                    && tokens.get(to).is('.')
                    && tokens.get(to - 1).form().length() == 1;
            to += initial ? 1 : 0;
        }
        return to;
    }

    private boolean part(int i) {
        Token t = tokens.get(i);
        if (!t.word() || taken.get(i) || title.get(i) || noName.get(i)) {
            return false;
        }
        if (page.lang() == Lang.ARABIC) {
            String form = t.form();
            return form.length() > 2 && !form.startsWith("ال") && !form.startsWith("لل") && !form.startsWith("بال");
        }
        boolean allCapitals =
                t.end() - t.start() > 1 && Character.isUpperCase(page.text().charAt(t.start() + 1));
        return page.capital(i) && !allCapitals;
    }

    private void put(int from, int to, String rule) {
        if (taken.nextSetBit(from) >= 0 && taken.nextSetBit(from) < to) {
            return;
        }
        String family = stem(tokens.get(to - 1).form());
        String name = families.getOrDefault(family, page.words(from, to));
        families.putIfAbsent(family, name);
        add(from, to, name, rule);
    }

    private void add(int from, int to, String name, String rule) {
        taken.set(from, to);
        int start = tokens.get(from).start();
        int end = tokens.get(to - 1).end();
        out.add(new ActorMention(from, to, start, end, name, "person", "", true, "person:" + rule));
    }

    /** Where a family name stands alone later. */
    private void again() {
        if (families.isEmpty()) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!taken.get(i) && part(i) && page.story(i)) {
                String name = families.get(stem(tokens.get(i).form()));
                if (name != null) {
                    add(i, i + 1, name, "family");
                }
            }
        }
    }

    /** A Russian family name without its case ending. */
    private String stem(String form) {
        if (page.lang() != Lang.RUSSIAN || form.length() < 5) {
            return form;
        }
        int end = form.length();
        while (end > form.length() - 2 && "аеиоуыюяйм".indexOf(form.charAt(end - 1)) >= 0) {
            end--;
        }
        return form.substring(0, end);
    }
}
