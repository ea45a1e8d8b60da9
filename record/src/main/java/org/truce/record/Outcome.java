package org.truce.record;

import java.time.Instant;
import java.util.List;
import org.truce.model.Problem;

/** What became of a candidate. */
public sealed interface Outcome {
    /**
     * It is in the record, and durable.
     *
     * @param index its index
     * @param recorded when the record took it, to the millisecond
     */
    record Appended(long index, Instant recorded) implements Outcome {}

    /**
     * The same bytes under the same id were in the record before.
     *
     * @param index its index
     * @param recorded when the record took it
     */
    record Known(long index, Instant recorded) implements Outcome {}

    /**
     * It is not in the record.
     *
     * @param problems what its author can mend; not empty
     */
    record Refused(List<Problem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }

        static Refused of(String code, String place, String sentence) {
            return new Refused(List.of(new Problem(code, place, sentence)));
        }

        /** The first problem. */
        public Problem problem() {
            return problems.getFirst();
        }
    }
}
