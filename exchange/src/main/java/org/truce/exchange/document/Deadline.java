package org.truce.exchange.document;

import java.time.Duration;
import org.truce.model.Problem;

/** Until when the work on a document may take. Thread-safe. */
final class Deadline {
    private final Duration time;
    private final long end;
    private volatile boolean passed;

    Deadline(Duration time) {
        this.time = time;
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Ends the work where the time is over; cheap enough for every operator of a page. */
    void check() {
        if (passed || System.nanoTime() - end > 0) {
            Problem problem = problem();
            throw new Unreadable(problem.code(), problem.place(), problem.sentence());
        }
    }

    /** The time is over, whatever the clock says. */
    void pass() {
        passed = true;
    }

    Problem problem() {
        return new Problem(
                "too-slow",
                "/",
                "The document was not read within " + time.toSeconds() + " seconds: give the pages that are meant.");
    }
}
