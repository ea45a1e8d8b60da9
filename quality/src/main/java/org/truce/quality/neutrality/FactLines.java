package org.truce.quality.neutrality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.truce.reading.Reading;
import org.truce.reading.Span;

/** The facts of a reading as lines that two readings can be compared by: every value, every span, no wording. */
final class FactLines {
    private final UnaryOperator<String> name;
    private final UnaryOperator<Span> place;
    private final List<String> out = new ArrayList<>();

    private FactLines(UnaryOperator<String> name, UnaryOperator<Span> place) {
        this.name = name;
        this.place = place;
    }

    /**
     * One line a fact; a name with several spans gives several.
     *
     * @param name what becomes of a normalised name
     * @param place what becomes of a span
     */
    static List<String> of(Reading r, UnaryOperator<String> name, UnaryOperator<Span> place) {
        FactLines lines = new FactLines(name, place);
        if (r.publicationDate() != null) {
            lines.out.add("publication " + r.publicationDate());
        }
        r.agencies().forEach(a -> lines.add("agency " + a.normalised(), a.span()));
        r.dates().forEach(d -> d.spans().forEach(s -> lines.add("date " + d.iso(), s)));
        r.places().forEach(p -> p.spans().forEach(s -> lines.add("place " + name.apply(p.key()), s)));
        r.actors().forEach(a -> a.spans().forEach(s -> lines.add("actor " + name.apply(a.normalised()), s)));
        r.agreements().forEach(a -> a.spans().forEach(s -> lines.add("agreement " + a.agreement(), s)));
        r.statements().forEach(lines::statement);
        r.events().forEach(lines::event);
        r.claims().forEach(lines::claim);
        r.furniture().forEach(s -> lines.add("furniture", s));
        return lines.out;
    }

    private void add(String line, Span span) {
        Span s = place.apply(span);
        out.add(line + " @" + s.start() + '-' + s.end());
    }

    private void statement(Reading.Statement s) {
        add(
                "statement " + (s.direct() ? "direct " : "indirect ") + s.verbClass() + ' '
                        + named(s.speaker().normalised()),
                s.span());
    }

    private void event(Reading.Event e) {
        StringBuilder line = new StringBuilder("event " + e.type() + ' ' + e.status() + ' ' + e.date());
        line.append(" at ")
                .append(e.place() == null ? "-" : name.apply(e.place().normalised()));
        line.append(" by ").append(named(e.accused())).append(" says ").append(named(e.accuser()));
        for (Reading.Figure q : e.quantities()) {
            line.append(", ")
                    .append(q.qualifier())
                    .append(' ')
                    .append(q.value())
                    .append(' ')
                    .append(q.name());
        }
        add(line.toString(), e.span());
    }

    private void claim(Reading.Claim c) {
        add(
                "claim " + c.template() + ' ' + named(c.speaker()) + ' ' + c.comparator() + ' ' + c.value() + ' '
                        + c.since() + ' ' + name.apply(c.place()),
                c.span());
    }

    private String named(@Nullable String normalised) {
        return normalised == null ? "-" : name.apply(normalised);
    }
}
