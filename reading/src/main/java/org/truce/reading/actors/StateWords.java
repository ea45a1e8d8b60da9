package org.truce.reading.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Lexicon;
import org.truce.reading.text.Token;
import org.truce.reading.text.Token.Form;

/**
 * A text in which the words for one state count as one word, known also by its slot: {@code {n}} for a name, {@code
 * {a}} for an adjective, {@code {c}} for a capital. So one list of offices serves every state. Cost: one pass.
 */
final class StateWords {
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> origin = new ArrayList<>();
    private final List<Map<String, String>> states = new ArrayList<>();

    /** Reads the words that {@code states} knows; {@code fits} says whether a hit may be one where it stands. */
    StateWords(List<Token> text, Lexicon lexicon, Predicate<Hit> fits) {
        List<Hit> hits = lexicon.find(text);
        int h = 0;
        for (int i = 0; i < text.size(); ) {
            while (h < hits.size() && hits.get(h).from() < i) {
                h++;
            }
            int longest = 0;
            List<Hit> here = new ArrayList<>(2);
            for (int k = h; k < hits.size() && hits.get(k).from() == i; k++) {
                Hit hit = hits.get(k);
                if (hit.length() >= longest && fits.test(hit)) {
                    longest = hit.length();
                    here.add(hit);
                }
            }
            add(text, i, longest, here);
            i += Math.max(1, longest);
        }
        origin.add(text.size());
    }

    private void add(List<Token> text, int at, int length, List<Hit> hits) {
        Token token = text.get(at);
        origin.add(at);
        if (hits.isEmpty()) {
            tokens.add(token);
            states.add(Map.of());
            return;
        }
        Map<String, String> known = new HashMap<>();
        List<Form> readings = new ArrayList<>(length == 1 ? token.readings() : List.of());
        for (Hit hit : hits) {
            String slot = "{" + hit.section().charAt(0) + "}";
            if (known.putIfAbsent(slot, hit.value()) == null) {
                readings.add(new Form(slot, hit.skip()));
            }
        }
        Token last = text.get(at + length - 1);
        tokens.add(new Token(
                token.start(), last.end(), Token.Kind.WORD, token.form(), List.copyOf(readings), token.startsLine()));
        states.add(known);
    }

    List<Token> tokens() {
        return tokens;
    }

    /** The index in the text of one of {@link #tokens}; of the last one's successor, the length of the text. */
    int origin(int index) {
        return origin.get(index);
    }

    /** The state that fills a slot within tokens {@code [from, to)}, or null. */
    @Nullable
    String state(int from, int to, String slot) {
        for (int i = from; i < to; i++) {
            String state = states.get(i).get(slot);
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    /** The states by slot at a token. */
    Map<String, String> at(int index) {
        return states.get(index);
    }
}
