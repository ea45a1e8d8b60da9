package org.truce.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Place;
import org.truce.reading.theatre.Theatre;

/**
 * Which of several theatres a text is about: the one of whose places the most different ones are named in it, counting
 * only names that no other theatre has; the first of equals. Russian names count with any ending of at most three
 * letters. Immutable and thread-safe; a guess costs one look-up a word and, for Cyrillic, four.
 */
public final class TheatreGuess {
    private static final int LEAST_LETTERS = 4;
    private static final int LONGEST_ENDING = 3;

    private final List<Theatre> theatres;
    private final Map<String, Integer> owner = new HashMap<>();

    private TheatreGuess(List<Theatre> theatres) {
        this.theatres = List.copyOf(theatres);
        for (int i = 0; i < theatres.size(); i++) {
            for (Place place : theatres.get(i).places()) {
                for (List<String> names : place.names().values()) {
                    for (String name : names) {
                        add(i, place, name);
                    }
                }
            }
        }
    }

    /** Among these, of which there must be one. */
    public static TheatreGuess among(List<Theatre> theatres) {
        return new TheatreGuess(theatres);
    }

    private void add(int theatre, Place place, String name) {
        List<Token> tokens = Tokenizer.of(name);
        if (place.type().equals("country") || tokens.isEmpty()) {
            return;
        }
        for (Token t : tokens) {
            boolean generic = tokens.size() > 1
                    && !Character.isUpperCase(name.charAt(t.start()))
                    && t.form().charAt(0) < 0x0600;
            if (t.word() && t.form().length() >= LEAST_LETTERS && !generic) {
                owner.merge(stem(t.form()), theatre, (a, b) -> a.equals(b) ? a : -1);
            }
        }
    }

    private static String stem(String form) {
        char last = form.charAt(form.length() - 1);
        boolean cyrillic = form.charAt(0) >= 0x0400 && form.charAt(0) < 0x0530;
        return cyrillic && form.length() > LEAST_LETTERS && "аяоеуюыиьй".indexOf(last) >= 0
                ? form.substring(0, form.length() - 1)
                : form;
    }

    /** The theatre that a text's words name most. */
    public Theatre of(List<Token> tokens) {
        int[] names = new int[theatres.size()];
        Set<String> seen = new HashSet<>();
        for (Token t : tokens) {
            String found = t.word() && t.form().length() >= LEAST_LETTERS ? known(t) : "";
            if (!found.isEmpty() && seen.add(found)) {
                names[owner.getOrDefault(found, 0)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < names.length; i++) {
            best = names[i] > names[best] ? i : best;
        }
        return theatres.get(best);
    }

    private String known(Token t) {
        for (Token.Form form : t.readings()) {
            if (owner.getOrDefault(form.text(), -1) >= 0) {
                return form.text();
            }
        }
        String form = t.form();
        boolean cyrillic = form.charAt(0) >= 0x0400 && form.charAt(0) < 0x0530;
        for (int n = 1; cyrillic && n <= LONGEST_ENDING && form.length() - n >= LEAST_LETTERS; n++) {
            if (owner.getOrDefault(form.substring(0, form.length() - n), -1) >= 0) {
                return form.substring(0, form.length() - n);
            }
        }
        return "";
    }
}
