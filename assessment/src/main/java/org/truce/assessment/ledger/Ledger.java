package org.truce.assessment.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.counting.Counting;
import org.truce.assessment.counting.CountingRule;
import org.truce.assessment.counting.Period;
import org.truce.assessment.ledger.LedgerLine.Status;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Judgement.CountingUnit;
import org.truce.model.kind.Observation.Observed;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.Incidents;
import org.truce.picture.Lone;
import org.truce.picture.View;

/**
 * Who entered what of a period, and how much of it the others have: the two-ledger bulletin of joint centres
 * (practice.md §1.3), with as many ledgers as there are sides. The same rule holds for every ledger, and each is counted
 * twice, by its own rule and by the mission's.
 *
 * @param owner whose it is
 * @param mission whether that is the mission
 * @param period of when
 * @param entries the entries of its lines, in order of taking place
 * @param byStatus how many lines of each status; they add up to the lines
 * @param ownRule how its owner counts
 * @param own how many by that
 * @param missionRule how the mission counts
 * @param missions how many by that
 */
public record Ledger(
        ActorId owner,
        boolean mission,
        Period period,
        List<UUID> entries,
        Map<Status, Integer> byStatus,
        CountingRule ownRule,
        int own,
        CountingRule missionRule,
        int missions) {

    /** The ledgers of a view: the mission's, each party's in the mandate's order, then others' by id; by period. */
    public static List<Ledger> of(View view) {
        Map<ActorId, List<LedgerLine>> lines = told(view);
        MandateSet mandate = view.mandate();
        CountingRule missionRule = CountingRule.ofMission(view);
        Lone lone = Incidents.of(view).lone();
        List<Ledger> ledgers = new ArrayList<>();
        for (Map.Entry<ActorId, List<LedgerLine>> one : lines.entrySet()) {
            boolean mission = mandate != null && one.getKey().equals(mandate.mission());
            CountingRule rule = mission ? missionRule : CountingRule.ofParty(view, one.getKey());
            for (Period period : Period.of(view, rule.agreed())) {
                List<LedgerLine> within = one.getValue().stream()
                        .filter(line -> period.holds(line.began()))
                        .toList();
                Lone single = lone.between(period.from(), mission ? period.to() : period.from());
                ledgers.add(new Ledger(
                        one.getKey(),
                        mission,
                        period,
                        Incidents.merged(
                                within.stream().map(line -> line.entry().id()).toList(),
                                within.stream().map(LedgerLine::began).toList(),
                                within.stream().map(line -> line.entry().id()).toList(),
                                single,
                                single::id),
                        byStatus(within, single),
                        rule,
                        count(view, rule, one.getKey(), within, single),
                        missionRule,
                        count(view, missionRule, one.getKey(), within, single)));
            }
        }
        return List.copyOf(ledgers);
    }

    /** Every line of every ledger, ledgers in order, lines in order of taking place; made as they are asked for. */
    public static List<LedgerLine> all(View view) {
        return Joined.of(List.copyOf(lines(view).values()));
    }

    /** The lines of the ledgers of all but the mission. */
    public static List<LedgerLine> ofOthers(View view) {
        Map<ActorId, List<LedgerLine>> lines = new LinkedHashMap<>(lines(view));
        MandateSet mandate = view.mandate();
        if (mandate != null) {
            lines.remove(mandate.mission());
        }
        return Joined.of(List.copyOf(lines.values()));
    }

    private static Map<ActorId, List<LedgerLine>> lines(View view) {
        Map<ActorId, List<LedgerLine>> lines = told(view);
        MandateSet mandate = view.mandate();
        if (mandate != null) {
            // Of the others there may be millions: single observations, each a line of the mission.
            lines.computeIfPresent(
                    mandate.mission(),
                    (mission, told) ->
                            with(view, mission, told, Incidents.of(view).lone()));
        }
        return lines;
    }

    /** Lines, and the line of each of some single observations. */
    private static List<LedgerLine> with(View view, ActorId mission, List<LedgerLine> told, Lone single) {
        return Incidents.merged(
                told,
                told.stream().map(LedgerLine::began).toList(),
                told.stream().map(line -> line.entry().id()).toList(),
                single,
                number -> {
                    IncidentFile file = single.get(number);
                    return line(view, mission, file.members().getFirst(), file);
                });
    }

    /** The lines of what more was said of than one observation. */
    private static Map<ActorId, List<LedgerLine>> told(View view) {
        Map<ActorId, List<LedgerLine>> lines = new LinkedHashMap<>();
        MandateSet mandate = view.mandate();
        if (mandate != null) {
            lines.put(mandate.mission(), new ArrayList<>());
            mandate.parties().forEach(party -> lines.put(party, new ArrayList<>()));
        }
        List<ActorId> others = view.happened(AllegationMade.class).stream()
                .map(held -> held.body().by())
                .filter(by -> !lines.containsKey(by))
                .distinct()
                .sorted(Comparator.comparing(ActorId::value))
                .toList();
        others.forEach(other -> lines.put(other, new ArrayList<>()));
        Incidents incidents = Incidents.of(view);
        for (IncidentFile file : incidents.told()) {
            for (Held<? extends Body> member : file.members()) {
                ActorId owner = owner(member.body(), mandate);
                if (owner != null && lines.containsKey(owner)) {
                    lines.get(owner).add(line(view, owner, member, file));
                }
            }
        }
        lines.values()
                .forEach(list -> list.sort(Comparator.comparing(LedgerLine::began)
                        .thenComparing(line -> line.entry().id())));
        return lines;
    }

    private static @Nullable ActorId owner(Body body, @Nullable MandateSet mandate) {
        return switch (body) {
            case AllegationMade allegation -> allegation.by();
            case Observed _ -> mandate == null ? null : mandate.mission();
            default -> null;
        };
    }

    private static LedgerLine line(View view, ActorId owner, Held<? extends Body> member, IncidentFile file) {
        List<UUID> deciding = file.steps().stream()
                .filter(step -> LedgerLine.decides(step.body()))
                .sorted(Comparator.comparingLong(Held::index))
                .map(Held::id)
                .toList();
        List<UUID> observed = file.members().stream()
                .filter(other -> other.body() instanceof Observed && !(member.body() instanceof Observed))
                .map(Held::id)
                .toList();
        List<UUID> others = file.members().stream()
                .filter(other -> !owner.equals(owner(other.body(), view.mandate())))
                .map(Held::id)
                .toList();
        Status status;
        List<UUID> by;
        if (file.standing() == Standing.REFUTED) {
            status = Status.DENIED;
            by = deciding;
        } else if (file.standing() == Standing.CONFIRMED && file.decided()) {
            status = Status.CONFIRMED;
            by = deciding;
        } else if (!observed.isEmpty()) {
            status = Status.CONFIRMED;
            by = observed;
        } else {
            status = others.isEmpty() ? Status.UNMATCHED : Status.MATCHED;
            by = others;
        }
        ActorId accused = member.body() instanceof AllegationMade allegation ? allegation.accused() : null;
        return new LedgerLine(owner, member, view.began(member), file.act(), accused, status, file, by);
    }

    /** A single observation is the mission's own word, and nobody else's. */
    private static Map<Status, Integer> byStatus(List<LedgerLine> lines, Lone single) {
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0);
        }
        lines.forEach(line -> counts.merge(line.status(), 1, Integer::sum));
        counts.merge(Status.UNMATCHED, single.size(), Integer::sum);
        return counts;
    }

    /** Costs a look at each single observation, but for a rule that counts incidents. */
    private static int count(View view, CountingRule rule, ActorId owner, List<LedgerLine> told, Lone single) {
        if (rule.agreed().unit() == CountingUnit.INCIDENT) {
            return count(view, rule, told) + single.size();
        }
        return count(view, rule, single.size() == 0 ? told : with(view, owner, told, single));
    }

    private static int count(View view, CountingRule rule, List<LedgerLine> lines) {
        return switch (rule.agreed().unit()) {
            case ROUND ->
                (int) lines.stream()
                        .mapToDouble(line -> line.entry().body() instanceof Observed observed
                                ? observed.count().value()
                                : 1)
                        .sum();
            case SERIES ->
                Counting.series(
                        view,
                        rule.agreed(),
                        lines.stream().map(LedgerLine::entry).toList());
            case INCIDENT -> {
                Set<UUID> incidents = new HashSet<>();
                lines.forEach(line -> incidents.add(line.incident().id()));
                yield incidents.size();
            }
        };
    }
}
