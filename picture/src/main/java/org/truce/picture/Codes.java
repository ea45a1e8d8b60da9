package org.truce.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers for values that return often, from 0 in order of coming. Not thread-safe. */
final class Codes<T> {
    private final Map<T, Integer> codes = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    /** The number of a value, a new one where it has none. */
    int of(T value) {
        Integer known = codes.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        if (values.size() > Short.MAX_VALUE) {
            throw new IllegalStateException("more different values than a short has: " + values.size());
        }
        values.add(value);
        return values.size() - 1;
    }

    T get(int code) {
        return values.get(code);
    }

    List<T> all() {
        return values;
    }
}
