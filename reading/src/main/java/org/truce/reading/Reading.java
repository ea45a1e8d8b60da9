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
 * @param publisherWhy what tells so
 * @param agencies those credited
 * @param publicationDate ISO date, null if the page has none
 * @param publicationWhy what tells so
 * @param dates dates by wording
 * @param places places by wording
 * @param actors actors by wording
 * @param agreements instruments by wording
 * @param statements who said what
 * @param events what happened, did not, or is to happen
 * @param claims statements that can be held against the record
 * @param furniture what is not the story
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
        List<Location> places,
        List<Participant> actors,
        List<Instrument> agreements,
        List<Statement> statements,
        List<Event> events,
        List<Claim> claims,
        List<Span> furniture) {
    /** Copies the lists. */
    public Reading {
        agencies = List.copyOf(agencies);
        dates = List.copyOf(dates);
        places = List.copyOf(places);
        actors = List.copyOf(actors);
        agreements = List.copyOf(agreements);
        statements = List.copyOf(statements);
        events = List.copyOf(events);
        claims = List.copyOf(claims);
        furniture = List.copyOf(furniture);
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

    /** A credited agency. */
    public record Agency(String surface, String normalised, Span span, Explanation why) {}

    /**
     * A date.
     *
     * @param iso {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}
     */
    public record Date(String surface, String iso, List<Span> spans, Explanation why) {}

    /**
     * A place.
     *
     * @param key id in the theatre
     * @param lat WGS 84 degrees north
     * @param lon WGS 84 degrees east
     */
    public record Location(
            String surface, String key, String normalised, double lat, double lon, List<Span> spans, Explanation why) {}

    /** An actor. */
    public record Participant(String surface, String normalised, List<Span> spans, Explanation why) {}

    /**
     * An instrument.
     *
     * @param date ISO date of its adoption
     * @param signatories normalised names
     */
    public record Instrument(
            String surface,
            String agreement,
            String date,
            List<String> signatories,
            List<Span> spans,
            Explanation why) {}

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
     */
    public record Statement(
            Speaker speaker, boolean direct, String verb, String verbClass, String text, Span span, Explanation why) {}

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
     * A statement that can be held against the record.
     *
     * @param template one of the ten of the claims method, such as {@code none-since}
     * @param speaker normalised name, null if unknown
     * @param comparator {@code = > >= <= ~}
     * @param value number, {@code 0} for an absence
     * @param since ISO date that the event is of, empty if none
     * @param place name of a place, empty if none
     */
    public record Claim(
            String template,
            @Nullable String speaker,
            String comparator,
            String value,
            String since,
            String place,
            String text,
            Span span,
            Explanation why) {}
}
