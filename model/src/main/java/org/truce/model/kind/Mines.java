package org.truce.model.kind;

import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.ActorId;
import org.truce.model.id.HazardId;
import org.truce.model.quantity.Amount;
import org.truce.model.quantity.Casualties;
import org.truce.model.quantity.Tally;

/** Mine action: hazardous areas, land release, items, accidents, maps (IMAS 05.10, 07.11, 08.10). */
public sealed interface Mines extends Body {

    /**
     * A hazardous area, at the entry's {@code where}.
     *
     * @param hazard its id
     * @param type suspected or confirmed
     * @param status open or handed over
     * @param area its area in m²
     * @param devices categories of devices, per language
     */
    record HazardRecorded(
            HazardId hazard,
            HazardType type,
            HazardStatus status,
            @Nullable Amount area,
            @Nullable Text devices) implements Mines {}

    /** Suspected or confirmed. */
    enum HazardType {
        SUSPECTED,
        CONFIRMED
    }

    /** What a hazardous area has come to. */
    enum HazardStatus {
        OPEN,
        CLOSED,
        HANDED_OVER
    }

    /**
     * Land was released. Cancelled, reduced and cleared are never added together.
     *
     * @param by who did the work
     * @param method how; {@code UNSPECIFIED} where a bulletin does not say
     * @param area m², of the day and in total
     * @param roads metres of road, of the day and in total
     * @param buildings buildings, of the day and in total
     * @param social socially significant buildings among them or beside them, as the source counts
     * @param hazard the hazardous area, where named
     */
    record LandReleased(
            ActorId by,
            Method method,
            @Nullable Tally area,
            @Nullable Tally roads,
            @Nullable Tally buildings,
            @Nullable Tally social,
            @Nullable HazardId hazard)
            implements Mines {}

    /** How land was released. */
    enum Method {
        CANCELLED,
        REDUCED,
        CLEARED,
        UNSPECIFIED
    }

    /**
     * Explosive items were found and destroyed.
     *
     * @param by who did the work
     * @param items of the day and in total
     */
    record ItemsDestroyed(ActorId by, Tally items) implements Mines {}

    /**
     * Somebody came to harm from a mine or another explosive item.
     *
     * @param casualties killed and wounded; a total over a period where the entry's {@code occurred} is one
     * @param what in words, per language
     */
    record AccidentHappened(Casualties casualties, Text what) implements Mines {}

    /**
     * Maps of minefields were handed over.
     *
     * @param from who gave them
     * @param to who received them
     * @param mines how many mines they are said to show
     * @param area of where, per language
     * @param via through whom
     */
    record MapHandedOver(
            ActorId from,
            ActorId to,
            @Nullable Amount mines,
            @Nullable Text area,
            java.util.List<Named> via) implements Mines {}
}
