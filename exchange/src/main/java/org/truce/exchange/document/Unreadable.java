package org.truce.exchange.document;

import org.truce.model.Problem;

/** Ends the work on a document that cannot be read; never leaves the package. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unreadable(String code, String place, String sentence) {
        super(sentence, null, false, false);
        this.problem = new Problem(code, place, sentence);
    }

    Problem problem() {
        return problem;
    }
}
