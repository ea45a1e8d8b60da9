package org.truce.reading.dates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateExpression.Kind;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * Finds dates as they are written: one grammar of day, month and year over the words of {@code LANG/dates.txt}. One
 * pass; one instance reads one text.
 */
public final class DateFinder {
    private final List<Token> tokens;
    private final String text;
    private final Lang lang;
    private final Map<Integer, List<Hit>> hits = new HashMap<>();

    private DateFinder(String text, List<Token> tokens, Lang lang) {
        this.text = text;
        this.tokens = tokens;
        this.lang = lang;
        for (Hit hit : Language.of(lang, "dates").find(tokens)) {
            hits.computeIfAbsent(hit.from(), k -> new ArrayList<>(2)).add(hit);
        }
    }

    /** Every date expression, in order, none overlapping. */
    static List<DateExpression> find(String text, List<Token> tokens, Lang lang) {
        DateFinder finder = new DateFinder(text, tokens, lang);
        List<DateExpression> out = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            DateExpression found = finder.at(i);
            if (found == null) {
                i++;
            } else {
                out.add(found);
                i = found.to();
            }
        }
        return finder.joined(out);
    }

    private @Nullable DateExpression at(int i) {
        Token t = tokens.get(i);
        if (t.number() && lang == Lang.RUSSIAN && year(i) > 0 && here(i + 1) && hit(i + 1, "year") != null) {
            return new DateExpression(i, i + 2, Kind.CALENDAR, year(i), 0, 0, DateExpression.NO_SHIFT);
        }
        if (t.number()) {
            DateExpression numeric = numeric(i);
            if (numeric != null) {
                return numeric;
            }
            int day = smallNumber(t, 31);
            if (day > 0) {
                DateExpression found = dayMonth(i, skip(i + 1, "nth"), day);
                if (found != null) {
                    return found;
                }
            }
        }
        return worded(i);
    }

    private @Nullable DateExpression worded(int i) {
        Hit ordinal = hit(i, "ordinal");
        if (ordinal != null) {
            DateExpression found = dayMonth(i, ordinal.to(), value(ordinal));
            if (found != null) {
                return found;
            }
        }
        Hit month = hit(i, "month");
        if (month != null && (!lang.capitalMonths() || capital(i))) {
            return monthFirst(i, month);
        }
        for (String section : List.of("anchored", "relative", "today")) {
            Hit hit = hit(i, section);
            if (hit != null) {
                Hit also = hit(i, "anchored");
                Hit longer = hit(i, "relative");
                Hit best = also != null && longer != null && longer.length() > also.length() ? longer : hit;
                Kind kind = best.section().equals("anchored")
                        ? Kind.ANCHORED
                        : best.section().equals("relative") ? Kind.RELATIVE : Kind.TODAY;
                return new DateExpression(i, best.to(), kind, 0, 0, 0, value(best));
            }
        }
        Hit part = hit(i, "part-of");
        int at = part == null ? 0 : skip(part.to(), "of");
        Hit vague = part == null || !here(at) ? null : hit(at, "month");
        if (vague != null) {
            DateExpression found = afterMonth(i, vague, 0);
            return new DateExpression(i, found.to(), Kind.VAGUE, found.year(), found.month(), 0, found.shift());
        }
        return weekdayOrYear(i);
    }

    private @Nullable DateExpression weekdayOrYear(int i) {
        Hit weekday = hit(i, "weekday");
        if (weekday != null && (!lang.capitalMonths() || capital(i)) && !environment(i)) {
            return new DateExpression(i, weekday.to(), Kind.WEEKDAY, 0, 0, 0, value(weekday));
        }
        Hit in = hit(i, "in-year");
        if (in != null && in.to() < tokens.size()) {
            int year = year(in.to());
            boolean said = lang != Lang.RUSSIAN || hit(in.to() + 1, "year") != null;
            if (year > 0 && said && !percent(in.to() + 1)) {
                int to = lang == Lang.RUSSIAN ? in.to() + 2 : in.to() + 1;
                return new DateExpression(in.to(), to, Kind.CALENDAR, year, 0, 0, DateExpression.NO_SHIFT);
            }
        }
        return null;
    }

    private boolean percent(int i) {
        return i < tokens.size() && tokens.get(i).isAny("%-/") && !tokens.get(i).startsLine();
    }

    /** Russian "среды" is also "environment": a weekday only after a preposition of time. */
    private boolean environment(int i) {
        return lang == Lang.RUSSIAN
                && tokens.get(i).form().equals("среды")
                && (i == 0
                        || !List.of("до", "с", "вечер", "утро", "утром", "вечером")
                                .contains(tokens.get(i - 1).form()));
    }

    private @Nullable DateExpression dayMonth(int from, int at, int day) {
        int i = at;
        for (int n = 0; n < 2; n++) {
            i = skip(i, "of");
        }
        Hit month = here(i) ? hit(i, "month") : null;
        return month == null ? null : afterMonth(from, month, day);
    }

    private DateExpression afterMonth(int from, Hit month, int day) {
        int end = pair(month.to());
        int at = end;
        if (here(at) && tokens.get(at).isAny(",،")) {
            at++;
        }
        if (lang == Lang.ARABIC) {
            at = skip(at, "of");
            at = here(at) && hit(at, "in-year") != null ? at + 1 : at;
        }
        int year = here(at) ? year(at) : 0;
        if (year > 0) {
            int to = at + 1;
            if (lang == Lang.RUSSIAN && here(to) && hit(to, "year") != null) {
                to++;
                boolean dot = here(to)
                        && tokens.get(to).is('.')
                        && tokens.get(to - 1).form().equals("г");
                to = dot ? to + 1 : to;
            }
            return new DateExpression(from, to, Kind.CALENDAR, year, value(month), day, DateExpression.NO_SHIFT);
        }
        Hit last = here(end) ? hit(end, "last-year") : null;
        int shift = last == null ? DateExpression.NO_SHIFT : value(last);
        int to = last == null ? end : last.to();
        return new DateExpression(from, to, Kind.CALENDAR, 0, value(month), day, shift);
    }

    private @Nullable DateExpression monthFirst(int i, Hit month) {
        int at = pair(month.to());
        if (here(at) && tokens.get(at).is('.')) {
            at++;
        }
        int day = here(at) && lang == Lang.ENGLISH ? smallNumber(tokens.get(at), 31) : 0;
        if (day > 0) {
            int to = skip(at + 1, "nth");
            int comma = here(to) && tokens.get(to).is(',') ? to + 1 : to;
            int year = here(comma) ? year(comma) : 0;
            return new DateExpression(
                    i, year > 0 ? comma + 1 : to, Kind.CALENDAR, year, value(month), day, DateExpression.NO_SHIFT);
        }
        DateExpression found = afterMonth(i, month, 0);
        boolean said = found.year() > 0 || found.shift() != DateExpression.NO_SHIFT;
        return said || inMonth(i) ? found : null;
    }

    /** "In September", «в сентябре», "في سبتمبر": a month on its own, said as a time. */
    private boolean inMonth(int i) {
        return i > 0
                && !tokens.get(i).startsLine()
                && List.of("in", "в", "في", "since", "until")
                        .contains(tokens.get(i - 1).form());
    }

    /** Steps over the same month in its other name: "نوفمبر/تشرين الثاني", "أيلول (سبتمبر)". */
    private int pair(int i) {
        if (!here(i) || !tokens.get(i).isAny("/(")) {
            return i;
        }
        Hit other = hit(i + 1, "month");
        if (other == null) {
            return i;
        }
        boolean bracket = tokens.get(i).is('(')
                && here(other.to())
                && tokens.get(other.to()).is(')');
        return bracket ? other.to() + 1 : other.to();
    }

    private @Nullable DateExpression numeric(int i) {
        String form = tokens.get(i).form();
        String[] dots = form.split("\\.", -1);
        if (dots.length == 3) {
            return ymd(i, i + 1, number(dots[2]), number(dots[1]), number(dots[0]));
        }
        if (i + 4 < tokens.size()
                && tokens.get(i + 2).number()
                && tokens.get(i + 4).number()) {
            boolean dashes = tokens.get(i + 1).is('-') && tokens.get(i + 3).is('-');
            boolean slashes = tokens.get(i + 1).is('/') && tokens.get(i + 3).is('/');
            int a = number(form);
            int b = number(tokens.get(i + 2).form());
            int c = number(tokens.get(i + 4).form());
            if (dashes || slashes) {
                return form.length() == 4 ? ymd(i, i + 5, a, b, c) : ymd(i, i + 5, c, b, a);
            }
        }
        return null;
    }

    private static @Nullable DateExpression ymd(int from, int to, int year, int month, int day) {
        boolean sound = year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return sound ? new DateExpression(from, to, Kind.CALENDAR, year, month, day, DateExpression.NO_SHIFT) : null;
    }

    /** Takes a weekday that stands beside a calendar date, or "today" beside a weekday, for one expression. */
    private List<DateExpression> joined(List<DateExpression> all) {
        List<DateExpression> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            DateExpression one = all.get(i);
            boolean weak = one.kind() == Kind.WEEKDAY || one.kind() == Kind.TODAY;
            DateExpression next = i + 1 < all.size() ? all.get(i + 1) : null;
            boolean beside = next != null && near(one.to(), next.from());
            if (weak && beside && next != null && next.kind() == Kind.CALENDAR && next.day() > 0) {
                continue;
            }
            if (one.kind() == Kind.TODAY && beside && next != null && next.kind() == Kind.WEEKDAY) {
                DateExpression after = i + 2 < all.size() ? all.get(i + 2) : null;
                if (after == null || after.kind() != Kind.CALENDAR || !near(next.to(), after.from())) {
                    out.add(new DateExpression(one.from(), next.to(), Kind.WEEKDAY, 0, 0, 0, next.shift()));
                }
                i++;
                continue;
            }
            DateExpression before = out.isEmpty() ? null : out.getLast();
            if (one.kind() == Kind.WEEKDAY && before != null && before.day() > 0 && near(before.to(), one.from())) {
                continue;
            }
            out.add(one);
        }
        return out;
    }

    private boolean near(int end, int start) {
        return start == end || (start == end + 1 && tokens.get(end).isAny(",،("));
    }

    private @Nullable Hit hit(int i, String section) {
        for (Hit hit : hits.getOrDefault(i, List.of())) {
            if (hit.section().equals(section)) {
                return hit;
            }
        }
        return null;
    }

    private boolean here(int i) {
        return i < tokens.size() && !tokens.get(i).startsLine();
    }

    private int skip(int i, String section) {
        Hit hit = here(i) ? hit(i, section) : null;
        if (hit != null) {
            return hit.to();
        }
        boolean dash = here(i + 1) && section.equals("nth") && tokens.get(i).is('-') && hit(i + 1, section) != null;
        return dash ? i + 2 : i;
    }

    private boolean capital(int i) {
        return Character.isUpperCase(text.charAt(tokens.get(i).start()));
    }

    private int year(int i) {
        Token t = tokens.get(i);
        int n = t.number() && t.form().length() == 4 ? number(t.form()) : 0;
        return n >= 1900 && n <= 2100 ? n : 0;
    }

    private static int smallNumber(Token t, int most) {
        int n = t.number() && t.form().length() <= 2 ? number(t.form()) : 0;
        return n <= most ? n : 0;
    }

    private static int value(Hit hit) {
        return Integer.parseInt(hit.value());
    }

    private static int number(String digits) {
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

    /** The ranges of tokens that are instruments: the words beside which a date is the instrument's own. */
    static boolean instrumentNear(List<Token> tokens, Map<Integer, Boolean> instruments, DateExpression e) {
        for (int i = Math.max(0, e.from() - 4); i < Math.min(tokens.size(), e.to() + 2); i++) {
            if (instruments.containsKey(i)) {
                return true;
            }
        }
        return false;
    }
}
