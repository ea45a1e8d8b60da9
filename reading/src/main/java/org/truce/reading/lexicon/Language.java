package org.truce.reading.lexicon;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.reading.text.Lang;

/**
 * The packaged lexicons of a language, read together when the first is asked for and then kept; one look-up of a word
 * serves them all. Thread-safe.
 */
public final class Language {
    private static final List<String> NAMES = List.of(
            "actors",
            "bulletin",
            "claim-times",
            "claims",
            "clauses",
            "concepts",
            "dates",
            "institutions",
            "parties",
            "places",
            "quantities",
            "speech",
            "states",
            "status");

    private static final Map<Lang, Map<String, Lexicon>> LOADED = new ConcurrentHashMap<>();

    private Language() {}

    /**
     * The lexicon in file {@code NAME.txt} of a language's folder. A packaged language has them all; of another one,
     * what its folder lacks is empty, and the reader finds nothing of that kind.
     */
    public static Lexicon of(Lang lang, String name) {
        Map<String, Lexicon> before = LOADED.get(lang);
        Lexicon known = before == null ? null : before.get(name);
        return known != null ? known : loaded(lang, name);
    }

    private static Lexicon loaded(Lang lang, String name) {
        return LOADED.computeIfAbsent(lang, Language::together)
                .computeIfAbsent(name, n -> Lexicon.of(new Literals(), lang, n + ".txt"));
    }

    /** Those of the usual names; they share their literals. */
    private static Map<String, Lexicon> together(Lang lang) {
        Literals literals = new Literals();
        Map<String, Lexicon> out = new ConcurrentHashMap<>();
        for (String name : NAMES) {
            out.put(name, Lexicon.of(literals, lang, name + ".txt"));
        }
        return out;
    }
}
