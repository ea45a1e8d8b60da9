package org.truce.record;

import java.util.ArrayList;
import java.util.List;
import org.truce.model.Problem;

/** What a verification has found so far: the first hundred problems, and how many there are. */
final class Findings {
    private static final int KEPT = 100;

    private final List<Problem> problems = new ArrayList<>();
    private long found;

    void add(String code, String place, String sentence) {
        add(new Problem(code, place, sentence));
    }

    void add(Problem problem) {
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
