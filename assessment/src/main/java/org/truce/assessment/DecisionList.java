package org.truce.assessment;

import static org.truce.model.kind.Judgement.Level.BREACHED;
import static org.truce.model.kind.Judgement.Level.DETERIORATING;
import static org.truce.model.kind.Judgement.Level.FRAGILE;
import static org.truce.model.kind.Judgement.Level.INSUFFICIENT_OBSERVATION;
import static org.truce.model.kind.Judgement.Level.STABLE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.truce.assessment.rate.UncertainRate;
import org.truce.assessment.resolution.Resolution;
import org.truce.model.kind.Judgement.Level;
import org.truce.model.kind.Judgement.ParametersAgreed;

/**
 * The ordered list of methods.md §1.8: the first rule that does not hold decides. Harm is shown by one confirmed act;
 * calm must be earned by observation; and a rule that could not be evaluated never helps anybody to "stable". A pure
 * function of its arguments; thread-safe.
 */
final class DecisionList {
    private DecisionList() {}

    /**
     * What the list came to.
     *
     * @param level the level
     * @param reasons every rule, in the order of the list
     */
    record Decision(Level level, List<Reason> reasons) {}

    /**
     * Runs the list.
     *
     * @param dwell on how many days in a row, this one included, the conditions of "stable" have held
     */
    static Decision decide(Evidence evidence, ParametersAgreed limits, int dwell) {
        List<Reason> reasons = new ArrayList<>();
        if (!evidence.mandate()) {
            reasons.add(new Reason("no-mandate", Map.of(), false, null, null, INSUFFICIENT_OBSERVATION, List.of()));
        }
        reasons.add(seriousAct(evidence, limits));
        reasons.add(breachRate(evidence, limits));
        reasons.add(ChangeRules.rateChange(evidence, limits));
        reasons.add(ChangeRules.hotSpot(evidence));
        reasons.add(power(evidence, limits));
        reasons.add(coverage(evidence, limits));
        reasons.add(gap(evidence, limits));
        reasons.add(calmRate(evidence, limits));
        reasons.add(openIncidents(evidence, limits));
        reasons.add(resolvedInTime(evidence.resolution(), limits));
        reasons.add(ChangeRules.clustering(evidence.clustering()));
        boolean calmToday = reasons.stream().noneMatch(Reason::fails);
        reasons.add(dwell(calmToday ? dwell : 0, limits));
        return new Decision(level(reasons), List.copyOf(reasons));
    }

    private static Level level(List<Reason> reasons) {
        for (Level level : List.of(BREACHED, DETERIORATING, INSUFFICIENT_OBSERVATION)) {
            if (reasons.stream().anyMatch(reason -> reason.decides() == level && reason.fails())) {
                return level;
            }
        }
        return reasons.stream().allMatch(reason -> Boolean.TRUE.equals(reason.holds())) ? STABLE : FRAGILE;
    }

    private static Reason seriousAct(Evidence evidence, ParametersAgreed limits) {
        int acts = evidence.serious().size();
        return new Reason(
                "serious-act",
                Map.of("days", limits.seriousDays(), "count", acts),
                acts == 0,
                (double) acts,
                0.0,
                BREACHED,
                evidence.serious().stream().map(Evidence.Serious::incident).toList());
    }

    /** Untempered: estimating the dispersion across a real jump would halve the sensitivity. */
    private static Reason breachRate(Evidence evidence, ParametersAgreed limits) {
        UncertainRate rate = evidence.rate();
        double above = rate.observed() ? rate.exceeds(limits.breach().value()) : 0;
        Boolean holds = rate.observed() ? above <= limits.confidence().value() : null;
        return new Reason(
                "breach-rate",
                Map.of("rate", limits.breach().value(), "days", limits.windowDays()),
                holds,
                rate.observed() ? above : null,
                limits.confidence().value(),
                BREACHED,
                evidence.actEntries());
    }

    private static Reason power(Evidence evidence, ParametersAgreed limits) {
        double power = evidence.rate().power(limits.tolerated().value());
        return new Reason(
                "detection-power",
                Map.of("rate", limits.tolerated().value(), "days", limits.windowDays()),
                power >= limits.power().value(),
                power,
                limits.power().value(),
                INSUFFICIENT_OBSERVATION,
                evidence.effort());
    }

    private static Reason coverage(Evidence evidence, ParametersAgreed limits) {
        return new Reason(
                "coverage",
                Map.of("days", limits.windowDays()),
                evidence.coverage() >= limits.leastCoverage().value(),
                evidence.coverage(),
                limits.leastCoverage().value(),
                INSUFFICIENT_OBSERVATION,
                evidence.effort());
    }

    private static Reason gap(Evidence evidence, ParametersAgreed limits) {
        double limit = limits.unobservedStretch().value();
        boolean drawn = evidence.lineMetres() > 0;
        return new Reason(
                drawn ? "unobserved-stretch" : "no-line",
                drawn
                        ? Map.of(
                                "km",
                                limit / 1000,
                                "hours",
                                limits.unobservedTime().value())
                        : Map.of(),
                drawn && evidence.gapMetres() <= limit,
                drawn ? evidence.gapMetres() / 1000 : null,
                drawn ? limit / 1000 : null,
                INSUFFICIENT_OBSERVATION,
                evidence.effort());
    }

    /** Tempered by the dispersion: bursts must not look calm in their pauses. */
    private static Reason calmRate(Evidence evidence, ParametersAgreed limits) {
        double phi = evidence.dispersion();
        UncertainRate rate = evidence.rate(phi);
        double below = 1 - rate.exceeds(limits.tolerated().value());
        return new Reason(
                "calm-rate",
                Map.of("rate", limits.tolerated().value(), "days", limits.windowDays(), "dispersion", phi),
                below > limits.confidence().value(),
                below,
                limits.confidence().value(),
                FRAGILE,
                evidence.actEntries());
    }

    private static Reason openIncidents(Evidence evidence, ParametersAgreed limits) {
        int late = evidence.overdueIncidents().size();
        return new Reason(
                "open-incidents",
                Map.of("hours", limits.resolutionLimit().value(), "count", late, "open", evidence.openIncidents()),
                late == 0,
                (double) late,
                0.0,
                FRAGILE,
                evidence.overdueIncidents());
    }

    private static Reason resolvedInTime(Resolution resolution, ParametersAgreed limits) {
        Map<String, Object> arguments = new HashMap<>(Map.of(
                "hours", limits.resolutionLimit().value(),
                "count", resolution.cases(),
                "resolved", resolution.resolved(),
                "open", resolution.open(),
                "low", resolution.within().low(),
                "high", resolution.within().high()));
        if (resolution.medianHours() != null) {
            arguments.put("median", resolution.medianHours());
        }
        return new Reason(
                "resolved-in-time",
                arguments,
                resolution.inTime(limits.resolvedShare().value()),
                resolution.cases() == 0 ? null : resolution.within().value(),
                limits.resolvedShare().value(),
                FRAGILE,
                resolution.entries());
    }

    private static Reason dwell(int days, ParametersAgreed limits) {
        return new Reason(
                "dwell",
                Map.of("days", limits.dwellDays()),
                days >= limits.dwellDays(),
                (double) days,
                (double) limits.dwellDays(),
                FRAGILE,
                List.of());
    }
}
