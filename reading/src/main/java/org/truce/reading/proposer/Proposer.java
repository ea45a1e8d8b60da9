package org.truce.reading.proposer;

import org.truce.model.Problem;

/** Something that answers questions about a text, such as a language model. What it answers is not believed. */
public interface Proposer {
    /** What came of a question. */
    sealed interface Result {
        /**
         * An answer, of whatever kind.
         *
         * @param model name of what answered
         * @param answer its words, as they came
         */
        record Answered(String model, String answer) implements Result {}

        /** No answer. */
        record Failed(Problem problem) implements Result {}
    }

    /** Asks once. Never throws; returns within a time of its own. */
    Result ask(Question question);
}
