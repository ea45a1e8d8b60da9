package org.truce.assessment.correlation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A second look at days that are over: sightings move to where they fit better, and incidents of several sightings that fit
 * are made one, as long as the whole becomes likelier. What a person assigned does not move.
 */
final class Refinement {
    private static final int PASSES = 2;
    private static final double BETTER = 1e-6;

    private final Correlator correlator;
    private final Rules rules;
    private final Case nobody = new Case();
    private final Case rest = new Case();
    private final Case union = new Case();
    private final List<Case> near = new ArrayList<>();

    Refinement(Correlator correlator, Rules rules) {
        this.correlator = correlator;
        this.rules = rules;
    }

    /** Looks at the incidents of some days, the last one left out. */
    void run(double from, double to) {
        List<Case> cases = new ArrayList<>();
        for (Case one : correlator.open()) {
            if (one.open && one.day >= from && one.day < to) {
                cases.add(one);
            }
        }
        boolean moved = true;
        for (int pass = 0; pass < PASSES && moved; pass++) {
            moved = false;
            for (int i = 0; i < cases.size(); i++) {
                Case one = cases.get(i);
                if (one.open && one.size > 1) {
                    moved |= merge(one);
                }
                if (one.open && one.size > 1) {
                    moved |= move(one, cases);
                }
            }
        }
    }

    /** Makes an incident one with the one that it fits best, where that is likelier. */
    private boolean merge(Case one) {
        Case best = null;
        double gain = BETTER;
        near.clear();
        Sighting exact = one.members[0];
        correlator.index().near(one.east, one.north, Correlator.reach(exact), near);
        for (int i = 0; i < near.size(); i++) {
            Case other = near.get(i);
            // Each pair is looked at from the side of the smaller one.
            if (other == one || other.size < one.size || !joinable(other, one)) {
                continue;
            }
            correlator.likelihood().rebuild(union, other, -1, one);
            double better = union.score - other.score - one.score;
            if (better > gain) {
                gain = better;
                best = other;
            }
        }
        if (best == null) {
            return false;
        }
        correlator.leave(one);
        replace(best, best, -1, one);
        return true;
    }

    private boolean joinable(Case other, Case one) {
        for (int i = 0; i < one.size; i++) {
            if (!correlator.likelihood().near(other, one.members[i])
                    || correlator.may(other, one.members[i]) != Correlator.Fit.POSSIBLE) {
                return false;
            }
        }
        return one.held < 0 || other.held < 0;
    }

    /** Moves a member to where it fits better, or to an incident of its own. */
    private boolean move(Case one, List<Case> cases) {
        boolean moved = false;
        for (int i = one.size - 1; i >= 0 && one.size > 1; i--) {
            Sighting member = one.members[i];
            if (member.held() >= 0 || repeated(one, i)) {
                continue;
            }
            correlator.likelihood().rebuild(rest, one, i, nobody);
            double stays = one.score - rest.score;
            Case best = better(one, member, StrictMath.max(0, stays) + BETTER);
            if (best == null && stays > -BETTER) {
                continue;
            }
            replace(one, one, i, nobody);
            if (best == null) {
                Case alone = correlator.fresh(member, one.density);
                correlator.enter(alone);
                cases.add(alone);
            } else {
                correlator.likelihood().join(best, member);
                correlator.index().move(best);
            }
            moved = true;
        }
        return moved;
    }

    private @Nullable Case better(Case one, Sighting member, double than) {
        Case best = null;
        double most = than;
        near.clear();
        correlator.index().near(member.east(), member.north(), Correlator.reach(member), near);
        for (int i = 0; i < near.size(); i++) {
            Case other = near.get(i);
            if (other != one
                    && correlator.likelihood().near(other, member)
                    && correlator.may(other, member) == Correlator.Fit.POSSIBLE) {
                double fit = correlator.likelihood().fit(other, member) - rules.threshold();
                if (fit > most) {
                    most = fit;
                    best = other;
                }
            }
        }
        return best;
    }

    /** Whether a report was entered more than once: it stays with its like. */
    private static boolean repeated(Case one, int member) {
        for (int i = 0; i < one.size; i++) {
            if (i != member && one.members[i].again(one.members[member])) {
                return true;
            }
        }
        return false;
    }

    private void replace(Case one, Case of, int without, Case plus) {
        Case fresh = new Case();
        correlator.likelihood().rebuild(fresh, of, without, plus);
        one.take(fresh);
        correlator.index().move(one);
        correlator.holds(one);
    }
}
