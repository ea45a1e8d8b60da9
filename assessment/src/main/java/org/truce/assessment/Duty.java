package org.truce.assessment;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.ObligationFile.Change;
import org.truce.assessment.ObligationFile.Flag;
import org.truce.assessment.ObligationFile.State;
import org.truce.model.id.ActorId;
import org.truce.model.id.ObligationId;
import org.truce.model.kind.Agreement;
import org.truce.model.kind.Agreement.BreachFound;
import org.truce.model.kind.Agreement.Form;
import org.truce.model.kind.Agreement.ObligationAmended;
import org.truce.model.kind.Agreement.ObligationSet;
import org.truce.model.kind.Agreement.PerformanceReported;
import org.truce.model.kind.Agreement.PositionTaken;
import org.truce.model.kind.Agreement.ProgressGraded;
import org.truce.model.kind.Agreement.Stance;
import org.truce.model.kind.Body;
import org.truce.model.quantity.Amount;
import org.truce.model.time.Deadline;
import org.truce.picture.Held;
import org.truce.picture.View;

/** One obligation while its state is derived: its entries, and its state at any instant up to the view's. */
final class Duty {
    private final View view;
    private final Held<ObligationSet> set;
    private final List<Held<ObligationAmended>> amendments;
    private final List<Held<PerformanceReported>> performances;
    private final List<Held<BreachFound>> breaches;
    private final List<Held<PositionTaken>> positions;
    private final List<Held<ProgressGraded>> grades;

    Duty(View view, Held<ObligationSet> set) {
        this.view = view;
        this.set = set;
        this.amendments = mine(ObligationAmended.class, ObligationAmended::obligation);
        this.performances = mine(PerformanceReported.class, PerformanceReported::obligation);
        this.breaches = mine(BreachFound.class, BreachFound::obligation);
        this.positions = mine(PositionTaken.class, PositionTaken::obligation);
        this.grades = mine(ProgressGraded.class, ProgressGraded::obligation);
    }

    private <B extends Body> List<Held<B>> mine(Class<B> kind, Function<B, ObligationId> obligation) {
        return view.happened(kind).stream()
                .filter(held -> obligation.apply(held.body()).equals(set.body().obligation()))
                .toList();
    }

    Held<ObligationSet> set() {
        return set;
    }

    ObligationFile file(Map<ObligationId, Duty> duties, boolean observationInsufficient) {
        Instant now = view.valid().minusNanos(1);
        List<Change> history = history(duties);
        State state = state(now, duties, new HashSet<>());
        return new ObligationFile(
                set,
                state,
                flags(state, duties, observationInsufficient),
                deadline(now),
                set.body().deadline(),
                quantity(now),
                done(now),
                breaches.size(),
                newestOfEachParty(),
                newestOfEachCoder(),
                term(now),
                periods(now),
                history,
                entries());
    }

    private List<Held<ProgressGraded>> newestOfEachCoder() {
        Map<ActorId, Held<ProgressGraded>> newest = new LinkedHashMap<>();
        grades.forEach(grade -> {
            newest.remove(grade.entry().author().actor());
            newest.put(grade.entry().author().actor(), grade);
        });
        return List.copyOf(newest.values());
    }

    private @Nullable Term term(Instant at) {
        long renewed = amendments.stream()
                .filter(held -> held.body().change() == Agreement.Change.RENEWED)
                .filter(held -> !view.began(held).isAfter(at))
                .count();
        return Term.of(set.body(), at, renewed, notices(at), view.zone());
    }

    /** When it was said, up to an instant, that it shall not be renewed. */
    private List<Instant> notices(Instant at) {
        return amendments.stream()
                .filter(held -> held.body().change() == Agreement.Change.NOT_RENEWED)
                .map(view::began)
                .filter(said -> !said.isAfter(at))
                .sorted()
                .toList();
    }

    /** How often a duty that recurs was performed; null where it does not recur, or nobody says how often. */
    private @Nullable Periods periods(Instant at) {
        Period every = set.body().every();
        if (every == null) {
            return null;
        }
        Recurrence recurrence = new Recurrence(view.began(set).atZone(view.zone()), every);
        Term term = term(at);
        Recurring recurring =
                new Recurring(view, recurrence, term == null ? null : term.end(), quantity(at), tolerance());
        return recurring.count(performances, breaches, at);
    }

    private double tolerance() {
        return set.body().tolerance() == null ? 0 : set.body().tolerance().value();
    }

    private List<UUID> entries() {
        return Stream.of(List.of(set), amendments, performances, breaches, positions, grades)
                .<Held<?>>flatMap(List::stream)
                .sorted(Comparator.comparingLong(Held::index))
                .map(Held::id)
                .toList();
    }

    private List<Held<PositionTaken>> newestOfEachParty() {
        Map<ActorId, Held<PositionTaken>> newest = new LinkedHashMap<>();
        positions.forEach(position -> {
            newest.remove(position.body().party());
            newest.put(position.body().party(), position);
        });
        return List.copyOf(newest.values());
    }

    private Set<Flag> flags(State state, Map<ObligationId, Duty> duties, boolean observationInsufficient) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        boolean disputed = newestOfEachParty().stream()
                .map(position -> position.body().stance())
                .anyMatch(stance -> stance == Stance.NOT_FULFILLED
                        || stance == Stance.BREACHED
                        || stance == Stance.READS_OTHERWISE
                        || stance == Stance.REJECTS);
        if (disputed) {
            flags.add(Flag.DISPUTED);
        }
        if (amendments.stream()
                .anyMatch(
                        held -> held.body().newDeadline() != null || held.body().newQuantity() != null)) {
            flags.add(Flag.AMENDED);
        }
        if (observationInsufficient && set.body().form() == Form.MAINTAIN && state == State.IN_FORCE) {
            flags.add(Flag.OBSERVATION_INSUFFICIENT);
        }
        Term term = term(view.valid().minusNanos(1));
        if (term != null && term.said() != Term.Said.NOTHING) {
            flags.add(term.said() == Term.Said.IN_TIME ? Flag.NOT_TO_BE_RENEWED : Flag.NOTICE_TOO_LATE);
        }
        if (waitsFor(set.body().obligation(), duties, new HashSet<>())) {
            flags.add(Flag.WAITS_IN_CIRCLE);
        }
        return flags;
    }

    private boolean waitsFor(ObligationId goal, Map<ObligationId, Duty> duties, Set<ObligationId> seen) {
        for (ObligationId before : set.body().dependsOn()) {
            Duty duty = duties.get(before);
            if (before.equals(goal) || (duty != null && seen.add(before) && duty.waitsFor(goal, duties, seen))) {
                return true;
            }
        }
        return false;
    }

    /** Every change of state: the state is asked for at each moment at which anything could change it. */
    private List<Change> history(Map<ObligationId, Duty> duties) {
        Map<Instant, List<UUID>> causes = new HashMap<>();
        List<Change> history = new ArrayList<>();
        State before = null;
        for (Instant moment : moments(duties, causes)) {
            State state = state(moment, duties, new HashSet<>());
            if (state != before) {
                history.add(new Change(moment, state, List.copyOf(causes.getOrDefault(moment, List.of()))));
                before = state;
            }
        }
        return List.copyOf(history);
    }

    private SortedSet<Instant> moments(Map<ObligationId, Duty> duties, Map<Instant, List<UUID>> causes) {
        SortedSet<Instant> moments = new TreeSet<>();
        for (Duty duty : chain(duties)) {
            Stream.of(List.of(duty.set), duty.amendments, duty.performances, duty.breaches)
                    .<Held<?>>flatMap(List::stream)
                    .forEach(held -> {
                        Instant at = view.began(held);
                        moments.add(at);
                        causes.computeIfAbsent(at, _ -> new ArrayList<>()).add(held.id());
                    });
        }
        Stream.concat(
                        Stream.ofNullable(set.body().deadline()),
                        amendments.stream()
                                .map(held -> held.body().newDeadline())
                                .filter(java.util.Objects::nonNull))
                .forEach(deadline -> moments.add(deadline.instant()));
        breaches.forEach(breach -> {
            if (breach.body().repaired() != null) {
                moments.add(breach.body().repaired().earliest(view.zone()));
            }
        });
        terms(moments);
        moments.removeIf(moment -> !moment.isBefore(view.valid()) || moment.isBefore(view.began(set)));
        return moments;
    }

    /** The end of the first term, of each that somebody renewed, and of the last: silence, which renews, changes no state. */
    private void terms(SortedSet<Instant> moments) {
        for (Instant said : notices(Instant.MAX)) {
            Term last = term(said);
            if (last != null) {
                moments.add(last.end());
            }
        }
        Term first = Term.of(set.body(), Instant.MIN, 0, List.of(), view.zone());
        for (long renewed = 0; first != null && renewed <= amendments.size(); renewed++) {
            Term term = Term.of(set.body(), Instant.MIN, renewed, List.of(), view.zone());
            if (term != null) {
                moments.add(term.end());
            }
        }
    }

    /** This duty and all that it waits for. */
    private Set<Duty> chain(Map<ObligationId, Duty> duties) {
        // In the order of finding: the entries of a change must stand alike each time they are asked for.
        Set<Duty> chain = new LinkedHashSet<>();
        List<Duty> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            Duty duty = open.removeLast();
            if (chain.add(duty)) {
                duty.set.body().dependsOn().stream()
                        .map(duties::get)
                        .filter(java.util.Objects::nonNull)
                        .forEach(open::add);
            }
        }
        return chain;
    }

    private State state(Instant at, Map<ObligationId, Duty> duties, Set<ObligationId> asking) {
        Agreement.@Nullable Change change = change(at);
        if (change == Agreement.Change.SUPERSEDED) {
            return State.SUPERSEDED;
        }
        if (change == Agreement.Change.ENDED) {
            return State.ENDED;
        }
        Term term = term(at);
        if (term != null && !at.isBefore(term.end())) {
            return performedThroughout(at) ? State.FULFILLED : State.ENDED;
        }
        if (change == Agreement.Change.SUSPENDED) {
            return State.SUSPENDED;
        }
        if (fulfilled(at)) {
            return State.FULFILLED;
        }
        if (waiting(at, duties, asking)) {
            return State.CONDITIONAL;
        }
        State breach = breach(at);
        if (breach != null) {
            return breach;
        }
        Deadline deadline = deadline(at);
        if (deadline != null && set.body().form() != Form.POWER && !at.isBefore(deadline.instant())) {
            return State.OVERDUE;
        }
        boolean begun = performances.stream().anyMatch(held -> !view.began(held).isAfter(at));
        return begun && set.body().form() == Form.ACHIEVE ? State.PARTLY_FULFILLED : State.IN_FORCE;
    }

    private Agreement.@Nullable Change change(Instant at) {
        Agreement.Change last = null;
        for (Held<ObligationAmended> amendment : amendments) {
            boolean says =
                    amendment.body().change() != null && amendment.body().change() != Agreement.Change.NOT_RENEWED;
            if (!view.began(amendment).isAfter(at) && says) {
                last = amendment.body().change();
            }
        }
        return last;
    }

    /** A duty that recurs is fulfilled once it has ended and was performed in each of its periods. */
    private boolean performedThroughout(Instant at) {
        Periods periods = periods(at);
        return periods != null && periods.ended() > 0 && periods.performed() == periods.ended();
    }

    /** A duty to maintain, and one that recurs in periods, is never fulfilled before its end. */
    private boolean fulfilled(Instant at) {
        if (set.body().form() == Form.MAINTAIN
                || set.body().form() == Form.POWER
                || set.body().every() != null) {
            return false;
        }
        boolean completed = performances.stream()
                .anyMatch(held -> held.body().completes() && !view.began(held).isAfter(at));
        Amount owed = quantity(at);
        return completed || (owed != null && done(at) > 0 && done(at) >= owed.value() * (1 - tolerance()));
    }

    private boolean waiting(Instant at, Map<ObligationId, Duty> duties, Set<ObligationId> asking) {
        if (!set.body().conditional() || change(at) == Agreement.Change.TRIGGERED) {
            return false;
        }
        List<ObligationId> before = set.body().dependsOn();
        boolean asked = asking.add(set.body().obligation());
        return before.isEmpty()
                || !asked
                || before.stream()
                        .map(duties::get)
                        .anyMatch(duty -> duty == null || duty.state(at, duties, asking) != State.FULFILLED);
    }

    private @Nullable State breach(Instant at) {
        State state = null;
        for (Held<BreachFound> breach : breaches) {
            if (!view.began(breach).isAfter(at)) {
                boolean repaired = breach.body().repaired() != null
                        && !breach.body().repaired().earliest(view.zone()).isAfter(at);
                state = repaired && state != State.BREACHED ? State.REPAIRED : State.BREACHED;
            }
        }
        return state;
    }

    private @Nullable Deadline deadline(Instant at) {
        Deadline deadline = set.body().deadline();
        for (Held<ObligationAmended> amendment : amendments) {
            if (!view.began(amendment).isAfter(at) && amendment.body().newDeadline() != null) {
                deadline = amendment.body().newDeadline();
            }
        }
        return deadline;
    }

    private @Nullable Amount quantity(Instant at) {
        Amount quantity = set.body().quantity();
        for (Held<ObligationAmended> amendment : amendments) {
            if (!view.began(amendment).isAfter(at) && amendment.body().newQuantity() != null) {
                quantity = amendment.body().newQuantity();
            }
        }
        return quantity;
    }

    private double done(Instant at) {
        Amount owed = quantity(at);
        return performances.stream()
                .filter(held -> !view.began(held).isAfter(at))
                .map(held -> held.body().done())
                .filter(done -> done != null && owed != null && done.unit() == owed.unit())
                .mapToDouble(done -> done == null ? 0 : done.value())
                .sum();
    }
}
