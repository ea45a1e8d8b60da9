package org.truce.simulation.ceasefire;

import java.util.List;

/**
 * A day of an invented ceasefire.
 *
 * @param number from 0
 * @param rate incidents a day that were to be expected
 * @param watched for each post the share of the day for which it watched
 * @param happened what happened, in order of time
 * @param told what was told on it, of this day or earlier ones, in order of being told
 */
public record Day(int number, double rate, List<Double> watched, List<Happened> happened, List<Told> told) {
    public Day {
        watched = List.copyOf(watched);
        happened = List.copyOf(happened);
        told = List.copyOf(told);
    }

    /** Share of the line and the time that was watched. */
    public double covered() {
        return watched.stream().mapToDouble(Double::doubleValue).sum() / watched.size();
    }
}
