package org.truce.quality.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event says beside its type and sentence.
 *
 * @param status {@code asserted denied planned}
 * @param date ISO date, empty if none
 * @param earliest first day that a reading may give, empty if only the date itself will do
 * @param latest last day, likewise
 * @param where its points; labels may name several
 * @param numbers its numbers; null stands for one that is no number
 * @param accused normalised name, empty if nobody
 */
public record Happened(
        String status,
        String date,
        String earliest,
        String latest,
        List<Spot> where,
        List<@Nullable Double> numbers,
        String accused) {}
