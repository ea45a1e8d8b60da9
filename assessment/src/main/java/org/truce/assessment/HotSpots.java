package org.truce.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.truce.assessment.detection.Scan;
import org.truce.assessment.rate.Draws;
import org.truce.picture.IncidentFile;

/**
 * Looks for hot spots along the line of contact of a day. Acts count at the kilometre that is nearest to where they
 * lay, within 5 km of the line; where one lay is taken to be the middle of what is known.
 */
final class HotSpots {
    /** Over so many last days. */
    static final int WINDOW = 14;

    private static final int HISTORY = 60;
    private static final int LEAST_HISTORY = 14;
    /** More cells than these are joined. */
    private static final int MOST_CELLS = 120;

    private static final int LEAST_JOINED = 2;

    private HotSpots() {}

    static HotSpot of(Survey survey, Scope scope, LocalDate day) {
        Line line = survey.day(day).cells();
        BitSet part = scope.cells(line);
        if (part.isEmpty() || !survey.documented()) {
            return HotSpot.none(HotSpot.Standing.NO_HISTORY, WINDOW);
        }
        long age = ChronoUnit.DAYS.between(survey.since(), day) + 1;
        int days = (int) StrictMath.min(HISTORY, age);
        if (days < WINDOW + LEAST_HISTORY) {
            return HotSpot.none(HotSpot.Standing.NO_HISTORY, WINDOW);
        }
        Grid grid = new Grid(line, part, days);
        LocalDate first = day.minusDays(days - 1L);
        double watched = 0;
        for (int i = 0; i < days; i++) {
            watched += grid.watch(i, survey.day(first.plusDays(i)), i < days - WINDOW);
        }
        if (!(watched > 0)) {
            return HotSpot.none(HotSpot.Standing.NO_HISTORY, WINDOW);
        }
        for (IncidentFile file : survey.counted(scope, first, day)) {
            int cell = survey.cell(file, line);
            if (cell >= 0 && part.get(cell)) {
                grid.count(file, (int) ChronoUnit.DAYS.between(first, survey.date(file)), cell);
            }
        }
        Scan.Found found =
                new Scan(grid.exposure, grid.starts, WINDOW).of(grid.acts, Draws.of(Alarms.SEED, day.toEpochDay()));
        return found == null ? HotSpot.none(HotSpot.Standing.NO_ACTS, WINDOW) : grid.told(found);
    }

    /** The part of the line in cells of a kilometre or more, by day. */
    private static final class Grid {
        private final Line line;
        private final int[] to; // the cell of the scan for each cell of the line, -1 outside the part
        private final List<Integer> firsts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();
        private final boolean[] starts;
        private final double[][] exposure;
        private final int[][] acts;
        private final List<Acted> all = new ArrayList<>();

        private record Acted(UUID id, int day, int cell) {}

        Grid(Line line, BitSet part, int days) {
            this.line = line;
            this.to = new int[line.size()];
            int joined = StrictMath.max(LEAST_JOINED, (part.cardinality() + MOST_CELLS - 1) / MOST_CELLS);
            List<Boolean> fresh = new ArrayList<>();
            int filled = 0;
            boolean touches = false;
            for (int cell = 0; cell < line.size(); cell++) {
                touches &= !line.pieceStarts().contains(cell);
                if (!part.get(cell)) {
                    to[cell] = -1;
                    touches = false;
                    continue;
                }
                if (!touches || filled == joined) {
                    fresh.add(!touches);
                    firsts.add(cell);
                    ends.add(cell);
                    filled = 0;
                }
                to[cell] = firsts.size() - 1;
                ends.set(ends.size() - 1, cell + 1);
                filled++;
                touches = true;
            }
            this.starts = new boolean[fresh.size()];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = fresh.get(i);
            }
            this.exposure = new double[days][starts.length];
            this.acts = new int[days][starts.length];
        }

        /** Takes the exposure of a day; how much of it counts as history. */
        double watch(int day, Effort.Day watched, boolean history) {
            double sum = 0;
            for (int cell = 0; cell < to.length; cell++) {
                if (to[cell] >= 0) {
                    int width = ends.get(to[cell]) - firsts.get(to[cell]);
                    double share = watched.near(line, cell) / width;
                    exposure[day][to[cell]] = StrictMath.min(1, exposure[day][to[cell]] + share);
                    sum += share;
                }
            }
            return history ? sum : 0;
        }

        void count(IncidentFile file, int day, int cell) {
            acts[day][to[cell]]++;
            all.add(new Acted(file.id(), day, to[cell]));
        }

        HotSpot told(Scan.Found found) {
            int since = acts.length - found.days();
            return new HotSpot(
                    HotSpot.Standing.JUDGED,
                    WINDOW,
                    line.kilometre(firsts.get(found.from())),
                    line.kilometre(ends.get(found.to() - 1)),
                    found.days(),
                    found.acts(),
                    found.expected(),
                    found.recurrence(),
                    all.stream()
                            .filter(one -> one.day() >= since)
                            .filter(one -> one.cell() >= found.from() && one.cell() < found.to())
                            .map(Acted::id)
                            .toList());
        }
    }
}
