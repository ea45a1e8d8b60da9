package org.truce.picture;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Body;

/**
 * What a reader knows with the first entries of a record, whatever the instant of which it is asked. Views of the same
 * knowledge share it: the first that asks pays, the others look up where their instant lies. Between two moments at which
 * something that few entries state begins or ends, an era, they share even more. Thread-safe; grows, and never changes.
 */
final class Knowledge {
    /** How many eras are kept from one question to the next. */
    private static final int ERAS = 8;

    private final Map<Class<?>, List<?>> heads = new ConcurrentHashMap<>();
    private final Map<Class<?>, Timeline<?>> timelines = new ConcurrentHashMap<>();
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();
    private final Map<Integer, Map<Class<?>, Object>> eras = new LinkedHashMap<>(ERAS, 1, true);
    private volatile Instant @Nullable [] moments;

    /**
     * The heads of a kind in order of taking place.
     *
     * @param held in that order
     * @param began when each began
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Timeline<B extends Body>(List<Held<B>> held, Instant[] began) {
        /** Those that began before an instant. */
        List<Held<B>> before(Instant instant) {
            return held.subList(0, count(began, instant));
        }
    }

    @SuppressWarnings("unchecked") // each list is filed under the kind of its entries
    <B extends Body> List<Held<B>> heads(Class<B> kind, Function<Class<B>, List<Held<B>>> collect) {
        List<?> list = heads.get(kind);
        if (list == null) {
            list = collect.apply(kind);
            heads.put(kind, list);
        }
        return (List<Held<B>>) list;
    }

    @SuppressWarnings("unchecked") // likewise
    <B extends Body> Timeline<B> timeline(Class<B> kind, Supplier<Timeline<B>> compute) {
        Timeline<?> line = timelines.get(kind);
        if (line == null) {
            line = compute.get();
            timelines.put(kind, line);
        }
        return (Timeline<B>) line;
    }

    /** What rests on what is known alone. */
    <T> T derive(Object key, Class<T> type, Supplier<T> compute) {
        Object value = derived.get(key);
        if (value == null) {
            value = compute.get();
            derived.put(key, value);
        }
        return type.cast(value);
    }

    /** What is the same for all instants between two moments. */
    <T> T inEra(Instant valid, Supplier<Instant[]> find, Class<T> type, Supplier<T> compute) {
        Instant[] known = moments;
        if (known == null) {
            known = find.get();
            moments = known;
        }
        Map<Class<?>, Object> era;
        synchronized (eras) {
            era = eras.computeIfAbsent(count(known, valid), _ -> new ConcurrentHashMap<>());
            if (eras.size() > ERAS) {
                eras.remove(eras.keySet().iterator().next());
            }
        }
        Object value = era.get(type);
        if (value == null) {
            value = compute.get();
            era.put(type, value);
        }
        return type.cast(value);
    }

    /** How many of some instants, ascending, lie before one. */
    static int count(Instant[] ascending, Instant instant) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle].isBefore(instant)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Instants in order, each once. */
    static Instant[] ascending(List<Instant> instants) {
        return Arrays.stream(instants.toArray(Instant[]::new))
                .sorted()
                .distinct()
                .toArray(Instant[]::new);
    }
}
