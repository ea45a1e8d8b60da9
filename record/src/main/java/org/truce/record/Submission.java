package org.truce.record;

import java.io.IOException;
import org.truce.record.witness.Answer;

/** Carries a request to a witness: {@code POST <prefix>/add-checkpoint}. Thread-safe. */
@FunctionalInterface
public interface Submission {
    /**
     * Sends one request and waits for the answer, but not for long.
     *
     * @param prefix the witness's submission prefix
     * @param request the body
     * @throws IOException where there is no answer
     */
    Answer submit(String prefix, byte[] request) throws IOException, InterruptedException;
}
