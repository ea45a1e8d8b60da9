package org.truce.reading.dates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * Dates in figures alone: 28.09.2021, 28.09.21, 28/09/2021, 28-09-2021, 2021-09-28, 2021/9/28, and 9/28/2021 in an
 * English text. Where an English text shows by one date that the month stands first, it does so in all of them.
 */
final class Numeric {
    private final DateWords words;
    private final List<Token> tokens;
    private final boolean monthFirst;

    Numeric(DateWords words) {
        this.words = words;
        this.tokens = words.tokens;
        this.monthFirst = words.lang == Lang.ENGLISH && showsMonthFirst();
    }

    private boolean showsMonthFirst() {
        boolean shown = false;
        for (int i = 0; i + 4 < tokens.size(); i++) {
            if (separated(i, '/') && tokens.get(i + 4).form().length() == 4) {
                int a = DateWords.number(tokens.get(i).form());
                int b = DateWords.number(tokens.get(i + 2).form());
                if (a > 12 && a <= 31) {
                    return false;
                }
                shown |= b > 12 && b <= 31 && a <= 12;
            }
        }
        return shown;
    }

    private boolean separated(int i, char mark) {
        return i + 4 < tokens.size()
                && tokens.get(i).number()
                && tokens.get(i + 1).is(mark)
                && tokens.get(i + 2).number()
                && tokens.get(i + 3).is(mark)
                && tokens.get(i + 4).number()
                && words.here(i + 4);
    }

    @Nullable
    DateExpression at(int i) {
        String form = tokens.get(i).form();
        if (i > 0 && words.adjacent(i) && tokens.get(i - 1).isAny("/-.:№#")) {
            return null;
        }
        int first = form.indexOf('.');
        int second = first < 0 ? -1 : form.indexOf('.', first + 1);
        if (second > 0 && form.indexOf('.', second + 1) < 0) {
            return dotted(i, form.substring(0, first), form.substring(first + 1, second), form.substring(second + 1));
        }
        if (form.length() > 4 || !(separated(i, '/') || separated(i, '-') || separated(i, '.'))) {
            return null;
        }
        String b = tokens.get(i + 2).form();
        String c = tokens.get(i + 4).form();
        int year = form.length() == 4 ? DateWords.number(form) : c.length() == 4 ? DateWords.number(c) : 0;
        if (year == 0 || (tokens.get(i + 1).is('-') && words.mark(i + 5, "-") && words.adjacent(i + 5))) {
            return null;
        }
        int middle = DateWords.number(b);
        int day = DateWords.number(form.length() == 4 ? c : form);
        boolean swap = form.length() != 4 && words.lang == Lang.ENGLISH && (monthFirst || middle > 12);
        return swap ? ymd(i, i + 5, year, day, middle) : ymd(i, i + 5, year, middle, day);
    }

    private static @Nullable DateExpression dotted(int i, String a, String b, String c) {
        if (a.length() == 4) {
            return ymd(i, i + 1, DateWords.number(a), DateWords.number(b), DateWords.number(c));
        }
        if (c.length() == 2 && a.length() == 2 && b.length() == 2) {
            int year = DateWords.number(c);
            return ymd(i, i + 1, year + (year < 70 ? 2000 : 1900), DateWords.number(b), DateWords.number(a));
        }
        return c.length() == 4 ? ymd(i, i + 1, DateWords.number(c), DateWords.number(b), DateWords.number(a)) : null;
    }

    private static @Nullable DateExpression ymd(int from, int to, int year, int month, int day) {
        boolean sound = year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return sound ? DateExpression.calendar(from, to, year, month, day, "date.figures") : null;
    }
}
