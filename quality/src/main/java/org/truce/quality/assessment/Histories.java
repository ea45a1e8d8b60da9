package org.truce.quality.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.truce.assessment.rate.Draws;

/** Invented histories of single events, in days from the beginning: self-exciting by branching, and what spoils them. */
final class Histories {
    private Histories() {}

    /** Of one event a day in the mean, of which a share follows an earlier one after a day in the mean. */
    static double[] of(Draws draws, double ratio, int days) {
        return of(draws, ratio, days, (1 - ratio));
    }

    /** The same with a background of so many a day. */
    static double[] of(Draws draws, double ratio, int days, double background) {
        // A past of thirty days: the beginning has its aftermath too.
        int past = ratio > 0 ? 30 : 0;
        List<Double> times = new ArrayList<>();
        int first = draws.poisson(background * (days + past));
        for (int i = 0; i < first; i++) {
            times.add(draws.share() * (days + past) - past);
        }
        for (int i = 0; i < times.size(); i++) {
            int offspring = draws.poisson(ratio);
            for (int j = 0; j < offspring; j++) {
                double time = times.get(i) + draws.exponential();
                if (time < days) {
                    times.add(time);
                }
            }
        }
        return times.stream()
                .mapToDouble(Double::doubleValue)
                .filter(time -> time >= 0)
                .sorted()
                .toArray();
    }

    /** Events of a rate that is another in each of equal parts of the time. */
    static double[] stepped(Draws draws, int days, double... rates) {
        double part = (double) days / rates.length;
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            int count = draws.poisson(rates[i] * part);
            for (int j = 0; j < count; j++) {
                times.add((i + draws.share()) * part);
            }
        }
        return sorted(times);
    }

    /** Each event is seen with the coverage of its day. */
    static double[] seen(Draws draws, double[] times, double[] coverage) {
        return Arrays.stream(times)
                .filter(time -> draws.share() < coverage[(int) time])
                .toArray();
    }

    /** Each event is told again some six hours later, with a probability. */
    static double[] doubled(Draws draws, double[] times, double share, int days) {
        List<Double> all = new ArrayList<>();
        for (double time : times) {
            all.add(time);
            double again = time + draws.exponential() / 4;
            if (draws.share() < share && again < days) {
                all.add(again);
            }
        }
        return sorted(all);
    }

    /** Only the day is known; the time of day is drawn anew where jitter is asked for. */
    static double[] rounded(Draws draws, double[] times, boolean jitter) {
        return Arrays.stream(times)
                .map(time -> Math.floor(time) + (jitter ? draws.share() : 0.5))
                .sorted()
                .toArray();
    }

    /** Only the first hours of each day are watched. */
    static double[] byDay(double[] times, double hours) {
        return Arrays.stream(times)
                .filter(time -> time - Math.floor(time) < hours / 24)
                .toArray();
    }

    private static double[] sorted(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
