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

    private static final Set<String> SPEECH = Set.of("say", "deny", "accuse", "demand", "urge");

    private final Page page;
    private final List<Token> tokens;
    private final ActorIndex index;
    private final String date;
    private final Map<Integer, Set<String>> cues = new HashMap<>();
    private final List<ActorMention> out = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, ActorMention> lastOfKind = new HashMap<>();
    private final Map<Integer, String> speech = new HashMap<>();
    private boolean capitalWasPlace;
    private int capitalEnd = -9;
    private String lastState = "";

    private Actors(Page page, ActorIndex index, String date) {
        this.page = page;
        this.tokens = page.tokens();
        this.index = index;
        this.date = date;
        for (Hit hit : Language.of(page.lang(), "actors").find(tokens)) {
            cues.computeIfAbsent(hit.from(), k -> new HashSet<>()).add(hit.section());
        }
        Language.of(page.lang(), "speech").find(tokens).stream()
                .filter(h -> SPEECH.contains(h.section()))
                .forEach(h -> speech.putIfAbsent(h.from(), h.section()));
    }

    /** The actors of a page's title, story and captions, in order, none overlapping. */
    public static List<ActorMention> read(Page page, ActorIndex index, String date) {
        Actors actors = new Actors(page, index, date);
        List<Hit> hits = actors.index.find(actors.tokens, actors::stateWord);
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
        List<ActorMention> persons = new Persons(page, index, actors.out).complete();
        return new Bodies(page, index, persons).complete();
    }

    /** Whether words for a state may be meant as such: with a capital letter, and short ones all in capitals. */
    private boolean stateWord(Hit hit) {
        if (page.lang() == Lang.ARABIC) {
            return true;
        }
        Token t = tokens.get(hit.from());
        if (hit.length() == 1 && t.end() - t.start() <= 2) {
            return page.capital(hit.from()) && Character.isUpperCase(page.text().charAt(t.end() - 1));
        }
        boolean adjective = hit.section().equals("adjective") && page.lang() == Lang.RUSSIAN;
        return adjective || page.capital(hit.from());
    }

    private boolean capital(Hit hit) {
        boolean name = hit.section().equals("family")
                || hit.section().equals("person")
                || hit.section().endsWith("capital")
                || hit.section().endsWith("state");
        return page.lang() == Lang.ARABIC || !name || page.capital(hit.from());
    }

    private boolean add(Hit hit) {
        return switch (hit.section()) {
            case "capital" -> governmentOf(hit);
            case "foreign-capital" -> speaks(hit) && governmentOf(hit);
            case "foreign-state" -> speaks(hit) && put(mention(hit, hit.value(), "state", hit.value(), true));
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
            String seat = index.institution(hit.value(), "government");
            out.add(mention(hit, seat == null ? hit.value() : seat, "state", hit.value(), false));
            return true;
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
            case "family" -> !isPlace(hit) && put(mention(hit, name, "person", of, true));
            case "bare" -> put(mention(hit, name, kind, of, false));
            case "seat" -> (speaks(hit) || officesSpeak(hit)) && put(mention(hit, name, kind, of, true));
            default -> !inTitle && before(name) && put(mention(hit, name, kind, of, true));
        };
    }

    /** A family name that is also a place's, after a preposition of place. */
    private boolean isPlace(Hit hit) {
        return page.lang() == Lang.RUSSIAN
                && hit.from() > 0
                && cue(hit.from() - 1, "locative")
                && !index.places().find(tokens.subList(hit.from(), hit.to())).isEmpty();
    }

    /** A body that is named with its state, without it, or by a name of its own. */
    private boolean institution(Hit hit) {
        String section = hit.section();
        String name = hit.value();
        boolean several = hit.entry().pattern().contains("{c}") && coordinatedCapitals(hit);
        if (several || (section.equals("forces") && counted(hit))) {
            return !several;
        }
        Actor actor = index.actor(name);
        if (BY_ITSELF.contains(section) || actor != null) {
            boolean named = !section.equals("organisation") || !attribute(hit);
            return put(mention(hit, name, section, actor == null ? "" : actor.of(), named));
        }
        if (name.isEmpty()) {
            return again(hit);
        }
        String of = name.substring(0, name.indexOf('|'));
        String institution = index.institution(of, section);
        boolean named = !section.equals("delegation");
        return put(mention(hit, institution == null ? of : institution, section, of, named));
    }

    /** "UN General Assembly", "OSCE co-ordinator": an English acronym that only says whose the next word is. */
    private boolean attribute(Hit hit) {
        int next = hit.to();
        boolean acronym = page.lang() == Lang.ENGLISH
                && hit.length() == 1
                && Character.isUpperCase(
                        page.text().charAt(tokens.get(hit.from()).end() - 1));
        return acronym
                && next < tokens.size()
                && tokens.get(next).word()
                && !tokens.get(next).startsLine()
                && (page.capital(next) || cue(next, "title"));
    }

    /** "The ministries in Baku and Yerevan" are no single body. */
    private boolean coordinatedCapitals(Hit hit) {
        if (hit.to() + 1 >= tokens.size()) {
            return false;
        }
        String next = tokens.get(hit.to()).form();
        int other = next.equals("and") || next.equals("и") ? hit.to() + 1 : hit.to();
        boolean and = other > hit.to() || (page.lang() == Lang.ARABIC && next.startsWith("و"));
        return and && index.capitalAt(tokens.get(other));
    }

    /** "Ten Armenian servicemen" are persons, not a force. */
    private boolean counted(Hit hit) {
        int before = hit.from() - 1;
        if (before < 0 || tokens.get(hit.from()).startsLine()) {
            return false;
        }
        return tokens.get(before).number() || cue(before, "number");
    }

    private ActorMention mention(Hit hit, String name, String kind, String of, boolean named) {
        int start = tokens.get(hit.from()).start() + hit.skip();
        return new ActorMention(
                hit.from(), hit.to(), start, tokens.get(hit.to() - 1).end(), name, kind, of, named, rule(hit));
    }

    private static String rule(Hit hit) {
        return hit.entry().id();
    }

    private boolean put(ActorMention mention) {
        before("");
        names.add(mention.name());
        lastOfKind.put(mention.kind(), mention);
        lastState = mention.of().isEmpty() ? lastState : mention.of();
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
        String of = hit.section().endsWith("ministry") ? "" : lastState;
        String name = of.isEmpty() ? null : index.institution(of, hit.section());
        return name != null && put(mention(hit, name, hit.section(), of, true));
    }

    private boolean role(Hit hit) {
        int bar = hit.value().indexOf('|');
        String state = hit.value().substring(0, bar);
        Actor holder = index.holder(state, hit.value().substring(bar + 1), date);
        String body = index.institution(state, body(hit.value().substring(bar + 1)));
        String name = holder != null ? holder.name() : body == null ? "" : body;
        out.add(mention(hit, name, "role", state, false));
        return true;
    }

    /** The body for which an unnamed holder of an office speaks; empty if it is none. */
    private static String body(String office) {
        return switch (office) {
            case "foreign minister", "deputy foreign minister" -> "foreign-ministry";
            case "defence minister" -> "defence-ministry";
            case "interior minister" -> "interior-ministry";
            case "presidential aide", "presidential spokesperson" -> "presidency";
            case "chief of general staff" -> "general-staff";
            case "ambassador" -> "embassy";
            default -> "";
        };
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
        if (before > 0
                && tokens.get(before).form().equals("to")
                && tokens.get(before - 1).form().equals("according")) {
            return false;
        }
        if (tokens.get(hit.from()).startsLine() && hit.to() < tokens.size() && dateline(hit.to())) {
            return true;
        }
        if (officesSpeak(hit)) {
            return false;
        }
        boolean prefixed = page.lang() == Lang.ARABIC
                && hit.skip() > 0
                && tokens.get(hit.from()).form().startsWith("ب");
        boolean and =
                before >= 0 && List.of("and", "и").contains(tokens.get(before).form());
        return prefixed || cue(before, "locative") || (and && cue(before - 2, "locative"));
    }

    /** Russian «в Баку заявили»: a capital where people in office speak, in the plural. */
    private boolean officesSpeak(Hit hit) {
        int before = hit.from() - 1;
        if (page.lang() != Lang.RUSSIAN
                || before < 0
                || !tokens.get(before).form().startsWith("в")) {
            return false;
        }
        for (int i = hit.to(); i < Math.min(tokens.size(), hit.to() + 4); i++) {
            String form = tokens.get(i).form();
            if (tokens.get(i).isAny(".;:") || tokens.get(i).startsLine()) {
                return false;
            }
            if (SPEECH.contains(speech.getOrDefault(i, ""))) {
                return form.endsWith("ли") || form.endsWith("ют") || form.endsWith("ат") || form.endsWith("ят");
            }
        }
        return false;
    }

    /** "Moscow. 5 December", "Baku, March 11": the line begins with where it was written. */
    private boolean dateline(int after) {
        if (!tokens.get(after).isAny(".,(/") || after + 1 >= tokens.size()) {
            return false;
        }
        for (int i = after + 1; i < Math.min(tokens.size(), after + 3); i++) {
            if (tokens.get(i).number()) {
                return true;
            }
        }
        return false;
    }

    private boolean upper(Hit hit) {
        Token t = tokens.get(hit.from());
        String s = page.text().substring(t.start(), t.end());
        return page.lang() != Lang.ARABIC && s.length() > 2 && s.equals(s.toUpperCase(java.util.Locale.ROOT));
    }

    /** Whether a verb of speech stands beside a name: what a town "said" its authorities said. */
    private boolean speaks(Hit hit) {
        if (hit.skip() > 0 || (hit.from() > 0 && cue(hit.from() - 1, "locative"))) {
            return false;
        }
        boolean arabic = page.lang() == Lang.ARABIC;
        int first = arabic ? hit.from() - 1 : hit.to();
        int last = arabic ? hit.from() : Math.min(tokens.size(), hit.to() + 5);
        for (int i = Math.max(0, first); i < last && !tokens.get(i).startsLine(); i++) {
            if (tokens.get(i).isAny(",.;:") || SPEECH.contains(speech.getOrDefault(i, ""))) {
                return SPEECH.contains(speech.getOrDefault(i, ""));
            }
        }
        return false;
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
                !first && hit.skip() == 0 && (feminineVerb(tokens.get(before).form()) || afterThat(before, hit.to()));
        };
    }

    private boolean verbAfter(int i) {
        boolean and = i + 2 < tokens.size()
                && tokens.get(i).form().equals("and")
                && !tokens.get(i).startsLine();
        if (and && (page.capital(i + 1) || tokens.get(i + 1).form().equals("the"))) {
            return true;
        }
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

    /** "أن أذربيجان أطلقت": a nominal clause whose subject is the state. */
    private boolean afterThat(int before, int after) {
        return List.of("ان", "بان", "وان", "وبان", "لكن", "ولكن", "فان")
                        .contains(tokens.get(before).form())
                && after < tokens.size()
                && feminineVerb(tokens.get(after).form());
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
