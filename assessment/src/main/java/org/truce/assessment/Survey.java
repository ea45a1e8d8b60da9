package org.truce.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.truce.assessment.attribution.Attribution;
import org.truce.assessment.attribution.Attributions;
import org.truce.assessment.correlation.ProposedLinks;
import org.truce.assessment.detection.Daily;
import org.truce.assessment.resolution.Resolution;
import org.truce.model.entry.Entry;
import org.truce.model.id.PostId;
import org.truce.model.kind.Incident.Outcome;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.picture.Boundaries;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.Lone;
import org.truce.picture.Names;
import org.truce.picture.View;

/**
 * What a view tells of acts and of watching, by scope and day. Every day of effort is computed once; not thread-safe.
 */
final class Survey {
    private static final double AT_LINE_METRES = 5000;

    private final View view;
    private final ParametersAgreed limits;
    private final ZoneId zone;
    private final Effort effort;
    private final Incidents incidents;
    private final Map<LocalDate, Effort.Day> days = new HashMap<>();
    private final Map<Line, Map<UUID, Integer>> cellsOf = new HashMap<>();
    private final Map<PostId, Map<LocalDate, Effort.Day>> missing = new HashMap<>();
    private final Map<Noticed, Map<LocalDate, Effort.Day>> noticing = new EnumMap<>(Noticed.class);

    Survey(View view, ParametersAgreed limits) {
        this.view = view;
        this.limits = limits;
        this.zone = view.zone();
        this.effort = new Effort(view);
        this.incidents = limits.machineLinksCount()
                ? Incidents.withProposedLinks(view, ProposedLinks.of(view).joined())
                : Incidents.of(view);
    }

    View view() {
        return view;
    }

    ParametersAgreed limits() {
        return limits;
    }

    /** Standard deviation of the mean coverage of a window; 0 where nobody agreed on one. */
    double coverageError() {
        return limits.coverageError() == null ? 0 : limits.coverageError().value();
    }

    boolean documented() {
        return effort.documented();
    }

    /** The first day on which anything was watched. */
    LocalDate since() {
        return effort.since();
    }

    Effort.Day day(LocalDate day) {
        return days.computeIfAbsent(day, effort::on);
    }

    /** The zones through which the line runs today, in record order, each with the incidents that lay in it. */
    List<Scope> zones(LocalDate last) {
        Line line = day(last).cells();
        if (line.size() == 0) {
            return List.of();
        }
        List<Boundaries.Boundary> zones = Boundaries.of(view).all().stream()
                .filter(one -> one.drawn().body().geometry().getDimension() == 2)
                .filter(one -> !line.inside(one.drawn().body().geometry()).isEmpty())
                .toList();
        Map<String, List<IncidentFile>> inside = new HashMap<>();
        Attributions attributions = new Attributions(view);
        for (IncidentFile file : zones.isEmpty() ? List.<IncidentFile>of() : incidents.all()) {
            Entry located = file.located();
            if (located != null) {
                attributions.zones(located, view.valid().minusMillis(1)).stream()
                        .filter(one -> one.word() != Attribution.Word.NOT_DETERMINABLE)
                        .forEach(one -> inside.computeIfAbsent(
                                        one.boundary().id().value(), _ -> new ArrayList<>())
                                .add(file));
            }
        }
        return zones.stream()
                .map(one -> Scope.of(one, inside.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    /** Incidents of a scope that began on some days, both included, and count. */
    List<IncidentFile> counted(Scope scope, LocalDate first, LocalDate last) {
        return between(scope, start(first), end(last)).stream()
                .filter(file -> file.standing() != Standing.ALLEGED)
                .toList();
    }

    private List<IncidentFile> between(Scope scope, Instant from, Instant to) {
        return scope.zone() == null ? incidents.between(from, to) : scope.between(from, to);
    }

    /** How many these are: of the whole without looking at single observations, of which there may be many. */
    int number(Scope scope, LocalDate first, LocalDate last) {
        return scope.zone() == null
                ? incidents.number(
                        start(first),
                        end(last),
                        file -> file.standing() != Standing.ALLEGED && file.standing() != Standing.REFUTED)
                : counted(scope, first, last).size();
    }

    /** Incidents of a scope that began on some days and are only alleged, which do not count. */
    int alleged(Scope scope, LocalDate first, LocalDate last) {
        Instant from = start(first);
        Instant to = end(last);
        return (int) incidents.told().stream() // what was observed is confirmed
                .filter(file -> file.standing() == Standing.ALLEGED)
                .filter(file -> !file.from().isBefore(from) && file.from().isBefore(to))
                .filter(scope::holds)
                .count();
    }

    /** Their ids. */
    List<UUID> ids(Scope scope, LocalDate first, LocalDate last) {
        if (scope.zone() != null) {
            return counted(scope, first, last).stream().map(IncidentFile::id).toList();
        }
        Instant from = start(first);
        Instant to = end(last);
        List<IncidentFile> told = incidents.told().stream()
                .filter(file -> !file.from().isBefore(from) && file.from().isBefore(to))
                .filter(file -> file.standing() != Standing.ALLEGED && file.standing() != Standing.REFUTED)
                .toList();
        return Incidents.ids(told, incidents.lone().between(from, to));
    }

    /** Those of which more was said that somebody confirmed or reported, and that began by the end of a day. */
    private List<IncidentFile> known(Scope scope, LocalDate last) {
        Instant until = end(last);
        List<IncidentFile> all = scope.zone() == null ? incidents.told() : scope.incidents();
        return all.stream()
                .filter(file -> file.standing() == Standing.CONFIRMED || file.standing() == Standing.REPORTED)
                .filter(file -> file.from().isBefore(until))
                .toList();
    }

    /** Single observations of the whole that began before an instant; none of a zone, which knows its own. */
    private Lone single(Scope scope, Instant until) {
        return incidents.lone().between(Instant.MIN, scope.zone() == null ? until : Instant.MIN);
    }

    /** How long incidents of a scope took to be resolved, as it stood at the end of a day. */
    Resolution resolution(Scope scope, LocalDate last) {
        Instant until = end(last);
        return Resolution.of(view, known(scope, last), single(scope, until), until, limits.resolutionLimit());
    }

    /** How many of a scope were not closed by the end of a day. */
    int open(Scope scope, LocalDate last) {
        return notClosed(scope, last).size() + single(scope, end(last)).size();
    }

    /** Those of them that were older than the limit then. */
    List<UUID> overdue(Scope scope, LocalDate last) {
        Instant until = end(last);
        Duration limit = hours(limits.resolutionLimit().value());
        List<IncidentFile> told = notClosed(scope, last).stream()
                .filter(file -> file.from().plus(limit).isBefore(until))
                .toList();
        return Incidents.ids(told, single(scope, until.minus(limit)));
    }

    private List<IncidentFile> notClosed(Scope scope, LocalDate last) {
        Instant until = end(last);
        return known(scope, last).stream()
                .filter(file ->
                        file.closure() == null || !view.began(file.closure()).isBefore(until))
                .toList();
    }

    /** Confirmed serious acts of the last days that are not resolved. */
    List<Evidence.Serious> serious(Scope scope, LocalDate last) {
        Instant until = end(last);
        Instant from = start(last.minusDays(limits.seriousDays() - 1L));
        List<IncidentFile> told = scope.zone() == null
                ? incidents.told().stream()
                        .filter(file ->
                                !file.from().isBefore(from) && file.from().isBefore(until))
                        .toList()
                : scope.between(from, until);
        List<Serious> all = new ArrayList<>();
        told.stream()
                .filter(file -> file.standing() == Standing.CONFIRMED
                        && limits.seriousActs().contains(file.act()))
                .filter(file -> !resolved(file, until))
                .forEach(file -> all.add(new Serious(file.from(), file.id())));
        Lone single = incidents.lone().between(from, scope.zone() == null ? until : from);
        for (int i = 0; i < single.size(); i++) {
            if (limits.seriousActs().contains(single.act(i))) {
                all.add(new Serious(single.began(i), single.id(i)));
            }
        }
        all.sort(Comparator.comparing(Serious::from).thenComparing(Serious::id));
        return all.stream()
                .map(one -> new Evidence.Serious(one.id(), (int)
                        ChronoUnit.DAYS.between(one.from().atZone(zone).toLocalDate(), last)))
                .toList();
    }

    private record Serious(Instant from, UUID id) {}

    /** Closed is not resolved: an incident that escalated is closed too. */
    private boolean resolved(IncidentFile file, Instant until) {
        return file.closure() != null
                && file.closure().body().outcome() != Outcome.ESCALATED
                && view.began(file.closure()).isBefore(until);
    }

    /** Exposure of a scope on a day, in fully-covered days. */
    double covered(Scope scope, LocalDate day) {
        Effort.Day watched = day(day);
        return watched.covered(scope.cells(watched.cells()));
    }

    /** Exposure of a scope on some days, both included. */
    double covered(Scope scope, LocalDate first, LocalDate last) {
        double sum = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sum += covered(scope, day);
        }
        return sum;
    }

    /** Acts and exposure of a scope, day by day. */
    Daily daily(Scope scope, LocalDate first, LocalDate last) {
        int size = (int) ChronoUnit.DAYS.between(first, last) + 1;
        int[] acts = new int[size];
        double[] exposure = new double[size];
        for (IncidentFile file : scope.zone() == null ? List.<IncidentFile>of() : counted(scope, first, last)) {
            acts[(int) ChronoUnit.DAYS.between(first, date(file))]++;
        }
        for (int day = 0; day < size; day++) {
            LocalDate date = first.plusDays(day);
            acts[day] += scope.zone() == null ? number(scope, date, date) : 0;
            exposure[day] = StrictMath.min(1, covered(scope, first.plusDays(day)));
        }
        return new Daily(acts, exposure);
    }

    /** What was watched on a day without a post or sensor. */
    Effort.Day without(PostId source, LocalDate day) {
        return effort.watched(source, day)
                ? missing.computeIfAbsent(source, _ -> new HashMap<>())
                        .computeIfAbsent(day, one -> effort.on(one, watch -> !source.equals(watch.by())))
                : day(day);
    }

    /** The posts and sensors that watched on some days, both included, by id. */
    SortedMap<PostId, Watches.Source> sources(LocalDate first, LocalDate last) {
        return effort.sources(first, last);
    }

    /** What was watched on a day by what notices a class of acts. */
    Effort.Day noticing(Noticed by, LocalDate day) {
        return noticing.computeIfAbsent(by, _ -> new HashMap<>())
                .computeIfAbsent(day, one -> effort.on(one, watch -> by.by(watch.source())));
    }

    /** What nobody watched of a scope lately, had a post or sensor not been there. */
    Effort.Unwatched unwatchedWithout(PostId source, Scope scope, LocalDate last) {
        return effort.unwatched(
                end(last), hours(limits.unobservedTime().value()), scope::cells, watch -> !source.equals(watch.by()));
    }

    /** The entries that document the effort of some days. */
    List<UUID> effortEntries(LocalDate first, LocalDate last) {
        Set<UUID> entries = new LinkedHashSet<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            entries.addAll(day(day).entries());
        }
        return List.copyOf(entries);
    }

    /** What nobody watched of a scope during the time that the parameters allow, up to the end of a day. */
    Effort.Unwatched unwatched(Scope scope, LocalDate last) {
        return effort.unwatched(end(last), hours(limits.unobservedTime().value()), scope::cells);
    }

    /** Hours of daylight or night of a scope on some days, and how many of them were watched. */
    Effort.Hours hours(
            Scope scope, LocalDate first, LocalDate last, BiFunction<Effort.Day, java.util.BitSet, Effort.Hours> of) {
        Effort.Hours sum = Effort.Hours.NONE;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Effort.Day watched = day(day);
            sum = sum.plus(of.apply(watched, scope.cells(watched.cells())));
        }
        return sum;
    }

    /** The cell of a line that is nearest to where an incident lay; -1 where it lay far from it, or nobody says. */
    int cell(IncidentFile file, Line line) {
        return cellsOf.computeIfAbsent(line, _ -> new HashMap<>()).computeIfAbsent(file.id(), _ -> {
            Entry located = file.located();
            Geometry where = located == null ? null : Names.of(view).geometry(located);
            if (where == null || where.isEmpty()) {
                return -1;
            }
            Point middle = where.getCentroid();
            return line.nearest(middle.getX(), middle.getY(), AT_LINE_METRES);
        });
    }

    /** How many incidents would be one with another, were all links counted that a rule proposed. */
    int openLinks() {
        return Incidents.of(view).all().size()
                - Incidents.withProposedLinks(view).all().size();
    }

    /** The day on which an incident began. */
    LocalDate date(IncidentFile file) {
        return file.from().atZone(zone).toLocalDate();
    }

    Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The end of a day, or of the view where that comes first. */
    Instant end(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return end.isBefore(view.valid()) ? end : view.valid();
    }

    static Duration hours(double hours) {
        return Duration.ofMillis(StrictMath.round(hours * 3_600_000));
    }
}
