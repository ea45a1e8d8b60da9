package org.truce.quality.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.truce.assessment.correlation.Rules;
import org.truce.model.kind.Judgement.Level;
import org.truce.quality.assessment.LinkQuality.Linked;

/** The figures that rest on invented ceasefires, as two sections: correlation and levels. */
public final class SimulationQuality {
    private static final String[] SCENARIOS = {"one-a-day", "five-a-day", "twenty-a-day"};
    private static final String[] RATES = {"1", "5", "20"};
    private static final double[] AIMS = {.91, .88, .83};
    private static final int DAYS = 60;

    private final Consumer<String> progress;
    private final List<String> raw = new ArrayList<>();

    private SimulationQuality(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Both sections.
     *
     * @param links ceasefires for each intensity
     * @param levels ceasefires for each scenario; 0 leaves the section out
     */
    public static String sections(int links, int levels, Consumer<String> progress) {
        SimulationQuality quality = new SimulationQuality(progress);
        StringBuilder out = new StringBuilder();
        quality.links(links, out);
        if (levels > 0) {
            quality.levels(levels, out);
        }
        out.append("\n### Raw log\n\n```text\n")
                .append(String.join("\n", quality.raw))
                .append("\n```\n");
        return out.toString();
    }

    private void log(String line) {
        raw.add(line);
        progress.accept(line);
    }

    private void links(int runs, StringBuilder out) {
        out.append("""

                ### Correlation

                Which reports tell of one incident: %d invented ceasefires of %d days for each intensity (seeds %d to %d, which
                were not looked at while the rules were chosen), half of the incidents following another, five kinds of
                sources, one report in twenty far off, 3 %% entered twice, 2 to 5 %% invented; one threshold for all. B³ of all
                reports. Counts leave out what only news tell, in the truth too. "Covered": days on which the truth lies
                from lenient to strict.

                | a day | linkage | precision | recall | F1 | aim | counted / true | aim | covered | for an analyst |
                |---|---|---|---|---|---|---|---|---|---|
                """.formatted(runs, DAYS, LinkQuality.SEED, LinkQuality.SEED + runs - 1));
        for (int i = 0; i < SCENARIOS.length; i++) {
            Linked likely = LinkQuality.measure(SCENARIOS[i], DAYS, runs, Rules.LIKELY, this::log);
            boolean near = Math.abs(likely.count() - 1) <= .1;
            row(
                    RATES[i],
                    "likely",
                    likely,
                    reached(likely.f1() >= AIMS[i]),
                    reached(near || likely.covered() >= .9),
                    out);
            row(
                    RATES[i],
                    "likely, without the second look",
                    LinkQuality.measure(SCENARIOS[i], DAYS, runs, Rules.LIKELY.online(), this::log),
                    "for comparison",
                    "–",
                    out);
        }
        out.append("""

                Aims: F1 of .91, .88 and .83; the likely count within 10 % of the truth at 1 and 5 a day, else covered on 90 %
                of the days.
                """);
    }

    private static void row(String rate, String linkage, Linked of, String f1, String count, StringBuilder out) {
        out.append("| %s | %s | %.3f | %.3f | %.3f | %s | %.2f | %s | %.0f %% | %.0f %% |%n"
                .formatted(
                        rate,
                        linkage,
                        of.precision(),
                        of.recall(),
                        of.f1(),
                        f1,
                        of.count(),
                        count,
                        100 * of.covered(),
                        100 * of.queued()));
    }

    private void levels(int runs, StringBuilder out) {
        out.append("""

                ### Levels

                Invented ceasefires of %d days, %d of each scenario (seeds %d and on), as records that are read, correlated and
                assessed like any other; the turn is at two thirds. Share of the ceasefires that got each level, so many days
                after the turn. "Truth" is what an assessor would say who knew the rate and saw as much. 1,000 ceasefires were
                aimed for: %s.

                | scenario | day | truth | breached | deteriorating | insufficient | stable | fragile |
                |---|---|---|---|---|---|---|---|
                """.formatted(
                        LevelQuality.DAYS, runs, LevelQuality.SEED, reached(runs * LevelQuality.ROWS.size() >= 1000)));
        for (String scenario : LevelQuality.ROWS) {
            for (LevelQuality.Row row : LevelQuality.measure(scenario, 0, runs, this::log)) {
                out.append("| %s | %d | %s".formatted(row.scenario(), row.since(), word(row.truth())));
                for (Level level : Level.values()) {
                    int given = row.given().getOrDefault(level, 0);
                    out.append(" | %.0f %%".formatted(100.0 * given / row.all()));
                }
                out.append(" |\n");
            }
        }
    }

    private static String word(Level level) {
        return level.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static String reached(boolean yes) {
        return yes ? "reached" : "**not reached**";
    }
}
