package org.truce.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of asking one witness for its cosignature.
 *
 * @param name of the witness in the policy
 * @param state what came of it
 * @param time when it cosigned; there where it did
 * @param detail what it said, or why it could not be asked; one line, empty where it cosigned
 */
public record WitnessAnswer(String name, State state, Optional<Instant> time, String detail) {
    /** What came of it. */
    public enum State {
        /** It cosigned the checkpoint. */
        COSIGNED,
        /** No answer in time, or no address: nothing is known of what it would say. */
        UNREACHABLE,
        /** It answered, and not with a cosignature: it does not know the log, or not its key. */
        DECLINED,
        /** It has cosigned another history of this log: somebody rewrote the record, or two wrote to it. */
        FORKED
    }

    static WitnessAnswer of(String name, State state, String detail) {
        return new WitnessAnswer(
                name, state, Optional.empty(), detail.lines().findFirst().orElse(""));
    }
}
