package org.truce.assessment.counting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.attribution.Attributions;
import org.truce.model.entry.Entry;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.BoundaryDrawn;
import org.truce.model.kind.Ground.Role;
import org.truce.model.kind.Judgement.CountingRuleAgreed;
import org.truce.model.kind.Judgement.CountingUnit;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.Seen;
import org.truce.model.kind.Observation.SeenType;
import org.truce.model.quantity.Qualifier;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/**
 * All figures of a view: by every rule, for its day, its week and its total, for the whole and for each zone. Costs one
 * look at each observation, a millisecond for each place at which any was made.
 */
public final class Counting {
    private final View view;
    private final Attributions attributions;
    private final Map<Role, Set<BoundaryId>> zones = new TreeMap<>();

    /**
     * What adds to figures.
     *
     * @param entry what is counted
     * @param began when
     * @param type class, by its wire name
     * @param number how many of it; 0 where it goes on with a series
     * @param exercise whether it was assessed as an exercise
     * @param qualifier how the number is meant
     */
    private record Item(
            Entry entry, Instant began, String type, double number, boolean exercise, Qualifier qualifier) {}

    private Counting(View view) {
        this.view = view;
        this.attributions = new Attributions(view);
        for (Held<BoundaryDrawn> drawn : view.heads(BoundaryDrawn.class)) {
            Role role = drawn.body().role();
            if (role == Role.ZONE_OF_RESPONSIBILITY || role == Role.DISTRICT || role == Role.DISENGAGEMENT_AREA) {
                zones.computeIfAbsent(role, _ -> new TreeSet<>(Comparator.comparing(BoundaryId::value)))
                        .add(drawn.body().boundary());
            }
        }
    }

    /** The figures that were counted, by the cuts up to which they were. */
    private record Kept(Map<List<Period>, List<Count>> byCut) {}

    /** The figures, by rule, then period, the whole before its zones. They stay the same from one daily cut to the next. */
    public static List<Count> of(View view) {
        List<CountingRule> rules = CountingRule.of(view);
        List<Period> periods = rules.stream()
                .flatMap(rule -> Period.of(view, rule.agreed()).stream())
                .toList();
        Map<List<Period>, List<Count>> kept = view.deriveInEra(Kept.class, () -> new Kept(new ConcurrentHashMap<>()))
                .byCut();
        List<Count> counted = kept.get(periods);
        if (counted == null) {
            counted = count(view, rules);
            kept.put(periods, counted);
        }
        return counted;
    }

    private static List<Count> count(View view, List<CountingRule> rules) {
        Counting counting = new Counting(view);
        List<Count> all = new ArrayList<>();
        for (CountingRule rule : rules) {
            List<Item> items = rule.agreed().unit() == CountingUnit.INCIDENT
                    ? counting.incidents()
                    : counting.observations(rule.agreed());
            for (Period period : Period.of(view, rule.agreed())) {
                counting.count(rule, period, items, all);
            }
        }
        return List.copyOf(all);
    }

    /** How many series a rule finds in entries that stand in order of beginning. */
    public static int series(View view, CountingRuleAgreed rule, List<? extends Held<?>> entries) {
        Series series = new Series(view, rule);
        return (int) entries.stream().filter(series::begins).count();
    }

    private List<Item> incidents() {
        List<Item> items = new ArrayList<>();
        for (IncidentFile file : Incidents.of(view).all()) {
            if (file.standing() == Standing.CONFIRMED || file.standing() == Standing.REPORTED) {
                Held<Body> opened = view.find(file.id());
                Entry entry = file.located() != null ? file.located() : opened == null ? null : opened.entry();
                if (entry != null) {
                    items.add(new Item(entry, file.from(), Body.wire(file.act()), 1, false, Qualifier.EXACT));
                }
            }
        }
        return items;
    }

    private List<Item> observations(CountingRuleAgreed rule) {
        List<Item> items = new ArrayList<>();
        Map<SeenType, Series> series = new EnumMap<>(SeenType.class);
        for (Held<Observed> held : view.happened(Observed.class)) {
            Observed body = held.body();
            for (Seen seen : body.seen()) {
                if (rule.classes().isEmpty() || rule.classes().contains(seen.type())) {
                    double number = rule.unit() == CountingUnit.ROUND
                            ? seen.count().value()
                            : series.computeIfAbsent(seen.type(), _ -> new Series(view, rule))
                                            .begins(held)
                                    ? 1
                                    : 0;
                    Qualifier qualifier =
                            rule.unit() == CountingUnit.ROUND && seen.count().qualifier() != null
                                    ? seen.count().qualifier()
                                    : Qualifier.EXACT;
                    items.add(new Item(
                            held.entry(),
                            view.began(held),
                            Body.wire(seen.type()),
                            number,
                            body.exercise(),
                            qualifier));
                }
            }
        }
        return items;
    }

    private void count(CountingRule rule, Period period, List<Item> items, List<Count> into) {
        List<Item> within =
                items.stream().filter(item -> period.holds(item.began())).toList();
        into.add(figure(rule, period, null, null, within));
        zones.forEach((role, all) -> {
            Map<@Nullable BoundaryId, List<Item>> byZone = new HashMap<>();
            for (Item item : within) {
                byZone.computeIfAbsent(zone(item.entry(), role), _ -> new ArrayList<>())
                        .add(item);
            }
            for (BoundaryId zone : all) {
                List<Item> lay = byZone.getOrDefault(zone, List.of());
                if (!lay.isEmpty()) {
                    into.add(figure(rule, period, role, zone, lay));
                }
            }
            if (byZone.containsKey(null)) {
                into.add(figure(rule, period, role, null, byZone.getOrDefault(null, List.of())));
            }
        });
    }

    private @Nullable BoundaryId zone(Entry entry, Role role) {
        return attributions.zone(entry, view.began(entry), role);
    }

    private static Count figure(
            CountingRule rule, Period period, @Nullable Role role, @Nullable BoundaryId zone, List<Item> items) {
        SortedMap<String, Double> classes = new TreeMap<>();
        double total = 0;
        double exercises = 0;
        Qualifier qualifier = Qualifier.EXACT;
        List<UUID> entries = new ArrayList<>();
        for (Item item : items) {
            classes.merge(item.type(), item.number(), Double::sum);
            total += item.number();
            exercises += item.exercise() ? item.number() : 0;
            qualifier = leastExact(qualifier, item.qualifier());
            if (entries.isEmpty() || !entries.getLast().equals(item.entry().id())) {
                entries.add(item.entry().id());
            }
        }
        return new Count(rule, period, role, zone, classes, total, exercises, qualifier, List.copyOf(entries));
    }

    /** A sum of which one part is "at least" is itself at least; with "at most" beside it, only about. */
    private static Qualifier leastExact(Qualifier a, Qualifier b) {
        if (a == b || b == Qualifier.EXACT) {
            return a;
        }
        return a == Qualifier.EXACT ? b : Qualifier.ABOUT;
    }
}
