package org.truce.reading.events;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.quantities.Quantity;

/**
 * An event that a text reports.
 *
 * @param type one of the sixteen types
 * @param status {@code asserted denied planned}
 * @param date ISO date, empty if the text gives none
 * @param place where, null if the text gives none
 * @param accused normalised name, empty if nobody is accused
 * @param accuser normalised name, empty if nobody accuses
 * @param quantities its numbers
 * @param start first UTF-16 index of its sentence
 * @param end index after the last
 * @param trigger the words that show it
 * @param rule stable id of the rule that found it, such as {@code casualty/killed}
 */
public record Happening(
        String type,
        String status,
        String date,
        @Nullable PlaceMention place,
        String accused,
        String accuser,
        List<Quantity> quantities,
        int start,
        int end,
        String trigger,
        String rule) {}
