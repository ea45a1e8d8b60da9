package org.truce.quality.assessment;

import java.util.function.Consumer;
import org.truce.assessment.detection.Scan;
import org.truce.assessment.rate.Draws;

/**
 * The table of methods.md §1.7 made anew, of the way that is used: expected is the exposure times the place's own
 * history. 60 km, 60 days of which the last fourteen are scanned, 5 incidents a day, coverage .6.
 */
final class HotSpotTable {
    static final long SEED = 6_006;
    private static final int CELLS = 60;
    private static final int DAYS = 60;
    private static final int WINDOW = 14;
    private static final double RATE = 5.0 / CELLS;
    private static final double COVERAGE = .6;
    private static final double SHOWN = .05;
    private static final int WIDTH = 5;
    private static final int NEW_DAYS = 7;

    private HotSpotTable() {}

    /**
     * One situation.
     *
     * @param what in words
     * @param factor by how much the rate rises on five kilometres in the last seven days
     * @param coverage of these kilometres throughout
     * @param chronic whether ten other kilometres are always five times as hot
     * @param moves whether coverage moves from one half to the other in the last fourteen days
     * @param method what methods.md has
     */
    private record Situation(
            String what, double factor, double coverage, boolean chronic, boolean moves, String method) {}

    private static final Situation[] ALL = {
        new Situation("nothing happens", 1, COVERAGE, false, false, ".07"),
        new Situation("only coverage moved", 1, COVERAGE, false, true, ".10"),
        new Situation("a chronic hot stretch, nothing new", 1, COVERAGE, true, false, ".15"),
        new Situation("a new hot spot ×4, 5 km, 7 days", 4, COVERAGE, false, false, ".38"),
        new Situation("a new hot spot ×8", 8, COVERAGE, false, false, ".95"),
        new Situation("a new hot spot ×8 where coverage is .2", 8, .2, false, false, ".47")
    };

    static String table(int runs, Consumer<String> log) {
        StringBuilder out = new StringBuilder("""

                60 km, 60 days, 5 incidents a day, coverage .6; the last 14 days are scanned, %d runs each (seed %d). Share of
                runs in which the most striking stretch has p ≤ .05; in brackets what methods.md §1.7 has (40 to 60 runs, so
                that it may be off by .15).

                | situation | shown |
                |---|---|
                """.formatted(runs, SEED));
        for (int i = 0; i < ALL.length; i++) {
            int shown = 0;
            for (int run = 0; run < runs; run++) {
                shown += shown(ALL[i], Draws.of(SEED, i, run)) ? 1 : 0;
            }
            double share = (double) shown / runs;
            log.accept("hot spot | %s | runs %d shown %.4f".formatted(ALL[i].what(), runs, share));
            out.append("| %s | %.2f (%s) |%n".formatted(ALL[i].what(), share, ALL[i].method()));
        }
        return out.toString();
    }

    private static boolean shown(Situation of, Draws draws) {
        double[][] exposure = new double[DAYS][CELLS];
        int[][] acts = new int[DAYS][CELLS];
        boolean[] starts = new boolean[CELLS];
        starts[0] = true;
        for (int day = 0; day < DAYS; day++) {
            boolean late = day >= DAYS - WINDOW;
            for (int cell = 0; cell < CELLS; cell++) {
                boolean there = cell >= 30 && cell < 30 + WIDTH;
                exposure[day][cell] =
                        of.moves() && late ? cell < CELLS / 2 ? .2 : .9 : there ? of.coverage() : COVERAGE;
                double rate = of.chronic() && cell >= 10 && cell < 20 ? 5 * RATE : RATE;
                rate *= there && day >= DAYS - NEW_DAYS ? of.factor() : 1;
                acts[day][cell] = draws.poisson(rate * exposure[day][cell]);
            }
        }
        Scan.Found found = new Scan(exposure, starts, WINDOW).of(acts, draws);
        return found != null && found.chance() <= SHOWN;
    }
}
