package org.truce.quality.assessment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.truce.assessment.detection.Calibration;
import org.truce.assessment.detection.Calibrator;
import org.truce.assessment.detection.Daily;
import org.truce.assessment.detection.Detector;
import org.truce.assessment.detection.Family;
import org.truce.assessment.detection.Reference;
import org.truce.assessment.detection.Signals;
import org.truce.assessment.rate.Draws;

/**
 * Alarms of change, as they are raised in a period: a reference of 90 days that is estimated, then 90 days that are
 * watched, with thresholds from a calibration with the history's own exposures. Calibrations and histories draw from
 * different seeds.
 */
final class AlarmQuality {
    static final int REFERENCE = 90;
    static final int WATCHED = 90;
    static final long CALIBRATION_SEED = 6_001;
    static final long TRUTH_SEED = 6_002;
    static final int RUNS = 4000;
    static final int CALIBRATIONS = 5;

    private static final Family.Member NOBODY =
            new Family.Member("all", new Daily(new int[REFERENCE + WATCHED], new double[REFERENCE + WATCHED]));

    private final int seeds;
    private final Consumer<String> log;

    AlarmQuality(int seeds, Consumer<String> log) {
        this.seeds = seeds;
        this.log = log;
    }

    /**
     * One kind of history.
     *
     * @param name what is printed
     * @param rate acts per fully-covered day
     * @param dispersion variance over mean
     * @param coverage of each day, in truth
     * @param believed of each day, by who watches
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(String name, double rate, double dispersion, double[] coverage, double[] believed) {
        static Case steady(double rate, double dispersion) {
            double[] all = filled(1, 1);
            return new Case(rate + " a day, variance/mean " + dispersion, rate, dispersion, all, all);
        }

        /** The coverage changes with the first watched day; who is blind to it believes it to be full. */
        static Case moving(double rate, double before, double after, boolean blind) {
            String name = rate + " a day, coverage " + before + " to " + after + (blind ? ", exposure ignored" : "");
            double[] coverage = filled(before, after);
            return new Case(name, rate, 1, coverage, blind ? filled(1, 1) : coverage);
        }

        private static double[] filled(double before, double after) {
            double[] all = new double[REFERENCE + WATCHED];
            Arrays.fill(all, 0, REFERENCE, before);
            Arrays.fill(all, REFERENCE, all.length, after);
            return all;
        }
    }

    /**
     * False alarms.
     *
     * @param days days that were watched until the first alarm or the end
     * @param alarms first alarms
     */
    record FalseAlarms(long days, int alarms) {
        /** Days from one to the next, in the mean. */
        double arl() {
            return (double) days / Math.max(1, alarms);
        }

        /** Half the width of its 95 % interval, of a Poisson number of alarms. */
        double error() {
            return 1.96 * arl() / Math.sqrt(Math.max(1, alarms));
        }
    }

    /** Whether each watched day had an alarm: upward, downward. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Alarmed(boolean[] up, boolean[] down) {}

    private Calibration calibration(Case of, int number) {
        // The thresholds are those of a ceasefire whose reference came out as it is in truth.
        double exposure = Arrays.stream(of.believed()).limit(REFERENCE).sum();
        double seen = Arrays.stream(of.coverage()).limit(REFERENCE).sum();
        double rate = of.rate() * seen / exposure;
        Reference truth = new Reference(REFERENCE, exposure, (int) (of.rate() * seen), rate, of.dispersion());
        return Calibrator.run(
                family(new int[of.believed().length], of),
                new Calibrator.Settings(Calibrator.Settings.YEAR, RUNS, CALIBRATION_SEED + 1000L * number),
                _ -> {},
                List.of(truth));
    }

    private static Family family(int[] acts, Case of) {
        return new Family(List.of(new Family.Member(NOBODY.name(), new Daily(acts, of.believed()))), REFERENCE);
    }

    private List<Alarmed> alarmed(Case of, double factor) {
        // Thresholds are as uncertain as their simulation: every fifth history is judged by those of another.
        List<Calibration> calibrations = IntStream.range(0, CALIBRATIONS)
                .mapToObj(number -> calibration(of, number))
                .toList();
        return IntStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> alarmed(of, factor, calibrations.get(seed % CALIBRATIONS), NOBODY.name(), seed))
                .toList();
    }

    private static Alarmed alarmed(Case of, double factor, Calibration calibration, String name, int seed) {
        Draws draws = Draws.of(TRUTH_SEED, Double.doubleToLongBits(of.rate() * of.dispersion()), seed);
        int[] acts = new int[of.coverage().length];
        for (int day = 0; day < acts.length; day++) {
            double rate = of.rate() * (day < REFERENCE ? 1 : factor);
            acts[day] = draws.count(rate * of.coverage()[day], of.dispersion());
        }
        Family.Member member = new Family.Member(name, new Daily(acts, of.believed()));
        Daily before = member.daily().part(0, REFERENCE);
        Detector detector = Detector.warm(before, Reference.of(before));
        Alarmed alarmed = new Alarmed(new boolean[WATCHED], new boolean[WATCHED]);
        for (int day = 0; day < WATCHED; day++) {
            detector.step(member.daily().acts(REFERENCE + day), member.daily().exposure(REFERENCE + day));
            Signals now = detector.signals();
            Signals limit = Objects.requireNonNull(calibration.thresholds(member, REFERENCE, day));
            alarmed.up()[day] = now.up() > limit.up();
            alarmed.down()[day] = now.down() > limit.down();
        }
        return alarmed;
    }

    private static int first(boolean[] days) {
        for (int day = 0; day < days.length; day++) {
            if (days[day]) {
                return day;
            }
        }
        return days.length;
    }

    /** Of upward and of downward alarms, where nothing changes. */
    List<FalseAlarms> falseAlarms(Case of) {
        List<Alarmed> all = alarmed(of, 1);
        List<FalseAlarms> out = List.of(
                count(all.stream().mapToInt(one -> first(one.up())).toArray()),
                count(all.stream().mapToInt(one -> first(one.down())).toArray()));
        for (int i = 0; i < 2; i++) {
            FalseAlarms one = out.get(i);
            log.accept("arl0 " + (i == 0 ? "up" : "down") + " | " + of.name() + " | seeds 0.." + (seeds - 1) + " days "
                    + one.days() + " alarms " + one.alarms() + " arl " + one.arl() + " +- " + one.error());
        }
        return out;
    }

    private static FalseAlarms count(int[] first) {
        long days = 0;
        int alarms = 0;
        for (int day : first) {
            days += Math.min(WATCHED, day + 1);
            alarms += day < WATCHED ? 1 : 0;
        }
        return new FalseAlarms(days, alarms);
    }

    /** Of a ceasefire of zones that are all alike and share the false alarm: the first alarm of any of them. */
    FalseAlarms falseAlarmsOfZones(double rate, int zones) {
        Case of = Case.steady(rate, 1);
        Reference truth = new Reference(REFERENCE, REFERENCE, (int) (rate * REFERENCE), rate, 1);
        List<Family.Member> members = IntStream.range(0, zones)
                .mapToObj(zone ->
                        new Family.Member("zone " + zone, new Daily(new int[of.coverage().length], of.coverage())))
                .toList();
        Calibration calibration = Calibrator.run(
                new Family(members, REFERENCE),
                new Calibrator.Settings(Calibrator.Settings.YEAR, RUNS, CALIBRATION_SEED),
                _ -> {},
                Collections.nCopies(zones, truth));
        int[] first = IntStream.range(0, seeds)
                .parallel()
                .map(seed -> IntStream.range(0, zones)
                        .map(zone -> first(
                                alarmed(of, 1, calibration, members.get(zone).name(), seed * zones + zone)
                                        .up()))
                        .min()
                        .orElseThrow())
                .toArray();
        FalseAlarms out = count(first);
        log.accept("arl0 up | " + zones + " zones of " + of.name() + " | seeds 0.." + (seeds - 1) + " days "
                + out.days() + " alarms " + out.alarms() + " arl " + out.arl() + " +- " + out.error());
        return out;
    }

    /** Days until a rate that has become so many times as high raises an alarm, ascending: 1 on the day of the step. */
    int[] delays(Case of, double factor) {
        int[] delays = alarmed(of, factor).stream()
                .mapToInt(one -> first(one.up()) + 1)
                .sorted()
                .toArray();
        log.accept("delay x" + factor + " | " + of.name() + " | seeds 0.." + (seeds - 1) + " 5% " + at(delays, .05)
                + " 25% " + at(delays, .25) + " median " + at(delays, .5) + " 75% " + at(delays, .75) + " 90% "
                + at(delays, .9));
        return delays;
    }

    /** A quantile of sorted numbers. */
    static int at(int[] sorted, double p) {
        return sorted[(int) Math.ceil(p * sorted.length) - 1];
    }

    /**
     * Verdicts a fortnight after the coverage changed, where the rate did not.
     *
     * @param improved share of histories that are said to have improved
     * @param worse share that are said to have become worse
     */
    record Verdicts(double improved, double worse) {}

    Verdicts verdicts(Case of) {
        List<Alarmed> all = alarmed(of, 1);
        int day = 13;
        double improved = all.stream().filter(one -> one.down()[day]).count() / (double) seeds;
        double worse = all.stream().filter(one -> one.up()[day]).count() / (double) seeds;
        log.accept(
                "verdict | " + of.name() + " | seeds 0.." + (seeds - 1) + " improved " + improved + " worse " + worse);
        return new Verdicts(improved, worse);
    }
}
