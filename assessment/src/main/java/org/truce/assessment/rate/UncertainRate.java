package org.truce.assessment.rate;

import java.util.ArrayList;
import java.util.List;
import org.truce.model.Invalid;

/**
 * What is known of a rate where the coverage is itself known with an error: the mean of the posteriors of {@link Rate}
 * over the shares that the coverage may have been. Wider than any of them. Immutable; a quantile costs some fifty
 * distribution functions of every part.
 */
public final class UncertainRate {
    private final List<Rate> parts;

    private UncertainRate(List<Rate> parts) {
        this.parts = parts;
    }

    /**
     * After so many acts in some days of a coverage.
     *
     * @param acts at least 0; need not be whole after tempering
     * @param days length of the window, above 0
     */
    public static UncertainRate of(double acts, double days, Coverage coverage) {
        Invalid.unless(days > 0 && Double.isFinite(days), "bad-window", "A window has a finite length above 0.");
        List<Rate> parts = new ArrayList<>();
        for (double share : coverage.points()) {
            parts.add(new Rate(acts, days * share));
        }
        return new UncertainRate(List.copyOf(parts));
    }

    /** Whether anything was watched at all; without it no rate has a posterior. */
    public boolean observed() {
        return parts.stream().allMatch(Rate::observed);
    }

    /** Posterior mean, in acts per fully-covered day. */
    public double mean() {
        return parts.stream().mapToDouble(Rate::mean).sum() / parts.size();
    }

    /** P(rate &gt; r); 1 where nothing was watched. */
    public double exceeds(double r) {
        return parts.stream().mapToDouble(part -> part.exceeds(r)).sum() / parts.size();
    }

    /** Posterior quantile, in acts per fully-covered day; p in (0, 1). Only for what was observed. */
    public double quantile(double p) {
        Invalid.unless(observed(), "nothing-watched", "Without observation a rate has no quantile.");
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Rate part : parts) {
            double at = part.quantile(p);
            low = StrictMath.min(low, at);
            high = StrictMath.max(high, at);
        }
        for (int i = 0; i < 100 && high - low > 1e-13 * high; i++) {
            double middle = (low + high) / 2;
            if (1 - exceeds(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The upper 95 % bound after no act: the rate at which seeing none has probability .05 in the mean. */
    public double upper95AfterNone() {
        double low = 0;
        double high = parts.stream()
                .mapToDouble(part -> Rate.upper95(part.coveredDays()))
                .max()
                .orElseThrow();
        for (int i = 0; i < 100 && high - low > 1e-13 * high; i++) {
            double middle = (low + high) / 2;
            if (power(middle) < 0.95) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The probability with which at least one act would have been noticed at a rate. */
    public double power(double rate) {
        return parts.stream()
                        .mapToDouble(part -> Rate.power(rate, part.coveredDays()))
                        .sum()
                / parts.size();
    }
}
