package org.truce.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.rate.Coverage;
import org.truce.assessment.rate.UncertainRate;
import org.truce.model.Coded;
import org.truce.model.id.PostId;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Judgement.Level;
import org.truce.picture.Boundaries.Boundary;
import org.truce.picture.IncidentFile;
import org.truce.picture.View;

/**
 * How much of a zone was watched in the window for acts of a class, and what can be said from it; or what it would have
 * been had a post or sensor not watched. Access alone: no probability of detection is assumed. methods.md §1.1, §1.3.
 *
 * @param zone which; absent for the whole line
 * @param act of which class; absent for all together
 * @param without the post or sensor that is thought away; absent where nothing is
 * @param from first day of the window
 * @param to its last day
 * @param coveredDays exposure in fully-covered days
 * @param covered share that was watched, 0 to 1; absent where no line runs there
 * @param byDay the same of the hours of daylight; absent where there were none, or no line
 * @param byNight the same of the hours of night; absent likewise
 * @param power probability that one act at least would have been noticed at the tolerated rate, 0 to 1
 * @param upper95 the rate per day that cannot be excluded at 95 %; absent where nothing was watched
 * @param acts that count
 * @param blind the longest stretch that nobody watched lately; absent where there is none, and of a class
 * @param level that follows; absent of a class
 * @param changed whether it is another level than with the post or sensor; absent where nothing is thought away
 * @param statement count, coverage, power and bound in one sentence, never one without the others
 * @param entries the entries on which it rests
 */
public record CoverageLine(
        @Nullable Boundary zone,
        @Nullable Act act,
        @Nullable PostId without,
        LocalDate from,
        LocalDate to,
        double coveredDays,
        @Nullable Double covered,
        @Nullable Double byDay,
        @Nullable Double byNight,
        double power,
        @Nullable Double upper95,
        int acts,
        @Nullable Stretch blind,
        @Nullable Level level,
        @Nullable Boolean changed,
        Coded statement,
        List<UUID> entries) {

    private record All(List<CoverageLine> lines) {}

    /**
     * Of the whole line, then of each zone through which it runs: all acts together, each class of acts, and then without
     * each post and sensor that watched in the window. Costs a pass over the window for each post and sensor.
     */
    public static List<CoverageLine> of(View view) {
        return view.derive(All.class, () -> new All(new Reckoning(view).all())).lines();
    }

    private static final class Reckoning {
        private final Assessor assessor;
        private final Survey survey;
        private final LocalDate first;
        private final LocalDate last;

        Reckoning(View view) {
            assessor = Assessor.of(view);
            survey = assessor.survey();
            last = assessor.last();
            first = last.minusDays(survey.limits().windowDays() - 1L);
        }

        List<CoverageLine> all() {
            List<CoverageLine> lines = new ArrayList<>();
            for (Scope scope : assessor.scopes()) {
                Level level = assessor.level(scope);
                List<Stretch> blind = survey.unwatched(scope, last).stretches();
                lines.add(line(scope, null, null, survey::day, blind, level, null));
                for (Act act : Act.values()) {
                    lines.add(line(
                            scope, act, null, day -> survey.noticing(Noticed.of(act), day), List.of(), null, null));
                }
                for (PostId source : survey.sources(first, last).keySet()) {
                    Level without = assessor.levelWithout(source, scope);
                    lines.add(line(
                            scope,
                            null,
                            source,
                            day -> survey.without(source, day),
                            survey.unwatchedWithout(source, scope, last).stretches(),
                            without,
                            without != level));
                }
            }
            return List.copyOf(lines);
        }

        private CoverageLine line(
                Scope scope,
                @Nullable Act act,
                @Nullable PostId without,
                Function<LocalDate, Effort.Day> watched,
                List<Stretch> blind,
                @Nullable Level level,
                @Nullable Boolean changed) {
            Effort.Hours light = Effort.Hours.NONE;
            Effort.Hours dark = Effort.Hours.NONE;
            double covered = 0;
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                Effort.Day one = watched.apply(day);
                BitSet cells = scope.cells(one.cells());
                light = light.plus(one.light(cells));
                dark = dark.plus(one.dark(cells));
                covered += one.covered(cells);
            }
            int days = survey.limits().windowDays();
            List<IncidentFile> acts = survey.counted(scope, first, last).stream()
                    .filter(file -> act == null || file.act() == act)
                    .toList();
            double share = StrictMath.min(1, covered / days);
            UncertainRate rate = UncertainRate.of(acts.size(), days, Coverage.within(share, survey.coverageError()));
            double power = rate.power(survey.limits().tolerated().value());
            Double upper = covered > 0 ? (Double) HonestStatement.upper95(acts.size(), rate) : null;
            boolean drawn = !scope.cells(survey.day(last).cells()).isEmpty();
            List<UUID> entries =
                    new ArrayList<>(acts.stream().map(IncidentFile::id).toList());
            entries.addAll(survey.effortEntries(first, last));
            return new CoverageLine(
                    scope.zone(),
                    act,
                    without,
                    first,
                    last,
                    covered,
                    drawn ? (Double) share : null,
                    drawn ? light.share() : null,
                    drawn ? dark.share() : null,
                    power,
                    upper,
                    acts.size(),
                    blind.isEmpty() ? null : blind.getFirst(),
                    level,
                    changed,
                    said(acts.size(), share, power, upper),
                    List.copyOf(entries));
        }

        private Coded said(int acts, double share, double power, @Nullable Double upper) {
            int days = survey.limits().windowDays();
            return upper == null
                    ? Coded.of("watched-not", Map.of("count", acts, "days", days))
                    : Coded.of(
                            "watched-so",
                            Map.of(
                                    "count",
                                    acts,
                                    "days",
                                    days,
                                    "coverage",
                                    share,
                                    "rate",
                                    survey.limits().tolerated().value(),
                                    "power",
                                    power,
                                    "high",
                                    upper));
        }
    }
}
