package org.truce.reading.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.truce.reading.text.Fold;
import org.truce.reading.text.Token;
import org.truce.reading.text.Token.Form;

/**
 * A sequence of words to be found among tokens. Notation, words separated by blanks:
 *
 * <ul>
 *   <li>{@code word}: that word, folded; {@code word*}: any word that begins so; {@code word~}: the stem with at most
 *       four letters of a case ending (Russian, suffixed Arabic);
 *   <li>{@code return/}: every form of an English verb; {@code عاد/يعود}: every form of an Arabic verb, by its perfect
 *       and imperfect, see {@link Paradigm};
 *   <li>{@code a|b}: either; {@code word?}: may be absent; {@code %}: a number;
 *   <li>{@code ..}: up to four tokens of any kind, {@code ..9}: up to nine (never more than twelve).
 * </ul>
 *
 * Brackets and quotation marks in the text are stepped over. A match never crosses a line break or the end of a
 * sentence. Matching costs at most the product of the gaps, which the notation bounds; immutable and thread-safe.
 */
final class Pattern {
    private static final String ENDINGS = "аеёиоуыьэюяйхмгвшщ";
    private static final String STEPPED_OVER = "«»“”\"()„'’‘[]";
    private static final int MOST_GAP = 12;
    /** Up to so many are compared one by one. */
    private static final int FEW = 6;

    private sealed interface Element permits Word, Gap {}

    /** {@code ids}: its alternatives among the lexicon's literals, sorted. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Word(List<Alternative> alternatives, int[] ids, boolean optional) implements Element {
        boolean matches(int[] literals) {
            if (ids.length > FEW) {
                for (int literal : literals) {
                    if (Arrays.binarySearch(ids, literal) >= 0) {
                        return true;
                    }
                }
                return false;
            }
            for (int literal : literals) {
                for (int id : ids) {
                    if (id == literal) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private record Gap(int most) implements Element {}

    private record Alternative(String text, char mode) {
        boolean matches(String form) {
            return switch (mode) {
                case '*' -> form.startsWith(text);
                case '~' -> form.startsWith(text) && ending(form, text.length());
                default -> form.equals(text);
            };
        }
    }

    private final Element[] elements;

    private Pattern(List<Element> elements) {
        this.elements = elements.toArray(Element[]::new);
    }

    /** Reads the notation. Throws IllegalArgumentException with the pattern when it is not in it. */
    static Pattern parse(String notation, Literals literals) {
        List<Element> elements = new ArrayList<>();
        for (String part : words(notation)) {
            if (part.startsWith("..")) {
                int most = part.length() == 2 ? 4 : Integer.parseInt(part.substring(2));
                elements.add(new Gap(Math.min(most, MOST_GAP)));
            } else {
                boolean optional = part.length() > 1 && part.endsWith("?");
                String body = optional ? part.substring(0, part.length() - 1) : part;
                List<Alternative> alternatives = new ArrayList<>();
                for (String one : body.split("\\|", -1)) {
                    for (String form : Paradigm.forms(one)) {
                        alternatives.add(alternative(form));
                    }
                }
                elements.add(new Word(List.copyOf(alternatives), ids(alternatives, literals), optional));
            }
        }
        if (!(elements.getFirst() instanceof Word)) {
            throw new IllegalArgumentException("a pattern must begin with a word: " + notation);
        }
        return new Pattern(elements);
    }

    private static int[] ids(List<Alternative> alternatives, Literals literals) {
        return alternatives.stream()
                .mapToInt(a -> literals.id(a.text(), a.mode()))
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<String> words(String notation) {
        List<String> out = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= notation.length(); i++) {
            boolean gap = i == notation.length() || notation.charAt(i) == ' ' || notation.charAt(i) == '\t';
            if (gap && start >= 0) {
                out.add(notation.substring(start, i));
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
        return out;
    }

    private static Alternative alternative(String one) {
        char last = one.charAt(one.length() - 1);
        if (one.equals("%")) {
            return new Alternative("%", '%');
        }
        if (one.length() > 1 && (last == '*' || last == '~')) {
            return new Alternative(Fold.word(one.substring(0, one.length() - 1)), last);
        }
        return new Alternative(Fold.word(one), '=');
    }

    /** The literals of which a first token must be one. */
    List<Integer> firstLiterals() {
        List<Integer> out = new ArrayList<>();
        for (Element element : elements) {
            if (!(element instanceof Word word)) {
                break;
            }
            for (int id : word.ids()) {
                out.add(id);
            }
            if (!word.optional()) {
                break;
            }
        }
        return out;
    }

    /** How many characters of the first token stand before the match, as a proclitic. */
    int skip(Token first) {
        if (first.readings().size() == 1) {
            return first.readings().getFirst().skip();
        }
        if (elements[0] instanceof Word word) {
            for (Form form : first.readings()) {
                for (Alternative a : word.alternatives()) {
                    if (a.mode() != '%' && a.matches(form.text())) {
                        return form.skip();
                    }
                }
            }
        }
        return 0;
    }

    /** The index after the last token of a match that begins at {@code at}, or -1. */
    int match(Scan tokens, int at) {
        return match(tokens, at, 0, true);
    }

    private int match(Scan tokens, int at, int element, boolean atStart) {
        if (element == elements.length) {
            return at;
        }
        // Not a switch over the types: it is the innermost step, and a cast is several times faster.
        return elements[element] instanceof Word word
                ? word(tokens, at, element, word, atStart)
                : gap(tokens, at, element, ((Gap) elements[element]).most());
    }

    private int word(Scan tokens, int at, int element, Word word, boolean atStart) {
        int here = at;
        if (!atStart) {
            while (here < tokens.size()
                    && here < at + 2
                    && !breaks(tokens.token(here))
                    && tokens.token(here).isAny(STEPPED_OVER)
                    && !word.matches(tokens.literals(here))) {
                here++;
            }
        }
        boolean usable = here < tokens.size() && (atStart || !tokens.token(here).startsLine());
        if (usable && word.matches(tokens.literals(here))) {
            int end = match(tokens, here + 1, element + 1, false);
            if (end >= 0) {
                return end;
            }
        }
        return word.optional() ? match(tokens, at, element + 1, atStart) : -1;
    }

    private int gap(Scan tokens, int at, int element, int most) {
        for (int here = at; here <= at + most && here <= tokens.size(); here++) {
            int end = match(tokens, here, element + 1, false);
            if (end >= 0) {
                return end;
            }
            if (here < tokens.size() && breaks(tokens.token(here))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean breaks(Token token) {
        return token.startsLine() || token.isAny(".!?؟…;؛");
    }

    /** Whether what follows the stem is a case ending. */
    static boolean ending(String form, int from) {
        if (form.length() - from > 4) {
            return false;
        }
        for (int i = from; i < form.length(); i++) {
            char c = form.charAt(i);
            if (c >= 0x0400 && c <= 0x04FF && ENDINGS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
