package org.truce.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.truce.reading.actors.ActorIndex;
import org.truce.reading.actors.ActorMention;
import org.truce.reading.actors.Actors;
import org.truce.reading.bulletin.Bulletin;
import org.truce.reading.bulletin.Sighting;
import org.truce.reading.claims.Claimed;
import org.truce.reading.claims.Claims;
import org.truce.reading.dates.DateMention;
import org.truce.reading.dates.Dates;
import org.truce.reading.events.Events;
import org.truce.reading.events.Happening;
import org.truce.reading.page.Layout;
import org.truce.reading.page.Page;
import org.truce.reading.places.PlaceIndex;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.places.Places;
import org.truce.reading.places.PointMention;
import org.truce.reading.places.Points;
import org.truce.reading.quantities.Quantities;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.source.Metadata;
import org.truce.reading.source.ReportText;
import org.truce.reading.statements.Said;
import org.truce.reading.statements.Statements;
import org.truce.reading.text.Lang;
import org.truce.reading.text.Token;
import org.truce.reading.text.Tokenizer;
import org.truce.reading.theatre.Actor;
import org.truce.reading.theatre.Office;
import org.truce.reading.theatre.Theatre;

/**
 * Reads reports about one theatre. Thread-safe and deterministic: the same text gives the same reading. Cost: linear in
 * the text; the lexicons of a language are compiled when its first text comes.
 */
public final class Reader {
    /** Name and version: stored with each reading, and raised whenever the same text is read otherwise than before. */
    public static final String VERSION = "truce-reading 0.4.0";

    /** How many tokens may stand between a person and the body it speaks for. */
    private static final int BESIDE = 6;

    private record Indexes(PlaceIndex places, ActorIndex actors) {}

    private final Theatre theatre;
    private final List<Lang> languages;
    private final Map<Lang, Indexes> indexes = new ConcurrentHashMap<>();

    private Reader(Theatre theatre, List<Lang> languages) {
        this.theatre = theatre;
        this.languages = languages;
    }

    /** A reader for a theatre, of the packaged languages. */
    public static Reader forTheatre(Theatre theatre) {
        return forTheatre(theatre, List.of());
    }

    /**
     * A reader for a theatre.
     *
     * @param more languages beside the packaged ones, see {@link Lang#read}
     */
    public static Reader forTheatre(Theatre theatre, List<Lang> more) {
        List<Lang> languages = new ArrayList<>(Lang.values());
        languages.addAll(more);
        return new Reader(theatre, List.copyOf(languages));
    }

    /** Reads a report; what its page says of itself to machines comes before what its words say. */
    public Reading read(ReportText report) {
        return read(report.text(), report.metadata());
    }

    /** Reads a text. Any string is read without an exception; one without words gives an empty reading. */
    public Reading read(String text) {
        return read(text, Metadata.NONE);
    }

    private Reading read(String text, Metadata metadata) {
        Lang lang = Lang.of(text, languages);
        Indexes index =
                indexes.computeIfAbsent(lang, l -> new Indexes(PlaceIndex.of(theatre, l), ActorIndex.of(theatre, l)));
        List<Token> tokens = Tokenizer.of(text);
        Dates dates = Dates.find(text, tokens, lang, theatre.agreements());
        Page page = Layout.read(text, tokens, lang, t -> dates.dated(t) || dates.weekday(t));
        List<DateMention> when = dates.resolve(page, metadata.published());
        List<ActorMention> actors = Actors.read(page, index.actors(), dates.publication());
        BitSet taken = new BitSet();
        for (ActorMention a : actors) {
            if (!a.kind().equals("role") && !a.kind().equals("state")) {
                taken.set(a.from(), a.to());
            }
        }
        List<PlaceMention> places = Places.read(page, index.places(), taken);
        List<PointMention> points = Points.read(page, places);
        List<Quantity> quantities = Quantities.read(page, dates::covers);
        List<Said> said = Statements.read(page, actors, index.actors(), dates.publication());
        List<Happening> events = Events.read(
                page,
                new Events.Facts(
                        when,
                        places,
                        points,
                        actors,
                        quantities,
                        said,
                        sides(actors, dates.publication()),
                        dates.publication()));
        List<Claimed> claims =
                Claims.of(page, said, new Claims.Facts(when, places, actors, quantities, dates.publication()));
        List<Sighting> sightings = Bulletin.read(page, when, places, quantities);
        Assembly assembly = new Assembly(page, metadata, theatre, index.actors(), dates.publication());
        return assembly.reading(dates, when, places, points, actors, said, events, claims, sightings);
    }

    /** The state of each actor; a person is of the side of its office, else of the body beside which it is named. */
    private Map<String, String> sides(List<ActorMention> actors, String date) {
        Map<String, String> out = new HashMap<>();
        for (Actor a : theatre.actors()) {
            for (Office o : a.offices()) {
                if (o.heldOn(date)) {
                    out.put(a.name(), o.of());
                }
            }
        }
        for (int i = 0; i < actors.size(); i++) {
            ActorMention a = actors.get(i);
            String of = a.of();
            if (of.isEmpty() && a.kind().equals("person")) {
                of = beside(actors, i - 1, a);
                of = of.isEmpty() ? beside(actors, i + 1, a) : of;
            }
            if (out.getOrDefault(a.name(), "").isEmpty()) {
                out.put(a.name(), of);
            }
        }
        return out;
    }

    private static String beside(List<ActorMention> actors, int i, ActorMention person) {
        if (i < 0 || i >= actors.size()) {
            return "";
        }
        ActorMention a = actors.get(i);
        boolean near = a.from() - person.to() <= BESIDE && person.from() - a.to() <= BESIDE;
        boolean body = !a.kind().equals("person") && !a.kind().equals("state");
        return near && body ? a.of() : "";
    }
}
