package org.truce.model.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.truce.model.Invalid;
import org.truce.model.Problem;

/** The problems found while one document is read, each with the JSON pointer (RFC 6901) of its place. */
final class Problems {
    private final Deque<String> path = new ArrayDeque<>();
    private final List<Problem> found = new ArrayList<>();

    /** Reads something one level down. */
    <T extends @Nullable Object> T at(String step, Supplier<T> read) {
        path.addLast(step);
        try {
            return read.get();
        } finally {
            path.removeLast();
        }
    }

    /** Builds a value; what its constructor refuses becomes a problem here. */
    <T> @Nullable T build(Supplier<T> build) {
        try {
            return build.get();
        } catch (Invalid e) {
            add(e.code(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Adds a problem at the present place. */
    void add(String code, String sentence) {
        found.add(new Problem(code, pointer(), sentence));
    }

    /** Adds a problem at a field of the present place. */
    void add(String field, String code, String sentence) {
        at(field, () -> {
            add(code, sentence);
            return found;
        });
    }

    int size() {
        return found.size();
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    private String pointer() {
        StringBuilder out = new StringBuilder();
        for (Iterator<String> steps = path.iterator(); steps.hasNext(); ) {
            out.append('/').append(steps.next().replace("~", "~0").replace("/", "~1"));
        }
        return out.isEmpty() ? "/" : out.toString();
    }
}
