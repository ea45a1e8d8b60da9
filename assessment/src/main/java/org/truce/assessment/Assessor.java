package org.truce.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.truce.assessment.detection.Calibration;
import org.truce.assessment.detection.Calibrator;
import org.truce.assessment.detection.Family;
import org.truce.model.Coded;
import org.truce.model.id.PostId;
import org.truce.model.kind.Judgement.Level;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.picture.Cache;
import org.truce.picture.View;

/**
 * Assesses a view: gathers the evidence, runs the decision list, and runs it again with one thing changed to say what
 * would change the level. Deterministic; costs one pass over the effort for every day that "stable" must dwell, and of
 * the period with which rates are compared. Thresholds for a change of rate are taken from the picture's cache; it never
 * simulates them unasked.
 */
public final class Assessor {
    private static final int BLOCK_DAYS = 7;
    private static final int BLOCKS = 8;
    private static final double SHRINKAGE = 4;
    private static final UUID UNKNOWN = new UUID(0, 0);

    private final View view;
    private final ParametersAgreed limits;
    private final Parameters parameters;
    private final Survey survey;
    private final LocalDate last;
    private final Scope whole = Scope.whole();
    private final Supplier<List<Scope>> zones;
    private final Supplier<Alarms> alarms;
    private final Map<String, Evidence> evidence = new HashMap<>();

    private Assessor(View view) {
        this.view = view;
        this.parameters = Parameters.of(view);
        this.limits = parameters.agreed();
        this.survey = new Survey(view, limits);
        // The view ends before this instant: the last day is the one that holds the moment just before it.
        this.last = view.valid().minusNanos(1).atZone(view.zone()).toLocalDate();
        this.zones = once(() -> survey.zones(last));
        this.alarms = once(() -> {
            List<Scope> scopes = new ArrayList<>(List.of(whole));
            scopes.addAll(zones.get());
            return new Alarms(survey, scopes, last, view.picture().cache());
        });
    }

    /** Asked for the first time, computed then. */
    private static <T> Supplier<T> once(Supplier<T> compute) {
        List<T> made = new ArrayList<>(1);
        return () -> {
            if (made.isEmpty()) {
                made.add(compute.get());
            }
            return made.getFirst();
        };
    }

    static Assessor of(View view) {
        return view.derive(Assessor.class, () -> new Assessor(view));
    }

    /** The assessment of a view: of the whole ceasefire. */
    public static Assessment assess(View view) {
        return view.derive(Assessment.class, () -> of(view).assess());
    }

    /** How much was watched, as the assessment of a view says it, at less cost. */
    public static Assessment.Adequacy adequacy(View view) {
        return view.derive(Assessment.Adequacy.class, () -> {
            Assessor assessor = of(view);
            return Adequacies.of(assessor.survey, assessor.whole, assessor.last);
        });
    }

    /** The assessment of each zone through which the line runs, in record order. */
    public static List<ZoneAssessment> zones(View view) {
        return view.derive(ZoneAssessment.All.class, () -> of(view).assessZones())
                .zones();
    }

    /** Whether thresholds must be found before a change of rate can be judged on the last days of a view. */
    public static boolean needsCalibration(View view) {
        return !of(view).uncalibrated().isEmpty();
    }

    /**
     * Finds the thresholds for the last days of a view and keeps them in the picture's cache; views that are taken
     * afterwards are judged by them. At most a minute for fifty zones on two cores. Tells how much is done, 0 to 1.
     */
    public static void calibrate(View view, DoubleConsumer progress) {
        List<Family> families = of(view).uncalibrated();
        for (int i = 0; i < families.size(); i++) {
            int before = i;
            Family family = families.get(i);
            Calibration calibration = Calibrator.run(
                    family, Alarms.settings(family), done -> progress.accept((before + done) / families.size()));
            Alarms.keep(view.picture().cache(), family, calibration);
        }
    }

    List<Family> uncalibrated() {
        Cache cache = view.picture().cache();
        return alarms.get().families(last.minusDays(limits.dwellDays() - 1L), last).stream()
                .filter(family -> Alarms.kept(cache, family) == null)
                .toList();
    }

    /** The share of the line that was watched on each day from one to another, both included; days without are left out. */
    public static SortedMap<LocalDate, Double> coverageByDay(View view, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Double> coverage = new TreeMap<>();
        Effort effort = new Effort(view);
        LocalDate until = effort.until().isBefore(to) ? effort.until() : to;
        LocalDate since = effort.since().isAfter(from) ? effort.since() : from;
        for (LocalDate day = since; effort.documented() && !day.isAfter(until); day = day.plusDays(1)) {
            double covered = effort.on(day).covered();
            if (covered > 0) {
                coverage.put(day, covered);
            }
        }
        return coverage;
    }

    /** The stretches of the line that were watched on a view's last day. */
    public static List<Watched> watched(View view) {
        return new Effort(view)
                .on(view.valid().minusNanos(1).atZone(view.zone()).toLocalDate())
                .stretches();
    }

    /** The survey on which it rests. */
    Survey survey() {
        return survey;
    }

    /** The last day that is assessed. */
    LocalDate last() {
        return last;
    }

    /** The whole, then each zone through which the line runs. */
    List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>(List.of(whole));
        scopes.addAll(zones.get());
        return scopes;
    }

    /** The level of a scope on the last day. */
    Level level(Scope scope) {
        return DecisionList.decide(evidence(scope, last), limits, dwell(scope)).level();
    }

    /** The level had a post or sensor not watched: in the window, and on the days that "stable" must dwell. */
    Level levelWithout(PostId source, Scope scope) {
        int held = 0;
        while (held < limits.dwellDays() && calm(without(source, scope, last.minusDays(held)))) {
            held++;
        }
        return DecisionList.decide(without(source, scope, last), limits, held).level();
    }

    private Evidence without(PostId source, Scope scope, LocalDate day) {
        List<Double> covered = new ArrayList<>();
        for (LocalDate d = day.minusDays(limits.windowDays() - 1L); !d.isAfter(day); d = d.plusDays(1)) {
            Effort.Day watched = survey.without(source, d);
            covered.add(watched.covered(scope.cells(watched.cells())));
        }
        double gap = survey.unwatchedWithout(source, scope, day).longestKm() * 1000;
        return evidence(scope, day).watchedOtherwise(List.copyOf(covered), gap);
    }

    private Assessment assess() {
        Evidence today = evidence(whole, last);
        DecisionList.Decision decision = DecisionList.decide(today, limits, dwell(whole));
        Assessment.Adequacy adequacy = Adequacies.of(survey, whole, last);
        return new Assessment(
                decision.level(),
                adequacy,
                HonestStatement.of(adequacy, limits, today, view.zone()),
                decision.reasons(),
                counterfactual(decision.level(), today),
                parameters,
                view.valid(),
                view.known(),
                view.audience(),
                view.zone(),
                view.exercise(),
                Version.COMMIT,
                Alarms.SEED,
                Audit.of(today));
    }

    private ZoneAssessment.All assessZones() {
        List<ZoneAssessment> all = new ArrayList<>();
        for (Scope scope : zones.get()) {
            Evidence today = evidence(scope, last);
            DecisionList.Decision decision = DecisionList.decide(today, limits, dwell(scope));
            Assessment.Adequacy adequacy = Adequacies.of(survey, scope, last);
            all.add(new ZoneAssessment(
                    java.util.Objects.requireNonNull(scope.zone()), decision.level(), adequacy, decision.reasons()));
        }
        return new ZoneAssessment.All(List.copyOf(all));
    }

    private Evidence evidence(Scope scope, LocalDate day) {
        return evidence.computeIfAbsent(scope.name() + ' ' + day, _ -> gather(scope, day));
    }

    private Evidence gather(Scope scope, LocalDate day) {
        LocalDate first = day.minusDays(limits.windowDays() - 1L);
        List<Integer> actsByDay = new ArrayList<>();
        List<Double> coveredByDay = new ArrayList<>();
        for (LocalDate d = first; !d.isAfter(day); d = d.plusDays(1)) {
            actsByDay.add(survey.number(scope, d, d));
            coveredByDay.add(survey.covered(scope, d));
        }
        Line line = survey.day(day).cells();
        RateChange change = alarms.get().on(scope, day);
        return new Evidence(
                view.mandate() != null,
                List.copyOf(actsByDay),
                survey.ids(scope, first, day),
                List.copyOf(coveredByDay),
                survey.coverageError(),
                survey.unwatched(scope, day).longestKm() * 1000,
                scope.cells(line).cardinality() * line.cellMetres(),
                survey.serious(scope, day),
                dispersion(scope, day),
                survey.overdue(scope, day),
                survey.open(scope, day),
                survey.resolution(scope, day),
                survey.effortEntries(first, day),
                change,
                HotSpots.of(survey, scope, day),
                Clusters.of(survey, scope, day, change));
    }

    /** Pearson's dispersion over weekly blocks, shrunk to 1 with weight 4, never below 1. methods.md §1.2. */
    private double dispersion(Scope scope, LocalDate day) {
        double[] acts = new double[BLOCKS];
        double[] exposure = new double[BLOCKS];
        double totalActs = 0;
        double totalExposure = 0;
        for (int i = 0; i < BLOCKS; i++) {
            LocalDate to = day.minusDays((long) i * BLOCK_DAYS);
            LocalDate from = to.minusDays(BLOCK_DAYS - 1L);
            acts[i] = survey.number(scope, from, to);
            exposure[i] = survey.covered(scope, from, to);
            totalActs += acts[i];
            totalExposure += exposure[i];
        }
        if (totalActs == 0 || totalExposure == 0) {
            return 1;
        }
        double chi = 0;
        int blocks = 0;
        for (int i = 0; i < BLOCKS; i++) {
            double expected = totalActs * exposure[i] / totalExposure;
            if (expected > 0) {
                chi += (acts[i] - expected) * (acts[i] - expected) / expected;
                blocks++;
            }
        }
        return StrictMath.max(1, (SHRINKAGE + chi) / (SHRINKAGE + StrictMath.max(0, blocks - 1)));
    }

    /** On how many days in a row, the last included, nothing evaluated stood against "stable"; at most the dwell. */
    private int dwell(Scope scope) {
        int held = 0;
        while (held < limits.dwellDays() && calm(evidence(scope, last.minusDays(held)))) {
            held++;
        }
        return held;
    }

    private boolean calm(Evidence of) {
        return DecisionList.decide(of, limits, limits.dwellDays()).reasons().stream()
                .noneMatch(Reason::fails);
    }

    private List<Coded> counterfactual(Level level, Evidence today) {
        List<Coded> lines = new ArrayList<>(afterQuiet(level, today));
        Level after =
                DecisionList.decide(today.afterSeriousAct(UNKNOWN), limits, 0).level();
        if (after != level) {
            lines.add(Coded.of("would-become-after-act", Map.of("level", after.name())));
        }
        for (PostId source :
                survey.sources(last.minusDays(limits.windowDays() - 1L), last).keySet()) {
            Level without = levelWithout(source, whole);
            if (without != level) {
                lines.add(Coded.of("would-become-without", Map.of("what", source.value(), "level", without.name())));
            }
        }
        if (!survey.documented()) {
            lines.add(Coded.of("would-need-effort"));
        }
        return List.copyOf(lines);
    }

    /** The levels that would follow one another while all is watched and nothing happens. */
    private List<Coded> afterQuiet(Level level, Evidence today) {
        List<Coded> lines = new ArrayList<>();
        Level before = level;
        int held = dwell(whole);
        int most = limits.windowDays() + limits.dwellDays();
        for (int days = 1; days <= most && today.lineMetres() > 0 && lines.size() < 2; days++) {
            Evidence then = today.afterQuietDays(days, limits.seriousDays());
            held = calm(then) ? held + 1 : 0;
            Level next = DecisionList.decide(then, limits, held).level();
            if (next != before) {
                lines.add(Coded.of("would-become-after-quiet", Map.of("days", days, "level", next.name())));
                before = next;
            }
        }
        return lines;
    }
}
