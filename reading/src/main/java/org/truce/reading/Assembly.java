package org.truce.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.truce.reading.actors.ActorIndex;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.bulletin.Sighting;
import org.truce.reading.claims.Claimed;
import org.truce.reading.dates.DateMention;
import org.truce.reading.dates.Dates;
import org.truce.reading.dates.PeriodMention;
import org.truce.reading.events.Happening;
import org.truce.reading.page.Credit;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.places.PointMention;
import org.truce.reading.places.Radius;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.source.Metadata;
import org.truce.reading.statements.Said;
import org.truce.reading.text.Offsets;
import org.truce.reading.theatre.Theatre;

/** Puts what was found into a {@link Reading}: mentions of one wording together, indices as code points. */
final class Assembly {
    private final Page page;
    private final Metadata metadata;
    private final Theatre theatre;
    private final ActorIndex actorIndex;
    private final String publication;
    private final Offsets offsets;
    private final Explainer explainer;

    Assembly(Page page, Metadata metadata, Theatre theatre, ActorIndex actorIndex, String publication) {
        this.page = page;
        this.metadata = metadata;
        this.theatre = theatre;
        this.actorIndex = actorIndex;
        this.publication = publication;
        this.offsets = new Offsets(page.text());
        this.explainer = new Explainer(page);
    }

    Reading reading(
            Dates found,
            List<DateMention> dates,
            List<PlaceMention> places,
            List<PointMention> points,
            List<ActorMention> actors,
            List<Said> said,
            List<Happening> events,
            List<Claimed> claims,
            List<Sighting> sightings) {
        List<Reading.Statement> statements = new ArrayList<>();
        said.forEach(s -> statements.add(statement(s, statements)));
        List<Reading.Event> happened = events.stream().map(this::event).toList();
        return new Reading(
                Reader.VERSION,
                page.lang().code(),
                page.title(),
                metadata.publisher().isEmpty() ? page.publisher() : metadata.publisher(),
                explainer.publisher(metadata.publisher().isEmpty() ? page.publisherRule() : "publisher.metadata"),
                page.credits().stream().map(this::agency).toList(),
                publication.isEmpty() ? null : publication,
                explainer.publication(found.publicationRule()),
                dates(dates),
                found.periods().stream().map(this::period).toList(),
                places(places),
                points.stream().map(this::point).toList(),
                actors(actors),
                new Agreements(page, theatre, this::span, explainer).read(dates),
                statements,
                happened,
                claims.stream().map(this::claim).toList(),
                furniture(),
                sightings.stream().map(this::observation).toList());
    }

    private Reading.Agency agency(Credit c) {
        ActorMention body = c.surface().equals(c.normalised()) ? actorIndex.exactly(c.surface()) : null;
        return new Reading.Agency(
                c.surface(),
                body == null ? c.normalised() : body.name(),
                span(c.start(), c.end()),
                explainer.agency(c));
    }

    Span span(int start, int end) {
        return new Span(offsets.codePoint(start), offsets.codePoint(end));
    }

    private String surface(int start, int end) {
        return page.text().substring(start, end);
    }

    /** Groups by key, keeping order. */
    private static <M> Map<String, List<M>> grouped(List<M> mentions, Function<M, String> key) {
        Map<String, List<M>> out = new LinkedHashMap<>();
        for (M m : mentions) {
            out.computeIfAbsent(key.apply(m), k -> new ArrayList<>(2)).add(m);
        }
        return out;
    }

    private List<Reading.Date> dates(List<DateMention> mentions) {
        List<DateMention> named = mentions.stream().filter(DateMention::named).toList();
        List<Reading.Date> out = new ArrayList<>();
        for (List<DateMention> group : grouped(named, m -> m.edtf() + '\n' + surface(m.start(), m.end()))
                .values()) {
            DateMention first = group.getFirst();
            out.add(new Reading.Date(
                    surface(first.start(), first.end()),
                    first.iso(),
                    first.edtf(),
                    group.stream().map(m -> span(m.start(), m.end())).toList(),
                    explainer.date(first)));
        }
        return out;
    }

    private Reading.Period period(PeriodMention p) {
        return new Reading.Period(surface(p.start(), p.end()), p.edtf(), span(p.start(), p.end()), explainer.period(p));
    }

    private Reading.Fix point(PointMention p) {
        return new Reading.Fix(
                surface(p.start(), p.end()),
                p.lat(),
                p.lon(),
                p.radiusMetres(),
                p.of(),
                span(p.start(), p.end()),
                explainer.point(p));
    }

    private List<Reading.Location> places(List<PlaceMention> mentions) {
        List<Reading.Location> out = new ArrayList<>();
        for (List<PlaceMention> group : grouped(mentions, m -> m.place().id() + '\n' + surface(m.start(), m.end()))
                .values()) {
            PlaceMention first = group.getFirst();
            out.add(new Reading.Location(
                    surface(first.start(), first.end()),
                    first.place().id(),
                    first.place().name("en"),
                    first.place().lat(),
                    first.place().lon(),
                    Radius.metres(first.place().type()),
                    group.stream().map(m -> span(m.start(), m.end())).toList(),
                    explainer.place(first)));
        }
        return out;
    }

    private List<Reading.Participant> actors(List<ActorMention> mentions) {
        List<ActorMention> named = mentions.stream().filter(ActorMention::named).toList();
        List<Reading.Participant> out = new ArrayList<>();
        for (List<ActorMention> group : grouped(named, m -> m.name() + '\n' + surface(m.start(), m.end()))
                .values()) {
            ActorMention first = group.getFirst();
            out.add(new Reading.Participant(
                    surface(first.start(), first.end()),
                    first.name(),
                    explainer.actor(first),
                    group.stream().map(m -> span(m.start(), m.end())).toList()));
        }
        return out;
    }

    private Reading.Claim claim(Claimed c) {
        Said s = c.said();
        return new Reading.Claim(
                c.template(),
                s.speaker().isEmpty() ? null : s.speaker(),
                c.comparator(),
                c.value(),
                c.unit(),
                c.event(),
                c.actor().isEmpty() ? null : c.actor(),
                c.since(),
                c.until(),
                c.place(),
                c.checkable(),
                explainer.claim(c),
                surface(s.start(), s.end()),
                span(s.start(), s.end()));
    }

    private Reading.Statement statement(Said s, List<Reading.Statement> before) {
        @Nullable String speaker = s.speaker().isEmpty() ? null : s.speaker();
        String title = speaker == null ? "" : actorIndex.title(speaker, publication);
        String role = title.isEmpty() && speaker != null ? "source" : title;
        return new Reading.Statement(
                new Reading.Speaker(s.surface(), speaker, role),
                s.direct(),
                s.verb(),
                s.verbClass(),
                surface(s.start(), s.end()),
                s.continues() && !before.isEmpty() ? before.size() - 1 : -1,
                explainer.statement(s),
                span(s.start(), s.end()));
    }

    private static String code(@Nullable Enum<?> one) {
        return one == null ? "" : one.name().toLowerCase(Locale.ROOT);
    }

    private static Reading.@Nullable Point point(@Nullable PlaceMention p) {
        return p == null
                ? null
                : new Reading.Point(
                        p.place().name("en"), p.place().lat(), p.place().lon());
    }

    private Reading.Observation observation(Sighting s) {
        return new Reading.Observation(
                code(s.means()),
                s.date(),
                s.from(),
                s.to(),
                point(s.place()),
                s.count(),
                s.qualifier(),
                s.seen().stream()
                        .map(c -> new Reading.Seen(
                                code(c.type()), code(c.explosion()), c.count(), c.qualifier(), c.weapon(), c.calibre()))
                        .toList(),
                s.metresFrom(),
                s.metresTo(),
                s.bearings(),
                s.assessedAs(),
                s.exercises(),
                s.problem(),
                span(s.start(), s.end()));
    }

    private Reading.Event event(Happening h) {
        return new Reading.Event(
                h.type(),
                h.status(),
                h.date().isEmpty() ? null : h.date(),
                point(h.place()),
                h.accused().isEmpty() ? null : h.accused(),
                h.accuser().isEmpty() ? null : h.accuser(),
                h.quantities().stream().map(this::number).toList(),
                span(h.start(), h.end()),
                h.trigger(),
                explainer.event(h));
    }

    private Reading.Figure number(Quantity q) {
        boolean measure =
                q.unit().equals("hectares") || q.unit().equals("km") || q.unit().equals("tonnes");
        return new Reading.Figure(
                q.unit().isEmpty() ? "count" : q.unit(),
                q.value(),
                measure ? q.unit() : "",
                q.qualifier(),
                span(q.start(), q.end()));
    }

    private List<Span> furniture() {
        List<Span> out = new ArrayList<>();
        for (Part part : page.parts()) {
            if (part.role() == Role.FURNITURE || part.role() == Role.META || part.role() == Role.CREDIT) {
                out.add(span(part.line().start(), part.line().end()));
            }
        }
        return out;
    }
}
