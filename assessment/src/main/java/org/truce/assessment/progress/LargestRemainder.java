package org.truce.assessment.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares as whole numbers that add up: each gets the whole part of its quota (Hare's: total seats × count ÷ sum of
 * counts), and what is left goes to the largest remainders (Hamilton 1792, Niemeyer). Of equal remainders the first in
 * the given order comes first. Whole-number arithmetic: nothing is rounded before it is compared.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /** Counts as percentages that add up to 100; all 0 where there is nothing to divide. */
    public static List<Integer> percent(List<Integer> counts) {
        return share(counts, 100);
    }

    /**
     * Divides a number of seats in proportion to counts.
     *
     * @param counts each at least 0
     * @param seats at least 0
     */
    public static List<Integer> share(List<Integer> counts, int seats) {
        long sum = counts.stream().mapToLong(Integer::longValue).sum();
        List<Integer> shares = new ArrayList<>();
        if (sum == 0) {
            counts.forEach(_ -> shares.add(0));
            return shares;
        }
        counts.forEach(count -> shares.add((int) ((long) count * seats / sum)));
        int left = seats - shares.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, counts.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> -((long) counts.get(i) * seats % sum)))
                .limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return List.copyOf(shares);
    }
}
