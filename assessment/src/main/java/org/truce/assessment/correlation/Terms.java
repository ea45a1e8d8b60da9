package org.truce.assessment.correlation;

/**
 * What speaks for a link, in natural logarithms: above 0 for it, below 0 against. They add up to the likelihood ratio
 * against "it is another incident".
 *
 * @param position how well the places agree, for each square kilometre
 * @param time how well the times agree, for each day
 * @param act how much likelier this act is told of this incident than of any
 * @param density how rare incidents are around there: less its logarithm, for each square kilometre and day
 * @param sources how much likelier one more report of this incident is than a first report of another
 * @param outlier whether it fits only where the source erred more than it declares
 */
public record Terms(double position, double time, double act, double density, double sources, boolean outlier) {
    /** The logarithm of the likelihood ratio. */
    public double total() {
        return position + time + act + density + sources;
    }
}
