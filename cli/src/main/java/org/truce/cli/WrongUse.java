package org.truce.cli;

import org.truce.model.Problem;

/** The command was used wrongly, in a way that only the command itself could tell. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    WrongUse(String code, String place, String sentence) {
        super(sentence);
        problem = new Problem(code, place, sentence);
    }

    /** What is wrong and what to do. */
    Problem problem() {
        return problem;
    }
}
