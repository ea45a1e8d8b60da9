package org.truce.reading.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * The tokens of a text with the words of {@code LANG/dates.txt} found in them. Names of months and days of the week are
 * known in every language: the head of a page may be in another than its story.
 */
final class DateWords {
    private static final Set<String> FOREIGN = Set.of("month", "weekday");

    final List<Token> tokens;
    final String text;
    final Lang lang;
    private final Map<Integer, List<Hit>> hits = new HashMap<>();

    DateWords(String text, List<Token> tokens, Lang lang) {
        this.text = text;
        this.tokens = tokens;
        this.lang = lang;
        for (Lang one : lang.andPackaged()) {
            for (Hit hit : Language.of(one, "dates").find(tokens)) {
                boolean foreign = one != lang && !(FOREIGN.contains(hit.section()) && script(hit.from(), one));
                if (!foreign) {
                    hits.computeIfAbsent(hit.from(), k -> new ArrayList<>(2)).add(hit);
                }
            }
        }
    }

    /** Whether a word is in the script of a packaged language. */
    private boolean script(int i, Lang one) {
        char c = tokens.get(i).form().charAt(0);
        return one == Lang.RUSSIAN
                ? c >= 0x0400 && c < 0x0530
                : one == Lang.ARABIC ? c >= 0x0600 && c < 0x0700 : c < 0x0250;
    }

    /** Whether months and days of the week in Latin letters count only with a capital, as in English. */
    boolean capitals() {
        return lang.capitalMonths() || lang == Lang.ARABIC || lang == Lang.RUSSIAN;
    }

    /** The longest hit of a section that begins at a token, or null. */
    @Nullable
    Hit hit(int i, String section) {
        for (Hit hit : hits.getOrDefault(i, List.of())) {
            if (hit.section().equals(section)) {
                return hit;
            }
        }
        return null;
    }

    /** Every hit that begins at a token. */
    List<Hit> hits(int i) {
        return hits.getOrDefault(i, List.of());
    }

    /** Whether a token exists and stands on the line of the one before. */
    boolean here(int i) {
        return i < tokens.size() && !tokens.get(i).startsLine();
    }

    /** The hit of a section at a token of the same line, or null. */
    @Nullable
    Hit next(int i, String section) {
        return here(i) ? hit(i, section) : null;
    }

    /** The index after the words of a section at {@code i}, or {@code i} where there are none. */
    int skip(int i, String section) {
        Hit hit = next(i, section);
        return hit == null ? i : hit.to();
    }

    /** Whether the token is one of the marks. */
    boolean mark(int i, String marks) {
        return here(i) && tokens.get(i).isAny(marks);
    }

    /** Whether no blank stands before the token. */
    boolean adjacent(int i) {
        return here(i) && i > 0 && tokens.get(i).start() == tokens.get(i - 1).end();
    }

    boolean capital(int i) {
        return Character.isUpperCase(text.charAt(tokens.get(i).start()));
    }

    /** A year of four digits, 1900–2100, or 0. */
    int year(int i) {
        if (i >= tokens.size()
                || !tokens.get(i).number()
                || tokens.get(i).form().length() != 4) {
            return 0;
        }
        int n = number(tokens.get(i).form());
        return n >= 1900 && n <= 2100 ? n : 0;
    }

    /** A day of a month, or 0. */
    int day(int i) {
        if (i >= tokens.size()
                || !tokens.get(i).number()
                || tokens.get(i).form().length() > 2) {
            return 0;
        }
        int n = number(tokens.get(i).form());
        return n <= 31 ? n : 0;
    }

    /** The value of a hit whose value is a number. */
    static int value(Hit hit) {
        return Integer.parseInt(hit.value());
    }

    /** At most four digits as a number; 0 for anything else. */
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > 4) {
            return 0;
        }
        int n = 0;
        for (int i = 0; i < digits.length(); i++) {
            int d = digits.charAt(i) - '0';
            if (d < 0 || d > 9) {
                return 0;
            }
            n = 10 * n + d;
        }
        return n;
    }
}
