package org.truce.reading.lexicon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.reading.text.Lang;

/**
 * The lexicons of a language, each read when first asked for and then kept as long as the program runs. Thread-safe.
 */
public final class Language {
    private static final Map<Lang, Map<String, Lexicon>> LOADED = new ConcurrentHashMap<>();

    private Language() {}

    /**
     * The lexicon in file {@code NAME.txt} of a language's folder. A packaged language has them all; of another one,
     * what its folder lacks is empty, and the reader finds nothing of that kind.
     */
    public static Lexicon of(Lang lang, String name) {
        return LOADED.computeIfAbsent(lang, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(name, file -> Lexicon.of(lang, file + ".txt"));
    }
}
