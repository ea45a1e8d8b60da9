package org.truce.reading.dates;

import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateExpression.Kind;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Lang;

/** Days of the week, alone or with "last" and "next" before or after them. */
final class Weekdays {
    private Weekdays() {}

    static @Nullable DateExpression at(DateWords words, int i) {
        Hit before = words.hit(i, "weekday-side");
        Hit weekday = before == null ? words.hit(i, "weekday") : words.next(before.to(), "weekday");
        if (weekday == null) {
            return null;
        }
        int at = weekday.from();
        boolean latin = words.tokens.get(at).form().charAt(0) < 0x0250;
        if ((latin && words.capitals() && !words.capital(at))
                || (before == null && weekday.value().endsWith("?") && !timely(words, i))) {
            return null;
        }
        Hit after = words.lang == Lang.ARABIC ? words.next(weekday.to(), "weekday-side") : null;
        int side = before != null ? DateWords.value(before) : after != null ? DateWords.value(after) : 0;
        int day = Integer.parseInt(weekday.value(), 0, 1, 10);
        return new DateExpression(
                i,
                after == null ? weekday.to() : after.to(),
                Kind.WEEKDAY,
                0,
                0,
                0,
                day,
                side,
                "",
                side == 0 ? "date.weekday" : "date.weekday " + (side < 0 ? "last" : "next"));
    }

    /** Russian "среды" is also "environment": a weekday only after a preposition or a part of the day. */
    private static boolean timely(DateWords words, int i) {
        return i > 0 && !words.tokens.get(i).startsLine() && words.hit(i - 1, "before-weekday") != null;
    }
}
