package org.truce.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Claims: statements whose words can be held against the record, by the templates of the claims method. So
 * far an absence of violations, and counts of violations, of persons returned or released, and of what was cleared;
 * words without a figure ("stable", "calm") give none. Pure functions.
 */
final class Claims {
    private static final Map<String, String> BY_DENIAL = Map.of("ceasefire_violation", "none-since");
    private static final Map<String, String> BY_COUNT = Map.of(
            "ceasefire_violation", "count",
            "refugee_return", "persons-returned",
            "detainee_release", "persons-released",
            "demining", "obligation-done");

    private Claims() {}

    static List<Reading.Claim> of(List<Reading.Statement> statements, List<Reading.Event> events) {
        List<Reading.Claim> out = new ArrayList<>();
        int next = 0;
        for (Reading.Event e : events) {
            while (next < statements.size()
                    && statements.get(next).span().end() <= e.span().start()) {
                next++;
            }
            for (int i = next;
                    i < statements.size()
                            && statements.get(i).span().start() < e.span().end();
                    i++) {
                claim(statements.get(i), e, out);
            }
        }
        return out;
    }

    private static void claim(Reading.Statement s, Reading.Event e, List<Reading.Claim> out) {
        boolean denied = e.status().equals("denied");
        String template = denied ? BY_DENIAL.get(e.type()) : BY_COUNT.get(e.type());
        boolean counted =
                !denied && e.status().equals("asserted") && !e.quantities().isEmpty();
        if (template == null || (!denied && !counted)) {
            return;
        }
        Reading.Figure figure = denied ? null : e.quantities().getFirst();
        Reading.Point where = e.place();
        out.add(new Reading.Claim(
                template,
                s.speaker().normalised(),
                figure == null ? "=" : comparator(figure.qualifier()),
                figure == null ? "0" : figure.value(),
                e.date() == null ? "" : e.date(),
                where == null ? "" : where.normalised(),
                s.text(),
                s.span(),
                new Reading.Explanation(
                        template + '.' + e.why().rule(),
                        Math.min(e.why().confidence(), s.why().confidence()))));
    }

    private static String comparator(String qualifier) {
        return switch (qualifier) {
            case "at least" -> ">=";
            case "more than" -> ">";
            case "at most" -> "<=";
            case "about" -> "~";
            default -> "=";
        };
    }
}
