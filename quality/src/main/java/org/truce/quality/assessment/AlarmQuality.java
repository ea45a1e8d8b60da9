package org.truce.quality.assessment;

import java.util.ArrayList;
import java.util.Arrays;
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
 * Alarms of change, as the product raises them: a reference of 90 days, thresholds from a calibration with the history's
 * own exposures, 90 days that are watched. Truths, calibrations and histories draw from different seeds.
 */
final class AlarmQuality {
    static final int REFERENCE = 90;
    static final int WATCHED = 90;

    private static final long CALIBRATION = 6_001;
    private static final long TRUTH = 6_002;

    private final int seeds;
    private final Consumer<String> log;

    AlarmQuality(int seeds, Consumer<String> log) {
        this.seeds = seeds;
        this.log = log;
    }

    /**
     * One kind of history.
     *
     * @param rate acts per fully-covered day
     * @param dispersion variance over mean
     * @param coverage of each day of reference and watched days
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Case(String name, double rate, double dispersion, double[] coverage) {
        static Case steady(double rate, double dispersion, double coverage) {
            double[] all = new double[REFERENCE + WATCHED];
            Arrays.fill(all, coverage);
            return new Case(rate + "/d, variance/mean " + dispersion, rate, dispersion, all);
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
            return (double) days / StrictMath.max(1, alarms);
        }

        /** Its standard error, of a Poisson number of alarms. */
        double error() {
            return arl() / StrictMath.sqrt(StrictMath.max(1, alarms));
        }
    }

    /** On which watched day, from 0, each history raised its first alarm; {@link #WATCHED} where it did not. */
    int[] firstAlarms(Case of, double factor, boolean down) {
        Calibration calibration = calibration(of);
        return IntStream.range(0, seeds)
                .parallel()
                .map(seed -> firstAlarm(of, factor, down, calibration, seed))
                .toArray();
    }

    Calibration calibration(Case of) {
        // The thresholds are those of a ceasefire whose reference came out as it is in truth.
        double exposure = Arrays.stream(of.coverage()).limit(REFERENCE).sum();
        Reference truth = new Reference(REFERENCE, exposure, (int) (of.rate() * exposure), of.rate(), of.dispersion());
        return Calibrator.run(
                family(new int[of.coverage().length], of),
                new Calibrator.Settings(365, 3000, CALIBRATION),
                _ -> {},
                List.of(truth));
    }

    private static Family family(int[] acts, Case of) {
        return new Family(List.of(new Family.Member("all", new Daily(acts, of.coverage()))), REFERENCE);
    }

    private int firstAlarm(Case of, double factor, boolean down, Calibration calibration, int seed) {
        Draws draws = Draws.of(TRUTH, Double.doubleToLongBits(of.rate() * of.dispersion()), seed);
        int[] acts = new int[of.coverage().length];
        for (int day = 0; day < acts.length; day++) {
            double rate = of.rate() * (day < REFERENCE ? 1 : factor);
            acts[day] = draws.count(rate * of.coverage()[day], of.dispersion());
        }
        Family family = family(acts, of);
        Daily daily = family.members().getFirst().daily();
        Daily before = daily.part(0, REFERENCE);
        Detector detector = Detector.warm(before, Reference.of(before));
        for (int day = 0; day < WATCHED; day++) {
            detector.step(daily.acts(REFERENCE + day), daily.exposure(REFERENCE + day));
            Signals now = detector.signals();
            Signals limit = Objects.requireNonNull(
                    calibration.thresholds(family.members().getFirst(), REFERENCE, day));
            if (down ? now.down() > limit.down() : now.up() > limit.up()) {
                return day;
            }
        }
        return WATCHED;
    }

    FalseAlarms falseAlarms(Case of, boolean down) {
        int[] first = firstAlarms(of, 1, down);
        long days = 0;
        int alarms = 0;
        for (int day : first) {
            days += StrictMath.min(WATCHED, day + 1);
            alarms += day < WATCHED ? 1 : 0;
        }
        FalseAlarms out = new FalseAlarms(days, alarms);
        log.accept("arl0 " + of.name() + (down ? " down" : " up") + " seeds=" + seeds + " days=" + days + " alarms="
                + alarms + " arl=" + out.arl() + " se=" + out.error());
        return out;
    }

    /** Days until a doubling raises an alarm: 1 on the day of the step. */
    int[] delays(Case of) {
        int[] delays = Arrays.stream(firstAlarms(of, 2, false))
                .map(day -> day + 1)
                .sorted()
                .toArray();
        List<String> line = new ArrayList<>();
        for (int percent : new int[] {5, 25, 50, 75, 95}) {
            line.add(percent + "%=" + delays[(int) ((delays.length - 1) * percent / 100.0)]);
        }
        log.accept("delay " + of.name() + " seeds=" + seeds + " " + String.join(" ", line));
        return delays;
    }
}
