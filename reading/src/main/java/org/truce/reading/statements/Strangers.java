package org.truce.reading.statements;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.page.Page;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;

/**
 * Private persons who speak under a name that no list has: "says Susanna, who keeps the shop". They are nobody whom the
 * record knows, as the unnamed are. Pure functions.
 */
final class Strangers {
    /** Words of the longest name. */
    private static final int LONGEST = 3;

    private static final Set<String> NO_NAMES = Set.of(
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "who",
            "but",
            "and",
            "then",
            "one",
            "this",
            "that",
            "there",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");

    private Strangers() {}

    /** The name right after a verb, or "a baker of sixty", which ends at {@code stop}; null if neither stands there. */
    static @Nullable Subject after(Page page, Sentence s, Hit verb, int stop) {
        boolean one = stop > verb.to() + 1
                && Set.of("a", "an", "one", "another")
                        .contains(page.tokens().get(verb.to()).form());
        if (one) {
            return subject(verb.to(), stop);
        }
        int to = verb.to();
        while (to < s.to() && to - verb.to() < LONGEST && name(page, to)) {
            to++;
        }
        boolean ends = to >= s.to() || !page.tokens().get(to).word() || small(page, to);
        return to > verb.to() && ends ? subject(verb.to(), to) : null;
    }

    /** The name right before a verb, where it does not merely begin the sentence; null if none stands there. */
    static @Nullable Subject before(Page page, Sentence s, Hit verb) {
        int from = verb.from();
        while (from > s.from() && verb.from() - from < LONGEST && name(page, from - 1)) {
            from--;
        }
        boolean opens = from == s.from() && verb.from() - from < 2;
        boolean begins = from == s.from() || !page.tokens().get(from - 1).word();
        return from < verb.from() && begins && !opens ? subject(from, verb.from()) : null;
    }

    private static Subject subject(int from, int to) {
        return new Subject(from, to, "", "civilian", true);
    }

    private static boolean small(Page page, int t) {
        return Character.isLowerCase(page.text().charAt(page.tokens().get(t).start()));
    }

    private static boolean name(Page page, int t) {
        Token token = page.tokens().get(t);
        return page.lang() == Lang.ENGLISH
                && token.word()
                && Character.isUpperCase(page.text().charAt(token.start()))
                && token.form().length() > 1
                && !NO_NAMES.contains(token.form());
    }
}
