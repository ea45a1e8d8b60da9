package org.truce.server;

import org.springframework.http.HttpStatus;
import org.truce.model.Problem;

/** A problem that is answered as RFC 9457 says. */
final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final HttpStatus status;

    HttpProblem(HttpStatus status, Problem problem) {
        super(problem.toString());
        this.status = status;
        this.problem = problem;
    }

    HttpProblem(HttpStatus status, String code, String place, String sentence) {
        this(status, new Problem(code, place, sentence));
    }

    Problem problem() {
        return problem;
    }

    HttpStatus status() {
        return status;
    }
}
