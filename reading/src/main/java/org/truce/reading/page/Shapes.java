package org.truce.reading.page;

import java.util.List;
import java.util.function.IntPredicate;
import org.truce.reading.text.Line;
import org.truce.reading.text.Token;

/** What a line of a page looks like: its words, its end, its days and times. Pure functions; the cost is its length. */
final class Shapes {
    private final List<Token> tokens;
    private final IntPredicate dated;

    Shapes(List<Token> tokens, IntPredicate dated) {
        this.tokens = tokens;
        this.dated = dated;
    }

    int words(Line line) {
        int n = 0;
        for (int t = line.from(); t < line.to(); t++) {
            n += tokens.get(t).word() && !dated.test(t) ? 1 : 0;
        }
        return n;
    }

    /** Whether a line ends as a sentence does; a name in quotation marks does not. */
    boolean stops(Line line) {
        Token last = tokens.get(line.to() - 1);
        if (last.isAny(".!?؟…;؛")) {
            return true;
        }
        return last.isAny("»”\"“›")
                && (line.length() > 12
                        || (line.length() > 1 && tokens.get(line.to() - 2).isAny(".!?؟…")));
    }

    boolean hasDate(Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            if (dated.test(t)) {
                return true;
            }
        }
        return false;
    }

    boolean hasYear(Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            String form = tokens.get(t).form();
            if (tokens.get(t).number() && form.length() == 4 && (form.startsWith("19") || form.startsWith("20"))) {
                return true;
            }
        }
        return false;
    }

    boolean hasNumber(Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            if (tokens.get(t).number()) {
                return true;
            }
        }
        return false;
    }

    boolean clock(Line line) {
        for (int t = line.from() + 1; t < line.to() - 1; t++) {
            if (tokens.get(t).is(':')
                    && tokens.get(t - 1).number()
                    && tokens.get(t + 1).number()) {
                return true;
            }
        }
        return false;
    }

    boolean separated(Line line) {
        for (int t = line.from(); t < line.to(); t++) {
            if (tokens.get(t).isAny("|—–-,،.") && !dated.test(t)) {
                return true;
            }
        }
        return false;
    }

    /** "Baku, 5 May 2021": a city and a day, and nothing else. */
    boolean dateline(Line line) {
        return hasYear(line) && hasDate(line) && words(line) <= 2 && line.length() <= 8;
    }

    /** "THE NORTHERN LEDGER, Wednesday, April 6, 2022 — page 3": a name before a day with its year. */
    boolean edition(Line line, boolean outlet) {
        int comma = line.from();
        while (comma < line.to() && !tokens.get(comma).isAny(",|—–")) {
            comma++;
        }
        return hasYear(line)
                && hasDate(line)
                && comma < line.to() - 1
                && comma - line.from() <= 5
                && (dated.test(comma + 1) || outlet);
    }
}
