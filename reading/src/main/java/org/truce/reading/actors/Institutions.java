package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Entry;
import org.truce.reading.lexicon.Language;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.text.Lang;

/**
 * The bodies and offices that every state has: heads of {@code LANG/institutions.txt}, each with its state in every way
 * of the section {@code combine}. Compiled once a language; thread-safe.
 */
final class Institutions {
    /** Names of states with their English adjectives, and the rules by which bodies are called. */
    private static final Map<String, String> NAMES = new HashMap<>();

    private static final Map<String, String> STATES = new HashMap<>();
    private static final Map<Lang, Lexicon> COMPILED = new ConcurrentHashMap<>();

    static {
        for (Entry e : Lexicon.load(Language.class, "/org/truce/reading/institutions.txt")
                .entries()) {
            NAMES.put(e.pattern(), e.value());
        }
        for (Entry e :
                Lexicon.load(Language.class, "/org/truce/reading/states.txt").entries()) {
            STATES.put(e.pattern(), e.value());
        }
    }

    private Institutions() {}

    /** The heads of a language with {@code {n}}, {@code {a}}, {@code {c}} where a state stands. */
    static synchronized Lexicon of(Lang lang) {
        return COMPILED.computeIfAbsent(lang, Institutions::compile);
    }

    private static Lexicon compile(Lang lang) {
        List<Entry> heads = Language.of(lang, "institutions").entries();
        List<String> ways = new ArrayList<>();
        List<Entry> out = new ArrayList<>();
        for (Entry e : heads) {
            if (e.section().equals("combine")) {
                ways.add(e.pattern());
            } else if (e.section().equals("role-alone")) {
                out.add(new Entry("role", e.pattern(), e.value()));
            } else {
                boolean alone = e.pattern().startsWith("+");
                String head = alone ? e.pattern().substring(1) : e.pattern();
                if (alone) {
                    out.add(new Entry(e.section(), head, ""));
                }
                ways.forEach(w -> out.add(new Entry(e.section(), w.replace("{h}", head), slot(w) + e.value())));
            }
        }
        return Lexicon.of(out);
    }

    private static String slot(String way) {
        int at = way.indexOf('{', way.startsWith("{h}") ? 1 : 0);
        return way.substring(at, at + 3);
    }

    /** How a kind of body is called, with {@code {A}} and {@code {N}}; null for a kind that has no name. */
    static @Nullable String name(String kind) {
        return NAMES.get(kind);
    }

    /** The English adjective of a state of the world; null for one that is not listed. */
    static @Nullable String adjective(String state) {
        String value = STATES.get(state);
        return value == null ? null : value.startsWith("the ") ? value.substring(4) : value;
    }

    /** The article of a state's English name, mostly empty. */
    static String article(String state) {
        return STATES.getOrDefault(state, "").startsWith("the ") ? "the " : "";
    }
}
