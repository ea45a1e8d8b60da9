package org.truce.model;

/** Carries a {@link Problem} out of a place where no value can be returned, up to whoever tells the user. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** @param problem what is wrong, where, and what to do */
    public ProblemException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** A problem thrown on the spot. */
    public ProblemException(String code, String place, String sentence) {
        this(new Problem(code, place, sentence));
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }
}
