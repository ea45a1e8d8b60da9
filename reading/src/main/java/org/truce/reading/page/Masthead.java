package org.truce.reading.page;

import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/**
 * Whether a line on top of a page is the site's own name and the headline comes below it. No single sign decides: words
 * that outlets call themselves, few words, capitals throughout, a longer line below, and the name said again count
 * together. Pure functions; the cost is the length of the page times that of the line.
 */
final class Masthead {
    private static final int LONGEST = 6;

    /** Words that say what kind of outlet it is and are no part of its name when it is in quotation marks. */
    static final Set<String> KINDS = Set.of(
            "портал",
            "портала",
            "сайт",
            "издание",
            "газета",
            "газеты",
            "журнал",
            "журнала",
            "агентство",
            "редакция",
            "интернет",
            "сетевое",
            "portal",
            "site",
            "website",
            "newspaper",
            "magazine",
            "agency",
            "موقع",
            "صحيفه",
            "مجله",
            "جريده",
            "بوابه",
            "وكاله",
            "شبكه");

    private static final int ENOUGH = 3;

    private static final Set<String> BY = Set.of("by", "via", "source", "from", "and", "источник", "и", "المصدر", "عن");

    private Masthead() {}

    /** Whether {@code name} is the masthead above {@code headline}. */
    static boolean over(String text, List<Token> tokens, List<Line> lines, Cues cues, int name, int headline) {
        Line line = lines.get(name);
        int dash = prefix(tokens, line);
        if (dash > line.from() && address(tokens.subList(line.from(), dash))) {
            return true;
        }
        int words = words(tokens, line);
        int below = words(tokens, lines.get(headline));
        boolean plain = words > 0 && words <= LONGEST && below > firstWords(tokens, line) && below >= 3;
        if (!plain || tokens.get(line.to() - 1).isAny(".!?؟…:;؛") || !named(text, tokens, line)) {
            return false;
        }
        boolean outlet = cues.has(name, "outlet");
        if (!outlet && cues.has(headline, "outlet") && below <= LONGEST) {
            return false;
        }
        int signs = outlet ? 2 : 0;
        int first = firstWords(tokens, line);
        signs += first <= 2 ? 2 : first <= 3 ? 1 : 0;
        signs += below >= words + 3 ? 1 : 0;
        signs += capitals(text, tokens, line) && !capitals(text, tokens, lines.get(headline)) ? 1 : 0;
        signs += outlet && tokens.get(line.to() - 1).is(')') ? 2 : 0;
        signs += again(tokens, lines, line) ? 2 : 0;
        return signs >= ENOUGH;
    }

    /** "hill-post.org" and nothing else. */
    static boolean address(List<Token> words) {
        boolean dot = false;
        for (int t = 0; t < words.size(); t++) {
            boolean joined = t == 0 || words.get(t).start() == words.get(t - 1).end();
            if (!joined || words.get(t).isAny("@")) {
                return false;
            }
            dot |= words.get(t).is('.') && t > 0;
        }
        return dot && words.getLast().word();
    }

    /** Whether a line is nothing but names of agencies. */
    static boolean agencies(List<Token> tokens, Line line, List<Hit> agencies, IntPredicate dated) {
        for (int t = line.from(); t < line.to(); t++) {
            int at = t;
            boolean named = agencies.stream().anyMatch(h -> h.from() <= at && at < h.to());
            boolean by = BY.contains(tokens.get(t).form());
            if ((tokens.get(t).word() && !named && !by) || dated.test(t)) {
                return false;
            }
        }
        return !agencies.isEmpty();
    }

    /** How many words stand before a dash or bar that parts the name from a saying. */
    static int firstWords(List<Token> tokens, Line line) {
        int n = 0;
        for (int t = line.from(); t < line.to(); t++) {
            boolean parts = tokens.get(t).isAny("|—–-·:")
                    && t > line.from()
                    && tokens.get(t - 1).end() < tokens.get(t).start();
            if (parts) {
                return n;
            }
            n += tokens.get(t).word() ? 1 : 0;
        }
        return n;
    }

    /** Where the first dash or bar between blanks stands in a line; its beginning if there is none. */
    static int prefix(List<Token> tokens, Line line) {
        for (int t = line.from() + 1; t + 1 < line.to(); t++) {
            if (tokens.get(t).isAny("|—–-·:")
                    && tokens.get(t - 1).end() < tokens.get(t).start()) {
                return t;
            }
        }
        return line.from();
    }

    private static int words(List<Token> tokens, Line line) {
        int n = 0;
        for (int t = line.from(); t < line.to(); t++) {
            n += tokens.get(t).word() ? 1 : 0;
        }
        return n;
    }

    private static boolean named(String text, List<Token> tokens, Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            if (tokens.get(t).number()) {
                return false;
            }
        }
        Token first = tokens.get(line.from());
        return !Character.isLowerCase(text.charAt(first.start()));
    }

    /** Whether every word of more than three letters begins with a capital; never so in a script that has none. */
    private static boolean capitals(String text, List<Token> tokens, Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            Token token = tokens.get(t);
            if (token.word() && token.end() - token.start() > 3 && !Character.isUpperCase(text.charAt(token.start()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean again(List<Token> tokens, List<Line> lines, Line line) {
        int last = lines.getLast().to();
        int length = line.length();
        for (int at = line.to(); length >= 2 && at + length <= last; at++) {
            int same = 0;
            while (same < length
                    && tokens.get(at + same)
                            .form()
                            .equals(tokens.get(line.from() + same).form())) {
                same++;
            }
            if (same == length) {
                return true;
            }
        }
        return false;
    }
}
