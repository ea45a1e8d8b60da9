package org.truce.reading.dates;

import static org.truce.reading.dates.DateWords.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateExpression.Kind;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;

/**
 * Finds dates as they are written: one grammar of day, month and year over the words of {@code LANG/dates.txt}, with
 * lists and ranges of days ("3–5 September", "с 3 по 5 сентября"). One pass; one instance reads one text.
 */
final class DateFinder {
    private static final int MOST_DAYS = 8;
    private static final List<String> RELATIVE = List.of("anchored", "relative", "period", "today");

    private final DateWords words;
    private final List<Token> tokens;
    private final Lang lang;
    private final Numeric numeric;

    private DateFinder(DateWords words) {
        this.words = words;
        this.tokens = words.tokens;
        this.lang = words.lang;
        this.numeric = new Numeric(words);
    }

    /** Every date expression, in order, none overlapping. */
    static List<DateExpression> find(DateWords words) {
        DateFinder finder = new DateFinder(words);
        List<DateExpression> out = new ArrayList<>();
        int i = 0;
        while (i < words.tokens.size()) {
            List<DateExpression> found = finder.at(i);
            if (found.isEmpty()) {
                i++;
            } else {
                out.addAll(found);
                i = found.getLast().to();
            }
        }
        return new Joining(words).of(out);
    }

    /** A day as a number or a word, with the index after it. */
    private record Day(int at, int value, int to) {}

    private List<DateExpression> at(int i) {
        Token t = tokens.get(i);
        if (t.number()) {
            DateExpression figures = numeric.at(i);
            if (figures != null) {
                return List.of(figures);
            }
            if (words.year(i) > 0 && words.next(i + 1, "year") != null) {
                int to = afterYear(i + 1);
                return List.of(DateExpression.calendar(i, to, words.year(i), 0, 0, "date.year"));
            }
        }
        Day day = day(i);
        if (day != null) {
            DateExpression hijri = Hijri.at(words, i, day.value());
            if (hijri != null) {
                return List.of(hijri);
            }
            List<DateExpression> found = days(day);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return t.word() || t.number() ? worded(i) : List.of();
    }

    private @Nullable Day day(int i) {
        int day = words.day(i);
        if (day > 0) {
            boolean glued = i > 0 && words.adjacent(i) && tokens.get(i - 1).isAny("№#/:");
            return glued ? null : new Day(i, day, nth(i + 1));
        }
        Hit ordinal = tokens.get(i).word() ? words.hit(i, "ordinal") : null;
        return ordinal == null ? null : new Day(i, value(ordinal), ordinal.to());
    }

    private int nth(int i) {
        boolean dash = words.mark(i, "-") && words.next(i + 1, "nth") != null;
        return dash ? i + 2 : words.skip(i, "nth");
    }

    /** One day or several of one month: "9 November", "3, 4 and 5 September", "с 3 по 5 сентября". */
    private List<DateExpression> days(Day first) {
        List<Day> days = new ArrayList<>();
        Day last = first;
        while (true) {
            DateExpression found = dayMonth(last);
            if (found != null) {
                List<DateExpression> out = new ArrayList<>();
                for (Day d : days) {
                    out.add(found.between(d.at(), d.to()).onDay(d.value()));
                }
                out.add(found);
                return out;
            }
            days.add(last);
            int next = joint(last.to());
            boolean joined = next > last.to() || proclitic(next);
            Day following = joined && words.here(next) ? day(next) : null;
            if (following == null || following.value() <= last.value() || days.size() >= MOST_DAYS) {
                return List.of();
            }
            last = following;
        }
    }

    /** Steps over what joins two days: a dash, "and", "to"; a preposition may stand before the second. */
    private int joint(int i) {
        if (words.mark(i, "–—-,،")) {
            return i + 1;
        }
        Hit joins = words.next(i, "joins");
        return joins == null ? i : joins.to();
    }

    /** Whether "and" is written together with an Arabic day: "بين الأول والخامس من مارس". */
    private boolean proclitic(int i) {
        return lang.family() == Lang.Family.ARABIC
                && words.here(i)
                && tokens.get(i).form().startsWith("و")
                && words.hit(i, "ordinal") != null;
    }

    private @Nullable DateExpression dayMonth(Day day) {
        int i = words.mark(day.to(), "/-") && words.adjacent(day.to() + 1) ? day.to() + 1 : day.to();
        for (int n = 0; n < 2; n++) {
            i = words.skip(i, "of");
        }
        Hit month = words.here(i) ? month(i) : null;
        if (month != null) {
            return afterMonth(day.at(), month, day.value());
        }
        Hit own = words.next(day.to(), "this-month");
        return own == null
                ? null
                : new DateExpression(
                        day.at(), own.to(), Kind.MONTH_DAY, 0, 0, day.value(), value(own), 0, "", "date.day of month");
    }

    /** A month; in Latin letters only with a capital: "may" and "march" are verbs. */
    private @Nullable Hit month(int i) {
        Hit month = words.hit(i, "month");
        boolean latin = month != null && tokens.get(i).form().charAt(0) < 0x0250;
        return latin && words.capitals() && !words.capital(i) ? null : month;
    }

    private DateExpression afterMonth(int from, Hit month, int day) {
        int end = pair(month);
        boolean marked = day > 0 && words.mark(end, "/-") && words.here(end + 1) && words.year(end + 1) > 0;
        int at = marked || words.mark(end, ",،") ? end + 1 : end;
        at = words.mark(at, ".") && words.here(at + 1) && words.year(at + 1) > 0 ? at + 1 : at;
        if (lang != Lang.RUSSIAN) {
            at = words.skip(at, "of");
            at = lang == Lang.ARABIC ? words.skip(at, "in-year") : at;
        }
        int year = words.here(at) ? words.year(at) : 0;
        String rule = day > 0 ? "date.day month" : "date.month";
        if (year > 0) {
            return DateExpression.calendar(from, afterYear(at + 1), year, value(month), day, rule);
        }
        Hit side = lang.family() == Lang.Family.ARABIC ? words.next(end, "weekday-side") : null;
        if (side != null) {
            return new DateExpression(
                    from,
                    side.to(),
                    Kind.CALENDAR,
                    0,
                    value(month),
                    day,
                    DateExpression.NO_SHIFT,
                    value(side),
                    "",
                    rule + " " + (value(side) < 0 ? "last" : "next"));
        }
        Hit last = words.next(end, "last-year");
        int shift = last == null ? DateExpression.NO_SHIFT : value(last);
        int to = last == null ? end : last.to();
        return new DateExpression(from, to, Kind.CALENDAR, 0, value(month), day, shift, 0, "", rule);
    }

    /** Steps over "года", "г." and "م" after a year. */
    private int afterYear(int i) {
        Hit word = words.next(i, "year");
        if (word == null) {
            return i;
        }
        boolean dot = words.mark(word.to(), ".") && tokens.get(i).form().equals("г");
        return dot ? word.to() + 1 : word.to();
    }

    private List<DateExpression> worded(int i) {
        Hit month = month(i);
        if (month != null) {
            return monthFirst(i, month);
        }
        Hit best = null;
        for (String section : RELATIVE) {
            Hit hit = words.hit(i, section);
            best = best == null || (hit != null && hit.length() > best.length()) ? hit : best;
        }
        DateExpression weekday = Weekdays.at(words, i);
        if (weekday != null && (best == null || weekday.to() > best.to())) {
            return List.of(weekday);
        }
        if (best != null && best.section().equals("today") && notToday(best)) {
            return List.of();
        }
        if (best != null) {
            return Relative.of(words, best);
        }
        Hit part = words.hit(i, "part-of");
        int at = part == null ? 0 : words.skip(words.skip(part.to(), "of"), "of");
        Hit vague = part == null || !words.here(at) ? null : month(at);
        if (vague != null) {
            DateExpression found = afterMonth(i, vague, 0);
            return List.of(new DateExpression(
                    i,
                    found.to(),
                    Kind.VAGUE,
                    found.year(),
                    found.month(),
                    0,
                    found.shift(),
                    0,
                    part == null ? "" : part.value(),
                    "date.part of month"));
        }
        return inYear(i);
    }

    /** "For the third day", "the last day": the word for today that is none. */
    private boolean notToday(Hit today) {
        for (int i = Math.max(0, today.from() - 2); i <= today.from(); i++) {
            Hit not = words.hit(i, "not-today");
            if (not != null && not.to() >= today.to()) {
                return true;
            }
        }
        return words.hit(today.to() - 1, "not-today") != null;
    }

    private List<DateExpression> inYear(int i) {
        Hit in = words.hit(i, "in-year");
        int at = in == null ? 0 : in.to();
        if (in == null || !words.here(at) || words.year(at) == 0) {
            return List.of();
        }
        boolean counted = words.here(at + 1)
                && (tokens.get(at + 1).isAny("%/")
                        || (words.adjacent(at + 1) && !tokens.get(at + 1).isAny(",.،;:)»”\"!?؟؛–—-")));
        boolean noun = !in.value().equals("weak")
                || !words.here(at + 1)
                || tokens.get(at + 1).kind() == Token.Kind.MARK
                || words.next(at + 1, "after-year") != null;
        boolean said = lang != Lang.RUSSIAN || words.next(at + 1, "year") != null;
        return counted || !said || !noun ? List.of() : years(at);
    }

    /** A year, and in Arabic those joined to it: "بين عامي 1992 و1994". */
    private List<DateExpression> years(int first) {
        List<DateExpression> out = new ArrayList<>();
        int at = first;
        while (out.size() < MOST_DAYS && words.here(at) && words.year(at) > 0) {
            int to = afterYear(at + 1);
            out.add(DateExpression.calendar(at, to, words.year(at), 0, 0, "date.year"));
            int next = lang.family() == Lang.Family.ARABIC ? joint(to) : to;
            at = next > to ? next : tokens.size();
        }
        return out;
    }

    private List<DateExpression> monthFirst(int i, Hit month) {
        int at = pair(month);
        at = words.mark(at, ".") ? at + 1 : at;
        boolean latin = tokens.get(i).form().charAt(0) < 0x0250;
        if (words.here(at) && latin && words.capitals() && words.day(at) > 0 && !counts(at)) {
            return monthDays(i, at, value(month));
        }
        DateExpression found = afterMonth(i, month, 0);
        boolean said = found.year() > 0 || found.shift() != DateExpression.NO_SHIFT || found.side() != 0;
        return said || inMonth(i) ? List.of(found) : List.of();
    }

    /** "May 15 people" is no date: a lower-case word right after, that is no preposition, counts things. */
    private boolean counts(int at) {
        return words.mark(at + 1, "%")
                || (words.here(at + 1) && tokens.get(at + 1).is('.') && words.adjacent(at + 2));
    }

    /** "September 3", "September 3–5", "Nov. 9 and 10, 2020". */
    private List<DateExpression> monthDays(int from, int firstDay, int month) {
        List<Day> days = new ArrayList<>();
        days.add(new Day(from, words.day(firstDay), nth(firstDay + 1)));
        while (days.size() < MOST_DAYS) {
            Day last = days.getLast();
            int next = words.mark(last.to(), ",") ? last.to() : joint(last.to());
            boolean more = next > last.to() && words.here(next) && words.day(next) > last.value();
            int to = more ? nth(next + 1) : next;
            boolean ends = more && (!words.here(to) || month(to) == null) && !words.mark(to, "/:");
            if (!ends
                    || (words.here(to)
                            && tokens.get(to).word()
                            && !Set.of("in", "at", "on").contains(tokens.get(to).form())
                            && !tokens.get(next - 1).isAny("–—-"))) {
                break;
            }
            days.add(new Day(next, words.day(next), to));
        }
        int end = days.getLast().to();
        int comma = words.mark(end, ",") ? end + 1 : end;
        int year = words.here(comma) ? words.year(comma) : 0;
        List<DateExpression> out = new ArrayList<>();
        for (int n = 0; n < days.size(); n++) {
            Day d = days.get(n);
            boolean last = n == days.size() - 1;
            out.add(DateExpression.calendar(
                    d.at(), last && year > 0 ? comma + 1 : d.to(), year, month, d.value(), "date.month day"));
        }
        return out;
    }

    /** "In September", «в сентябре», "في سبتمبر", "between May and July": a month on its own, said as a time. */
    private boolean inMonth(int i) {
        if (i == 0 || tokens.get(i).startsLine()) {
            return false;
        }
        Hit before = words.hit(i - 1, "in-month");
        return before != null && before.to() == i;
    }

    /** Steps over the same month in its other name: "نوفمبر/تشرين الثاني", "أيلول (سبتمبر)". */
    private int pair(Hit month) {
        int i = month.to();
        if (!words.mark(i, "/(-")) {
            Hit same = lang.family() == Lang.Family.ARABIC ? words.next(i, "month") : null;
            return same != null && same.value().equals(month.value()) ? same.to() : i;
        }
        Hit other = words.next(i + 1, "month");
        if (other == null || (!tokens.get(i).is('/') && !other.value().equals(month.value()))) {
            return i;
        }
        boolean bracket = tokens.get(i).is('(') && words.mark(other.to(), ")");
        return bracket ? other.to() + 1 : other.to();
    }
}
