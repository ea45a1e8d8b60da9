package org.truce.assessment.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.truce.assessment.rate.Draws;
import org.truce.model.Invalid;

/**
 * Finds thresholds by simulation: for every member of a family many histories without any change, with its rate, its
 * dispersion and the exposures that there really were, each with a reference of its own that is estimated anew. For each
 * day the threshold is set so that the family as a whole raises a false alarm with the same probability on every day,
 * given that it raised none before: control limits of constant probability (Shen, Zou, Jiang and Tsung 2013), which need
 * no exposures of days to come. A member's statistic is measured by how rare it is for that member, so that each has an
 * equal share. The members are simulated as if they were independent; where they are not, false alarms are fewer.
 * Deterministic whatever the number of threads. Costs runs × days × members detector steps.
 */
public final class Calibrator {
    private static final double TAIL = 0.05;
    private static final int POOLED = 7;
    private static final int STATISTICS = 3;
    /** So rare a value never comes: the threshold of a day on which no false alarm may be spent. */
    private static final double NEVER = 100;

    private Calibrator() {}

    /**
     * How to simulate.
     *
     * @param falseAlarmDays days from one false alarm of the family to the next, in the mean
     * @param runs histories for each member
     * @param seed of all of it
     */
    public record Settings(double falseAlarmDays, int runs, long seed) {
        /** One false alarm a year. */
        public static final double YEAR = 365;

        public Settings {
            Invalid.unless(
                    Double.isFinite(falseAlarmDays) && falseAlarmDays >= 2 && runs >= 100,
                    "bad-calibration",
                    "A false alarm comes in two days at the earliest, and at least 100 runs are needed.");
        }

        /** A yearly false alarm, and as many runs for so many members as a minute allows. */
        public static Settings of(int members, long seed) {
            return new Settings(YEAR, StrictMath.max(1500, StrictMath.min(4000, 24_000 / members)), seed);
        }
    }

    /** Statistics of one member: for each statistic and day the values of all runs. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Simulated(float[][][] values) {}

    /** The thresholds of a family for every watched day that it has. Tells how much is done, 0 to 1. */
    public static Calibration run(Family family, Settings settings, DoubleConsumer progress) {
        return run(
                family,
                settings,
                progress,
                family.members().stream()
                        .map(member -> Reference.of(Family.reference(member, family.referenceDays())))
                        .toList());
    }

    /** The same where what the references are in truth is known, as it is of invented histories. */
    public static Calibration run(Family family, Settings settings, DoubleConsumer progress, List<Reference> truths) {
        int days = family.watchedDays();
        AtomicInteger done = new AtomicInteger();
        List<Simulated> all = IntStream.range(0, family.members().size())
                .parallel()
                .mapToObj(index -> {
                    Simulated simulated = simulate(family, index, settings, truths.get(index));
                    progress.accept(
                            (double) done.incrementAndGet() / family.members().size());
                    return simulated;
                })
                .toList();
        double[][][] thresholds = new double[STATISTICS][][];
        for (int statistic = 0; statistic < STATISTICS; statistic++) {
            int which = statistic;
            thresholds[statistic] =
                    thresholds(all.stream().map(one -> one.values()[which]).toList(), days, settings);
        }
        Map<String, Calibration.Member> members = new HashMap<>();
        for (int index = 0; index < family.members().size(); index++) {
            Family.Member member = family.members().get(index);
            double[] exposure = IntStream.range(0, days)
                    .mapToDouble(day -> member.daily().exposure(family.referenceDays() + day))
                    .toArray();
            members.put(
                    member.name(),
                    new Calibration.Member(exposure, thresholds[0][index], thresholds[1][index], thresholds[2][index]));
        }
        return new Calibration(family.key(settings), days, members);
    }

    private static Simulated simulate(Family family, int index, Settings settings, Reference truth) {
        Daily daily = family.members().get(index).daily();
        int before = family.referenceDays();
        float[][][] values = new float[STATISTICS][daily.size() - before][settings.runs()];
        for (int run = 0; run < settings.runs(); run++) {
            Draws draws = Draws.of(settings.seed(), index, run);
            Daily history = history(draws, truth, daily, before);
            Detector detector = Detector.warm(history, Reference.of(history));
            for (int day = before; day < daily.size(); day++) {
                double exposure = daily.exposure(day);
                detector.step(draws.count(truth.rate() * exposure, truth.dispersion()), exposure);
                Signals signals = detector.signals();
                values[0][day - before][run] = (float) Signals.logOdds(signals.up());
                values[1][day - before][run] = (float) Signals.logOdds(signals.down());
                values[2][day - before][run] = (float) signals.cusum();
            }
        }
        return new Simulated(values);
    }

    private static Daily history(Draws draws, Reference truth, Daily daily, int days) {
        int[] acts = new int[days];
        double[] exposure = new double[days];
        for (int day = 0; day < days; day++) {
            exposure[day] = daily.exposure(day);
            acts[day] = draws.count(truth.rate() * exposure[day], truth.dispersion());
        }
        return new Daily(acts, exposure);
    }

    /** For each member and day. A run of the family is the runs of its members with one number. */
    private static double[][] thresholds(List<float[][]> members, int days, Settings settings) {
        double[][] out = new double[members.size()][days];
        boolean[] alarmed = new boolean[settings.runs()];
        int alive = settings.runs();
        double budget = 0;
        for (int day = 0; day < days; day++) {
            int today = day;
            List<Tail> tails =
                    members.stream().map(values -> Tail.of(values, today)).toList();
            double[] rarest = new double[settings.runs()];
            for (int member = 0; member < members.size(); member++) {
                float[] values = members.get(member)[day];
                for (int run = 0; run < rarest.length; run++) {
                    rarest[run] = StrictMath.max(rarest[run], tails.get(member).rarity(values[run]));
                }
            }
            budget += 1 / settings.falseAlarmDays();
            int rank = (int) (budget * (alive + 1));
            double limit = NEVER;
            if (rank >= 1) {
                limit = largest(rarest, alarmed, alive, rank);
                // Another history lies above the k-th of n with probability k / (n + 1): so many alarm, the k-th with
                // them, but where many are equal none of these.
                double lowest = limit;
                boolean one = IntStream.range(0, rarest.length)
                                .filter(run -> !alarmed[run] && rarest[run] == lowest)
                                .count()
                        == 1;
                int exceeding = 0;
                for (int run = 0; run < rarest.length; run++) {
                    if (!alarmed[run] && (rarest[run] > limit || (one && rarest[run] == limit))) {
                        alarmed[run] = true;
                        exceeding++;
                    }
                }
                budget -= exceeding / (alive + 1.0);
                alive -= exceeding;
            }
            for (int member = 0; member < members.size(); member++) {
                out[member][day] = tails.get(member).value(limit);
            }
        }
        return out;
    }

    private static double largest(double[] all, boolean[] alarmed, int alive, int rank) {
        double[] left = IntStream.range(0, all.length)
                .filter(run -> !alarmed[run])
                .mapToDouble(run -> all[run])
                .sorted()
                .toArray();
        return left[StrictMath.max(0, alive - rank)];
    }

    /**
     * The upper tail of a statistic on a day: exponential above the value that one in twenty exceeds.
     *
     * @param from that value
     * @param mean mean excess above it in the last week
     */
    private record Tail(double from, double mean) {
        static Tail of(float[][] values, int day) {
            double from = 0;
            double sum = 0;
            int count = 0;
            for (int d = StrictMath.max(0, day - POOLED + 1); d <= day; d++) {
                float[] sorted = values[d].clone();
                java.util.Arrays.sort(sorted);
                int first = (int) (sorted.length * (1 - TAIL));
                from = sorted[first];
                for (int i = first; i < sorted.length; i++) {
                    sum += sorted[i] - from;
                    count++;
                }
            }
            return new Tail(from, StrictMath.max(1e-6, sum / count));
        }

        double rarity(double value) {
            return value <= from ? 0 : (value - from) / mean;
        }

        double value(double rarity) {
            return from + rarity * mean;
        }
    }
}
