package org.truce.reading.places;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.theatre.Place;

/**
 * Finds the places of a story: names of the gazetteer in any case and nearly any spelling, Russian adjectives with their
 * noun, a district told from the town of its name by the word beside it or, where the sentence speaks of handing over,
 * by that. One instance reads one text.
 */
public final class Places {
    /** How many names one "districts" may stand for. */
    private static final int MOST_JOINED = 8;

    /** A name so short is also a word of the language: it counts only where something beside it makes it a place. */
    private static final int SHORT_NAME = 3;

    private static final int LEAST_VARIANT = 5;

    private final Page page;
    private final List<Token> tokens;
    private final PlaceIndex index;
    private final Surroundings words;
    private final BitSet dateline = new BitSet();
    private final BitSet taken;

    private Places(Page page, PlaceIndex index, BitSet taken) {
        this.page = page;
        this.tokens = page.tokens();
        this.index = index;
        this.taken = taken;
        this.words = new Surroundings(page);
        for (Part part : page.parts()) {
            dateline.set(part.line().from(), Math.max(part.line().from(), part.storyFrom()));
        }
    }

    /**
     * The places of a page's title, story, captions and dateline.
     *
     * @param taken tokens that belong to an actor's name
     */
    public static List<PlaceMention> read(Page page, PlaceIndex index, BitSet taken) {
        return new Places(page, index, taken).run();
    }

    private List<PlaceMention> run() {
        List<Hit> hits = new Homonyms(page, index, words).chosen(candidates());
        List<PlaceMention> out = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            PlaceMention mention = mention(hits, i);
            if (mention != null) {
                out.add(mention);
            }
        }
        BitSet covered = new BitSet();
        out.forEach(m -> covered.set(m.from(), m.to()));
        out.addAll(unlisted(covered));
        out.sort(Comparator.comparingInt(PlaceMention::from));
        return withoutRepeatingTitle(withAnaphors(inTransfers(out)));
    }

    /** Names of the gazetteer that may be places here, the longest at each token; several of one span are homonyms. */
    private List<Hit> candidates() {
        List<Hit> out = new ArrayList<>();
        int free = 0;
        int end = 0;
        for (Hit hit : index.lexicon().find(tokens)) {
            boolean homonym = !out.isEmpty()
                    && out.getLast().from() == hit.from()
                    && out.getLast().to() == hit.to();
            if ((hit.from() >= free || homonym) && read(hit)) {
                out.add(hit);
                end = hit.to();
                free = Math.max(free, end);
            }
        }
        return out;
    }

    private boolean read(Hit hit) {
        boolean free = dateline.get(hit.from()) || (page.story(hit.from()) && !taken.get(hit.from()));
        return free && capital(hit) && !words.noPlace(hit.from(), hit.to()) && !(common(hit) && !located(hit));
    }

    private boolean capital(Hit hit) {
        if (page.lang() == Lang.ARABIC || !hit.section().equals(PlaceIndex.NAME)) {
            return true;
        }
        for (int t = hit.from(); t < hit.to(); t++) {
            if (tokens.get(t).word() && page.capital(t)) {
                return true;
            }
        }
        return false;
    }

    private boolean common(Hit hit) {
        return hit.length() == 1 && tokens.get(hit.from()).form().length() - hit.skip() <= SHORT_NAME;
    }

    private boolean located(Hit hit) {
        return words.before(hit.from(), "locative")
                || hit.skip() > 0
                || !words.type(hit.from(), hit.to()).isEmpty()
                || words.after(hit.to(), "district-after")
                || (hit.from() > 0 && tokens.get(hit.from() - 1).isAny("(,،–—-"));
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
            return mention(
                    from,
                    head == to ? head + 1 : to,
                    hit.skip(),
                    place,
                    "place.adjective:" + hit.entry().pattern());
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
        String rule = "place." + (place.id().equals(hit.value()) ? "name:" : "district:")
                + hit.entry().pattern();
        return mention(from, to, from == hit.from() ? hit.skip() : 0, place, rule);
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
        return token >= 0 && token < tokens.size() && words.cue(token, section);
    }

    private PlaceMention mention(int from, int to, int skip, Place place, String rule) {
        return new PlaceMention(
                from, to, tokens.get(from).start() + skip, tokens.get(to - 1).end(), place, rule);
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
                                    index.place(district),
                                    "place.transfer")
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

    /** "The corridor" where one was named: the last of that type. */
    private List<PlaceMention> withAnaphors(List<PlaceMention> mentions) {
        List<PlaceMention> out = new ArrayList<>();
        Map<String, Place> last = new HashMap<>();
        int next = 0;
        for (int t = 0; t < tokens.size(); t++) {
            if (next < mentions.size() && mentions.get(next).from() == t) {
                PlaceMention m = mentions.get(next++);
                out.add(m);
                last.put(m.place().type(), m.place());
                t = Math.max(t, m.to() - 1);
                continue;
            }
            Hit hit = words.hit(t, "anaphor");
            Place named = hit == null ? null : last.get(hit.value());
            if (hit != null && named != null && page.story(t) && !taken.get(t)) {
                out.add(mention(
                        t,
                        t + 1,
                        hit.skip(),
                        named,
                        "place.anaphor:" + hit.entry().pattern()));
            }
            while (next < mentions.size() && mentions.get(next).from() <= t) {
                next++;
            }
        }
        return out;
    }

    /** A headline's short form of what the story names in full, or as a district, is no place of its own. */
    private List<PlaceMention> withoutRepeatingTitle(List<PlaceMention> mentions) {
        List<PlaceMention> story = mentions.stream()
                .filter(m -> page.part(m.from()).role() != Role.TITLE)
                .toList();
        return mentions.stream()
                .filter(m -> page.part(m.from()).role() != Role.TITLE || !shortened(m, story))
                .toList();
    }

    private boolean shortened(PlaceMention m, List<PlaceMention> story) {
        String own = surface(m);
        boolean longer = false;
        for (PlaceMention other : story) {
            String told = surface(other);
            boolean same = other.place().id().equals(m.place().id());
            if (same && told.equals(own)) {
                return false;
            }
            boolean district = other.place().id().equals(m.place().district());
            longer |= district || (same && told.length() > own.length() + 2 && told.endsWith(own));
        }
        return longer;
    }

    private String surface(PlaceMention m) {
        return page.text().substring(m.start(), m.end());
    }

    /** Russian adjectives with a noun of place, and spellings that the gazetteer does not list. */
    private List<PlaceMention> unlisted(BitSet covered) {
        List<PlaceMention> out = new ArrayList<>();
        for (int t = 0; t < tokens.size(); t++) {
            Token token = tokens.get(t);
            if (!token.word() || token.form().length() < LEAST_VARIANT || covered.get(t)) {
                continue;
            }
            if (!page.story(t) || (taken.get(t) && !dateline.get(t))) {
                continue;
            }
            PlaceMention found = page.lang() == Lang.RUSSIAN ? adjective(t) : null;
            found = found == null ? variant(t) : found;
            if (found != null) {
                out.add(found);
            }
        }
        return out;
    }

    private @Nullable PlaceMention adjective(int t) {
        Place place = index.ofAdjective(tokens.get(t).form());
        if (place == null) {
            return null;
        }
        for (int i = t + 1; i < Math.min(tokens.size(), t + 6) && !tokens.get(i).startsLine(); i++) {
            if (words.cue(i, "district-after")) {
                Place district = index.has(place.district()) ? index.place(place.district()) : place;
                return mention(t, i == t + 1 ? t + 2 : t + 1, 0, district, "place.adjective");
            }
            if (words.cue(i, "way-after")) {
                return mention(t, t + 1, 0, place, "place.adjective");
            }
            boolean listed = tokens.get(i).isAny(",") || tokens.get(i).form().equals("и");
            if (!listed && index.ofAdjective(tokens.get(i).form()) == null) {
                return null;
            }
        }
        return null;
    }

    /** A word that the gazetteer does not list, where the words beside it say that it is a place. */
    private @Nullable PlaceMention variant(int t) {
        boolean typed = !words.type(t, t + 1).isEmpty() || words.after(t + 1, "district-after");
        boolean placed = typed || words.before(t, "locative");
        boolean arabic = page.lang() == Lang.ARABIC;
        if (!placed || (!arabic && !page.capital(t)) || words.noPlace(t, t + 1)) {
            return null;
        }
        for (Token.Form form : tokens.get(t).readings()) {
            Place place = form.skip() > 0 ? null : index.variants().of(form.text(), page.lang(), typed);
            if (place != null) {
                boolean district = words.after(t + 1, "district-after") || words.before(t, "district-before");
                Place meant = district && index.has(place.district()) ? index.place(place.district()) : place;
                int to = words.after(t + 1, "district-after") ? t + 2 : t + 1;
                return mention(t, to, 0, meant, "place.variant");
            }
        }
        return null;
    }
}
