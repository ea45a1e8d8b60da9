package org.truce.simulation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Author;
import org.truce.model.entry.Basis;
import org.truce.model.entry.Basis.Reliability;
import org.truce.model.entry.Replacement;
import org.truce.model.id.PlaceId;
import org.truce.model.place.Where;
import org.truce.model.quantity.Metres;
import org.truce.model.time.Edtf;
import org.truce.model.time.Occurred;

/**
 * The envelope of an entry to be: who states it, when, of what time and place, on which basis, to whom. Immutable; each
 * method gives a changed copy.
 *
 * @param author who states it
 * @param stated when
 * @param occurred of what time; absent where it has none of its own
 * @param where of what place; absent where it has none
 * @param basis on what it rests
 * @param replaces what it corrects or withdraws
 * @param audience who may read it
 */
public record Note(
        Author author,
        Instant stated,
        @Nullable Occurred occurred,
        @Nullable Where where,
        Basis basis,
        @Nullable Replacement replaces,
        Audience audience) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmXXX", Locale.ROOT);

    /** What an author, written {@code ACTOR:ROLE}, states to the public at an instant, on their own authority. */
    public static Note by(String author, Instant stated) {
        Author who = Author.parse(author);
        Basis own =
                new Basis(null, null, List.of(), List.of(), null, who.actor().value(), Reliability.A, 2);
        return new Note(who, stated, null, null, own, null, Audience.Group.PUBLIC);
    }

    /** Of a time in EDTF. */
    public Note during(String edtf) {
        return new Note(author, stated, new Occurred(new Edtf(edtf), null), where, basis, replaces, audience);
    }

    /** Of the time from one instant up to but not including another, whole minutes of a zone. */
    public Note during(Instant from, Instant to, ZoneId zone) {
        String begin = MINUTE.format(from.atZone(zone));
        String end = MINUTE.format(to.minusSeconds(60).atZone(zone));
        return during(begin.equals(end) ? begin : begin + "/" + end);
    }

    /** At a position that is known to a 95 % radius. */
    public Note at(Geometry geometry, double radiusMetres) {
        Where there = new Where(null, geometry, radiusMetres > 0 ? new Metres(radiusMetres) : null);
        return new Note(author, stated, occurred, there, basis, replaces, audience);
    }

    /** At a named place. */
    public Note in(String place) {
        Where there = new Where(new PlaceId(place), null, null);
        return new Note(author, stated, occurred, there, basis, replaces, audience);
    }

    /** Resting on other entries. */
    public Note on(List<UUID> entries) {
        Basis others = new Basis(
                null,
                null,
                List.copyOf(entries),
                List.of(),
                null,
                basis.publisher(),
                basis.source(),
                basis.information());
        return new Note(author, stated, occurred, where, others, replaces, audience);
    }

    /** As somebody published it, graded. */
    public Note from(String publisher, Reliability source, int information) {
        Basis graded = new Basis(null, null, basis.entries(), List.of(), null, publisher, source, information);
        return new Note(author, stated, occurred, where, graded, replaces, audience);
    }

    /** Correcting an entry. */
    public Note correcting(UUID entry, String why) {
        return new Note(author, stated, occurred, where, basis, new Replacement(entry, why, false), audience);
    }

    /** Withdrawing an entry. */
    public Note withdrawing(UUID entry, String why) {
        return new Note(author, stated, occurred, where, basis, new Replacement(entry, why, true), audience);
    }

    /** For an audience in the form in which it is written. */
    public Note to(String reader) {
        return new Note(author, stated, occurred, where, basis, replaces, Audience.parse(reader));
    }
}
