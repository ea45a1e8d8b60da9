package org.truce.reading.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.reading.lexicon.Entry;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Place;
import org.truce.reading.theatre.Theatre;

/** The names of a theatre's places as a lexicon of one language. Immutable; thread-safe. */
public final class PlaceIndex {
    /** Section of Russian adjectives that name a district only with its noun. */
    static final String ADJECTIVE = "adjective";

    static final String NAME = "name";

    private final Lexicon lexicon;
    private final Map<String, Place> byId = new HashMap<>();

    private PlaceIndex(Theatre theatre, Lang lang) {
        List<Entry> entries = new ArrayList<>();
        for (Place place : theatre.places()) {
            byId.put(place.id(), place);
            if (place.type().equals("country")) {
                continue;
            }
            for (String name : place.names().getOrDefault(lang.code(), List.of())) {
                entries.add(entry(place, name, lang));
            }
            if (lang == Lang.ENGLISH) {
                place.names().getOrDefault("az", List.of()).forEach(n -> entries.add(entry(place, n, lang)));
            }
        }
        lexicon = Lexicon.of(entries);
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
            words.add(lang == Lang.RUSSIAN && t.word() ? stem(t.form()) : t.form());
        }
        boolean adjective = place.type().equals("district")
                && lang == Lang.RUSSIAN
                && words.size() == 2
                && words.getLast().startsWith("район");
        return adjective
                ? new Entry(ADJECTIVE, words.getFirst(), place.id())
                : new Entry(NAME, String.join(" ", words), place.id());
    }

    /** A Russian name's stem, with {@code ~} where it declines. */
    static String stem(String word) {
        int n = word.length();
        char last = word.charAt(n - 1);
        if (word.endsWith("ий") || word.endsWith("ый") || word.endsWith("ая") || word.endsWith("ое")) {
            return word.substring(0, n - 2) + "~";
        }
        if (n < 3 || "уоюэ".indexOf(last) >= 0) {
            return word;
        }
        return "аяьйыие".indexOf(last) >= 0 && n > 3 ? word.substring(0, n - 1) + "~" : word + "~";
    }

    Lexicon lexicon() {
        return lexicon;
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
