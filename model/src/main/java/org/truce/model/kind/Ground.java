package org.truce.model.kind;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.truce.model.Invalid;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.BoundaryId;
import org.truce.model.id.PlaceId;
import org.truce.model.time.Edtf;

/** What the ceasefire stands on: its mandate, who and where, the lines and who controls what. */
public sealed interface Ground extends Body {

    /**
     * Who keeps this record, for whom and by which conventions. The newest one holds.
     *
     * @param name of the ceasefire, per language
     * @param parties the parties to the ceasefire, at least two, in the fixed order in which they are always shown
     * @param mission the actor that keeps the record
     * @param zone the zone of days and of the daily cut
     * @param cut local time at which the reporting day ends
     * @param languages languages of the products, equal in rank
     * @param toponyms whose names of places products print
     * @param openingDay the day that a page shows first; now where absent
     * @param mode whether entries were recorded as they were stated, or afterwards
     * @param exercise whether all of this is invented for training
     */
    record MandateSet(
            Text name,
            List<ActorId> parties,
            ActorId mission,
            ZoneId zone,
            LocalTime cut,
            List<String> languages,
            Toponyms toponyms,
            @Nullable LocalDate openingDay,
            Mode mode,
            boolean exercise)
            implements Ground {
        public MandateSet {
            Invalid.unless(parties.size() >= 2, "too-few-parties", "A ceasefire has at least two parties; list them.");
            Invalid.unless(parties.stream().distinct().count() == parties.size(), "twice", "A party is listed twice.");
        }
    }

    /** Whether a record grew with what it records. */
    enum Mode {
        /** Entries were recorded when they were stated or soon after: known time is the time of recording. */
        LIVE,
        /** Entries were recorded afterwards, in order of {@code stated}: known time is the time of stating. */
        RECONSTRUCTED
    }

    /** Whose names of places products print; the record itself uses the mission's code. */
    enum Toponyms {
        MISSION_CODE,
        BOTH_PARTIES,
        READER_LANGUAGE
    }

    /**
     * An actor and its names.
     *
     * @param actor its id
     * @param type what it is
     * @param name per language
     * @param aliases other names by which sources call it
     * @param partOf the actor to which it belongs: a ministry to its state, a person to the office
     * @param offices offices held by a person, with their time
     */
    record ActorNamed(
            ActorId actor,
            ActorType type,
            Text name,
            List<String> aliases,
            @Nullable ActorId partOf,
            List<Office> offices)
            implements Ground {}

    /** What an actor is. */
    enum ActorType {
        STATE,
        AUTHORITY,
        ARMED_FORCES,
        PEACEKEEPERS,
        MISSION,
        ORGANISATION,
        MEDIATORS,
        PERSON,
        COMMUNITY,
        MEDIA
    }

    /**
     * An office that a person held.
     *
     * @param title per language
     * @param of the actor whose office it is
     * @param from first day, where known
     * @param to last day, where known
     */
    record Office(
            Text title,
            @Nullable ActorId of,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * A place and the names that each gives it. Its position is the entry's {@code where}.
     *
     * @param place its id
     * @param type what it is
     * @param code the mission's neutral code
     * @param name per language
     * @param partyNames the name that each party uses, by party
     * @param variants other spellings found in sources
     * @param pcode the P-code of OCHA's Common Operational Datasets, where one exists
     */
    record PlaceNamed(
            PlaceId place,
            PlaceType type,
            String code,
            Text name,
            Map<ActorId, Text> partyNames,
            List<String> variants,
            @Nullable String pcode)
            implements Ground {}

    /** What a place is. */
    enum PlaceType {
        COUNTRY,
        REGION,
        DISTRICT,
        CAPITAL,
        CITY,
        TOWN,
        VILLAGE,
        SETTLEMENT,
        HEIGHT,
        LAKE,
        RESERVOIR,
        CROSSING,
        CORRIDOR,
        AIRPORT
    }

    /**
     * A line or area as of a time. One drawn later does not change what was known earlier: a correction of a wrong
     * drawing names it in {@code replaces}; a change on the ground is a new version with a later {@code from}.
     *
     * @param boundary id that its versions share
     * @param role what it is for
     * @param name per language
     * @param geometry line or polygon, WGS 84, longitude before latitude
     * @param from when this version begins to hold; always where absent
     * @param to when it ceases to hold (its last unit included); open where absent
     * @param approximate whether it is a sketch rather than a survey
     * @param drawnFrom what it was drawn from
     */
    record BoundaryDrawn(
            BoundaryId boundary,
            Role role,
            Text name,
            Geometry geometry,
            @Nullable Edtf from,
            @Nullable Edtf to,
            boolean approximate,
            Text drawnFrom)
            implements Ground {
        public BoundaryDrawn {
            boolean area = geometry.getDimension() == 2;
            Invalid.unless(
                    area || (role == Role.LINE_OF_CONTACT && geometry.getDimension() == 1),
                    "wrong-geometry",
                    "A line of contact is a line; every other boundary is a polygon.");
        }
    }

    /** What a boundary is for. */
    enum Role {
        LINE_OF_CONTACT,
        ZONE_OF_RESPONSIBILITY,
        DISTRICT,
        CORRIDOR,
        DISENGAGEMENT_AREA,
        ZONE
    }

    /**
     * A zone passed from one controller to another, at the entry's {@code occurred}.
     *
     * @param zone the boundary whose controller changed
     * @param from who controlled it before, where known
     * @param to who controls it from then on
     */
    record ControlChanged(BoundaryId zone, @Nullable ActorId from, ActorId to) implements Ground {}
}
