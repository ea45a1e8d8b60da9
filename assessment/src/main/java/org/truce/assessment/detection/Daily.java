package org.truce.assessment.detection;

import java.util.Arrays;
import org.truce.model.Invalid;

/**
 * Acts and exposure, day by day without gaps: a day on which nothing was watched has exposure 0, and acts of it tell
 * nothing of a rate. Immutable.
 */
public final class Daily {
    private final int[] acts;
    private final double[] exposure;

    /**
     * Of equally many days.
     *
     * @param acts counted on each, at least 0
     * @param exposure of each in fully-covered days, 0 to 1
     */
    public Daily(int[] acts, double[] exposure) {
        Invalid.unless(acts.length == exposure.length, "bad-days", "Every day has a count and an exposure.");
        Invalid.unless(Arrays.stream(acts).allMatch(one -> one >= 0), "bad-count", "A count is at least 0.");
        Invalid.unless(
                Arrays.stream(exposure).allMatch(one -> one >= 0 && one <= 1 + 1e-9),
                "bad-coverage",
                "The exposure of a day is a share from 0 to 1.");
        this.acts = acts.clone();
        this.exposure = exposure.clone();
    }

    /** How many days. */
    public int size() {
        return acts.length;
    }

    /** Acts of a day that count: none where nothing was watched. */
    public int acts(int day) {
        return exposure[day] > 0 ? acts[day] : 0;
    }

    /** Exposure of a day. */
    public double exposure(int day) {
        return exposure[day];
    }

    /** The days from one up to but not including another. */
    public Daily part(int from, int to) {
        return new Daily(Arrays.copyOfRange(acts, from, to), Arrays.copyOfRange(exposure, from, to));
    }
}
