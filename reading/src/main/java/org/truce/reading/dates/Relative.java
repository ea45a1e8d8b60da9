package org.truce.reading.dates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.dates.DateExpression.Kind;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.text.Token;

/**
 * Days and spans told from the day of publication or from the day named before. Values in the lexicon: {@code -1} days;
 * {@code N} the number among the words, so {@code -N} is "N days ago"; with {@code ?} at
 * its end only where a word beside it looks ahead ("in ten days" may also be how long something took); in {@code [period]} what {@link Spans} reads.
 */
final class Relative {
    private static final int LONGEST = 400;

    private Relative() {}

    static List<DateExpression> of(DateWords words, Hit hit) {
        if (hit.section().equals("anchored") && goesOn(words, hit)) {
            return List.of();
        }
        String rule = "date." + hit.section() + ":" + hit.entry().pattern();
        String value = hit.value();
        if (value.contains("N")) {
            int n = number(words, hit);
            if (n <= 0 || n > LONGEST) {
                return List.of();
            }
            value = value.replace("N", String.valueOf(n));
        }
        if (hit.section().equals("period")) {
            return List.of(
                    value.equals("last 24 hours") || value.equals("last 1 days")
                            ? DateExpression.shifted(hit.from(), hit.to(), Kind.RELATIVE, -1, rule)
                            : DateExpression.period(hit.from(), hit.to(), value, rule));
        }
        Kind kind = switch (hit.section()) {
            case "anchored" -> Kind.ANCHORED;
            case "today" -> Kind.TODAY;
            default -> Kind.RELATIVE;
        };
        boolean onlyToCome = value.endsWith("?");
        int days = Integer.parseInt(onlyToCome ? value.substring(0, value.length() - 1) : value);
        DateExpression found = DateExpression.shifted(hit.from(), hit.to(), kind, days, rule);
        return List.of(onlyToCome ? found.onSide(1) : found);
    }

    /** "A day before the truce began" counts from what follows, not from the day named before. */
    private static boolean goesOn(DateWords words, Hit hit) {
        String last = words.tokens.get(hit.to() - 1).form();
        boolean open = last.equals("before") || last.equals("after") || last.equals("после");
        return open && words.here(hit.to()) && words.tokens.get(hit.to()).word();
    }

    private static int number(DateWords words, Hit hit) {
        for (int i = hit.from(); i < hit.to(); i++) {
            Token t = words.tokens.get(i);
            if (t.number()) {
                return DateWords.number(t.form());
            }
            @Nullable Hit word = words.hit(i, "number");
            if (word != null) {
                return DateWords.value(word);
            }
        }
        return 0;
    }
}
