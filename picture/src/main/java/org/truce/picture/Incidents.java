package org.truce.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.truce.model.kind.Body;
import org.truce.model.kind.Incident;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.FindingMade;
import org.truce.model.kind.Incident.IncidentClosed;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Incident.InvestigationMade;
import org.truce.model.kind.Incident.ResponseTaken;
import org.truce.model.kind.Incident.RulingMade;
import org.truce.model.kind.Incident.VerificationMade;
import org.truce.model.kind.Observation.Observed;
import org.truce.model.kind.Observation.SeenType;

/**
 * The incidents of one view: observations, reports and allegations that were joined count once. An allegation or an
 * observed act of force that nobody joined to anything is an incident of its own; a report never is. Links that a rule
 * proposed are left out unless asked for. Observed acts of which nobody ever said anything more are not held but made when
 * they are asked for: there may be millions.
 */
public final class Incidents {
    private final List<IncidentFile> told;
    private final Map<UUID, IncidentFile> byMember;
    private final Lone lone;
    private final List<IncidentFile> all;

    private Incidents(List<IncidentFile> told, Map<UUID, IncidentFile> byMember, Lone lone) {
        this.told = told;
        this.byMember = byMember;
        this.lone = lone;
        this.all = merged(told, IncidentFile::from, IncidentFile::id, file -> file);
    }

    /** The incidents of a view, counting links that a person made. */
    public static Incidents of(View view) {
        return view.derive(
                Incidents.class,
                () -> view.deriveInEra(Told.class, () -> derive(view, false, List.of()))
                        .incidents(view));
    }

    /** The incidents of a view, counting links that a rule proposed too. */
    public static Incidents withProposedLinks(View view) {
        return view.derive(
                        WithProposed.class,
                        () -> new WithProposed(view.deriveInEra(
                                        ToldWithProposed.class,
                                        () -> new ToldWithProposed(derive(view, true, List.of())))
                                .told()
                                .incidents(view)))
                .incidents();
    }

    /**
     * The same, counting joins too that nobody entered.
     *
     * @param joins ids of the entries of one incident each
     */
    public static Incidents withProposedLinks(View view, List<List<UUID>> joins) {
        return derive(view, true, joins).incidents(view);
    }

    private record WithProposed(Incidents incidents) {}

    private record ToldWithProposed(Told told) {}

    /**
     * What was told of incidents; the same in all of an era.
     *
     * @param files in order
     * @param byMember by the entries that belong to each
     * @param left where those observations stand in the order of acts of force that are no lone ones
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Told(List<IncidentFile> files, Map<UUID, IncidentFile> byMember, int[] left) {
        Incidents incidents(View view) {
            return new Incidents(files, byMember, Lone.of(view, left));
        }
    }

    /** All of them, in order of taking place and then of id. */
    public List<IncidentFile> all() {
        return all;
    }

    /** Those of which more was said than one observation, in the same order. */
    public List<IncidentFile> told() {
        return told;
    }

    /**
     * What there is of incidents of which more was said, and one thing of each of the others: the single observation,
     * made when it is asked for. In order of beginning and then of id of the entry.
     *
     * @param some in that order
     */
    public <T> List<T> merged(
            List<T> some, Function<T, Instant> began, Function<T, UUID> id, Function<IncidentFile, T> other) {
        return new Merged<>(
                some,
                some.stream().map(began).toList(),
                some.stream().map(id).toList(),
                lone,
                number -> other.apply(lone.get(number)));
    }

    private static Told derive(View view, boolean proposed, List<List<UUID>> joins) {
        return view.locked(() -> {
            Joined joined = new Joined();
            Map<UUID, Held<? extends Body>> members = new HashMap<>();
            for (Held<AllegationMade> allegation : view.happened(AllegationMade.class)) {
                joined.add(allegation.id());
                members.put(allegation.id(), allegation);
            }
            List<Held<IncidentLinked>> links = view.heads(IncidentLinked.class).stream()
                    .filter(link -> proposed || link.body().rule() == null)
                    .toList();
            Set<UUID> touched = new HashSet<>(steps(view, new Joined()).keySet());
            links.forEach(link -> named(link, touched));
            joins.forEach(touched::addAll);
            int[] left = Lone.left(view, touched);
            Lone lone = Lone.of(view, left);
            for (Held<Observed> observed : lone.left()) {
                joined.add(observed.id());
                members.put(observed.id(), observed);
            }
            links.forEach(link -> join(view, link, joined, members));
            joins.forEach(join -> join(view, join, joined, members));
            return assemble(view, joined, members, links, left);
        });
    }

    private static void named(Held<IncidentLinked> link, Set<UUID> into) {
        into.addAll(link.body().members());
        if (link.body().incident() != null) {
            into.add(link.body().incident());
        }
    }

    /** Everything of which some entry says something as a part of an incident, at whatever time. */
    static Set<UUID> touched(View view) {
        Set<UUID> touched = new HashSet<>();
        view.heads(IncidentLinked.class).forEach(link -> named(link, touched));
        view.heads(VerificationMade.class)
                .forEach(step -> touched.add(step.body().incident()));
        view.heads(InvestigationMade.class)
                .forEach(step -> touched.add(step.body().incident()));
        view.heads(FindingMade.class).forEach(step -> touched.add(step.body().incident()));
        view.heads(RulingMade.class).forEach(step -> touched.add(step.body().incident()));
        view.heads(ResponseTaken.class).forEach(step -> touched.add(step.body().incident()));
        view.heads(IncidentClosed.class).forEach(step -> touched.add(step.body().incident()));
        return touched;
    }

    private static final Comparator<IncidentFile> ORDER =
            Comparator.comparing(IncidentFile::from).thenComparing(IncidentFile::id);

    private static void join(
            View view, Held<IncidentLinked> link, Joined joined, Map<UUID, Held<? extends Body>> members) {
        List<Held<Body>> known = known(view, link.body().members());
        if (known.isEmpty()) {
            return;
        }
        joined.add(link.id());
        members.put(link.id(), link);
        UUID opened = link.body().incident();
        if (opened != null) {
            joined.join(link.id(), opened);
        }
        for (Held<Body> member : known) {
            joined.join(link.id(), member.id());
            members.put(member.id(), member);
        }
    }

    private static void join(View view, List<UUID> join, Joined joined, Map<UUID, Held<? extends Body>> members) {
        List<Held<Body>> known = known(view, join);
        for (Held<Body> member : known) {
            joined.join(known.getFirst().id(), member.id());
            members.put(member.id(), member);
        }
    }

    private static List<Held<Body>> known(View view, List<UUID> ids) {
        return ids.stream()
                .map(view::head)
                .filter(java.util.Objects::nonNull)
                .filter(member -> view.began(member).isBefore(view.valid()))
                .toList();
    }

    private static Told assemble(
            View view,
            Joined joined,
            Map<UUID, Held<? extends Body>> members,
            List<Held<IncidentLinked>> links,
            int[] left) {
        Map<UUID, List<Held<? extends Body>>> groups = new HashMap<>();
        members.values()
                .forEach(member -> groups.computeIfAbsent(joined.root(member.id()), _ -> new ArrayList<>())
                        .add(member));
        Map<UUID, List<Held<? extends Incident>>> steps = steps(view, joined);
        List<IncidentFile> all = new ArrayList<>();
        Map<UUID, IncidentFile> byRoot = new HashMap<>();
        Map<UUID, IncidentFile> byMember = new HashMap<>();
        groups.forEach((root, group) -> {
            group.sort(Comparator.comparingLong(Held::index));
            IncidentFile file = IncidentFile.of(view, group, List.copyOf(steps.getOrDefault(root, List.of())));
            all.add(file);
            byRoot.put(root, file);
            group.forEach(member -> byMember.put(member.id(), file));
        });
        // A link of which no member is known is no member itself, and yet may have opened the incident.
        for (Held<IncidentLinked> link : links) {
            IncidentFile file = byRoot.get(joined.root(link.id()));
            if (file != null) {
                byMember.put(link.id(), file);
            }
        }
        all.sort(ORDER);
        return new Told(List.copyOf(all), Map.copyOf(byMember), left);
    }

    /** What was made of each incident, by the root of its members, in order of taking place. */
    private static Map<UUID, List<Held<? extends Incident>>> steps(View view, Joined joined) {
        Map<UUID, List<Held<? extends Incident>>> steps = new HashMap<>();
        collect(steps, view.happened(VerificationMade.class), VerificationMade::incident, joined);
        collect(steps, view.happened(InvestigationMade.class), InvestigationMade::incident, joined);
        collect(steps, view.happened(FindingMade.class), FindingMade::incident, joined);
        collect(steps, view.happened(RulingMade.class), RulingMade::incident, joined);
        collect(steps, view.happened(ResponseTaken.class), ResponseTaken::incident, joined);
        collect(steps, view.happened(IncidentClosed.class), IncidentClosed::incident, joined);
        steps.values()
                .forEach(of -> of.sort(Comparator.comparing((Held<? extends Incident> held) -> view.began(held))
                        .thenComparingLong(Held::index)));
        return steps;
    }

    private static <B extends Incident> void collect(
            Map<UUID, List<Held<? extends Incident>>> into,
            List<Held<B>> steps,
            Function<B, UUID> incident,
            Joined joined) {
        for (Held<B> step : steps) {
            into.computeIfAbsent(joined.root(incident.apply(step.body())), _ -> new ArrayList<>())
                    .add(step);
        }
    }

    /** Whether an observation is of an act of force, not assessed as an exercise. */
    static boolean force(Observed observed) {
        return !observed.exercise()
                && observed.seen().stream().anyMatch(seen -> switch (seen.type()) {
                    case EXPLOSION, BURST, SHOT, PROJECTILE, MUZZLE_FLASH -> true;
                    case ILLUMINATION_FLARE, MOVEMENT, CONSTRUCTION, OVERFLIGHT, OTHER -> false;
                });
    }

    /** The incident to which an entry belongs; null where it belongs to none. */
    public @Nullable IncidentFile find(UUID member) {
        IncidentFile file = byMember.get(member);
        return file != null ? file : lone.find(member);
    }

    /** Incidents that began in [from, to) and that nobody refuted; costs no more than there are of them. */
    public List<IncidentFile> between(Instant from, Instant to) {
        return all.subList(before(from), Math.max(before(from), before(to))).stream()
                .filter(file -> file.standing() != IncidentFile.Standing.REFUTED)
                .toList();
    }

    /** Those of which no more was said than one observation. */
    public Lone lone() {
        return lone;
    }

    /**
     * How many began in [from, to), single observations and those others that pass a test. Costs a look at those of which
     * more was said.
     */
    public int number(Instant from, Instant to, Predicate<IncidentFile> test) {
        int single = Math.max(0, lone.before(to) - lone.before(from));
        return single
                + (int) told.stream()
                        .filter(file ->
                                !file.from().isBefore(from) && file.from().isBefore(to))
                        .filter(test)
                        .count();
    }

    /** The ids of some of those of which more was said, and of some single observations, in order of taking place. */
    public static List<UUID> ids(List<IncidentFile> some, Lone single) {
        return merged(
                some.stream().map(IncidentFile::id).toList(),
                some.stream().map(IncidentFile::from).toList(),
                some.stream().map(IncidentFile::id).toList(),
                single,
                single::id);
    }

    /**
     * Things that are in order of beginning and then of id, and one of each of some single observations, made when it is
     * asked for, in one order.
     *
     * @param began when each of the things began
     * @param id the id of each
     * @param other makes one of a single observation, by its number
     */
    public static <T> List<T> merged(
            List<T> some, List<Instant> began, List<UUID> id, Lone single, IntFunction<T> other) {
        return new Merged<>(some, began, id, single, other);
    }

    private int before(Instant instant) {
        return lone.before(instant)
                + (int) told.stream()
                        .filter(file -> file.from().isBefore(instant))
                        .count();
    }

    /** Which entries were joined (union–find with path halving). */
    static final class Joined {
        private final Map<UUID, UUID> parent = new HashMap<>();

        void add(UUID id) {
            parent.putIfAbsent(id, id);
        }

        UUID root(UUID id) {
            UUID at = id;
            while (true) {
                UUID up = parent.getOrDefault(at, at);
                if (up.equals(at)) {
                    return at;
                }
                UUID above = parent.getOrDefault(up, up);
                parent.put(at, above);
                at = above;
            }
        }

        void join(UUID a, UUID b) {
            add(a);
            add(b);
            parent.put(root(a), root(b));
        }

        boolean same(UUID a, UUID b) {
            return root(a).equals(root(b));
        }
    }

    /** What a row keeps of an observation. */
    static int marks(Observed observed) {
        boolean explosive = observed.seen().stream().anyMatch(seen -> explosive(seen.type()));
        boolean weapon = observed.seen().stream().anyMatch(seen -> seen.weapon() != null || seen.calibre() != null);
        return (explosive ? Rows.EXPLOSIVE : 0) | (weapon ? Rows.WEAPON : 0);
    }

    static boolean explosive(SeenType type) {
        return type == SeenType.EXPLOSION || type == SeenType.PROJECTILE;
    }
}
