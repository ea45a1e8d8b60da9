package org.truce.assessment.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.truce.assessment.rate.Draws;

/** Detectors and their thresholds on invented days. */
class ChangeTest {
    private static final int REFERENCE = 60;
    private static final Calibrator.Settings SHORT = new Calibrator.Settings(365, 400, 7);

    /** One act a day in the reference, then so many a day; watched all of the time. */
    private static Daily daily(int... after) {
        int[] acts = new int[REFERENCE + after.length];
        double[] exposure = new double[acts.length];
        Arrays.fill(exposure, 1);
        Arrays.fill(acts, 0, REFERENCE, 1);
        System.arraycopy(after, 0, acts, REFERENCE, after.length);
        return new Daily(acts, exposure);
    }

    private static Signals after(int... days) {
        Daily daily = daily(days);
        Daily before = daily.part(0, REFERENCE);
        Detector detector = Detector.warm(before, Reference.of(before));
        for (int day = REFERENCE; day < daily.size(); day++) {
            detector.step(daily.acts(day), daily.exposure(day));
        }
        return detector.signals();
    }

    @Test
    void anUpwardStepIsSeenAndADownwardOneToo() {
        Signals same = after(1, 1, 1, 1);
        Signals more = after(4, 4, 4, 4);
        Signals none = after(0, 0, 0, 0, 0, 0, 0, 0);
        assertTrue(more.up() > .8 && same.up() < .1, more + " " + same);
        assertTrue(none.down() > same.down() && none.down() > .5, none + " " + same);
        assertTrue(more.cusum() > 3 && none.cusum() == 0);
    }

    /** Without observation nothing is learned: what was probable drifts towards not being known. */
    @Test
    void adayWithoutObservationIsNotAQuietDay() {
        Daily daily = daily();
        Reference reference = Reference.of(daily);
        Detector quiet = Detector.warm(daily, reference);
        Detector dark = Detector.warm(daily, reference);
        for (int day = 0; day < 14; day++) {
            quiet.step(0, 1);
            dark.step(0, 0);
        }
        assertTrue(quiet.signals().down() > .8, quiet.signals().toString());
        assertTrue(dark.signals().down() < .15, dark.signals().toString());
        assertEquals(0, quiet.signals().cusum());
    }

    @Test
    void burstsAreTempered() {
        int[] acts = new int[REFERENCE];
        for (int day = 0; day < REFERENCE; day += 14) {
            acts[day] = 14;
        }
        double[] exposure = new double[REFERENCE];
        Arrays.fill(exposure, 1);
        // Blocks of 7 days hold 14 or none: with mean 70 / (60/7) = 8.2 the dispersion is above 3 after shrinking.
        assertTrue(Reference.of(new Daily(acts, exposure)).dispersion() > 3);
        assertEquals(1, Reference.of(daily()).dispersion());
    }

    @Test
    void thresholdsDoNotDependOnDaysToComeNorOnThreads() {
        Daily longer = daily(1, 0, 2, 1, 0, 1);
        Family family = new Family(List.of(new Family.Member("a", longer)), REFERENCE);
        Family earlier = new Family(List.of(new Family.Member("a", longer.part(0, REFERENCE + 3))), REFERENCE);
        Calibration all = Calibrator.run(family, SHORT, _ -> {});
        Calibration first = Calibrator.run(earlier, SHORT, _ -> {});
        assertEquals(first.key(), all.key());
        assertEquals(thresholds(first, earlier, 2), thresholds(all, earlier, 2));
        assertArrayEquals(all.bytes(), Calibrator.run(family, SHORT, _ -> {}).bytes());
        assertTrue(all.covers(earlier, SHORT));
        assertTrue(!first.covers(family, SHORT));
    }

    private static Signals thresholds(Calibration calibration, Family family, int day) {
        return Objects.requireNonNull(calibration.thresholds(family.members().getFirst(), REFERENCE, day));
    }

    @Test
    void thresholdsHoldForTheirOwnExposuresAlone() {
        Daily daily = daily(1, 0, 2);
        Family family = new Family(List.of(new Family.Member("a", daily)), REFERENCE);
        Calibration calibration = Calibrator.run(family, SHORT, _ -> {});
        double[] exposure = new double[daily.size()];
        int[] acts = new int[daily.size()];
        for (int day = 0; day < daily.size(); day++) {
            acts[day] = daily.acts(day);
            exposure[day] = day == REFERENCE + 1 ? .5 : 1;
        }
        Family.Member other = new Family.Member("a", new Daily(acts, exposure));
        assertNotNull(calibration.thresholds(other, REFERENCE, 0));
        assertNull(calibration.thresholds(other, REFERENCE, 1));
        assertNull(calibration.thresholds(family.members().getFirst(), REFERENCE, 3));
        assertNull(calibration.thresholds(new Family.Member("b", daily), REFERENCE, 0));
        assertNotNull(Calibration.read(calibration.bytes()));
        assertNull(Calibration.read(Arrays.copyOf(calibration.bytes(), 40)));
        assertNull(Calibration.read(new byte[0]));
    }

    /** Of fifty zones each cries wolf more seldom: their thresholds lie above that of one alone. */
    @Test
    void theZonesShareTheFalseAlarm() {
        Daily daily = daily(1, 0, 2);
        Family.Member one = new Family.Member("0", daily);
        List<Family.Member> many = java.util.stream.IntStream.range(0, 10)
                .mapToObj(i -> new Family.Member("" + i, daily))
                .toList();
        Family alone = new Family(List.of(one), REFERENCE);
        Calibration shared = Calibrator.run(new Family(many, REFERENCE), SHORT, _ -> {});
        Calibration own = Calibrator.run(alone, SHORT, _ -> {});
        assertTrue(thresholds(shared, alone, 2).up() > thresholds(own, alone, 2).up());
        assertTrue(
                thresholds(shared, alone, 2).cusum() > thresholds(own, alone, 2).cusum());
    }

    @Test
    void aHotSpotStandsOutAndACoverageThatMovesDoesNot() {
        int cells = 30;
        int days = 60;
        Draws draws = new Draws(11);
        double[][] exposure = new double[days][cells];
        int[][] acts = new int[days][cells];
        int[][] hot = new int[days][cells];
        for (int day = 0; day < days; day++) {
            for (int cell = 0; cell < cells; cell++) {
                // The last fortnight the western half is watched three times as much as before.
                exposure[day][cell] = day >= days - 14 && cell < 15 ? .9 : .3;
                acts[day][cell] = draws.poisson(.15 * exposure[day][cell]);
                hot[day][cell] = acts[day][cell] + (day >= days - 5 && cell >= 20 && cell < 23 ? 1 : 0);
            }
        }
        Scan scan = new Scan(exposure, starts(cells), 14);
        Scan.Found moved = scan.of(acts, new Draws(1));
        Scan.Found found = Objects.requireNonNull(scan.of(hot, new Draws(1)));
        assertTrue(moved == null || moved.recurrence() < 100, String.valueOf(moved));
        assertTrue(found.recurrence() >= 365, found.toString());
        assertTrue(found.from() <= 20 && found.to() >= 23 && found.days() <= 7, found.toString());
        assertNull(scan.of(new int[days][cells], new Draws(1)));
    }

    private static boolean[] starts(int cells) {
        boolean[] starts = new boolean[cells];
        starts[0] = true;
        return starts;
    }

    /** A short form of the table of methods.md §1.5: N about 400, one a day, mean lag a day. */
    @Test
    void theRatioIsFoundAndFewObservationsHideIt() {
        double[] median = new double[3];
        for (int run = 0; run < 4; run++) {
            for (int i = 0; i < 3; i++) {
                double truth = i == 0 ? 0 : .6;
                double seen = i == 2 ? .5 : 1;
                double[] times = invented(new Draws(100 + run), truth, 400, seen);
                double[] coverage = new double[400];
                Arrays.fill(coverage, seen);
                median[i] += new Hawkes(times, coverage).ratio().corrected(seen).median() / 4;
            }
        }
        assertEquals(.08, median[0], .08);
        assertEquals(.6, median[1], .08);
        assertEquals(.6, median[2], .13);
    }

    /** By branching: every event has its own. */
    static double[] invented(Draws draws, double n, int days, double seen) {
        java.util.List<Double> times = new java.util.ArrayList<>();
        int background = draws.poisson((1 - n) * days);
        for (int i = 0; i < background; i++) {
            times.add(draws.share() * days);
        }
        for (int i = 0; i < times.size(); i++) {
            int offspring = draws.poisson(n);
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
