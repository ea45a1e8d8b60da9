package org.truce.quality.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.truce.reading.Reading;

/** The facts that stand in a reading. Pure functions. */
public final class ReadFacts {
    private ReadFacts() {}

    /** The facts of one reading. */
    public static Facts of(Reading r) {
        return Facts.of(
                Objects.requireNonNullElse(r.publicationDate(), ""),
                Names.fold(r.publisher()),
                r.agencies().stream()
                        .map(a -> Fact.plain(Names.fold(a.normalised()), List.of(a.span()), a.why()))
                        .toList(),
                r.dates().stream()
                        .map(d -> Fact.plain(d.iso(), d.spans(), d.why()))
                        .toList(),
                r.places().stream()
                        .map(p -> new Fact("", p.spans(), new Spot(p.lat(), p.lon()), false, null, p.why()))
                        .toList(),
                r.actors().stream()
                        .map(a -> Fact.plain(Names.fold(a.normalised()), a.spans(), a.why()))
                        .toList(),
                r.statements().stream()
                        .map(s -> new Fact(
                                Names.fold(
                                        Objects.requireNonNullElse(s.speaker().normalised(), "")),
                                List.of(s.span()),
                                null,
                                s.direct(),
                                null,
                                s.why()))
                        .toList(),
                r.events().stream().map(ReadFacts::event).toList(),
                r.agreements().stream()
                        .map(a -> Fact.plain(Names.fold(a.agreement()), a.spans(), a.why()))
                        .toList());
    }

    private static Fact event(Reading.Event e) {
        Reading.Point p = e.place();
        List<@Nullable Double> numbers = new ArrayList<>();
        e.quantities().forEach(q -> numbers.add(Double.valueOf(q.value())));
        Happened happened = new Happened(
                e.status(),
                Objects.requireNonNullElse(e.date(), ""),
                "",
                "",
                p == null ? List.of() : List.of(new Spot(p.lat(), p.lon())),
                numbers,
                Names.fold(Objects.requireNonNullElse(e.accused(), "")));
        return new Fact(e.type(), List.of(e.span()), null, false, happened, e.why());
    }
}
