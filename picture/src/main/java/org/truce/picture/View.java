package org.truce.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.truce.model.entry.Audience;
import org.truce.model.entry.Entry;
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
    private final boolean[] reads;
    private final Knowledge knowledge;
    private volatile @Nullable ZoneRules rules;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    View(Picture picture, Instant valid, long known, Audience audience) {
        this.picture = picture;
        this.valid = valid;
        this.known = known;
        this.audience = audience;
        picture.lock().readLock().lock();
        try {
            this.knowledge = picture.knowledge(known, audience);
            this.limit = picture.rowsBefore(known);
            List<Audience> all = picture.rows().audiences().all();
            this.reads = new boolean[all.size()];
            for (int i = 0; i < reads.length; i++) {
                reads[i] = audience.reads(all.get(i));
            }
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

    /** Whether the mandate says that all of this is invented for training. */
    public boolean exercise() {
        Ground.MandateSet mandate = mandate();
        return mandate != null && mandate.exercise();
    }

    /** The heads of all chains of a kind that this reader knows and that were not withdrawn, in record order. */
    public <B extends Body> List<Held<B>> heads(Class<B> kind) {
        return knowledge.heads(kind, this::collect);
    }

    /** The heads of a kind that took place before the end of the view's instant, in order of taking place. */
    public <B extends Body> List<Held<B>> happened(Class<B> kind) {
        if (heads(kind) instanceof HeldRows<B>) {
            return locked(() -> {
                TimeOrder order = order(kind);
                return new HeldRows<>(this, order.rows(), order.before(valid), kind);
            });
        }
        return knowledge.timeline(kind, () -> timeline(kind)).before(valid);
    }

    /** The rows of the heads of a kind in order of taking place; of one time, in record order. */
    private TimeOrder order(Class<? extends Body> kind) {
        return knowledge.derive(
                "order of " + kind.getName(),
                TimeOrder.class,
                () -> TimeOrder.of(this, standing(kind), Comparator.naturalOrder()));
    }

    private <B extends Body> Knowledge.Timeline<B> timeline(Class<B> kind) {
        List<Held<B>> sorted = heads(kind).stream()
                .sorted(Comparator.comparing((Held<B> held) -> began(held)).thenComparingLong(Held::index))
                .toList();
        return new Knowledge.Timeline<>(sorted, sorted.stream().map(this::began).toArray(Instant[]::new));
    }

    /** The observed acts of force that it knows and that stand, in order of time and then of id. */
    TimeOrder force() {
        return knowledge.derive(
                "force",
                TimeOrder.class,
                () -> TimeOrder.of(
                        this,
                        picture.columns().force(this),
                        Comparator.comparing(row -> picture.rows().id(row))));
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
            int row = picture.rows().find(id);
            return row < 0 || row >= limit || !readable(row) ? null : held(row, Body.class);
        });
    }

    /** The head of the chain to which an entry belongs; null where this reader knows none or it was withdrawn. */
    public @Nullable Held<Body> head(UUID id) {
        return locked(() -> {
            int row = picture.rows().find(id);
            if (row < 0 || row >= limit) {
                return null;
            }
            int head = -1;
            for (int at = picture.rows().first(row);
                    at >= 0 && at < limit;
                    at = picture.rows().next(at)) {
                head = readable(at) ? at : head;
            }
            return head < 0 || withdrawal(head) ? null : held(head, Body.class);
        });
    }

    /** The ids of the chain to which an entry belongs, oldest first, as far as this reader knows it. */
    public List<UUID> chain(UUID id) {
        return locked(() -> {
            List<UUID> chain = new ArrayList<>();
            int row = picture.rows().find(id);
            for (int at = row < 0 ? -1 : picture.rows().first(row);
                    at >= 0 && at < limit;
                    at = picture.rows().next(at)) {
                if (readable(at)) {
                    chain.add(picture.rows().id(at));
                }
            }
            return chain;
        });
    }

    /** Everything that this reader knows, in record order, replaced and withdrawn entries too; made as it is asked for. */
    public List<Held<Body>> all() {
        return locked(() -> {
            RowList.Part rows = picture.readable(audience);
            return new HeldRows<>(this, rows.rows(), rows.below(limit), Body.class);
        });
    }

    /**
     * The same from an index in the record on, of one kind; costs no more than finding them.
     *
     * @param from index in the record
     * @param kind as it is written; all kinds where null
     */
    public List<Held<Body>> all(long from, @Nullable String kind) {
        return locked(() -> {
            int first = picture.rowsBefore(from);
            int[] chosen = picture.readable(audience)
                    .between(first, limit)
                    .filter(row -> kind == null || kind.equals(kindOf(row)))
                    .toArray();
            return new HeldRows<>(this, chosen, chosen.length, Body.class);
        });
    }

    /**
     * The heads of all chains that this reader knows and that were not withdrawn, of every kind, in record order; made as
     * they are asked for.
     */
    public List<Held<Body>> current() {
        return current(Body.class);
    }

    /** The same, of the kinds of a family. */
    public <F extends Body> List<Held<Body>> current(Class<F> family) {
        return locked(() -> {
            int[] standing = Arrays.stream(picture.rowsOf(family, limit))
                    .filter(this::visible)
                    .toArray();
            return new HeldRows<>(this, standing, standing.length, Body.class);
        });
    }

    /**
     * The same, of which the matter began before the view's instant. Only where they stand is kept: what a test looks at is
     * read for it and let go, and without one nothing is read.
     *
     * @param kind as it is written; all kinds where null
     * @param test which to list; all where null
     */
    public List<Held<Body>> begun(@Nullable String kind, @Nullable Predicate<Held<Body>> test) {
        return locked(() -> {
            int[] rows = IntStream.range(0, limit)
                    .filter(row -> visible(row) && (kind == null || kind.equals(kindOf(row))))
                    .filter(row -> beganOf(row).isBefore(valid))
                    .filter(row -> test == null || test.test(held(row, Body.class)))
                    .toArray();
            return new HeldRows<>(this, rows, rows.length, Body.class);
        });
    }

    /** The same, in record order, but those of which the columns tell that their point fails a test. */
    List<Held<Body>> placed(Predicate<Coordinate> test) {
        return locked(() -> {
            int[] rows = IntStream.concat(picture.columns().placed(this, test), Arrays.stream(picture.rare(limit)))
                    .filter(this::visible)
                    .distinct()
                    .sorted()
                    .toArray();
            return new HeldRows<>(this, rows, rows.length, Body.class);
        });
    }

    /** The observations that name a weapon or a calibre, of all times, in order of taking place. */
    public List<Held<Observation.Observed>> observedWeapons() {
        return locked(() -> {
            int[] rows = Arrays.stream(standing(Observation.Observed.class))
                    .filter(row -> picture.rows().has(row, Rows.WEAPON))
                    .toArray();
            TimeOrder order = TimeOrder.of(this, rows, Comparator.naturalOrder());
            return new HeldRows<>(this, order.rows(), order.size(), Observation.Observed.class);
        });
    }

    /** How many entries of each kind this reader knows. */
    public Map<String, Integer> counts() {
        return locked(() -> {
            Map<String, Integer> counts = new HashMap<>();
            int[] many = new int[Rows.KINDS.size()];
            for (int row = 0; row < limit; row++) {
                if (readable(row)) {
                    int kind = picture.rows().kind(row);
                    if (kind >= 0) {
                        many[kind]++;
                    } else {
                        counts.merge(picture.rows().entry(row).kind(), 1, Integer::sum);
                    }
                }
            }
            for (int kind = 0; kind < many.length; kind++) {
                if (many[kind] > 0) {
                    counts.merge(Rows.KINDS.get(kind).getSimpleName(), many[kind], Integer::sum);
                }
            }
            return counts;
        });
    }

    private String kindOf(int row) {
        int kind = picture.rows().kind(row);
        return kind < 0
                ? picture.rows().entry(row).kind()
                : Rows.KINDS.get(kind).getSimpleName();
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
     * A value that rests on what is known alone and not on the instant: views of the same knowledge share it.
     *
     * @param key what it is; of a class that nobody else uses for another thing
     * @param compute must not ask of which instant the view speaks
     */
    public <T> T deriveKnown(Object key, Class<T> type, Supplier<T> compute) {
        return knowledge.derive(key, type, compute);
    }

    /**
     * A value that becomes another only where something begins that few entries state, or a boundary begins or ends:
     * shared by the views of the same knowledge whose instants lie between the same two such moments.
     *
     * @param compute must ask nothing of the instant but which entries and boundaries had begun or ended by then
     */
    public <T> T deriveInEra(Class<T> type, Supplier<T> compute) {
        return knowledge.inEra(valid, () -> locked(() -> Moments.of(this)), type, compute);
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

    /**
     * How many observations of each class began on each of the days [first, end) of the mandate's zone, exercises left
     * out; days without any are left out too. One pass over the days that are asked for.
     */
    public Map<LocalDate, Map<Observation.SeenType, Double>> observedDaily(LocalDate first, LocalDate end) {
        return locked(() -> picture.columns().daily(this, first, end));
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
            int[] rows = standing(kind);
            HeldRows<B> held = new HeldRows<>(this, rows, rows.length, kind);
            return Rows.KINDS.contains(kind) ? held : List.copyOf(held);
        });
    }

    /** The rows of the heads of a kind. */
    private int[] standing(Class<? extends Body> kind) {
        RowList rows = picture.rowsOf(kind);
        return rows == null
                ? new int[0]
                : rows.part().until(limit).filter(this::visible).toArray();
    }

    /** Rows below this one are known. */
    int limit() {
        return limit;
    }

    /** Whether the numbers of a row count: that this reader may read it, and that nothing that he may read replaces it. */
    boolean counts(int row, int audienceCode) {
        return reads[audienceCode] && (picture.rows().next(row) < 0 || visible(row));
    }

    boolean readable(int row) {
        return reads[picture.rows().audienceCode(row)] && !picture.rows().has(row, Rows.GONE);
    }

    private boolean withdrawal(int row) {
        return picture.rows().has(row, Rows.WITHDRAWS);
    }

    /** When what a row states began, to the millisecond. */
    long beganMillis(int row) {
        Rows rows = picture.rows();
        long from = rows.from(row);
        if (rows.has(row, Rows.ZONED)) {
            return from;
        }
        ZoneRules known = rules;
        if (known == null) {
            known = zone().getRules();
            rules = known;
        }
        return Began.instant(from, known);
    }

    /** When what a row states began. */
    Instant beganOf(int row) {
        Rows rows = picture.rows();
        return rows.has(row, Rows.CUT) ? began(rows.entry(row)) : Began.instant(beganMillis(row));
    }

    <B extends Body> Held<B> held(int row, Class<B> kind) {
        return locked(() -> {
            Rows rows = picture.rows();
            Entry entry = rows.entry(row);
            return new Held<>(
                    rows.index(row), Instant.ofEpochMilli(rows.recorded(row)), entry, kind.cast(entry.body()));
        });
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
