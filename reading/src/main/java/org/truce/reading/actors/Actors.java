package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Credit;
import org.truce.reading.page.Page;
import org.truce.reading.page.Role;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.theatre.Actor;

/**
 * Finds the actors of a story. A capital stands for its government unless it is said to be a place; a state is an actor
 * where it acts or is acted upon, not where something lies or comes from. One instance reads one text.
 */
public final class Actors {
    private static final Set<String> BY_ITSELF = Set.of("capital", "state", "family", "role", "person");

    private final Page page;
    private final List<Token> tokens;
    private final ActorIndex index;
    private final String date;
    private final Map<Integer, Set<String>> cues = new HashMap<>();
    private final List<ActorMention> out = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, ActorMention> lastOfKind = new HashMap<>();
    private boolean capitalWasPlace;
    private int capitalEnd = -9;

    private Actors(Page page, ActorIndex index, String date) {
        this.page = page;
        this.tokens = page.tokens();
        this.index = index;
        this.date = date;
        for (Hit hit : Language.of(page.lang(), "places").find(tokens)) {
            cues.computeIfAbsent(hit.from(), k -> new HashSet<>()).add(hit.section());
        }
    }

    /** The actors of a page's title, story and captions, in order, none overlapping. */
    public static List<ActorMention> read(Page page, ActorIndex index, String date) {
        Actors actors = new Actors(page, index, date);
        List<Hit> hits = actors.index.lexicon().find(actors.tokens);
        int free = 0;
        int i = 0;
        while (i < hits.size()) {
            Hit best = null;
            int from = hits.get(i).from();
            for (; i < hits.size() && hits.get(i).from() == from; i++) {
                Hit hit = hits.get(i);
                boolean longer = best == null || hit.to() > best.to();
                if (from >= free && longer && page.story(from) && actors.capital(hit)) {
                    best = hit;
                }
            }
            if (best != null && actors.add(best)) {
                free = best.to();
            }
        }
        return actors.out;
    }

    private boolean capital(Hit hit) {
        boolean name = hit.section().equals("family")
                || hit.section().equals("person")
                || hit.section().equals("capital")
                || hit.section().equals("state");
        return page.lang() == Lang.ARABIC || !name || page.capital(hit.from());
    }

    private boolean add(Hit hit) {
        return switch (hit.section()) {
            case "capital" -> governmentOf(hit);
            case "role" -> role(hit);
            case "state", "family", "seat", "bare", "again" -> byName(hit);
            default -> institution(hit);
        };
    }

    /** A capital that stands for its government, unless it is the place. */
    private boolean governmentOf(Hit hit) {
        capitalWasPlace = place(hit);
        capitalEnd = hit.to();
        if (capitalWasPlace) {
            return false;
        }
        String government = index.institution(hit.value(), "government");
        return put(mention(hit, government == null ? hit.value() : government, "government", hit.value(), true));
    }

    private boolean byName(Hit hit) {
        String name = hit.value();
        Actor actor = index.actor(name);
        String kind = actor == null ? hit.section() : actor.kind();
        String of = actor == null ? "" : actor.of();
        boolean inTitle = page.part(hit.from()).role() == Role.TITLE;
        return switch (hit.section()) {
            case "state" -> put(mention(hit, name, "state", name, acts(hit)));
            case "family" -> put(mention(hit, name, "person", of, !inTitle));
            case "bare" -> put(mention(hit, name, kind, of, false));
            case "seat" -> speaks(hit) && put(mention(hit, name, kind, of, true));
            default -> !inTitle && before(name) && put(mention(hit, name, kind, of, true));
        };
    }

    /** A body that is named with its state, without it, or by a name of its own. */
    private boolean institution(Hit hit) {
        String section = hit.section();
        String name = hit.value();
        Actor actor = index.actor(name);
        if (BY_ITSELF.contains(section) || actor != null) {
            return put(mention(hit, name, section, actor == null ? "" : actor.of(), true));
        }
        if (name.isEmpty()) {
            return again(hit);
        }
        String of = name.substring(0, name.indexOf('|'));
        String institution = index.institution(of, section);
        return put(mention(hit, institution == null ? of : institution, section, of, true));
    }

    private ActorMention mention(Hit hit, String name, String kind, String of, boolean named) {
        int start = tokens.get(hit.from()).start() + hit.skip();
        return new ActorMention(
                hit.from(), hit.to(), start, tokens.get(hit.to() - 1).end(), name, kind, of, named);
    }

    private boolean put(ActorMention mention) {
        before("");
        names.add(mention.name());
        lastOfKind.put(mention.kind(), mention);
        return out.add(mention);
    }

    private boolean before(String name) {
        if (names.isEmpty()) {
            ActorMention outlet = index.exactly(page.publisher());
            names.add(outlet == null ? "" : outlet.name());
        }
        return names.contains(name);
    }

    /** A ministry named without its state is the one named before it, or the one that the page credits. */
    private boolean again(Hit hit) {
        ActorMention last = lastOfKind.get(hit.section());
        if (last != null) {
            return put(mention(hit, last.name(), hit.section(), last.of(), true));
        }
        for (Credit credit : page.credits()) {
            ActorMention credited = index.exactly(credit.surface());
            if (credited != null && credited.kind().equals(hit.section())) {
                return out.add(mention(hit, credited.name(), hit.section(), credited.of(), true));
            }
        }
        return false;
    }

    private boolean role(Hit hit) {
        int bar = hit.value().indexOf('|');
        String state = hit.value().substring(0, bar);
        Actor holder = index.holder(state, hit.value().substring(bar + 1), date);
        String name = holder == null ? "" : holder.name();
        out.add(mention(hit, name, "role", state, false));
        return true;
    }

    private boolean cue(int token, String section) {
        return token >= 0
                && token < tokens.size()
                && cues.getOrDefault(token, Set.of()).contains(section);
    }

    private boolean joined(Hit hit) {
        boolean and = tokens.get(hit.from()).form().startsWith("و") && hit.skip() > 0;
        int gap = hit.from() - capitalEnd;
        return (gap == 0 && and)
                || (gap == 1
                        && List.of("and", "и", "или", "or")
                                .contains(tokens.get(hit.from() - 1).form()));
    }

    /** Whether a capital is a place here. */
    private boolean place(Hit hit) {
        int before = hit.from() - 1;
        if (upper(hit)) {
            return true;
        }
        if (page.part(before + 1).storyFrom() > hit.from()) {
            return true;
        }
        if (joined(hit)) {
            return capitalWasPlace;
        }
        boolean prefixed = page.lang() == Lang.ARABIC
                && hit.skip() > 0
                && tokens.get(hit.from()).form().startsWith("ب");
        boolean and =
                before >= 0 && List.of("and", "и").contains(tokens.get(before).form());
        return prefixed || cue(before, "locative") || (and && cue(before - 2, "locative"));
    }

    private boolean upper(Hit hit) {
        Token t = tokens.get(hit.from());
        String s = page.text().substring(t.start(), t.end());
        return page.lang() != Lang.ARABIC && s.length() > 2 && s.equals(s.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether a verb of speech stands right beside a name: what a town "said" its authorities said. */
    private boolean speaks(Hit hit) {
        int verb = page.lang() == Lang.ARABIC ? hit.from() - 1 : hit.to();
        if (verb < 0 || verb >= tokens.size() || hit.skip() > 0) {
            return false;
        }
        return Language.of(page.lang(), "speech").find(tokens.subList(verb, verb + 1)).stream()
                .anyMatch(h -> h.section().equals("say")
                        || h.section().equals("deny")
                        || h.section().equals("accuse")
                        || h.section().equals("demand")
                        || h.section().equals("urge"));
    }

    /** Whether a state acts, or is the object of a verb of accusing or urging. */
    private boolean acts(Hit hit) {
        int before = hit.from() - 1;
        boolean first = tokens.get(hit.from()).startsLine() || before < 0;
        if (page.part(hit.from()).role() == Role.TITLE) {
            return false;
        }
        for (int i = Math.max(0, hit.from() - 4); !first && i < hit.from(); i++) {
            if (cue(i, "object-verb") && !cue(before, "not-agent")) {
                return true;
            }
        }
        return switch (page.lang().family()) {
            case ENGLISH -> (first || !cue(before, "not-agent")) && verbAfter(hit.to());
            case RUSSIAN -> (first || !cue(before, "not-agent")) && nominative(hit) && !nounBefore(before, first);
            case ARABIC ->
                !first && hit.skip() == 0 && feminineVerb(tokens.get(before).form());
        };
    }

    private boolean verbAfter(int i) {
        if (i >= tokens.size() || tokens.get(i).startsLine() || !tokens.get(i).word()) {
            return false;
        }
        return !page.capital(i) && !cue(i, "not-agent") && !tokens.get(i).form().equals("s");
    }

    private boolean nominative(Hit hit) {
        String form = tokens.get(hit.from()).form();
        return hit.length() == 1
                && !form.endsWith("и")
                && !form.endsWith("ей")
                && !form.endsWith("ом")
                && !form.endsWith("у")
                && (!form.endsWith("а") || form.equals("сша"))
                && !form.endsWith("ю");
    }

    /** A noun before a nominative state is its head ("министр США"); a comma, a verb or a conjunction is not. */
    private boolean nounBefore(int before, boolean first) {
        if (first || !tokens.get(before).word()) {
            return false;
        }
        String form = tokens.get(before).form();
        return !(form.equals("что")
                || form.equals("тогда")
                || form.startsWith("котор")
                || form.equals("но")
                || form.equals("а")
                || form.equals("если")
                || form.endsWith("л")
                || form.endsWith("ла")
                || form.equals("где")
                || form.equals("поскольку")
                || form.equals("чтобы")
                || form.equals("как"));
    }

    /** An Arabic verb of feminine subject: ends in ت but not in ات, or begins with ت and is no verbal noun. */
    private static boolean feminineVerb(String form) {
        int n = form.length();
        boolean past = n >= 3 && form.endsWith("ت") && !form.endsWith("ات") && !form.endsWith("وقت");
        boolean present = n >= 4
                && n <= 6
                && form.startsWith("ت")
                && form.charAt(3 < n ? 3 : 0) != 'ي'
                && !form.startsWith("تح")
                && !form.endsWith("ه");
        return past || present;
    }
}
