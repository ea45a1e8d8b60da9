package org.truce.reading.lexicon;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.reading.text.Lang;

/** The packaged lexicons of a language, each read when first asked for and then kept. Thread-safe. */
public final class Language {
    private static final Map<Lang, Map<String, Lexicon>> LOADED = new EnumMap<>(Lang.class);

    static {
        for (Lang lang : Lang.values()) {
            LOADED.put(lang, new ConcurrentHashMap<>());
        }
    }

    private Language() {}

    /** The lexicon in file {@code LANG/NAME.txt}. */
    public static Lexicon of(Lang lang, String name) {
        Map<String, Lexicon> loaded = LOADED.get(lang);
        if (loaded == null) {
            throw new IllegalStateException(lang.code());
        }
        return loaded.computeIfAbsent(
                name, n -> Lexicon.load(Language.class, "/org/truce/reading/" + lang.code() + "/" + n + ".txt"));
    }
}
