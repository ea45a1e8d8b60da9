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
            "dates",
            "places",
            "institutions",
            "states",
            "persons",
            "quantities",
            "speech",
            "concepts",
            "events",
            "status",
            "claims");

    private static final Map<Lang, Map<String, Lexicon>> LOADED = new ConcurrentHashMap<>();

    private Language() {}

    /** The lexicon in file {@code LANG/NAME.txt}. */
    public static Lexicon of(Lang lang, String name) {
        return LOADED.computeIfAbsent(lang, Language::together)
                .computeIfAbsent(name, n -> Lexicon.load(Language.class, file(lang, n)));
    }

    private static String file(Lang lang, String name) {
        return "/org/truce/reading/" + lang.code() + "/" + name + ".txt";
    }

    /** Those of the usual names that the language has. */
    private static Map<String, Lexicon> together(Lang lang) {
        Literals literals = new Literals();
        Map<String, Lexicon> out = new ConcurrentHashMap<>();
        for (String name : NAMES) {
            if (Language.class.getResource(file(lang, name)) != null) {
                out.put(name, Lexicon.load(literals, Language.class, file(lang, name)));
            }
        }
        return out;
    }
}
