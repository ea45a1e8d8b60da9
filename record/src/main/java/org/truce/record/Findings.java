package org.truce.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.truce.model.Problem;

/** What a verification has found so far: the first hundred problems, and how many there are. */
final class Findings {
    private static final int KEPT = 100;

    private final Predicate<Problem> ignored;
    private final List<Problem> problems = new ArrayList<>();
    private long found;

    /** Of everything that is wrong. */
    Findings() {
        this(_ -> false);
    }

    /** Without what is told by other means. */
    Findings(Predicate<Problem> ignored) {
        this.ignored = ignored;
    }

    void add(String code, String place, String sentence) {
        add(new Problem(code, place, sentence));
    }

    void add(Problem problem) {
        if (ignored.test(problem)) {
            return;
        }
        found++;
        if (problems.size() < KEPT) {
            problems.add(problem);
        }
    }

    long found() {
        return found;
    }

    List<Problem> problems() {
        return problems;
    }
}
