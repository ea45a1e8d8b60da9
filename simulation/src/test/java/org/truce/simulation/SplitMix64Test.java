package org.truce.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    @Test
    void givesThePublishedNumbers() {
        SplitMix64 random = new SplitMix64(1_234_567);
        // The first five of splitmix64.c for this seed, as Rosetta Code prints them.
        assertArrayEquals(
                new long[] {
                    Long.parseUnsignedLong("6457827717110365317"),
                    Long.parseUnsignedLong("3203168211198807973"),
                    Long.parseUnsignedLong("9817491932198370423"),
                    Long.parseUnsignedLong("4593380528125082431"),
                    Long.parseUnsignedLong("16408922859458223821")
                },
                LongStream.generate(random::next).limit(5).toArray());
    }

    @Test
    void drawsWithinItsBoundsAndReachesBoth() {
        SplitMix64 random = new SplitMix64(7);
        int[] times = new int[4];
        for (int i = 0; i < 4000; i++) {
            times[random.between(2, 5) - 2]++;
        }
        for (int one : times) {
            assertEquals(1000, one, 120, "four standard deviations of a fair draw are 110");
        }
    }

    @Test
    void themesDoNotDisturbEachOther() {
        assertEquals(SplitMix64.of(1, "a").next(), SplitMix64.of(1, "a").next());
        assertNotEquals(SplitMix64.of(1, "a").next(), SplitMix64.of(1, "b").next());
    }
}
