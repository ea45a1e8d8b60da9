package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Entry;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Actor;
import org.truce.reading.theatre.Office;
import org.truce.reading.theatre.Place;
import org.truce.reading.theatre.Theatre;

/**
 * The names of a theatre's actors as a lexicon of one language, and the words for states, from which the bodies of
 * every state follow ({@link Institutions}). Immutable; thread-safe.
 */
public final class ActorIndex {
    private final Lang lang;
    private final Lexicon lexicon;
    private final Lexicon states;
    private final Lexicon places;
    private final Map<String, Actor> byName = new HashMap<>();
    private final List<Actor> actors;

    private ActorIndex(Theatre theatre, Lang lang) {
        this.lang = lang;
        actors = theatre.actors();
        List<Entry> entries = new ArrayList<>();
        List<Entry> words = new ArrayList<>();
        for (Actor actor : actors) {
            byName.put(actor.name(), actor);
            List<String> names = actor.names().getOrDefault(lang.code(), List.of());
            List<String> capitals = actor.capitals().getOrDefault(lang.code(), List.of());
            if (actor.state()) {
                names.forEach(n -> words.add(new Entry("name", n, actor.name())));
                capitals.forEach(c -> words.add(new Entry("capital", c, actor.name())));
                actor.adjectives()
                        .getOrDefault(lang.code(), List.of())
                        .forEach(a -> words.add(new Entry("adjective", a, actor.name())));
            } else {
                names.forEach(n -> entries.add(entry(actor, actor.person() ? Spellings.of(n, lang) : n)));
                capitals.forEach(c -> entries.add(new Entry("seat", c, actor.name())));
            }
        }
        words.addAll(Language.of(lang, "states").entries());
        lexicon = Lexicon.of(entries);
        states = Lexicon.of(words);
        places = Lexicon.of(places(theatre, lang));
    }

    private static List<Entry> places(Theatre theatre, Lang lang) {
        List<Entry> out = new ArrayList<>();
        for (Place place : theatre.places()) {
            for (String name : place.names().getOrDefault(lang.code(), List.of())) {
                List<String> words = new ArrayList<>();
                Tokenizer.of(name).stream().filter(Token::word).forEach(t -> words.add(stem(t.form(), lang)));
                if (!words.isEmpty()) {
                    out.add(new Entry("place", String.join(" ", words), place.id()));
                }
            }
        }
        return out;
    }

    /** A Russian word without its last vowel, with what declines. */
    private static String stem(String form, Lang lang) {
        int n = form.length();
        boolean vowel = n > 3 && "аеиоуыьэюяй".indexOf(form.charAt(n - 1)) >= 0;
        return lang == Lang.RUSSIAN ? (vowel ? form.substring(0, n - 1) : form) + "~" : form;
    }

    /** The theatre's places, which are no persons. */
    Lexicon places() {
        return places;
    }

    /** Whether a word is a capital. */
    boolean capitalAt(Token token) {
        return states.find(List.of(token)).stream().anyMatch(h -> h.section().equals("capital"));
    }

    private static Entry entry(Actor actor, String name) {
        return switch (name.charAt(0)) {
            case '=' -> new Entry("family", name.substring(1), actor.name());
            case '?' -> new Entry("bare", name.substring(1), actor.name());
            case '+' -> new Entry("again", name.substring(1), actor.name());
            default -> new Entry(actor.kind(), name, actor.name());
        };
    }

    /** The actor that a whole text names, such as a credit, or null. */
    public @Nullable ActorMention exactly(String text) {
        List<Token> tokens = Tokenizer.of(text);
        for (Hit hit : find(tokens, h -> true)) {
            int bar = hit.value().indexOf('|');
            if (hit.from() == 0 && hit.to() == tokens.size() && bar != 0) {
                String of = bar < 0 ? "" : hit.value().substring(0, bar);
                String name = bar < 0 ? hit.value() : institution(of, hit.section());
                if (name != null && !name.isEmpty()) {
                    return new ActorMention(0, hit.to(), 0, text.length(), name, hit.section(), of, true, "credit");
                }
            }
        }
        return null;
    }

    /** The index of a theatre's actors in a language. Cost: the number of names. */
    public static ActorIndex of(Theatre theatre, Lang lang) {
        return new ActorIndex(theatre, lang);
    }

    /**
     * Everything that may name an actor, by place and then the longest first. The value of a body is its state, a bar
     * and what follows; of a state {@code state} or {@code capital} the state, in a section that begins with {@code
     * foreign-} if the theatre does not list it.
     */
    List<Hit> find(List<Token> tokens, Predicate<Hit> fits) {
        List<Hit> out = new ArrayList<>(lexicon.find(tokens));
        StateWords words = new StateWords(tokens, states, fits);
        for (int i = 0; i < words.tokens().size(); i++) {
            for (Map.Entry<String, String> one : words.at(i).entrySet()) {
                if (!one.getKey().equals("{a}")) {
                    String section = one.getKey().equals("{c}") ? "capital" : "state";
                    String listed = byName.containsKey(one.getValue()) ? section : "foreign-" + section;
                    int skip = skip(words.tokens().get(i), one.getKey());
                    Entry entry = new Entry(listed, one.getKey(), one.getValue());
                    out.add(new Hit(entry, words.origin(i), words.origin(i + 1), skip));
                }
            }
        }
        for (Hit hit : Institutions.of(lang).find(words.tokens())) {
            String value = hit.value();
            if (value.startsWith("{")) {
                String state = words.state(hit.from(), hit.to(), value.substring(0, 3));
                value = state + "|" + value.substring(3);
            }
            Entry entry = new Entry(hit.section(), hit.entry().pattern(), value);
            out.add(new Hit(entry, words.origin(hit.from()), words.origin(hit.to()), hit.skip()));
        }
        out.sort(Comparator.comparingInt(Hit::from).thenComparingInt(h -> -h.to()));
        return out;
    }

    private static int skip(Token token, String slot) {
        for (Token.Form form : token.readings()) {
            if (form.text().equals(slot)) {
                return form.skip();
            }
        }
        return 0;
    }

    /** The actor of a normalised name, or null. */
    public @Nullable Actor actor(String name) {
        return byName.get(name);
    }

    /** The normalised name of a state's institution; null for a kind that has none. */
    public @Nullable String institution(String state, String kind) {
        String rule = Institutions.name(kind);
        if (rule == null) {
            return null;
        }
        Actor actor = byName.get(state);
        String own = actor == null ? null : actor.institutions().get(kind);
        if (own != null) {
            return own;
        }
        String adjective = actor == null ? Institutions.adjective(state) : actor.adjective();
        String article = actor == null ? Institutions.article(state) : actor.article();
        return rule.replace("{A}", adjective == null ? state : adjective).replace("{N}", article + state);
    }

    /** Who held an office of a state on an ISO date (empty: holds it last), or null. */
    public @Nullable Actor holder(String state, String office, String date) {
        for (Actor actor : actors) {
            for (Office o : actor.offices()) {
                if (o.of().equals(state) && fits(o.office(), office) && o.heldOn(date)) {
                    return actor;
                }
            }
        }
        return null;
    }

    private static boolean fits(String held, String asked) {
        return held.equals(asked)
                || (asked.equals("leader") && (held.equals("president") || held.equals("prime minister")))
                || (asked.equals("minister") && held.equals("foreign minister"));
    }

    /** The title under which a person is printed on an ISO date; empty if none is known. */
    public String title(String name, String date) {
        Actor actor = byName.get(name);
        if (actor == null) {
            return "";
        }
        for (Office o : actor.offices()) {
            if (o.heldOn(date)) {
                return o.title();
            }
        }
        return actor.offices().isEmpty() ? "" : actor.offices().getFirst().title();
    }
}
