package org.truce.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read in one text. Every span is in code points of that text. Lists are in order of first appearance. An
 * immutable value.
 *
 * @param reader name and version of the reader that made it
 * @param lang ISO 639-1 code
 * @param title headline, empty if none
 * @param publisher the outlet whose page it is, empty if not named
 * @param publisherWhy what gave the outlet
 * @param agencies those credited
 * @param publicationDate ISO date, null if the page has none
 * @param publicationWhy what gave the date of publication
 * @param dates dates by wording
 * @param periods spans of time, and days told roughly
 * @param places places by wording
 * @param points points told by distance and bearing, coordinates or grid reference
 * @param actors actors by wording
 * @param agreements instruments by wording
 * @param statements who said what
 * @param events what happened, did not, or is to happen
 * @param claims statements that can be held against the record
 * @param furniture what is not the story
 * @param observations what a bulletin's sentences propose
 */
public record Reading(
        String reader,
        String lang,
        String title,
        String publisher,
        Explanation publisherWhy,
        List<Agency> agencies,
        @Nullable String publicationDate,
        Explanation publicationWhy,
        List<Date> dates,
        List<Period> periods,
        List<Location> places,
        List<Fix> points,
        List<Participant> actors,
        List<Instrument> agreements,
        List<Statement> statements,
        List<Event> events,
        List<Claim> claims,
        List<Span> furniture,
        List<Observation> observations) {
    /** Copies the lists. */
    public Reading {
        agencies = List.copyOf(agencies);
        dates = List.copyOf(dates);
        periods = List.copyOf(periods);
        places = List.copyOf(places);
        points = List.copyOf(points);
        actors = List.copyOf(actors);
        agreements = List.copyOf(agreements);
        statements = List.copyOf(statements);
        events = List.copyOf(events);
        claims = List.copyOf(claims);
        furniture = List.copyOf(furniture);
        observations = List.copyOf(observations);
    }

    /**
     * Why a fact stands in a reading.
     *
     * @param rule stable id of the rule or the lexicon entry that made it, general to special; after a plus sign, how the
     *     fact stands
     * @param confidence how likely it is right, 0 to 1, see {@link org.truce.reading.confidence.Confidence}
     */
    public record Explanation(String rule, double confidence) {
        /** Of a fact that is not there. */
        public static final Explanation NONE = new Explanation("", 0);
    }

    /**
     * A credited agency.
     *
     * @param why what made it
     */
    public record Agency(String surface, String normalised, Span span, Explanation why) {}

    /**
     * A date.
     *
     * @param iso {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
     * @param edtf the same in EDTF, with the time of the day where one is said
     * @param why what made it
     */
    public record Date(String surface, String iso, String edtf, List<Span> spans, Explanation why) {}

    /**
     * A span of time, or a day told roughly.
     *
     * @param edtf an EDTF interval, month or year, or an approximate date
     * @param why what made it
     */
    public record Period(String surface, String edtf, Span span, Explanation why) {}

    /**
     * A place.
     *
     * @param key id in the theatre
     * @param lat WGS 84 degrees north
     * @param lon WGS 84 degrees east
     * @param radiusMetres how far from the point what lies in the place mostly is, by its type; see {@code Radius}
     * @param why what made it
     */
    public record Location(
            String surface,
            String key,
            String normalised,
            double lat,
            double lon,
            double radiusMetres,
            List<Span> spans,
            Explanation why) {}

    /**
     * A point that is told otherwise than by a name alone.
     *
     * @param lat WGS 84 degrees north
     * @param lon WGS 84 degrees east
     * @param radiusMetres holds the true position with 95 % probability
     * @param of id of the place from which it is told, empty if none
     * @param why what made it
     */
    public record Fix(
            String surface, double lat, double lon, double radiusMetres, String of, Span span, Explanation why) {}

    /**
     * An actor.
     *
     * @param why what made it
     */
    public record Participant(String surface, String normalised, Explanation why, List<Span> spans) {}

    /**
     * An instrument.
     *
     * @param date ISO date of its adoption
     * @param signatories normalised names
     * @param why what made it
     */
    public record Instrument(
            String surface,
            String agreement,
            String date,
            List<String> signatories,
            Explanation why,
            List<Span> spans) {}

    /**
     * Who speaks.
     *
     * @param normalised null for an unnamed private person
     * @param role title, {@code source} for a body, empty if unknown
     */
    public record Speaker(String surface, @Nullable String normalised, String role) {}

    /**
     * A statement.
     *
     * @param direct whether in quotation marks
     * @param verb the verb of speech as written, empty if none
     * @param verbClass {@code asserts denies claims warns promises accuses urges demands}
     * @param continues index of the statement whose quotation this one goes on with, -1 if it begins its own
     * @param why what made it
     */
    public record Statement(
            Speaker speaker,
            boolean direct,
            String verb,
            String verbClass,
            String text,
            int continues,
            Explanation why,
            Span span) {}

    /** A point with its name. */
    public record Point(String normalised, double lat, double lon) {}

    /**
     * A number of an event.
     *
     * @param name what it counts
     * @param value decimal in plain notation
     * @param unit unit, empty for a plain count
     * @param qualifier {@code exact}, {@code at least}, {@code more than}, {@code about}, {@code at most}
     */
    public record Figure(String name, String value, String unit, String qualifier, Span span) {}

    /**
     * An event.
     *
     * @param type one of the sixteen types
     * @param status {@code asserted denied planned}
     * @param date ISO date, null if none is said
     * @param place null if none is said
     * @param accused normalised name, null if nobody is accused
     * @param accuser normalised name, null if nobody accuses
     * @param span its sentence
     * @param trigger the words that show it
     * @param why what made it
     */
    public record Event(
            String type,
            String status,
            @Nullable String date,
            @Nullable Point place,
            @Nullable String accused,
            @Nullable String accuser,
            List<Figure> quantities,
            Span span,
            String trigger,
            Explanation why) {}

    /**
     * A claim in a statement, to be held against the record.
     *
     * @param template one of the ten of the claims method, such as {@code none-since}
     * @param speaker normalised name, null if unknown
     * @param comparator {@code = > >= <= ~}; of a change {@code <} for a decrease, {@code >} for an increase
     * @param value number, {@code 0} for an absence, {@code 1} for a fact, empty where none is said
     * @param unit {@code %}, {@code km}, {@code hours} and the like, empty for a plain count
     * @param event type of event that it counts, empty if none
     * @param actor normalised name of whose acts it speaks, null for anybody's
     * @param since first ISO date of its period, empty if none
     * @param until last ISO date of its period, empty if it is open
     * @param place id of its area in the theatre, empty for everywhere
     * @param checkable whether its words can be held against a record; vague ones cannot
     * @param why what made it
     */
    public record Claim(
            String template,
            @Nullable String speaker,
            String comparator,
            String value,
            String unit,
            String event,
            @Nullable String actor,
            String since,
            String until,
            String place,
            boolean checkable,
            Explanation why,
            String text,
            Span span) {}

    /**
     * A proposal of an observation. Its classes add up to its count unless {@code problem} says otherwise.
     *
     * @param means {@code heard seen heard_and_seen recorded}, empty if not said
     * @param date ISO date, empty if none is said
     * @param from local time {@code HH:MM}, empty if none is said
     * @param to local time, equal to {@code from} where only one is said
     * @param place the place named first, null if none
     * @param qualifier as of a {@link Figure}
     * @param metresFrom least distance from the observer, -1 if none is said
     * @param metresTo greatest distance
     * @param bearings degrees clockwise from north
     * @param assessedAs the words that assess it, empty if none
     * @param exercises how many were assessed as an exercise
     * @param problem {@code classes-do-not-add-up}, or empty
     */
    public record Observation(
            String means,
            String date,
            String from,
            String to,
            @Nullable Point place,
            long count,
            String qualifier,
            List<Seen> seen,
            int metresFrom,
            int metresTo,
            List<Double> bearings,
            String assessedAs,
            long exercises,
            String problem,
            Span span) {
        /** Copies the lists. */
        public Observation {
            seen = List.copyOf(seen);
            bearings = List.copyOf(bearings);
        }
    }

    /**
     * One class of an observation.
     *
     * @param type in the words of the record's {@code Observed}, such as {@code explosion}
     * @param explosion which, empty if not said
     * @param weapon in English, empty where not known
     * @param calibre such as {@code 82mm}, empty where not known
     */
    public record Seen(String type, String explosion, long count, String qualifier, String weapon, String calibre) {}
}
