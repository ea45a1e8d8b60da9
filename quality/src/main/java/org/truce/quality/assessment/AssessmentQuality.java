package org.truce.quality.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.truce.quality.assessment.AlarmQuality.Case;
import org.truce.quality.assessment.AlarmQuality.FalseAlarms;
import org.truce.quality.assessment.AlarmQuality.Verdicts;

/** All figures of the assessment as a page, each beside its aim; what was not reached says so. */
public final class AssessmentQuality {
    private static final double[] BASELINES = {.2, 1, 5};
    private static final int[] DELAYS = {25, 9, 4};

    private final boolean complete;
    private final Consumer<String> progress;
    private final List<String> raw = new ArrayList<>();

    private AssessmentQuality(boolean complete, Consumer<String> progress) {
        this.complete = complete;
        this.progress = progress;
    }

    /** The page: the short form takes a minute or two, the long one some ten. Tells each raw line as it comes. */
    public static String page(boolean complete, Consumer<String> progress) {
        return new AssessmentQuality(complete, progress).page();
    }

    private void log(String line) {
        raw.add(line);
        progress.accept(line);
    }

    private String page() {
        int seeds = complete ? 2000 : 300;
        AlarmQuality alarms = new AlarmQuality(seeds, this::log);
        StringBuilder out = new StringBuilder();
        falseAlarms(alarms, seeds, out);
        delays(alarms, seeds, out);
        verdicts(alarms, seeds, out);
        intervals(complete ? 20_000 : 3000, out);
        clustering(complete ? 200 : 40, out);
        out.append("\n## Raw log\n\n```text\n").append(String.join("\n", raw)).append("\n```\n");
        return out.toString();
    }

    private void falseAlarms(AlarmQuality alarms, int seeds, StringBuilder out) {
        out.append("""

                ## False alarms

                Days from one false alarm to the next, where nothing changes: a reference of 90 days whose rate and
                dispersion are estimated, then 90 days watched in full. %d histories (seed %d); thresholds from %d calibrations
                of %d others each (seeds %d and so on by thousands), so that their own error is in the figure. Aim 365 ± 36. The
                interval is 95 %%.

                | history | upward | aim | downward | aim |
                |---|---|---|---|---|
                """.formatted(
                        seeds,
                        AlarmQuality.TRUTH_SEED,
                        AlarmQuality.CALIBRATIONS,
                        AlarmQuality.RUNS,
                        AlarmQuality.CALIBRATION_SEED));
        List<Case> cases = new ArrayList<>();
        for (double rate : BASELINES) {
            cases.add(Case.steady(rate, 1));
        }
        cases.add(Case.steady(1, 3));
        for (Case of : cases) {
            List<FalseAlarms> found = alarms.falseAlarms(of);
            out.append("| ").append(of.name());
            for (FalseAlarms one : found) {
                out.append(" | %.0f ± %.0f | %s"
                        .formatted(one.arl(), one.error(), reached(Math.abs(one.arl() - 365) <= 36)));
            }
            out.append(" |\n");
        }
        FalseAlarms zones = alarms.falseAlarmsOfZones(.2, 10);
        out.append("| ten zones of 0.2 a day, of any of them | %.0f ± %.0f | %s | – | – |%n"
                .formatted(zones.arl(), zones.error(), reached(Math.abs(zones.arl() - 365) <= 36)));
    }

    private void delays(AlarmQuality alarms, int seeds, StringBuilder out) {
        out.append("""

                ## Delay

                Days until the alarm after the rate has doubled, 1 on the day of the step. %d histories each. Histories
                without an alarm in 90 days count as 91.

                | baseline | 5 %% | median | aim | 90 %% |
                |---|---|---|---|---|
                """.formatted(seeds));
        for (int i = 0; i < BASELINES.length; i++) {
            int[] delays = alarms.delays(Case.steady(BASELINES[i], 1), 2);
            int median = AlarmQuality.at(delays, .5);
            out.append("| %s a day | %d | %d | ≤ %d: %s | %d |%n"
                    .formatted(
                            BASELINES[i],
                            AlarmQuality.at(delays, .05),
                            median,
                            DELAYS[i],
                            reached(median <= DELAYS[i]),
                            AlarmQuality.at(delays, .9)));
        }
        int[] dispersed = alarms.delays(Case.steady(1, 3), 2);
        out.append("| 1.0 a day, variance/mean 3 | %d | %d | none set | %d |%n"
                .formatted(
                        AlarmQuality.at(dispersed, .05),
                        AlarmQuality.at(dispersed, .5),
                        AlarmQuality.at(dispersed, .9)));
    }

    private void verdicts(AlarmQuality alarms, int seeds, StringBuilder out) {
        out.append("""

                ## Fewer seen is not fewer

                The rate stays; coverage changes with the first watched day. Share of %d histories that have an alarm a
                fortnight later. Aim: at most 3 %% each way.

                | history | "improved" | "worse" | aim |
                |---|---|---|---|
                """.formatted(seeds));
        for (double rate : BASELINES) {
            for (boolean rising : new boolean[] {false, true}) {
                for (boolean blind : new boolean[] {false, true}) {
                    Case of = rising ? Case.moving(rate, .3, 1, blind) : Case.moving(rate, 1, .3, blind);
                    Verdicts found = alarms.verdicts(of);
                    String aim = blind ? "for comparison" : reached(found.improved() <= .03 && found.worse() <= .03);
                    out.append("| %s | %.1f %% | %.1f %% | %s |%n"
                            .formatted(of.name(), 100 * found.improved(), 100 * found.worse(), aim));
                }
            }
        }
    }

    private void intervals(int runs, StringBuilder out) {
        IntervalQuality.Covered found = IntervalQuality.measure(runs, this::log);
        out.append("""

                ## Intervals

                90 %% intervals of the rate where the coverage is known with an error, %d runs (seed %d): they held the rate
                in **%.1f %%** of all (aim 88 to 92: %s), in the worst of 27 strata in %.1f %% (%s; aim 85: %s).
                """.formatted(
                        runs,
                        IntervalQuality.SEED,
                        100 * found.covered(),
                        reached(found.covered() >= .88 && found.covered() <= .92),
                        100 * found.least(),
                        found.where(),
                        reached(found.least() >= .85)));
    }

    private void clustering(int runs, StringBuilder out) {
        out.append("""

                ## Clustering

                The ratio of incidents that follow an earlier one, one a day with a mean lag of a day; posterior median after
                correction for what was not seen, %d histories each (seed %d).

                | truth | seen | days | mean | rmse | 80 %% intervals that hold the truth |
                |---|---|---|---|---|---|
                """.formatted(runs, ClusterQuality.SEED));
        for (double truth : new double[] {0, .3, .6, .8}) {
            for (int days : new int[] {100, 200}) {
                row(ClusterQuality.measure(truth, 1, days, runs, this::log), out);
            }
        }
        row(ClusterQuality.measure(.6, .5, 400, runs, this::log), out);
    }

    private static void row(ClusterQuality.Found found, StringBuilder out) {
        out.append("| %s | %s | %d | %.2f | %.2f | %s |%n"
                .formatted(
                        found.truth(),
                        found.seen(),
                        found.days(),
                        found.mean(),
                        found.rmse(),
                        found.truth() == 0 ? "–" : "%.0f %%".formatted(100 * found.covered())));
    }

    private static String reached(boolean yes) {
        return yes ? "reached" : "**not reached**";
    }
}
