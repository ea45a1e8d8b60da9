package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.truce.assessment.resolution.Resolution;
import org.truce.model.Coded;
import org.truce.model.kind.Incident.Outcome;
import org.truce.model.kind.Judgement.Level;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/**
 * Assesses a view: gathers the evidence, runs the decision list, and runs it again with one thing changed to say what
 * would change the level. Deterministic; costs one pass over the effort for every day that "stable" must dwell.
 */
public final class Assessor {
    private static final int BLOCK_DAYS = 7;
    private static final int BLOCKS = 8;
    private static final double SHRINKAGE = 4;
    private static final UUID UNKNOWN = new UUID(0, 0);

    private final View view;
    private final ParametersAgreed limits;
    private final Parameters parameters;
    private final ZoneId zone;
    private final Effort effort;
    private final Incidents incidents;
    private final java.util.Map<LocalDate, Effort.Day> days = new java.util.HashMap<>();
    private final java.util.Map<LocalDate, Effort.Unwatched> unwatched = new java.util.HashMap<>();

    private Assessor(View view) {
        this.view = view;
        this.parameters = Parameters.of(view);
        this.limits = parameters.agreed();
        this.zone = view.zone();
        this.effort = new Effort(view);
        this.incidents = limits.machineLinksCount() ? Incidents.withProposedLinks(view) : Incidents.of(view);
    }

    /** The assessment of a view. */
    public static Assessment assess(View view) {
        return view.derive(Assessment.class, () -> new Assessor(view).assess());
    }

    /** The share of the line that was watched on each day from one to another, both included; days without are left out. */
    public static java.util.SortedMap<LocalDate, Double> coverageByDay(View view, LocalDate from, LocalDate to) {
        java.util.SortedMap<LocalDate, Double> coverage = new java.util.TreeMap<>();
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

    private Assessment assess() {
        // The view ends before this instant: the last day is the one that holds the moment just before it.
        LocalDate last = view.valid().minusNanos(1).atZone(zone).toLocalDate();
        Evidence evidence = evidence(last);
        DecisionList.Decision decision = DecisionList.decide(evidence, limits, dwell(last, evidence));
        Assessment.Adequacy adequacy = adequacy(last, evidence);
        return new Assessment(
                decision.level(),
                adequacy,
                HonestStatement.of(adequacy, limits, evidence, zone),
                decision.reasons(),
                counterfactual(decision.level(), evidence),
                parameters,
                view.valid(),
                view.known(),
                view.audience(),
                zone,
                view.exercise(),
                Version.COMMIT,
                0);
    }

    private Evidence evidence(LocalDate last) {
        LocalDate first = last.minusDays(limits.windowDays() - 1L);
        Instant until = end(last);
        List<IncidentFile> acts = counted(start(first), until);
        List<IncidentFile> open = open(until);
        Duration limit =
                Duration.ofMillis(StrictMath.round(limits.resolutionLimit().value() * 3_600_000));
        Effort.Day today = day(last);
        return new Evidence(
                view.mandate() != null,
                acts.size(),
                ids(acts),
                covered(first, last),
                limits.windowDays(),
                unwatched(last).longestKm() * 1000,
                today.cells().lengthMetres(),
                ids(serious(last)),
                dispersion(last),
                ids(open.stream()
                        .filter(file -> file.from().plus(limit).isBefore(until))
                        .toList()),
                open.size(),
                Resolution.of(view, until, limits.resolutionLimit()),
                effortEntries(first, last));
    }

    private List<IncidentFile> counted(Instant from, Instant to) {
        return incidents.between(from, to).stream()
                .filter(file -> file.standing() != Standing.ALLEGED)
                .toList();
    }

    private List<IncidentFile> open(Instant until) {
        return incidents.all().stream()
                .filter(file -> file.standing() == Standing.CONFIRMED || file.standing() == Standing.REPORTED)
                .filter(file -> file.from().isBefore(until))
                .filter(file ->
                        file.closure() == null || !view.began(file.closure()).isBefore(until))
                .toList();
    }

    private List<IncidentFile> serious(LocalDate last) {
        Instant until = end(last);
        return incidents.between(start(last.minusDays(limits.seriousDays() - 1L)), until).stream()
                .filter(file -> file.standing() == Standing.CONFIRMED
                        && limits.seriousActs().contains(file.act()))
                .filter(file -> !resolved(file, until))
                .toList();
    }

    /** Closed is not resolved: an incident that escalated is closed too. */
    private boolean resolved(IncidentFile file, Instant until) {
        return file.closure() != null
                && file.closure().body().outcome() != Outcome.ESCALATED
                && view.began(file.closure()).isBefore(until);
    }

    private double covered(LocalDate first, LocalDate last) {
        double sum = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sum += day(day).covered();
        }
        return sum;
    }

    private List<UUID> effortEntries(LocalDate first, LocalDate last) {
        List<UUID> entries = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            day(day).entries().stream()
                    .filter(entry -> !entries.contains(entry))
                    .forEach(entries::add);
        }
        return entries;
    }

    /** What nobody watched during the time that the parameters allow, up to the end of a day. */
    private Effort.Unwatched unwatched(LocalDate last) {
        return unwatched.computeIfAbsent(
                last,
                day -> effort.unwatched(
                        end(day),
                        Duration.ofMillis(
                                StrictMath.round(limits.unobservedTime().value() * 3_600_000))));
    }

    private Effort.Hours hours(
            LocalDate first, LocalDate last, java.util.function.Function<Effort.Day, Effort.Hours> of) {
        Effort.Hours sum = Effort.Hours.NONE;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sum = sum.plus(of.apply(day(day)));
        }
        return sum;
    }

    /** Pearson's dispersion over weekly blocks, shrunk to 1 with weight 4, never below 1. methods.md §1.2. */
    private double dispersion(LocalDate last) {
        double[] acts = new double[BLOCKS];
        double[] exposure = new double[BLOCKS];
        double totalActs = 0;
        double totalExposure = 0;
        for (int i = 0; i < BLOCKS; i++) {
            LocalDate to = last.minusDays((long) i * BLOCK_DAYS);
            LocalDate from = to.minusDays(BLOCK_DAYS - 1L);
            acts[i] = counted(start(from), end(to)).size();
            exposure[i] = covered(from, to);
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
    private int dwell(LocalDate last, Evidence today) {
        int held = 0;
        Evidence evidence = today;
        while (held < limits.dwellDays()) {
            boolean calm = DecisionList.decide(evidence, limits, limits.dwellDays()).reasons().stream()
                    .noneMatch(Reason::fails);
            if (!calm) {
                return held;
            }
            held++;
            if (held < limits.dwellDays()) {
                evidence = evidence(last.minusDays(held));
            }
        }
        return held;
    }

    private List<Coded> counterfactual(Level level, Evidence evidence) {
        List<Coded> lines = new ArrayList<>();
        for (int days = 1; days <= limits.windowDays() && evidence.lineMetres() > 0; days++) {
            Level then = DecisionList.decide(evidence.afterQuietDays(days), limits, limits.dwellDays())
                    .level();
            if (then != level) {
                lines.add(Coded.of("would-become-after-quiet", java.util.Map.of("days", days, "level", then.name())));
                break;
            }
        }
        Level after = DecisionList.decide(evidence.afterSeriousAct(UNKNOWN), limits, 0)
                .level();
        if (after != level) {
            lines.add(Coded.of("would-become-after-act", java.util.Map.of("level", after.name())));
        }
        if (!effort.documented()) {
            lines.add(Coded.of("would-need-effort"));
        }
        return List.copyOf(lines);
    }

    private Assessment.Adequacy adequacy(LocalDate last, Evidence evidence) {
        LocalDate first = last.minusDays(limits.windowDays() - 1L);
        double hours = evidence.coveredDays() * 24;
        long alleged = incidents.between(start(first), end(last)).stream()
                .filter(file -> file.standing() == Standing.ALLEGED)
                .count();
        return new Assessment.Adequacy(
                first,
                last,
                limits.windowDays(),
                evidence.coveredDays(),
                evidence.coverage(),
                Rate.power(limits.tolerated().value(), evidence.coveredDays()),
                evidence.coveredDays() > 0 ? HonestStatement.upper95(evidence) : null,
                hours,
                limits.windowDays() * 24 - hours,
                evidence.acts(),
                (int) alleged,
                hours(first, last, Effort.Day::light).share(),
                hours(first, last, Effort.Day::dark).share(),
                unwatched(last).stretches(),
                evidence.effort());
    }

    private Effort.Day day(LocalDate day) {
        return days.computeIfAbsent(day, effort::on);
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private Instant end(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return end.isBefore(view.valid()) ? end : view.valid();
    }

    private static List<UUID> ids(List<IncidentFile> files) {
        return files.stream().map(IncidentFile::id).toList();
    }
}
