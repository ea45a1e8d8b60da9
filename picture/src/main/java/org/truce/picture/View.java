package org.truce.picture;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
import org.truce.model.entry.Replacement;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground;
import org.truce.model.kind.Observation;

/**
 * The picture of one instant, as known with the first entries of the record, for one reader. What it derives it derives
 * once. Immutable and thread-safe; two views of the same arguments answer alike to the byte.
 */
public final class View {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Picture picture;
    private final Instant valid;
    private final long known;
    private final Audience audience;
    private final int limit;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    View(Picture picture, Instant valid, long known, Audience audience) {
        this.picture = picture;
        this.valid = valid;
        this.known = known;
        this.audience = audience;
        picture.lock().readLock().lock();
        try {
            this.limit = picture.rowsBefore(known);
        } finally {
            picture.lock().readLock().unlock();
        }
    }

    /** The instant of which this view speaks. */
    public Instant valid() {
        return valid;
    }

    /** The record size that it knows. */
    public long known() {
        return known;
    }

    /** Whose view it is. */
    public Audience audience() {
        return audience;
    }

    /** The same reader's view of another instant, with the same knowledge. */
    public View on(Instant otherValid) {
        return new View(picture, otherValid, known, audience);
    }

    /** The same reader's view of the same instant, as known with another record size. */
    public View knowing(long otherKnown) {
        return new View(picture, valid, Math.min(otherKnown, picture.size()), audience);
    }

    /** The picture from which it was taken. */
    public Picture picture() {
        return picture;
    }

    /** The newest mandate; null where nobody set one. */
    public Ground.@Nullable MandateSet mandate() {
        List<Held<Ground.MandateSet>> all = heads(Ground.MandateSet.class);
        return all.isEmpty() ? null : all.getLast().body();
    }

    /** The zone of days: the mandate's, else UTC. */
    public ZoneId zone() {
        Ground.MandateSet mandate = mandate();
        return mandate == null ? UTC : mandate.zone();
    }

    /** The heads of all chains of a kind that this reader knows and that were not withdrawn, in record order. */
    public <B extends Body> List<Held<B>> heads(Class<B> kind) {
        @SuppressWarnings("unchecked")
        List<Held<B>> list = (List<Held<B>>) derived.computeIfAbsent(kind, _ -> collect(kind));
        return list;
    }

    /** The heads of a kind that took place before the end of the view's instant, in order of taking place. */
    public <B extends Body> List<Held<B>> happened(Class<B> kind) {
        return heads(kind).stream()
                .filter(held -> began(held).isBefore(valid))
                .sorted(Comparator.comparing((Held<B> held) -> began(held)).thenComparingLong(Held::index))
                .toList();
    }

    /** The first instant at which what an entry states may have taken place; when it was stated, where it has none. */
    public Instant began(Held<?> held) {
        return began(held.entry());
    }

    /** The first instant at which what an entry states may have taken place; when it was stated, where it has none. */
    public Instant began(Entry entry) {
        return entry.occurred() == null ? entry.stated() : entry.occurred().earliest(zone());
    }

    /** The first instant after what an entry states; when it was stated, where it has none. */
    public Instant ended(Entry entry) {
        return entry.occurred() == null ? entry.stated() : entry.occurred().latest(zone());
    }

    /** The entry with an id, whether or not it is a head; null where this reader does not know it. */
    public @Nullable Held<Body> find(UUID id) {
        return locked(() -> {
            Integer row = picture.rows().find(id);
            return row == null || row >= limit || !readable(row) ? null : held(row);
        });
    }

    /** The head of the chain to which an entry belongs; null where this reader knows none or it was withdrawn. */
    public @Nullable Held<Body> head(UUID id) {
        return locked(() -> {
            Integer row = picture.rows().find(id);
            if (row == null || row >= limit) {
                return null;
            }
            int head = -1;
            for (int at = picture.rows().first(row);
                    at >= 0 && at < limit;
                    at = picture.rows().next(at)) {
                head = readable(at) ? at : head;
            }
            return head < 0 || withdrawal(head) ? null : held(head);
        });
    }

    /** The ids of the chain to which an entry belongs, oldest first, as far as this reader knows it. */
    public List<UUID> chain(UUID id) {
        return locked(() -> {
            List<UUID> chain = new ArrayList<>();
            Integer row = picture.rows().find(id);
            for (int at = row == null ? -1 : picture.rows().first(row);
                    at >= 0 && at < limit;
                    at = picture.rows().next(at)) {
                if (readable(at)) {
                    chain.add(picture.rows().entry(at).id());
                }
            }
            return chain;
        });
    }

    /** Everything that this reader knows, in record order, replaced and withdrawn entries too. */
    public List<Held<Body>> all() {
        return locked(() -> {
            List<Held<Body>> all = new ArrayList<>();
            for (int row = 0; row < limit; row++) {
                if (readable(row)) {
                    all.add(held(row));
                }
            }
            return all;
        });
    }

    /** The heads of all chains that this reader knows and that were not withdrawn, of every kind, in record order. */
    public List<Held<Body>> current() {
        return locked(() -> {
            List<Held<Body>> current = new ArrayList<>();
            for (int row = 0; row < limit; row++) {
                if (visible(row)) {
                    current.add(held(row));
                }
            }
            return current;
        });
    }

    /** How many entries of each kind this reader knows. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        all().forEach(held -> counts.merge(held.entry().kind(), 1, Integer::sum));
        return counts;
    }

    /** A value derived from this view, computed once. */
    public <T> T derive(Class<T> type, Supplier<T> compute) {
        Object value = derived.get(type);
        if (value == null) {
            value = compute.get();
            derived.put(type, value);
        }
        return type.cast(value);
    }

    /**
     * How many observations of each class began in [since, until), exercises left out.
     *
     * @param centre only within {@code metres} of it; everywhere where null
     * @param metres radius, geodesic
     */
    public Map<Observation.SeenType, Double> observed(
            Instant since, Instant until, @Nullable Point centre, double metres) {
        return locked(() -> picture.columns().count(this, since, until, centre, metres));
    }

    /** How many units of traffic passed through the corridors in [since, until), by all counts. */
    public double passed(Instant since, Instant until) {
        return locked(() -> picture.columns().passed(this, since, until));
    }

    /** How many persons returned in [since, until), by the counts of single days. */
    public double returned(Instant since, Instant until) {
        return locked(() -> picture.columns().returned(this, since, until));
    }

    boolean visible(int row) {
        if (row >= limit || !readable(row) || withdrawal(row)) {
            return false;
        }
        for (int later = picture.rows().next(row);
                later >= 0 && later < limit;
                later = picture.rows().next(later)) {
            if (readable(later)) {
                return false;
            }
        }
        return true;
    }

    private <B extends Body> List<Held<B>> collect(Class<B> kind) {
        return locked(() -> {
            RowList rows = picture.rowsOf(kind);
            List<Held<B>> list = new ArrayList<>();
            for (int i = 0; rows != null && i < rows.size() && rows.get(i) < limit; i++) {
                if (visible(rows.get(i))) {
                    list.add(held(rows.get(i), kind));
                }
            }
            return List.copyOf(list);
        });
    }

    private boolean readable(int row) {
        return audience.reads(picture.rows().entry(row).audience());
    }

    private boolean withdrawal(int row) {
        Replacement replaces = picture.rows().entry(row).replaces();
        return replaces != null && replaces.withdraws();
    }

    private Held<Body> held(int row) {
        return held(row, Body.class);
    }

    private <B extends Body> Held<B> held(int row, Class<B> kind) {
        Rows rows = picture.rows();
        Entry entry = rows.entry(row);
        return new Held<>(rows.index(row), Instant.ofEpochMilli(rows.recorded(row)), entry, kind.cast(entry.body()));
    }

    <T extends @Nullable Object> T locked(Supplier<T> read) {
        picture.lock().readLock().lock();
        try {
            return read.get();
        } finally {
            picture.lock().readLock().unlock();
        }
    }

    /** The ids of entries, in the order given. */
    public static List<UUID> ids(Collection<? extends Held<?>> held) {
        return held.stream().map(Held::id).toList();
    }
}
