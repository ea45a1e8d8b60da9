package org.truce.reading.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Observation.Explosion;
import org.truce.model.kind.Observation.Means;
import org.truce.model.kind.Observation.SeenType;
import org.truce.reading.bulletin.Sighting.Seen;
import org.truce.reading.dates.DateMention;
import org.truce.reading.lexicon.Hit;
import org.truce.reading.lexicon.Language;
import org.truce.reading.page.Page;
import org.truce.reading.page.Part;
import org.truce.reading.page.Role;
import org.truce.reading.places.PlaceMention;
import org.truce.reading.quantities.Quantity;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.text.Within;

/**
 * Reads the sentences of a bulletin, {@code bulletin.txt}: those in which a number counts violations or one of their
 * classes. One instance reads one text; cost linear in it.
 */
public final class Bulletin {
    private static final int MOST = 1_000_000_000;

    private final Page page;
    private final List<Token> tokens;
    private final List<Hit> hits;
    private final List<DateMention> dates;
    private final List<PlaceMention> places;
    private final List<Quantity> quantities;
    private final String[] points;

    private Bulletin(Page page, List<DateMention> dates, List<PlaceMention> places, List<Quantity> quantities) {
        this.page = page;
        this.tokens = page.tokens();
        this.dates = dates;
        this.places = places;
        this.quantities = quantities;
        this.hits = Language.of(page.lang(), "bulletin").find(tokens);
        this.points = new String[tokens.size()];
        java.util.Arrays.fill(points, "");
        for (Hit hit : hits) {
            if (hit.section().startsWith("north") || hit.section().startsWith("south") || side(hit)) {
                points[hit.from()] = points[hit.from()].isEmpty() ? hit.section() : points[hit.from()];
            }
        }
    }

    private static boolean side(Hit hit) {
        return hit.section().equals("east") || hit.section().equals("west");
    }

    /** The observations that a page's story proposes, in order. */
    public static List<Sighting> read(
            Page page, List<DateMention> dates, List<PlaceMention> places, List<Quantity> quantities) {
        Bulletin bulletin = new Bulletin(page, dates, places, quantities);
        List<Sighting> out = new ArrayList<>();
        for (Part part : page.parts()) {
            for (Sentence s : part.role() == Role.BODY ? part.sentences() : List.<Sentence>of()) {
                Sighting one = bulletin.sentence(s);
                if (one != null) {
                    out.add(one);
                }
            }
        }
        return out;
    }

    private @Nullable Sighting sentence(Sentence s) {
        List<Hit> own = Within.of(hits, Hit::from, s.from(), s.to());
        Counted counted = new Counted();
        for (Quantity q : Within.of(quantities, Quantity::from, s.from(), s.to())) {
            counted.add(q, own);
        }
        if (counted.seen.isEmpty() && counted.total < 0) {
            return null;
        }
        Means means = means(own);
        if (means == null && counted.seen.isEmpty()) {
            return null;
        }
        long sum = counted.seen.stream().mapToLong(Seen::count).sum();
        long total = counted.total < 0 ? sum : counted.total;
        if (Math.max(sum, total) > MOST) {
            return null;
        }
        List<Seen> seen = new ArrayList<>(counted.seen);
        if (sum < total) {
            seen.add(new Seen(SeenType.OTHER, null, total - sum, counted.qualifier, "", ""));
        }
        int[] far = distance(own, counted.first, s.to());
        String[] clock = clock(s);
        List<DateMention> days = Within.of(dates, DateMention::from, s.from(), s.to());
        String day = days.stream()
                .filter(d -> d.day() && !d.instrument() && !d.since())
                .map(DateMention::iso)
                .findFirst()
                .orElse("");
        List<PlaceMention> named = Within.of(places, PlaceMention::from, s.from(), s.to());
        Hit assessed = first(own, "assessed");
        boolean exercise = first(own, "exercise") != null;
        return new Sighting(
                means,
                day,
                clock[0],
                clock[1],
                named.isEmpty() ? null : named.getFirst(),
                total,
                counted.qualifier,
                List.copyOf(seen),
                far[0],
                far[1],
                far[2] < 0 ? List.of() : Bearings.from(tokens, points, far[2], s.to()),
                assessed == null ? "" : page.words(assessed.from(), s.to()),
                exercise ? (counted.exercises > 0 ? counted.exercises : total) : 0,
                sum > total ? "classes-do-not-add-up" : "",
                tokens.get(s.from()).start(),
                tokens.get(s.to() - 1).end());
    }

    /** What the numbers of one sentence count. */
    private final class Counted {
        final List<Seen> seen = new ArrayList<>();
        long total = -1;
        long exercises;
        String qualifier = "exact";
        int first = -1;

        void add(Quantity q, List<Hit> own) {
            long n = whole(q);
            if (n < 0) {
                return;
            }
            int end = Math.min(tokens.size(), q.to() + 1);
            SeenType type = null;
            Explosion kind = null;
            boolean violations = false;
            for (Hit hit : Within.of(own, Hit::from, q.from(), end)) {
                String name = hit.section();
                if (name.startsWith("class-") && type == null && hit.from() < q.to()) {
                    violations = name.equals("class-violation");
                    type = violations ? SeenType.OTHER : SeenType.valueOf(constant(name, "class-"));
                } else if (name.startsWith("kind-") && kind == null) {
                    kind = Explosion.valueOf(constant(name, "kind-"));
                }
            }
            boolean exercise = trained(q, own);
            if (type == null && kind == null) {
                exercises = exercise && exercises == 0 && q.unit().isEmpty() ? n : exercises;
                boolean bare = q.unit().isEmpty() && total < 0 && colon(q);
                total = bare && seen.isEmpty() ? n : total;
                first = bare && first < 0 ? q.from() : first;
                return;
            }
            first = first < 0 ? q.from() : first;
            if (violations) {
                exercises = exercise && total >= 0 ? n : exercises;
                qualifier = total < 0 ? q.qualifier() : qualifier;
                total = total < 0 ? n : total;
            } else if (total >= 0 && before(q)) {
                return;
            } else {
                put(new Seen(
                        kind == null ? SeenType.valueOf(String.valueOf(type)) : SeenType.EXPLOSION,
                        kind,
                        n,
                        q.qualifier(),
                        weapon(q, own),
                        calibre(q, own)));
            }
        }

        /** Kinds of explosions after their sum take its place, one by one. */
        private void put(Seen one) {
            for (Seen whole : List.copyOf(seen)) {
                boolean part = one.explosion() != null
                        && whole.type() == SeenType.EXPLOSION
                        && whole.explosion() == null
                        && whole.count() >= one.count();
                if (part) {
                    seen.remove(whole);
                    seen.add(one);
                    if (whole.count() > one.count()) {
                        seen.add(new Seen(
                                SeenType.EXPLOSION, null, whole.count() - one.count(), whole.qualifier(), "", ""));
                    }
                    return;
                }
            }
            qualifier = seen.isEmpty() && total < 0 ? one.qualifier() : qualifier;
            seen.add(one);
        }
    }

    /** Whether a number stands in brackets, as the figures of an earlier period do. */
    private boolean before(Quantity q) {
        for (int i = q.from() - 1; i >= 0 && i >= q.from() - 8; i--) {
            if (tokens.get(i).is('(')) {
                return true;
            }
            if (tokens.get(i).isAny(").;")) {
                return false;
            }
        }
        return false;
    }

    private boolean colon(Quantity q) {
        return q.from() > 0 && tokens.get(q.from() - 1).isAny(":—–");
    }

    /** Whether what a number counts was assessed as an exercise. */
    private static boolean trained(Quantity q, List<Hit> own) {
        for (Hit hit : own) {
            if (hit.section().equals("exercise") && hit.from() > q.from() && hit.from() <= q.to() + 7) {
                return true;
            }
        }
        return false;
    }

    private static String constant(String section, String prefix) {
        return section.substring(prefix.length()).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static long whole(Quantity q) {
        BigDecimal value = new BigDecimal(q.value());
        boolean fits = value.stripTrailingZeros().scale() <= 0 && value.compareTo(BigDecimal.valueOf(MOST)) < 0;
        return fits ? value.longValue() : -1;
    }

    private static @Nullable Means means(List<Hit> own) {
        if (first(own, "means-recorded") != null) {
            return Means.RECORDED;
        }
        boolean heard = first(own, "means-heard") != null;
        boolean seen = first(own, "means-seen") != null;
        return heard && seen ? Means.HEARD_AND_SEEN : heard ? Means.HEARD : seen ? Means.SEEN : null;
    }

    private static @Nullable Hit first(List<Hit> own, String section) {
        for (Hit hit : own) {
            if (hit.section().equals(section)) {
                return hit;
            }
        }
        return null;
    }

    /** The weapon named soonest after a number, and before the next clause with a number of its own. */
    private static String weapon(Quantity q, List<Hit> own) {
        for (Hit hit : own) {
            if (hit.section().equals("weapon") && hit.from() >= q.from() && hit.from() <= q.to() + 24) {
                return hit.value();
            }
        }
        return "";
    }

    private String calibre(Quantity q, List<Hit> own) {
        for (Hit hit : own) {
            boolean after = hit.section().equals("millimetres") && hit.from() >= q.from() && hit.from() <= q.to() + 26;
            if (after) {
                for (int i = hit.from() - 1; i >= 0 && i >= hit.from() - 2; i--) {
                    if (tokens.get(i).number()) {
                        return tokens.get(i).form().replace(',', '.') + "mm";
                    }
                }
            }
        }
        return "";
    }

    /** Least and greatest metres of the last distance after what was counted, and the token after it. */
    private int[] distance(List<Hit> own, int after, int end) {
        int[] out = {-1, -1, -1};
        for (Hit hit : own) {
            int i = hit.from() - 1;
            if (hit.section().equals("kilometres") && i > after && tokens.get(i).number() && hit.to() <= end) {
                int to = metres(i, hit);
                boolean range = i >= 2
                        && tokens.get(i - 1).isAny("-–—")
                        && tokens.get(i - 2).number();
                int from = range ? metres(i - 2, hit) : to;
                if (from >= 0 && from <= to) {
                    out = new int[] {from, to, hit.to()};
                }
            }
        }
        return out;
    }

    private int metres(int i, Hit unit) {
        String form = tokens.get(i).form().replace(',', '.');
        boolean sane = form.length() < 8 && form.indexOf('.') == form.lastIndexOf('.');
        return sane ? (int) Math.round(Double.parseDouble(form) * Integer.parseInt(unit.value())) : -1;
    }

    private String[] clock(Sentence s) {
        List<String> found = new ArrayList<>();
        BiConsumer<String, String> add = (h, m) -> {
            if (h.length() <= 2 && m.length() == 2 && h.compareTo("24") < 0) {
                found.add((h.length() == 1 ? "0" + h : h) + ":" + m);
            }
        };
        for (int i = s.from(); i + 2 < s.to(); i++) {
            if (tokens.get(i).number()
                    && tokens.get(i + 1).is(':')
                    && tokens.get(i + 2).number()) {
                add.accept(tokens.get(i).form(), tokens.get(i + 2).form());
            }
        }
        String from = found.isEmpty() ? "" : found.getFirst();
        return new String[] {from, found.isEmpty() ? "" : found.getLast()};
    }
}
