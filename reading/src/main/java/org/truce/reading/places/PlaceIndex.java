package org.truce.reading.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Entry;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Place;
import org.truce.reading.theatre.Theatre;

/**
 * The names of a theatre's places as a lexicon of one language, in every script that the theatre writes them in.
 * Immutable; thread-safe.
 */
public final class PlaceIndex {
    /** Section of Russian adjectives that name a district only with its noun. */
    static final String ADJECTIVE = "adjective";

    static final String NAME = "name";

    /** Section of names that the gazetteer itself writes in small letters, such as "line of control". */
    static final String COMMON = "common";

    private static final Set<String> ADJECTIVE_ENDINGS =
            Set.of("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими");

    private static final List<String> SUFFIXES = List.of("ин", "ен", "ян", "ан", "ов", "ев", "н");

    private final Lexicon lexicon;
    private final Map<String, Place> byId = new HashMap<>();
    private final Map<String, Place> adjectives = new HashMap<>();
    private final Variants variants;

    private PlaceIndex(Theatre theatre, Lang lang) {
        List<Entry> entries = new ArrayList<>();
        for (Place place : theatre.places()) {
            byId.put(place.id(), place);
            if (place.type().equals("country")) {
                continue;
            }
            place.names().getOrDefault(lang.code(), List.of()).forEach(name -> entries.add(entry(place, name, lang)));
            for (Map.Entry<String, List<String>> e : place.names().entrySet()) {
                if (!e.getKey().equals(lang.code())) {
                    e.getValue().forEach(name -> entries.add(entry(place, name, lang)));
                }
            }
            if (lang == Lang.RUSSIAN && !place.type().equals("district")) {
                place.names().getOrDefault("ru", List.of()).forEach(name -> adjective(place, name));
            }
        }
        lexicon = Lexicon.of(entries.stream().distinct().toList());
        variants = new Variants(theatre.places());
    }

    /** The index of a theatre's names in a language. Cost: the number of names. */
    public static PlaceIndex of(Theatre theatre, Lang lang) {
        return new PlaceIndex(theatre, lang);
    }

    private static Entry entry(Place place, String name, Lang lang) {
        List<String> words = new ArrayList<>();
        List<Token> tokens = Tokenizer.of(name);
        for (Token t : tokens) {
            if (t.isAny("()")) {
                break;
            }
            if (t.isAny("-–")) {
                words.add("-?");
            } else {
                boolean next = !words.isEmpty() && !words.getLast().equals("-?");
                if (next && t.word()) {
                    words.add("-?");
                }
                words.add(lang == Lang.RUSSIAN && t.word() && cyrillic(t.form()) ? stem(t.form()) : t.form());
            }
        }
        boolean adjective = place.type().equals("district")
                && lang == Lang.RUSSIAN
                && words.size() == 3
                && words.getLast().startsWith("район");
        return adjective
                ? new Entry(ADJECTIVE, words.getFirst(), place.id())
                : new Entry(
                        name.equals(name.toLowerCase(java.util.Locale.ROOT)) ? COMMON : NAME,
                        String.join(" ", words),
                        place.id());
    }

    private static boolean cyrillic(String form) {
        return form.charAt(0) >= 0x0400 && form.charAt(0) < 0x0530;
    }

    /** A Russian name's stem, with {@code ~} where it declines. */
    static String stem(String word) {
        int n = word.length();
        char last = word.charAt(n - 1);
        if (word.endsWith("ий") || word.endsWith("ый") || word.endsWith("ая") || word.endsWith("ое")) {
            return word.substring(0, n - 2) + "~";
        }
        if (n < 3 || "уюэ".indexOf(last) >= 0) {
            return word;
        }
        return "аяоьйыие".indexOf(last) >= 0 && n > 3 ? word.substring(0, n - 1) + "~" : word + "~";
    }

    /** A Russian word without its case ending: the stem that its cases share. */
    static String bare(String word) {
        int n = word.length();
        for (String ending : List.of("ами", "ями", "ах", "ях", "ам", "ям", "ом", "ем", "ой", "ей", "ов")) {
            if (n > ending.length() + 4 && word.endsWith(ending)) {
                return word.substring(0, n - ending.length());
            }
        }
        return n > 4 && "аяоеуюыиьй".indexOf(word.charAt(n - 1)) >= 0 ? word.substring(0, n - 1) : word;
    }

    private void adjective(Place place, String name) {
        List<Token> tokens = Tokenizer.of(name);
        if (tokens.size() == 1 && cyrillic(tokens.getFirst().form())) {
            String form = tokens.getFirst().form();
            adjectives.putIfAbsent(form, place);
            char last = form.charAt(form.length() - 1);
            if (form.length() > 3 && "аяоеуюыиьй".indexOf(last) >= 0) {
                adjectives.putIfAbsent(form.substring(0, form.length() - 1), place);
            }
        }
    }

    /** The place of a Russian adjective: "ходжавендском", "донецкого", "физулинская"; null for any other word. */
    @Nullable
    Place ofAdjective(String form) {
        for (int n = 3; n >= 2; n--) {
            if (form.length() > n + 3 && ADJECTIVE_ENDINGS.contains(form.substring(form.length() - n))) {
                String base = form.substring(0, form.length() - n);
                if (base.endsWith("ск") || base.endsWith("цк")) {
                    return ofBase(base);
                }
            }
        }
        return null;
    }

    private @Nullable Place ofBase(String base) {
        Place whole = adjectives.get(base);
        if (whole != null || base.endsWith("цк")) {
            return whole;
        }
        String root = base.substring(0, base.length() - 2);
        Place place = adjectives.get(root);
        for (int i = 0; place == null && i < SUFFIXES.size(); i++) {
            String suffix = SUFFIXES.get(i);
            place = root.endsWith(suffix) && root.length() > suffix.length() + 2
                    ? adjectives.get(root.substring(0, root.length() - suffix.length()))
                    : null;
        }
        return place;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Variants variants() {
        return variants;
    }

    /** The place of an id; an unknown id is a programmer's error. */
    Place place(String id) {
        Place place = byId.get(id);
        if (place == null) {
            throw new IllegalArgumentException("no place " + id);
        }
        return place;
    }

    /** Whether the theatre has this id. */
    boolean has(String id) {
        return byId.containsKey(id);
    }
}
