package org.truce.reading.dates;

import java.util.ArrayList;
import java.util.List;
import org.truce.reading.dates.DateExpression.Kind;
import org.truce.reading.text.Token;

/** What stands beside what: a weekday with its date is one expression, and the ends of a range share their year. */
final class Joining {
    private final DateWords words;
    private final List<Token> tokens;

    Joining(DateWords words) {
        this.words = words;
        this.tokens = words.tokens;
    }

    List<DateExpression> of(List<DateExpression> all) {
        List<DateExpression> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            DateExpression one = all.get(i);
            boolean weak = one.kind() == Kind.WEEKDAY || one.kind() == Kind.TODAY || one.kind() == Kind.ANCHORED;
            DateExpression next = i + 1 < all.size() ? all.get(i + 1) : null;
            if (next != null && weak && dated(next) && near(one, next)) {
                continue;
            }
            if (next != null && one.rule().equals("date.hijri") && dated(next) && sameDay(one, next)) {
                out.add(next.between(one.from(), next.to()));
                i++;
                continue;
            }
            if (next != null && next.rule().equals("date.hijri") && dated(one) && sameDay(one, next)) {
                out.add(one.between(one.from(), next.to()));
                i++;
                continue;
            }
            if (next != null && leads(one) && next.kind() == Kind.WEEKDAY && near(one, next)) {
                DateExpression after = i + 2 < all.size() ? all.get(i + 2) : null;
                if (after == null || !dated(after) || !near(next, after)) {
                    DateExpression both = next.between(one.from(), next.to());
                    out.add(one.shift() > 0 ? both.onSide(1) : both);
                }
                i++;
                continue;
            }
            DateExpression before = out.isEmpty() ? null : out.getLast();
            if (one.kind() == Kind.WEEKDAY && before != null && dated(before) && near(before, one)) {
                continue;
            }
            out.add(one);
        }
        return years(out);
    }

    private static boolean dated(DateExpression e) {
        return e.day() > 0;
    }

    /** "Today, Tuesday", "yesterday, Monday", "أول أمس الثلاثاء". */
    private static boolean leads(DateExpression e) {
        return e.kind() == Kind.TODAY || (e.kind() == Kind.RELATIVE && Math.abs(e.shift()) <= 2 && e.shift() != 0);
    }

    private boolean near(DateExpression a, DateExpression b) {
        if (!words.here(b.from())) {
            return false;
        }
        int gap = b.from() - a.to();
        boolean namely = gap == 1 && words.hit(a.to(), "namely") != null;
        return gap == 0 || namely || (gap == 1 && words.mark(a.to(), ",،("));
    }

    /** A Hijri date with the Gregorian one: "الموافق", a slash, brackets or nothing between. */
    private boolean sameDay(DateExpression a, DateExpression b) {
        return b.from() - a.to() <= 2 && words.here(b.from());
    }

    /** "30 August – 2 September 2021", "between May and July 1994": the first end takes the year of the second. */
    private List<DateExpression> years(List<DateExpression> all) {
        for (int i = all.size() - 2; i >= 0; i--) {
            DateExpression a = all.get(i);
            DateExpression b = all.get(i + 1);
            boolean open = a.kind() == Kind.CALENDAR && a.year() == 0 && a.shift() == DateExpression.NO_SHIFT;
            boolean same = (a.day() > 0) == (b.day() > 0) && a.month() > 0 && b.month() > 0;
            if (open && b.full() && same && joined(a, b)) {
                all.set(i, a.ofYear(a.month() > b.month() ? b.year() - 1 : b.year()));
            }
        }
        return all;
    }

    private boolean joined(DateExpression a, DateExpression b) {
        if (b.from() - a.to() > 2 || !words.here(b.from())) {
            return false;
        }
        boolean joins = false;
        for (int t = a.to(); t < b.from(); t++) {
            joins |= tokens.get(t).isAny("–—-,،") || words.hit(t, "joins") != null;
        }
        return joins;
    }
}
