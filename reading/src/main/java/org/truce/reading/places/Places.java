package org.truce.reading.places;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.page.Page;
import org.truce.reading.page.Role;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.theatre.Place;

/**
 * Finds the places of a story: names of the gazetteer in any case, with a district told from the town of its name by
 * the word beside it or, where the sentence speaks of handing over, by that. One instance reads one text.
 */
public final class Places {
    /** How many names one "districts" may stand for. */
    private static final int MOST_JOINED = 8;

    private final Page page;
    private final List<Token> tokens;
    private final PlaceIndex index;
    private final Map<Integer, Set<String>> cues = new HashMap<>();
    private final Map<Integer, String> anaphors = new HashMap<>();
    private final Set<String> districtsNamed = new HashSet<>();

    private Places(Page page, PlaceIndex index) {
        this.page = page;
        this.tokens = page.tokens();
        this.index = index;
        for (Hit hit : Language.of(page.lang(), "places").find(tokens)) {
            cues.computeIfAbsent(hit.from(), k -> new HashSet<>()).add(hit.section());
            if (hit.section().equals("anaphor")) {
                anaphors.put(hit.from(), hit.value());
            }
        }
    }

    /**
     * The places of a page's title, story, captions and dateline.
     *
     * @param taken tokens that belong to an actor's name
     */
    public static List<PlaceMention> read(Page page, PlaceIndex index, BitSet taken) {
        return new Places(page, index).run(taken);
    }

    private List<PlaceMention> run(BitSet taken) {
        List<Hit> hits = new ArrayList<>();
        for (Hit hit : Lexicon.longest(names())) {
            if (page.story(hit.from()) && !taken.get(hit.from())) {
                hits.add(hit);
            }
        }
        List<PlaceMention> out = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            PlaceMention mention = mention(hits, i);
            if (mention != null) {
                out.add(mention);
                districtsNamed.add(mention.place().id());
            }
        }
        return withAnaphors(inTransfers(out), taken);
    }

    private List<Hit> names() {
        List<Hit> out = new ArrayList<>();
        for (Hit hit : index.lexicon().find(tokens)) {
            if (page.lang() == Lang.ARABIC || page.capital(hit.from())) {
                out.add(hit);
            }
        }
        return out;
    }

    private @Nullable PlaceMention mention(List<Hit> hits, int i) {
        Hit hit = hits.get(i);
        Place place = index.place(hit.value());
        int from = hit.from();
        int to = hit.to();
        if (hit.section().equals(PlaceIndex.ADJECTIVE)) {
            int head = headAfter(hits, i);
            if (head < 0) {
                return null;
            }
            return mention(from, head == to ? head + 1 : to, hit.skip(), place);
        }
        String district = place.district();
        if (!district.isEmpty() && index.has(district)) {
            int wide = districtWord(hits, i);
            if (wide != 0) {
                place = index.place(district);
                from = wide == -1 ? from - 1 : from;
                to = wide == 1 ? to + 1 : to;
            }
        } else if (from > 0
                && place.type().equals("region")
                && tokens.get(from - 1).form().endsWith("اقليم")) {
            from--;
        }
        return mention(from, to, from == hit.from() ? hit.skip() : 0, place);
    }

    /** 1 a district word follows, -1 one stands before, 2 it is one of several with a word farther off, 0 none. */
    private int districtWord(List<Hit> hits, int i) {
        Hit hit = hits.get(i);
        if (cue(hit.to(), "district-after") || cue(hit.to(), "districts-after")) {
            return 1;
        }
        if (cue(hit.from() - 1, "district-before")) {
            return -1;
        }
        if (cue(hit.from() - 1, "districts-before")) {
            return 2;
        }
        for (int j = i + 1; j < Math.min(hits.size(), i + MOST_JOINED) && linked(hits.get(j - 1), hits.get(j)); j++) {
            if (cue(hits.get(j).to(), "districts-after")) {
                return 2;
            }
        }
        for (int j = i - 1; j >= Math.max(0, i - MOST_JOINED) && linked(hits.get(j), hits.get(j + 1)); j--) {
            if (cue(hits.get(j).from() - 1, "districts-before")) {
                return 2;
            }
        }
        return 0;
    }

    private int headAfter(List<Hit> hits, int i) {
        if (cue(hits.get(i).to(), "district-after")) {
            return hits.get(i).to();
        }
        for (int j = i + 1; j < Math.min(hits.size(), i + MOST_JOINED) && linked(hits.get(j - 1), hits.get(j)); j++) {
            if (cue(hits.get(j).to(), "district-after")) {
                return hits.get(j).to();
            }
        }
        return -1;
    }

    /** Whether two hits are joined by "and" or a comma alone. */
    private boolean linked(Hit a, Hit b) {
        if (b.from() - a.to() > 2) {
            return false;
        }
        for (int t = a.to(); t < b.from(); t++) {
            boolean joins = tokens.get(t).isAny(",،()")
                    || List.of("and", "и", "و").contains(tokens.get(t).form());
            if (!joins) {
                return false;
            }
        }
        return b.from() > a.to() || b.skip() > 0;
    }

    private boolean cue(int token, String section) {
        return token >= 0
                && token < tokens.size()
                && cues.getOrDefault(token, Set.of()).contains(section);
    }

    private PlaceMention mention(int from, int to, int skip, Place place) {
        return new PlaceMention(
                from, to, tokens.get(from).start() + skip, tokens.get(to - 1).end(), place);
    }

    /** A town named where districts are handed over, and whose district the theatre knows, is the district. */
    private List<PlaceMention> inTransfers(List<PlaceMention> mentions) {
        List<PlaceMention> out = new ArrayList<>();
        boolean districts = mentions.stream().anyMatch(o -> o.place().type().equals("district"));
        for (PlaceMention m : mentions) {
            String district = m.place().district();
            boolean other = !district.isEmpty() && index.has(district) && transferAround(m) && districts;
            out.add(
                    other
                            ? mention(
                                    m.from(),
                                    m.to(),
                                    m.start() - tokens.get(m.from()).start(),
                                    index.place(district))
                            : m);
        }
        return out;
    }

    private boolean transferAround(PlaceMention m) {
        Sentence s = page.sentence(m.from());
        for (int t = s == null ? 0 : s.from(); s != null && t < s.to(); t++) {
            if (cue(t, "transfer")) {
                return page.part(t).role() != Role.TITLE;
            }
        }
        return false;
    }

    private List<PlaceMention> withAnaphors(List<PlaceMention> mentions, BitSet taken) {
        List<PlaceMention> out = new ArrayList<>(mentions);
        BitSet covered = new BitSet();
        Map<String, Integer> firstNamed = new HashMap<>();
        for (PlaceMention m : mentions) {
            covered.set(m.from(), m.to());
            firstNamed.putIfAbsent(m.place().id(), m.from());
        }
        for (Map.Entry<Integer, String> e : anaphors.entrySet()) {
            int t = e.getKey();
            boolean inside = covered.get(t);
            boolean named = firstNamed.getOrDefault(e.getValue(), Integer.MAX_VALUE) < t;
            if (!inside && named && page.story(t) && !taken.get(t)) {
                out.add(mention(t, t + 1, 0, index.place(e.getValue())));
            }
        }
        out.sort(java.util.Comparator.comparingInt(PlaceMention::from));
        return out;
    }
}
