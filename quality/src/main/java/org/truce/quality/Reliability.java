package org.truce.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether confidences mean what they say: facts in ten bins by confidence, and in each the mean confidence beside the
 * share that was right. The expected calibration error is the mean distance of the two over all facts (Naeini, Cooper
 * and Hauskrecht 2015). Pure.
 */
final class Reliability {
    private static final int BINS = 10;

    /**
     * Facts of one bin.
     *
     * @param from least confidence
     * @param to confidence below which it ends; the last one holds 1 too
     * @param facts how many
     * @param confidence their mean
     * @param right share that was right
     */
    record Bin(double from, double to, int facts, double confidence, double right) {}

    private Reliability() {}

    /** The bins that hold facts, from the least sure. */
    static List<Bin> of(List<Outcome> outcomes) {
        int[] facts = new int[BINS];
        int[] right = new int[BINS];
        double[] sum = new double[BINS];
        for (Outcome o : outcomes) {
            int bin = (int) Math.min(BINS - 1, o.why().confidence() * BINS);
            facts[bin]++;
            right[bin] += o.right() ? 1 : 0;
            sum[bin] += o.why().confidence();
        }
        List<Bin> out = new ArrayList<>();
        for (int b = 0; b < BINS; b++) {
            if (facts[b] > 0) {
                out.add(new Bin(
                        (double) b / BINS,
                        (double) (b + 1) / BINS,
                        facts[b],
                        sum[b] / facts[b],
                        (double) right[b] / facts[b]));
            }
        }
        return out;
    }

    /** Expected calibration error, 0 to 1; NaN without facts. */
    static double error(List<Outcome> outcomes) {
        double sum = 0;
        for (Bin bin : of(outcomes)) {
            sum += bin.facts() * Math.abs(bin.confidence() - bin.right());
        }
        return sum / outcomes.size();
    }
}
