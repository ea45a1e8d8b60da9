package org.truce.assessment.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.truce.model.Invalid;

/**
 * What is known of a rate where the coverage is itself known with an error: the mean of the posteriors of {@link Rate}
 * over the shares that the coverage may have been. Wider than any of them. Immutable; a quantile costs some fifty
 * distribution functions of every part.
 */
public final class UncertainRate {
    private final List<Part> parts;

    /** The rate under one share that the coverage may have been. */
    private record Part(Rate rate, double weight) {}

    private UncertainRate(List<Part> parts) {
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
        List<Part> parts = new ArrayList<>();
        for (Coverage.Point point : coverage.points()) {
            parts.add(new Part(new Rate(acts, days * point.share()), point.weight()));
        }
        return new UncertainRate(List.copyOf(parts));
    }

    /** Whether anything was watched at all; without it no rate has a posterior. */
    public boolean observed() {
        return parts.stream().allMatch(part -> part.rate().observed());
    }

    /** The posterior mean where the coverage is exact, else the median: the mean over small shares may not exist. */
    public double central() {
        return parts.size() == 1 ? parts.getFirst().rate().mean() : quantile(0.5);
    }

    /** P(rate &gt; r); 1 where nothing was watched. */
    public double exceeds(double r) {
        return sum(rate -> rate.exceeds(r));
    }

    /** Posterior quantile, in acts per fully-covered day; p in (0, 1). Only for what was observed. */
    public double quantile(double p) {
        Invalid.unless(observed(), "nothing-watched", "Without observation a rate has no quantile.");
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Part part : parts) {
            double at = part.rate().quantile(p);
            low = StrictMath.min(low, at);
            high = StrictMath.max(high, at);
        }
        for (int i = 0; i < 200 && high - low > 1e-13 * high; i++) {
            double middle = StrictMath.sqrt(low) * StrictMath.sqrt(high);
            if (1 - exceeds(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The upper 95 % bound after no act: the rate at which seeing none has probability .05 in the mean. */
    public double upper95AfterNone() {
        double low = 0;
        double high = parts.stream()
                .mapToDouble(part -> Rate.upper95(part.rate().coveredDays()))
                .max()
                .orElseThrow();
        for (int i = 0; i < 200 && high - low > 1e-13 * high; i++) {
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
        return sum(of -> Rate.power(rate, of.coveredDays()));
    }

    private double sum(ToDoubleFunction<Rate> of) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight() * of.applyAsDouble(part.rate());
        }
        return StrictMath.min(1, sum);
    }
}
