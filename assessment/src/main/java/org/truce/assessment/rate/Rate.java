package org.truce.assessment.rate;

import org.truce.model.Invalid;

/**
 * What is known of a rate of acts after some were counted under some exposure: Gamma posterior under Jeffreys' prior
 * (shape .5 + acts, rate exposure). Immutable.
 *
 * @param acts counted acts, at least 0; need not be whole after tempering
 * @param coveredDays exposure in fully-covered days, at least 0
 */
public record Rate(double acts, double coveredDays) {
    private static final double JEFFREYS_SHAPE = 0.5;

    public Rate {
        Invalid.unless(
                Double.isFinite(acts) && acts >= 0 && Double.isFinite(coveredDays) && coveredDays >= 0,
                "bad-exposure",
                "Counts and exposures are finite and at least 0.");
    }

    /** Whether anything was watched at all; without it no rate has a posterior. */
    public boolean observed() {
        return coveredDays > 0;
    }

    /** Posterior mean in acts per fully-covered day. */
    public double mean() {
        return shape() / coveredDays;
    }

    /** Posterior quantile in acts per fully-covered day; p in (0, 1). */
    public double quantile(double p) {
        return Gamma.quantile(shape(), p) / coveredDays;
    }

    /** P(rate &gt; r), r in acts per fully-covered day; 1 where nothing was watched, since nothing is excluded. */
    public double exceeds(double r) {
        return observed() ? Gamma.upper(shape(), r * coveredDays) : 1;
    }

    /** The exact upper 95 % bound on the rate after no act was counted, -ln .05 / E. */
    public static double upper95(double coveredDays) {
        return -StrictMath.log(0.05) / coveredDays;
    }

    /** The probability with which at least one act would have been noticed at a rate per fully-covered day. */
    public static double power(double rate, double coveredDays) {
        return -StrictMath.expm1(-rate * coveredDays);
    }

    private double shape() {
        return JEFFREYS_SHAPE + acts;
    }
}
