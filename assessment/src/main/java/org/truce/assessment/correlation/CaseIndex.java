package org.truce.assessment.correlation;

import java.util.ArrayList;
import java.util.List;

/** The open incidents by where they are, in cells of five kilometres. */
final class CaseIndex {
    private static final double CELL_METRES = 5000;
    /** Further away nothing is looked for: the roughest source errs by less, but for one in some thousand. */
    private static final double MOST_METRES = 15_000;

    private final LongTable<List<Case>> cells = new LongTable<>();

    void put(Case one) {
        one.cell = key(cell(one.east), cell(one.north));
        List<Case> there = cells.get(one.cell);
        if (there == null) {
            there = new ArrayList<>();
            cells.put(one.cell, there);
        }
        there.add(one);
    }

    /** Its place became another. */
    void move(Case one) {
        if (one.cell != key(cell(one.east), cell(one.north))) {
            remove(one);
            put(one);
        }
    }

    void remove(Case one) {
        List<Case> there = cells.get(one.cell);
        if (there != null) {
            for (int i = there.size() - 1; i >= 0; i--) {
                if (there.get(i) == one) {
                    there.set(i, there.getLast());
                    there.removeLast();
                    return;
                }
            }
        }
    }

    /** Adds to a list what may be near: a superset. */
    void near(double east, double north, double metres, List<Case> into) {
        double reach = StrictMath.min(metres, MOST_METRES);
        long right = cell(east + reach);
        long top = cell(north + reach);
        for (long x = cell(east - reach); x <= right; x++) {
            for (long y = cell(north - reach); y <= top; y++) {
                List<Case> there = cells.get(key(x, y));
                if (there != null) {
                    into.addAll(there);
                }
            }
        }
    }

    private static long cell(double metres) {
        return (long) StrictMath.floor(metres / CELL_METRES);
    }

    private static long key(long x, long y) {
        return (x << 32) ^ (y & 0xffff_ffffL);
    }
}
