package org.truce.quality.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.truce.assessment.detection.Hawkes;
import org.truce.assessment.rate.Draws;

/** How well the ratio of incidents that follow earlier ones is found: one a day, mean lag a day, seen in part. */
final class ClusterQuality {
    static final long SEED = 6_004;

    private ClusterQuality() {}

    /**
     * One kind of history.
     *
     * @param truth ratio of all events
     * @param seen share of the events that were seen
     * @param days length, and about how many events there were
     * @param mean of the medians, corrected for what was not seen
     * @param rmse of these against the truth
     * @param covered share of the 80 % intervals that hold the truth
     */
    record Found(double truth, double seen, int days, double mean, double rmse, double covered) {}

    static Found measure(double truth, double seen, int days, int runs, Consumer<String> log) {
        double sum = 0;
        double squares = 0;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            double[] coverage = new double[days];
            Arrays.fill(coverage, seen);
            double[] times = history(Draws.of(SEED, Math.round(truth * 100), days, run), truth, days, seen);
            Hawkes.Ratio ratio = new Hawkes(times, coverage).ratio().corrected(seen);
            sum += ratio.median();
            squares += (ratio.median() - truth) * (ratio.median() - truth);
            covered += ratio.low() <= truth && truth <= ratio.high() ? 1 : 0;
        }
        Found found = new Found(truth, seen, days, sum / runs, Math.sqrt(squares / runs), (double) covered / runs);
        log.accept("clustering | " + found + " runs " + runs);
        return found;
    }

    /** By branching: every event has its own offspring; the beginning has no past. */
    private static double[] history(Draws draws, double ratio, int days, double seen) {
        List<Double> times = new ArrayList<>();
        int background = draws.poisson((1 - ratio) * days);
        for (int i = 0; i < background; i++) {
            times.add(draws.share() * days);
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
                .filter(_ -> draws.share() < seen)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
