package org.truce.assessment.detection;

import java.util.Arrays;
import org.truce.assessment.rate.Gamma;
import org.truce.model.Invalid;

/**
 * Bayesian online change-point detection (Adams and MacKay 2007) for counts under exposure: for each time at which the
 * rate may have changed last, how probable that is and what is known of the rate since, a gamma distribution. A day
 * without observation only spreads it. Changes long ago are merged in pairs by their first two moments, so that a day
 * costs some {@value #MOST} terms. Not thread-safe.
 */
final class RunLengths {
    /** A change is expected once in so many days. */
    static final double HAZARD_DAYS = 180;

    private static final int MOST = 32;
    private static final int RECENT = 12;
    /** Beyond so many standard deviations a tail is nothing. */
    private static final double FAR = 5.5;

    private final double referenceRate;
    private final double hazard;
    private final double[] weight;
    private final double[] shape;
    private final double[] rate;
    private final double[] logGamma;
    private final double[] logPredictive = new double[MOST + 1];
    private int size;

    /**
     * With one thing known.
     *
     * @param referenceRate acts per fully-covered day
     * @param acts that were counted since the last change
     * @param exposure under which
     */
    RunLengths(double referenceRate, double acts, double exposure) {
        this(referenceRate, acts, exposure, HAZARD_DAYS);
    }

    /** The same where a change is expected once in so many days. */
    RunLengths(double referenceRate, double acts, double exposure, double hazardDays) {
        this.referenceRate = referenceRate;
        this.hazard = 1 / hazardDays;
        weight = new double[MOST + 1];
        shape = new double[MOST + 1];
        rate = new double[MOST + 1];
        logGamma = new double[MOST + 1];
        add(1, 1 + acts, 1 / referenceRate + exposure);
    }

    private RunLengths(RunLengths other) {
        referenceRate = other.referenceRate;
        hazard = other.hazard;
        weight = other.weight.clone();
        shape = other.shape.clone();
        rate = other.rate.clone();
        logGamma = other.logGamma.clone();
        size = other.size;
    }

    /** From the numbers of another. */
    static RunLengths read(double referenceRate, double[] numbers) {
        RunLengths read = new RunLengths(referenceRate, 0, 0);
        int terms = numbers.length / 3;
        Invalid.unless(numbers.length % 3 == 0 && terms >= 1 && terms <= MOST, "bad-state", "A state has whole terms.");
        read.size = terms;
        for (int i = 0; i < terms; i++) {
            read.weight[i] = numbers[i];
            read.shape[i] = numbers[terms + i];
            read.rate[i] = numbers[2 * terms + i];
            read.logGamma[i] = read.shape[i] == 1 ? 0 : Gamma.logGamma(read.shape[i]);
        }
        return read;
    }

    RunLengths copy() {
        return new RunLengths(this);
    }

    /** One more day. Counts need not be whole. */
    void step(double acts, double exposure) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            logPredictive[i] = exposure > 0 ? logPredictive(i, acts, exposure) : 0;
            most = StrictMath.max(most, logPredictive[i]);
        }
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weight[i] *= StrictMath.exp(logPredictive[i] - most);
            sum += weight[i];
            if (exposure > 0) {
                shape[i] += acts;
                rate[i] += exposure;
            }
        }
        for (int i = 0; i < size; i++) {
            weight[i] *= (1 - hazard) / sum;
        }
        add(hazard, 1, 1 / referenceRate);
        if (size > MOST) {
            merge();
        }
    }

    /** Without the terms that all have in common; also moves on the logarithm of the gamma function. */
    private double logPredictive(int i, double acts, double exposure) {
        double after = rate[i] + exposure;
        double value = -shape[i] * StrictMath.log1p(exposure / rate[i]);
        if (acts > 0) {
            double next = Gamma.logGamma(shape[i] + acts);
            value += next - logGamma[i] - acts * StrictMath.log(after);
            logGamma[i] = next;
        }
        return value;
    }

    private void add(double newWeight, double newShape, double newRate) {
        weight[size] = newWeight;
        shape[size] = newShape;
        rate[size] = newRate;
        logGamma[size] = newShape == 1 ? 0 : Gamma.logGamma(newShape);
        size++;
    }

    /** Merges the two neighbours, among all but the recent, that weigh least. */
    private void merge() {
        int least = 0;
        for (int i = 1; i + 1 < size - RECENT; i++) {
            if (weight[i] + weight[i + 1] < weight[least] + weight[least + 1]) {
                least = i;
            }
        }
        double all = weight[least] + weight[least + 1];
        double share = all > 0 ? weight[least] / all : 0.5;
        double first = shape[least] / rate[least];
        double second = shape[least + 1] / rate[least + 1];
        double mean = share * first + (1 - share) * second;
        double variance = share * (first / rate[least] + first * first)
                + (1 - share) * (second / rate[least + 1] + second * second)
                - mean * mean;
        weight[least] = all;
        rate[least] = mean / variance;
        shape[least] = mean * rate[least];
        logGamma[least] = Gamma.logGamma(shape[least]);
        int rest = size - least - 2;
        for (double[] column : new double[][] {weight, shape, rate, logGamma}) {
            System.arraycopy(column, least + 2, column, least + 1, rest);
        }
        size--;
    }

    /** P(rate &gt; r). */
    double above(double r) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double from = (rate[i] * r - shape[i]) / StrictMath.sqrt(shape[i]);
            sum += from > FAR
                    ? 0
                    : from < -FAR ? weight[i] : weight[i] * Gamma.upper(shape[i], rate[i] * r, logGamma[i]);
        }
        return StrictMath.min(1, sum);
    }

    /** P(rate &lt; r). */
    double below(double r) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double from = (rate[i] * r - shape[i]) / StrictMath.sqrt(shape[i]);
            sum += from > FAR
                    ? weight[i]
                    : from < -FAR ? 0 : weight[i] * Gamma.lower(shape[i], rate[i] * r, logGamma[i]);
        }
        return StrictMath.min(1, sum);
    }

    /** Its numbers, to keep them. */
    double[] numbers() {
        double[] all = new double[3 * size];
        System.arraycopy(weight, 0, all, 0, size);
        System.arraycopy(shape, 0, all, size, size);
        System.arraycopy(rate, 0, all, 2 * size, size);
        return all;
    }

    @Override
    public String toString() {
        return "RunLengths" + Arrays.toString(numbers());
    }
}
