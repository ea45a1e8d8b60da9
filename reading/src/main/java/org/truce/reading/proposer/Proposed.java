package org.truce.reading.proposer;

import java.util.List;
import org.truce.model.Problem;
import org.truce.reading.Reading;

/**
 * What is left of a model's answer. Events are proposed by a machine: never counted, in no public figure, until a person
 * confirms them.
 *
 * @param model name of what answered
 * @param questionHash SHA-256 of the question
 * @param answerHash SHA-256 of the answer
 * @param events the events whose every slot was found in the text
 * @param refused the others, each with what is wrong and its place in the answer
 */
public record Proposed(
        String model, String questionHash, String answerHash, List<Reading.Event> events, List<Problem> refused) {
    /** The mark that stands with each of its events. */
    public static final String MARK = "machine-proposed";

    /** Copies the lists. */
    public Proposed {
        events = List.copyOf(events);
        refused = List.copyOf(refused);
    }
}
