package org.truce.assessment.correlation;

import java.util.ArrayList;
import java.util.List;

/** An incident as it is handed out: each member with what speaks for its belonging to the others. */
final class Explained {
    private final Correlator correlator;
    private final boolean links;

    Explained(Correlator correlator, boolean links) {
        this.links = links;
        this.correlator = correlator;
    }

    Found of(Case one) {
        Case whole = one;
        List<Link> told = new ArrayList<>();
        if (one.size > 1 && links) {
            Case nobody = new Case();
            whole = new Case();
            correlator.likelihood().rebuild(whole, one, -1, nobody);
            for (int i = 1; i < whole.size; i++) {
                told.add(link(whole, i, nobody));
            }
        }
        List<Long> members = new ArrayList<>(whole.size);
        for (int i = 0; i < whole.size; i++) {
            members.add(whole.members[i].id());
        }
        return new Found(
                members,
                told,
                whole.east,
                whole.north,
                whole.eastVariance,
                whole.covariance,
                whole.northVariance,
                whole.day,
                whole.likeliest(),
                whole.newsOnly());
    }

    private Link link(Case whole, int member, Case nobody) {
        Sighting one = whole.members[member];
        Case rest = new Case();
        correlator.likelihood().rebuild(rest, whole, member, nobody);
        boolean again = correlator.may(rest, one) == Correlator.Fit.AGAIN;
        double best = correlator.likelihood().fit(rest, one);
        Terms terms = correlator.likelihood().terms(rest, one);
        double second = second(one);
        boolean held = one.held() >= 0;
        double odds = best - StrictMath.log1p(StrictMath.exp(second));
        boolean queue = !held && !again && correlator.doubtful(odds, best - second);
        return new Link(one.id(), terms, best, second, queue, again, held);
    }

    private double second(Sighting one) {
        List<Case> near = new ArrayList<>();
        correlator.index().near(one.east(), one.north(), Correlator.reach(one), near);
        double second = Double.NEGATIVE_INFINITY;
        for (Case other : near) {
            if (other.indexOf(one.id()) < 0
                    && correlator.likelihood().near(other, one)
                    && correlator.may(other, one) == Correlator.Fit.POSSIBLE) {
                second = StrictMath.max(second, correlator.likelihood().fit(other, one));
            }
        }
        return second;
    }
}
