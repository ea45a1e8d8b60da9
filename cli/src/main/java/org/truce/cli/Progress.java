package org.truce.cli;

import java.time.Duration;
import java.time.Instant;

/** Tells on standard error how far long work has come: nothing in the first seconds, then a line now and then. */
final class Progress {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Console console;
    private Instant next;

    Progress(Console console) {
        this.console = console;
        this.next = console.clock().instant().plus(PATIENCE);
    }

    /**
     * Work has come this far.
     *
     * @param what was done to each
     * @param done how many
     * @param of how many; 0 where nobody knows
     */
    void at(String what, long done, long of) {
        // The clock is read once in a while only: a call of it for each of a million lines would be seen.
        if ((done & 0xff) != 0) {
            return;
        }
        Instant now = console.clock().instant();
        if (now.isAfter(next)) {
            next = now.plus(PATIENCE);
            console.err().println(what + " " + done + (of == 0 ? "" : " of " + of) + " …");
        }
    }
}
