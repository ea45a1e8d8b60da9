package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.truce.reading.theatre.Theatre;

/**
 * The names of a theatre's actors as a lexicon of one language: its own list, and for each state its ministries and
 * forces by the templates of {@code LANG/institutions.txt}. Immutable; thread-safe.
 */
public final class ActorIndex {
    private static final class Holder {
        static final Map<String, String> NAMES = new HashMap<>();

        static {
            for (Entry e : Lexicon.load(Language.class, "/org/truce/reading/institutions.txt")
                    .entries()) {
                NAMES.put(e.pattern(), e.value());
            }
        }
    }

    private final Lexicon lexicon;
    private final Map<String, Actor> byName = new HashMap<>();
    private final List<Actor> actors;

    private ActorIndex(Theatre theatre, Lang lang) {
        actors = theatre.actors();
        List<Entry> entries = new ArrayList<>();
        for (Actor actor : actors) {
            byName.put(actor.name(), actor);
            for (String name : actor.names().getOrDefault(lang.code(), List.of())) {
                entries.add(entry(actor, name));
            }
            if (actor.state()) {
                state(actor, lang, entries);
            } else {
                actor.capitals()
                        .getOrDefault(lang.code(), List.of())
                        .forEach(c -> entries.add(new Entry("seat", c, actor.name())));
            }
        }
        for (Entry template : Language.of(lang, "institutions").entries()) {
            if (template.pattern().indexOf('{') < 0 && template.value().isEmpty()) {
                entries.add(template);
            }
        }
        lexicon = Lexicon.of(entries);
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
        for (Hit hit : lexicon.find(tokens)) {
            int bar = hit.value().indexOf('|');
            if (hit.from() == 0 && hit.to() == tokens.size() && bar != 0) {
                String of = bar < 0 ? "" : hit.value().substring(0, bar);
                String name = bar < 0 ? hit.value() : institution(of, hit.section());
                if (name != null && !name.isEmpty()) {
                    return new ActorMention(0, hit.to(), 0, text.length(), name, hit.section(), of, true);
                }
            }
        }
        return null;
    }

    /** The index of a theatre's actors in a language. Cost: states times templates. */
    public static ActorIndex of(Theatre theatre, Lang lang) {
        return new ActorIndex(theatre, lang);
    }

    private static void state(Actor state, Lang lang, List<Entry> entries) {
        List<String> names = state.names().getOrDefault(lang.code(), List.of());
        List<String> adjectives = state.adjectives().getOrDefault(lang.code(), List.of());
        List<String> capitals = state.capitals().getOrDefault(lang.code(), List.of());
        capitals.forEach(c -> entries.add(new Entry("capital", c, state.name())));
        for (Entry template : Language.of(lang, "institutions").entries()) {
            String value = state.name() + "|" + template.value();
            for (String pattern : filled(template.pattern(), names, adjectives, capitals)) {
                entries.add(new Entry(template.section(), pattern, value));
            }
        }
    }

    private static List<String> filled(
            String template, List<String> names, List<String> adjectives, List<String> capitals) {
        List<String> out = new ArrayList<>();
        if (template.contains("{n}")) {
            names.forEach(n -> out.add(template.replace("{n}", n)));
        } else if (template.contains("{a}")) {
            adjectives.forEach(a -> out.add(template.replace("{a}", a)));
        } else if (template.contains("{c}")) {
            capitals.forEach(c -> out.add(template.replace("{c}", c)));
        }
        return out;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    /** The actor of a normalised name, or null. */
    public @Nullable Actor actor(String name) {
        return byName.get(name);
    }

    /** The normalised name of a state's institution; null for a kind that has none. */
    @Nullable
    String institution(String state, String kind) {
        Actor actor = byName.get(state);
        String rule = Holder.NAMES.get(kind);
        if (actor == null || rule == null) {
            return null;
        }
        String own = actor.institutions().get(kind);
        return own != null
                ? own
                : rule.replace("{A}", actor.adjective()).replace("{N}", actor.article() + actor.name());
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
