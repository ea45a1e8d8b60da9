package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.detection.Hawkes;
import org.truce.picture.IncidentFile;

/**
 * Whether the incidents of the last days set off one another, behind the gate that keeps what is not known from being
 * published: 60 days without a change of rate, 100 incidents, even coverage, times to six hours, no open question which
 * reports tell of one incident.
 */
final class Clusters {
    private static final int LEAST_DAYS = 60;
    private static final int LEAST_ACTS = 100;
    private static final double MOST_UNEVEN = 3;
    private static final int BLOCK = 7;
    private static final Duration COARSEST = Duration.ofHours(6);
    /** So small a share of coarse times or open links is let pass. */
    private static final double FEW = 0.05;

    private Clusters() {}

    static Clustering of(Survey survey, Scope scope, LocalDate day, RateChange change) {
        long age = survey.documented() ? ChronoUnit.DAYS.between(survey.since(), day) + 1 : 0;
        int days = (int) StrictMath.max(0, StrictMath.min(Alarms.PERIOD, age));
        LocalDate first = day.minusDays(StrictMath.max(0, days - 1L));
        List<IncidentFile> acts = days == 0 ? List.of() : survey.counted(scope, first, day);
        Clustering.Gate gate = days < LEAST_DAYS || change.risen() || change.fallen() ? Clustering.Gate.SHORT : null;
        if (gate == null && acts.size() < LEAST_ACTS) {
            gate = Clustering.Gate.FEW;
        }
        if (gate != null) {
            return shut(gate, acts, days);
        }
        double[] coverage = new double[days];
        for (int i = 0; i < days; i++) {
            coverage[i] = survey.covered(scope, first.plusDays(i));
        }
        gate = gate(survey, acts, coverage);
        if (gate != null) {
            return shut(gate, acts, days);
        }
        Instant start = survey.start(first);
        double[] times = acts.stream()
                .mapToDouble(file -> {
                    Instant middle = file.from()
                            .plus(Duration.between(file.from(), file.to()).dividedBy(2));
                    return Duration.between(start, middle).toMillis() / 86_400_000.0;
                })
                .map(time -> StrictMath.max(0, StrictMath.min(days, time)))
                .toArray();
        double seen = StrictMath.min(1, Arrays.stream(coverage).average().orElseThrow());
        Hawkes.Ratio ratio = new Hawkes(times, coverage).ratio().corrected(seen);
        return new Clustering(null, acts.size(), days, ratio.low(), ratio.median(), ratio.high());
    }

    private static Clustering shut(Clustering.Gate gate, List<IncidentFile> acts, int days) {
        return new Clustering(gate, acts.size(), days, null, null, null);
    }

    private static Clustering.@Nullable Gate gate(Survey survey, List<IncidentFile> acts, double[] coverage) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int end = coverage.length; end >= BLOCK; end -= BLOCK) {
            double mean = Arrays.stream(coverage, end - BLOCK, end).sum() / BLOCK;
            least = StrictMath.min(least, mean);
            most = StrictMath.max(most, mean);
        }
        boolean dark = Arrays.stream(coverage).anyMatch(one -> !(one > 0));
        if (dark || most >= MOST_UNEVEN * least) {
            return Clustering.Gate.UNEVEN;
        }
        long coarse = acts.stream()
                .filter(file -> Duration.between(file.from(), file.to()).compareTo(COARSEST) > 0)
                .count();
        if (coarse > FEW * acts.size()) {
            return Clustering.Gate.COARSE;
        }
        return survey.openLinks() > FEW * acts.size() ? Clustering.Gate.DUPLICATES : null;
    }
}
