package org.truce.assessment;

import org.jspecify.annotations.Nullable;

/**
 * Whether incidents set off one another (methods.md §1.5), where enough is known to publish it.
 *
 * @param shut why it may not be published; absent where it may
 * @param acts incidents of the regime
 * @param days length of the regime
 * @param low tenth percentile of the branching ratio after correction for what was not seen; absent where shut
 * @param median of the same
 * @param high ninetieth percentile of the same
 */
record Clustering(
        @Nullable Gate shut,
        int acts,
        int days,
        @Nullable Double low,
        @Nullable Double median,
        @Nullable Double high) {

    /** What keeps it from being published. */
    enum Gate {
        /** Fewer than 60 days of one regime. */
        SHORT,
        /** Fewer than 100 incidents. */
        FEW,
        /** Coverage of one day more than three times that of another. */
        UNEVEN,
        /** Times are not known to six hours. */
        COARSE,
        /** Sources may have told of one incident twice. */
        DUPLICATES
    }
}
