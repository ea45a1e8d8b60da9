package org.truce.model.kind;

import org.jspecify.annotations.Nullable;
import org.truce.model.Text;
import org.truce.model.id.BoundaryId;
import org.truce.model.quantity.Amount;

/** Traffic through a corridor and what stands in its way. */
public sealed interface Corridor extends Body {

    /**
     * Passages through a corridor were counted.
     *
     * @param corridor which one
     * @param passed how many of what
     * @param direction in which direction, per language
     */
    record PassageCounted(
            BoundaryId corridor, Amount passed, @Nullable Text direction) implements Corridor {}

    /**
     * Passage was obstructed during the entry's {@code occurred}; one that lasts has an open end.
     *
     * @param corridor which one
     * @param by who obstructed it, as the source names them
     * @param what in words, per language
     * @param stranded how many persons were stranded
     */
    record PassageObstructed(
            BoundaryId corridor,
            @Nullable Named by,
            Text what,
            @Nullable Amount stranded) implements Corridor {}
}
