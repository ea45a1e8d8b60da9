package org.truce.assessment.resolution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleToIntFunction;
import org.truce.model.Invalid;

/**
 * How long cases last that end in one of two ways or have not ended yet. The share that has ended well by a time is the
 * Aalen–Johansen estimate (Aalen and Johansen 1978); where no case ends otherwise, it is one minus the Kaplan–Meier
 * estimate (Kaplan and Meier 1958), and its variance is Greenwood's. The interval is that of the log-log transformation,
 * which stays between 0 and 1. Computed in {@link StrictMath}, in order of time, so that everybody gets the same bits.
 * Immutable; making one costs a sort of the cases, every question their number at most.
 */
public final class Survival {
    /** The standard normal quantile of a two-sided 90 % interval. */
    private static final double Z90 = 1.6448536269514722;

    private final List<Step> steps;

    /** How a case stands. */
    public enum Ending {
        /** It ended as it should. */
        RESOLVED,
        /** It ended otherwise, and cannot be resolved any more. */
        ESCALATED,
        /** It had not ended when it was last looked at. */
        OPEN
    }

    /**
     * One case.
     *
     * @param hours from its beginning to its end, or to when it was last looked at; at least 0
     * @param ending how it stands
     */
    public record Case(double hours, Ending ending) {
        public Case {
            Invalid.unless(
                    Double.isFinite(hours) && hours >= 0, "bad-duration", "A duration is finite and at least 0.");
        }
    }

    /**
     * A share with its interval.
     *
     * @param value estimate, 0 to 1
     * @param low lower bound of the 90 % interval
     * @param high upper bound of the 90 % interval
     */
    public record Share(double value, double low, double high) {}

    /** One time at which cases ended: before it {@code lasting} of all lasted, after it {@code resolved} were resolved. */
    private record Step(double hours, int atRisk, int ended, int well, double lasting, double resolved) {}

    private Survival(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Of cases in any order. One that is open for as long as another took to end was still at risk then. */
    public static Survival of(Collection<Case> cases) {
        return of(cases, _ -> 0);
    }

    /**
     * The same of these and of others that are all open, and of which only the number is asked for.
     *
     * @param others how many of them have lasted for at least some hours
     */
    public static Survival of(Collection<Case> cases, DoubleToIntFunction others) {
        List<Case> sorted =
                cases.stream().sorted(Comparator.comparingDouble(Case::hours)).toList();
        List<Step> steps = new ArrayList<>();
        double lasting = 1;
        double resolved = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            double hours = sorted.get(from).hours();
            int well = 0;
            int ended = 0;
            for (to = from; to < sorted.size() && sorted.get(to).hours() == hours; to++) {
                well += sorted.get(to).ending() == Ending.RESOLVED ? 1 : 0;
                ended += sorted.get(to).ending() == Ending.OPEN ? 0 : 1;
            }
            if (ended > 0) {
                int atRisk = sorted.size() - from + others.applyAsInt(hours);
                resolved = StrictMath.min(1, resolved + lasting * well / atRisk);
                steps.add(new Step(hours, atRisk, ended, well, lasting, resolved));
                lasting *= 1 - (double) ended / atRisk;
            }
        }
        return new Survival(steps);
    }

    /** The share that is resolved within some hours. */
    public Share resolvedWithin(double hours) {
        double value = 0;
        for (Step step : steps) {
            value = step.hours() <= hours ? step.resolved() : value;
        }
        if (value <= 0 || value >= 1) {
            return new Share(value, value <= 0 ? 0 : value, value <= 0 ? 1 : value);
        }
        double left = 1 - value;
        double spread = StrictMath.exp(Z90 * StrictMath.sqrt(variance(value, hours)) / (left * -StrictMath.log(left)));
        return new Share(value, 1 - StrictMath.pow(left, 1 / spread), 1 - StrictMath.pow(left, spread));
    }

    /** Variance of the share by the delta method (Marubini and Valsecchi 1995, 10.12); Greenwood's without escalations. */
    private double variance(double value, double hours) {
        double sum = 0;
        for (Step step : steps) {
            if (step.hours() > hours) {
                break;
            }
            double n = step.atRisk();
            double later = value - step.resolved();
            if (step.ended() < step.atRisk()) {
                sum += later * later * step.ended() / (n * (n - step.ended()));
            }
            sum += step.lasting() * step.lasting() * (n - step.well()) / (n * n * n) * step.well();
            sum -= 2 * later * step.lasting() * step.well() / (n * n);
        }
        return StrictMath.max(0, sum);
    }

    /** The time by which half of the cases are resolved, in hours; empty while it is not half of them. */
    public OptionalDouble medianHours() {
        return steps.stream()
                .filter(step -> step.resolved() >= 0.5)
                .mapToDouble(Step::hours)
                .findFirst();
    }
}
