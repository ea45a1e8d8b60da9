package org.truce.assessment.correlation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.truce.model.Invalid;

/**
 * Puts sightings together to incidents as they come in (methods.md §2.1). Each joins the incident that it fits best, if the
 * likelihood ratio exceeds the threshold, else it opens one. When a day is over its sightings are looked at again; when an
 * incident has been open long enough it is handed out and forgotten, so that memory does not grow with the number of
 * sightings. What a person decided is kept: what one assigned stays, what one kept apart is not joined. Deterministic: the
 * same sightings in the same order give the same incidents. Not thread-safe.
 *
 * <p>Cost: some microseconds a sighting, growing with the number of incidents that lie within reach of it.
 */
public final class Correlator {
    private static final double REACH = 4.5;
    private static final double ROUGHEST_METRES = 2500;
    private static final Comparator<Case> IN_ORDER =
            Comparator.comparingDouble((Case one) -> one.day).thenComparingLong(one -> one.members[0].id());

    private final Rules rules;
    private final Apart apart;
    private final Consumer<Found> out;
    private final Likelihood likelihood;
    private final Density density = new Density();
    private final CaseIndex index = new CaseIndex();
    private final Map<Integer, Case> held = new HashMap<>();
    private final Deque<Case> open = new ArrayDeque<>();
    /** What a person put together stays open: what they assign to it may be much later. */
    private final List<Case> decided = new ArrayList<>();

    private final List<Case> near = new ArrayList<>();
    private final Refinement refinement;
    private final Explained explained;
    private double today = Double.NEGATIVE_INFINITY;
    private long sightings;
    private long queued;

    /**
     * Hands out incidents as they are finished.
     *
     * @param rules by what is joined
     * @param apart what a person keeps apart
     * @param out takes each incident when it is closed to further reports
     */
    public Correlator(Rules rules, Apart apart, Consumer<Found> out) {
        this(rules, apart, true, out);
    }

    /** The same, without saying what spoke for each link where nobody asks: that costs as much as all the rest. */
    public Correlator(Rules rules, Apart apart, boolean explain, Consumer<Found> out) {
        this.explained = new Explained(this, explain);
        this.rules = rules;
        this.apart = apart;
        this.out = out;
        this.likelihood = new Likelihood(rules);
        this.refinement = new Refinement(this, rules);
    }

    /** All incidents of some sightings, in order of their time; the sightings in the order in which they came in. */
    public static List<Found> all(Iterable<Sighting> sightings, Rules rules, Apart apart) {
        List<Found> found = new ArrayList<>();
        Correlator correlator = new Correlator(rules, apart, found::add);
        for (Sighting one : sightings) {
            correlator.add(one);
        }
        correlator.finish();
        found.sort(Comparator.comparingDouble(Found::day)
                .thenComparingLong(one -> one.members().getFirst()));
        return found;
    }

    /** Takes a sighting; when its day is a later one than any before, the days before are looked at again first. */
    public void add(Sighting one) {
        if (one.day() >= today + 1) {
            advance(StrictMath.floor(one.day()));
        }
        sightings++;
        place(one);
    }

    /**
     * Tells that a day has begun: what is older is looked at again, and what is long over is handed out.
     *
     * @param day number of the day, later than those before
     */
    public void advance(double day) {
        Invalid.unless(day > today, "bad-time", "Days are told in order.");
        if (Double.isFinite(today) && rules.refine()) {
            refinement.run(today - 1, day);
        }
        today = day;
        while (!open.isEmpty() && (!open.peekFirst().open || open.peekFirst().day < day - rules.keepDays())) {
            Case first = open.removeFirst();
            if (first.open && first.held >= 0) {
                decided.add(first);
            } else if (first.open) {
                close(first);
            }
        }
    }

    /** Looks at the last days again and hands out all that is left. */
    public void finish() {
        if (rules.refine() && Double.isFinite(today)) {
            refinement.run(today - 1, Double.POSITIVE_INFINITY);
        }
        List<Case> left = new ArrayList<>(decided);
        left.addAll(open);
        left.removeIf(one -> !one.open);
        left.sort(IN_ORDER);
        left.forEach(this::close);
        open.clear();
        decided.clear();
    }

    /** How many sightings it took. */
    public long sightings() {
        return sightings;
    }

    /** Of how many an analyst has to look at the link, as they came in. */
    public long queued() {
        return queued;
    }

    private void place(Sighting one) {
        if (one.held() >= 0) {
            Case theirs = held.get(one.held());
            if (theirs == null) {
                openAt(one);
            } else {
                likelihood.join(theirs, one);
                index.move(theirs);
            }
            return;
        }
        Case best = null;
        double most = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        double others = 0;
        double factor = likelihood.factor(one, density.logMean());
        near.clear();
        index.near(one.east(), one.north(), reach(one), near);
        for (int i = 0; i < near.size(); i++) {
            Case known = near.get(i);
            if (!likelihood.near(known, one, factor)) {
                continue;
            }
            Fit may = may(known, one);
            if (may == Fit.AGAIN) {
                likelihood.join(known, one);
                return;
            }
            double fit = may == Fit.VETOED ? Double.NEGATIVE_INFINITY : likelihood.fit(known, one);
            if (fit > most) {
                others += StrictMath.exp(most);
                second = most;
                most = fit;
                best = known;
            } else if (fit > Double.NEGATIVE_INFINITY) {
                others += StrictMath.exp(fit);
                second = StrictMath.max(second, fit);
            }
        }
        // Held against all other explanations at once: that it is another incident, or any other of the known ones.
        double odds = most - StrictMath.log1p(others);
        queued += queue(odds, most - second) ? 1 : 0;
        if (best != null && odds > rules.threshold()) {
            likelihood.join(best, one);
            index.move(best);
        } else {
            openAt(one);
        }
    }

    /** Whether an analyst is to look: near the threshold, or joined while another incident fits nearly as well. */
    boolean queue(double odds, double lead) {
        return StrictMath.abs(odds - rules.threshold()) < rules.queueMargin()
                || (odds > rules.threshold() && lead < rules.secondMargin());
    }

    /** The same of a sighting that was joined: one whose odds given the others lie below the threshold is doubtful too. */
    boolean doubtful(double odds, double lead) {
        return odds < rules.threshold() + rules.queueMargin() || lead < rules.secondMargin();
    }

    /** Whether a sighting may belong to an incident, whatever speaks for it. */
    enum Fit {
        /** It is a report that the incident has, entered again. */
        AGAIN,
        /** Its source told of this incident already, a person keeps them apart, or assigned them to two. */
        VETOED,
        POSSIBLE
    }

    Fit may(Case known, Sighting one) {
        for (int i = 0; i < known.size; i++) {
            Sighting member = known.members[i];
            if (member.source() == one.source()) {
                return member.again(one) && !apart.forbids(known, one) ? Fit.AGAIN : Fit.VETOED;
            }
        }
        if (apart.forbids(known, one) || (one.held() >= 0 && known.held >= 0 && one.held() != known.held)) {
            return Fit.VETOED;
        }
        return Fit.POSSIBLE;
    }

    static double reach(Sighting one) {
        return REACH * StrictMath.sqrt(one.rough() / 2 + ROUGHEST_METRES * ROUGHEST_METRES);
    }

    private void openAt(Sighting one) {
        double there = density.log(one.east(), one.north(), one.day());
        density.add(one.east(), one.north(), one.day());
        enter(fresh(one, there));
    }

    Case fresh(Sighting one, double there) {
        Case fresh = new Case();
        likelihood.open(fresh, one, there);
        return fresh;
    }

    void enter(Case fresh) {
        index.put(fresh);
        open.addLast(fresh);
        if (fresh.held >= 0) {
            held.put(fresh.held, fresh);
        }
    }

    /** An incident has members that a person assigned. */
    void holds(Case one) {
        if (one.held >= 0) {
            held.put(one.held, one);
        }
    }

    void leave(Case gone) {
        gone.open = false;
        index.remove(gone);
        if (gone.held >= 0) {
            held.remove(gone.held);
        }
    }

    CaseIndex index() {
        return index;
    }

    Likelihood likelihood() {
        return likelihood;
    }

    Iterable<Case> open() {
        return open;
    }

    private void close(Case one) {
        index.remove(one);
        one.open = false;
        if (one.held >= 0) {
            held.remove(one.held);
        }
        out.accept(explained.of(one));
    }
}
