package org.truce.assessment.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.truce.assessment.rate.Draws;

/** Detectors that were kept go on as if they had never been put away, and only with the days that made them. */
class StatesTest {
    private static Family family(int days, double watched) {
        Draws draws = new Draws(5);
        int[] acts = new int[days];
        double[] exposure = new double[days];
        for (int day = 0; day < days; day++) {
            acts[day] = draws.poisson(1 + day / 60.0);
            exposure[day] = day % 9 == 0 ? 0 : watched;
        }
        return new Family(List.of(new Family.Member("z", new Daily(acts, exposure))), 90);
    }

    @Test
    void whatWasKeptGoesOnToTheBit() {
        Family whole = family(170, .7);
        States kept = States.read(States.of(whole.first(130)).bytes(), whole.first(130));
        assertNotNull(kept);
        States later = kept.to(whole);
        assertNotNull(later);
        assertArrayEquals(
                States.of(whole).detector("z").numbers(), later.detector("z").numbers());
    }

    @Test
    void statesOfOtherDaysAreNotUsed() {
        Family whole = family(170, .7);
        States before = States.of(whole.first(130));
        assertNull(before.to(family(170, .8)), "other exposures");
        assertNull(States.read(before.bytes(), whole.first(131)), "other days");
        assertNull(States.read(before.bytes(), family(130, .8)), "other exposures");
        byte[] torn = java.util.Arrays.copyOf(before.bytes(), before.bytes().length - 3);
        assertNull(States.read(torn, whole.first(130)));
        assertNull(before.to(whole.first(120)), "fewer days");
    }
}
