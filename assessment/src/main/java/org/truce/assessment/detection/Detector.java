package org.truce.assessment.detection;

/**
 * Watches a rate day by day against a reference: Bayesian run lengths, and Page's cumulated sum (Page 1954) as a check
 * by other means. Counts and exposures are tempered by the reference's dispersion, so that bursts do not look like a
 * change (methods.md §1.6). Not thread-safe.
 */
public final class Detector {
    /** How many times the reference a rate must have become. */
    public static final double FACTOR = 1.5;

    private static final double DOUBLING = 2;

    private final Reference reference;
    private final RunLengths lengths;
    private double cusum;

    private Detector(Reference reference, RunLengths lengths, double cusum) {
        this.reference = reference;
        this.lengths = lengths;
        this.cusum = cusum;
    }

    /**
     * Warmed by the days of its reference: the first two thirds count as one regime, the last third is watched, so that
     * a change just before the reference ended is not forgotten.
     */
    public static Detector warm(Daily days, Reference reference) {
        int watched = days.size() - days.size() / 3;
        double acts = 0;
        double exposure = 0;
        for (int day = 0; day < watched; day++) {
            acts += days.acts(day);
            exposure += days.exposure(day);
        }
        double phi = reference.dispersion();
        Detector detector = new Detector(reference, new RunLengths(reference.rate(), acts / phi, exposure / phi), 0);
        for (int day = watched; day < days.size(); day++) {
            detector.step(days.acts(day), days.exposure(day));
        }
        return detector;
    }

    /** One more day. */
    public void step(int acts, double exposure) {
        double counted = exposure > 0 ? acts / reference.dispersion() : 0;
        double watched = exposure / reference.dispersion();
        lengths.step(counted, watched);
        double drift = counted * StrictMath.log(DOUBLING) - watched * reference.rate() * (DOUBLING - 1);
        cusum = StrictMath.max(0, cusum + drift);
    }

    /** What it says now. */
    public Signals signals() {
        return new Signals(lengths.above(FACTOR * reference.rate()), lengths.below(reference.rate() / FACTOR), cusum);
    }

    /** Its numbers, to keep them: the sum, then the run lengths. */
    double[] numbers() {
        double[] of = lengths.numbers();
        double[] all = new double[of.length + 1];
        all[0] = cusum;
        System.arraycopy(of, 0, all, 1, of.length);
        return all;
    }

    /** From numbers that were kept. */
    static Detector read(Reference reference, double[] numbers) {
        double[] of = java.util.Arrays.copyOfRange(numbers, 1, numbers.length);
        return new Detector(reference, RunLengths.read(reference.rate(), of), numbers[0]);
    }

    /** Another that has seen the same. */
    public Detector copy() {
        return new Detector(reference, lengths.copy(), cusum);
    }
}
