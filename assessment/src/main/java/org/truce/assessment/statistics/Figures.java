package org.truce.assessment.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Access;
import org.truce.assessment.Assessor;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.assessment.Parameters;
import org.truce.assessment.PeriodWatch;
import org.truce.assessment.ZoneAssessment;
import org.truce.assessment.claims.Confronted;
import org.truce.assessment.claims.Verdict;
import org.truce.assessment.resolution.Resolution;
import org.truce.assessment.statistics.Statistic.Section;
import org.truce.model.id.ActorId;
import org.truce.model.id.BoundaryId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Incident.Act;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Judgement.Level;
import org.truce.model.kind.Persons.TransferMade;
import org.truce.model.quantity.Casualties;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.View;

/** The figures of one period as one view knows them, without what other issues said. */
final class Figures {
    private final View view;
    private final LocalDate first;
    private final LocalDate last;
    private final Instant start;
    private final long issued;
    private final List<ActorId> parties;
    private final List<PeriodWatch> watches;
    private final List<Statistic> all = new ArrayList<>();

    Figures(View view, LocalDate first, LocalDate last, long issued) {
        this.view = view;
        this.first = first;
        this.last = last;
        this.issued = issued;
        this.start = first.atStartOfDay(view.zone()).toInstant();
        MandateSet mandate = view.mandate();
        this.parties = mandate == null ? List.of() : mandate.parties();
        this.watches = PeriodWatch.of(view, first, last);
    }

    List<Statistic> all() {
        coverage();
        incidents();
        rounds();
        casualties();
        place();
        rates();
        levels();
        resolution();
        obligations();
        complaints();
        humanitarian();
        statements();
        corrections();
        return List.copyOf(all);
    }

    private PeriodWatch whole() {
        return watches.getFirst();
    }

    private void add(Section section, String definition, String item, @Nullable Double value, List<UUID> entries) {
        add(section, definition, null, null, item, new @Nullable Double[] {value, null, null}, null, entries);
    }

    private void add(
            Section section,
            String definition,
            @Nullable BoundaryId zone,
            @Nullable ActorId party,
            String item,
            @Nullable Double[] of,
            @Nullable Double exposure,
            List<UUID> entries) {
        all.add(new Statistic(
                section,
                definition,
                zone,
                party,
                item,
                first,
                last,
                of[0],
                of[1],
                of[2],
                exposure,
                null,
                null,
                null,
                false,
                entries));
    }

    private static @Nullable Double[] one(@Nullable Double value) {
        return new @Nullable Double[] {value, null, null};
    }

    private void coverage() {
        for (PeriodWatch watch : watches) {
            BoundaryId zone = watch.zone();
            double days = watch.coveredDays();
            List<UUID> entries = watch.effort();
            add(Section.COVERAGE, "coverage.all", zone, null, "", one(watch.covered()), days, entries);
            add(Section.COVERAGE, "coverage.day", zone, null, "", one(watch.byDay()), days, entries);
            add(Section.COVERAGE, "coverage.night", zone, null, "", one(watch.byNight()), days, entries);
            add(Section.COVERAGE, "coverage.blind-km", zone, null, "", one(watch.blindKm()), days, entries);
        }
        for (Access access : Access.of(view)) {
            String who = access.by() != null ? "party" : access.others() ? "others" : "all";
            access.counts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(count -> add(
                            Section.COVERAGE,
                            "access.total." + who,
                            null,
                            access.by(),
                            Body.wire(count.getKey()),
                            one((double) count.getValue()),
                            null,
                            access.entries()));
        }
    }

    /** Each standing and each class: nothing is summed across standings. */
    private void incidents() {
        for (PeriodWatch watch : watches) {
            for (Standing standing : Standing.values()) {
                number(
                        Section.INCIDENTS,
                        "incidents.by-standing",
                        watch,
                        standing.name(),
                        it -> it.standing() == standing);
            }
            for (Act act : Act.values()) {
                number(
                        Section.INCIDENTS,
                        "incidents.confirmed-by-class",
                        watch,
                        act.name(),
                        it -> it.standing() == Standing.CONFIRMED && it.act() == act);
            }
        }
        List<UUID> ids = ids(whole().incidents());
        double strict = ids.size();
        double linked = Incidents.withProposedLinks(view).all().stream()
                .filter(file -> !file.from().isBefore(start))
                .count();
        add(
                Section.INCIDENTS,
                "incidents.linkage",
                null,
                null,
                "",
                new @Nullable Double[] {strict, StrictMath.min(linked, strict), strict},
                whole().coveredDays(),
                ids);
    }

    private void number(
            Section section, String definition, PeriodWatch watch, String item, Predicate<IncidentFile> which) {
        List<UUID> ids = ids(watch.incidents().stream().filter(which).toList());
        add(section, definition, watch.zone(), null, wire(item), one((double) ids.size()), watch.coveredDays(), ids);
    }

    private void rounds() {
        Map<String, Double> byClass = new TreeMap<>();
        view.observed(start, view.valid(), null, 0).forEach((type, count) -> byClass.put(Body.wire(type), count));
        byClass.forEach((type, count) ->
                add(Section.ROUNDS, "rounds.observed", null, null, type, one(count), whole().coveredDays(), List.of()));
    }

    /** Of each standing apart: the sum of what each incident's links say, or is alleged; least and most. */
    private void casualties() {
        for (Standing standing : List.of(Standing.ALLEGED, Standing.REPORTED, Standing.CONFIRMED)) {
            List<IncidentFile> files = whole().incidents().stream()
                    .filter(file -> file.standing() == standing)
                    .toList();
            double[] killed = new double[2];
            double[] wounded = new double[2];
            List<UUID> entries = new ArrayList<>();
            for (IncidentFile file : files) {
                List<Casualties> told = told(file);
                if (!told.isEmpty()) {
                    entries.add(file.id());
                    killed[0] += least(told, Figures::killedAtLeast);
                    killed[1] += most(told, Figures::killedAtMost);
                    wounded[0] += least(told, Figures::wounded);
                    wounded[1] += most(told, Figures::wounded);
                }
            }
            String item = wire(standing.name());
            for (var one : Map.of("casualties.killed", killed, "casualties.wounded", wounded).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                double low = one.getValue()[0];
                double high = one.getValue()[1];
                add(
                        Section.CASUALTIES,
                        one.getKey(),
                        null,
                        null,
                        item,
                        new @Nullable Double[] {low == high ? (Double) low : null, low, high},
                        null,
                        entries);
            }
        }
    }

    private List<Casualties> told(IncidentFile file) {
        List<Casualties> told = new ArrayList<>();
        for (UUID id : file.entries()) {
            Held<Body> held = view.find(id);
            Casualties casualties = switch (held == null ? null : held.body()) {
                case IncidentLinked link -> link.casualties();
                case AllegationMade allegation -> allegation.casualties();
                case null, default -> null;
            };
            if (casualties != null) {
                told.add(casualties);
            }
        }
        return told;
    }

    private static double least(List<Casualties> told, ToDoubleFunction<Casualties> of) {
        return told.stream().mapToDouble(of).min().orElse(0);
    }

    private static double most(List<Casualties> told, ToDoubleFunction<Casualties> of) {
        return told.stream().mapToDouble(of).max().orElse(0);
    }

    private static double killedAtLeast(Casualties one) {
        return one.low() != null ? one.low() : killed(one);
    }

    private static double killedAtMost(Casualties one) {
        return one.high() != null ? one.high() : killed(one);
    }

    private static double killed(Casualties one) {
        return one.killed() != null ? one.killed() : sum(one.killedMilitary(), one.killedCivilian());
    }

    private static double wounded(Casualties one) {
        return one.wounded() != null ? one.wounded() : sum(one.woundedMilitary(), one.woundedCivilian());
    }

    private static double sum(@Nullable Integer a, @Nullable Integer b) {
        return (a == null ? 0 : a) + (b == null ? 0 : b);
    }

    /** Where things lay, never who did them. */
    private void place() {
        for (PeriodWatch watch : watches) {
            if (watch.zone() != null) {
                number(Section.PLACE, "place.in-zone", watch, "", it -> it.standing() == Standing.CONFIRMED);
            }
        }
        number(
                Section.PLACE,
                "place.not-determinable",
                whole(),
                "",
                it -> it.standing() == Standing.CONFIRMED && it.located() == null);
    }

    private void rates() {
        for (PeriodWatch watch : watches) {
            var rate = watch.rate();
            boolean observed = rate.observed();
            add(
                    Section.RATE,
                    "rate.confirmed-per-covered-day",
                    watch.zone(),
                    null,
                    "",
                    new @Nullable Double[] {
                        observed ? (Double) rate.central() : null,
                        observed ? (Double) rate.quantile(0.05) : null,
                        observed ? (Double) rate.quantile(0.95) : null
                    },
                    watch.coveredDays(),
                    ids(watch.confirmed()));
        }
        IncidentFile newest = Incidents.of(view).all().reversed().stream()
                .filter(file -> file.standing() == Standing.CONFIRMED)
                .findFirst()
                .orElse(null);
        if (newest != null) {
            LocalDate day = newest.from().atZone(view.zone()).toLocalDate();
            add(
                    Section.RATE,
                    "rate.days-since-confirmed",
                    "",
                    (double) java.time.temporal.ChronoUnit.DAYS.between(day, last),
                    List.of(newest.id()));
        }
    }

    private void levels() {
        level(
                null,
                Assessor.assess(view).level(),
                Assessor.assess(view).adequacy().power());
        for (ZoneAssessment zone : Assessor.zones(view)) {
            level(zone.zone().id(), zone.level(), zone.adequacy().power());
        }
    }

    /** The level is the item; its value is the adequacy without which no level is said. */
    private void level(@Nullable BoundaryId zone, Level level, double power) {
        add(Section.LEVEL, "level.with-power", zone, null, wire(level.name()), one(power), null, List.of());
    }

    private void resolution() {
        Resolution found =
                Resolution.of(view, view.valid(), Parameters.of(view).agreed().resolutionLimit());
        List<UUID> entries = found.entries();
        add(Section.RESOLUTION, "resolution.opened", "", (double) found.cases(), entries);
        add(Section.RESOLUTION, "resolution.resolved", "", (double) found.resolved(), entries);
        add(Section.RESOLUTION, "resolution.acknowledged", "", (double) found.acknowledged(), entries);
        add(Section.RESOLUTION, "resolution.escalated", "", (double) found.escalated(), entries);
        add(Section.RESOLUTION, "resolution.open", "", (double) found.open(), entries);
        add(Section.RESOLUTION, "resolution.median-hours", "", found.medianHours(), entries);
        add(
                Section.RESOLUTION,
                "resolution.within-limit",
                null,
                null,
                "",
                found.cases() == 0
                        ? one(null)
                        : new @Nullable Double[] {
                            found.within().value(),
                            found.within().low(),
                            found.within().high()
                        },
                null,
                entries);
        add(
                Section.RESOLUTION,
                "resolution.oldest-open-hours",
                "",
                found.oldestHours(),
                found.oldest() == null ? List.of() : List.of(found.oldest()));
    }

    /** Every party has the same rows, with how many duties it bears beside each state. */
    private void obligations() {
        List<ObligationFile> files = Obligations.of(view).all();
        for (ActorId party : parties) {
            List<ObligationFile> borne = files.stream()
                    .filter(file -> file.set().body().bearers().contains(party))
                    .toList();
            duties(party, "borne", borne, _ -> true);
            for (ObligationFile.State state : ObligationFile.State.values()) {
                duties(party, state.name(), borne, file -> file.state() == state);
            }
        }
    }

    private void duties(ActorId party, String item, List<ObligationFile> borne, Predicate<ObligationFile> which) {
        List<ObligationFile> some = borne.stream().filter(which).toList();
        List<UUID> entries = some.stream().map(file -> file.set().id()).toList();
        add(
                Section.OBLIGATIONS,
                "obligations.by-bearer",
                null,
                party,
                wire(item),
                one((double) some.size()),
                null,
                entries);
    }

    private void complaints() {
        for (ActorId party : parties) {
            List<UUID> lodged = view.happened(AllegationMade.class).stream()
                    .filter(held -> held.body().by().equals(party))
                    .filter(held -> !view.began(held).isBefore(start))
                    .map(Held::id)
                    .toList();
            add(Section.COMPLAINTS, "complaints.lodged", null, party, "", one((double) lodged.size()), null, lodged);
        }
    }

    private void humanitarian() {
        add(Section.HUMANITARIAN, "humanitarian.passed", "", view.passed(start, view.valid()), List.of());
        add(Section.HUMANITARIAN, "humanitarian.returned", "", view.returned(start, view.valid()), List.of());
        List<Held<TransferMade>> transfers = view.happened(TransferMade.class).stream()
                .filter(held -> !view.began(held).isBefore(start))
                .toList();
        Map<String, Double> byWhat = new TreeMap<>();
        transfers.forEach(held -> held.body()
                .batches()
                .forEach(batch ->
                        byWhat.merge(Body.wire(batch.what()), batch.number().value(), Double::sum)));
        byWhat.forEach((what, number) ->
                add(Section.HUMANITARIAN, "humanitarian.handed-over", what, number, View.ids(transfers)));
    }

    /** By verdict; those that could not be checked stand beside the others. */
    private void statements() {
        List<Confronted> claims = Confronted.of(view);
        for (Verdict verdict : Verdict.values()) {
            List<UUID> some = claims.stream()
                    .filter(one -> one.verdict() == verdict)
                    .filter(one -> !view.began(one.claim()).isBefore(start))
                    .map(one -> one.claim().id())
                    .toList();
            add(Section.STATEMENTS, "statements.by-verdict", wire(verdict.name()), (double) some.size(), some);
        }
    }

    /** What was corrected or withdrawn since the last issue: said even where it is none. */
    private void corrections() {
        List<UUID> corrected = view.all(issued, null).stream()
                .filter(held -> held.entry().replaces() != null)
                .map(Held::id)
                .toList();
        add(Section.CORRECTIONS, "corrections.since-last-issue", "", (double) corrected.size(), corrected);
    }

    private static List<UUID> ids(List<IncidentFile> files) {
        return files.stream().map(IncidentFile::id).toList();
    }

    private static String wire(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
