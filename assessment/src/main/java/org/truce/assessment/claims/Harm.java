package org.truce.assessment.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Parameters;
import org.truce.assessment.Surveyed;
import org.truce.assessment.claims.Confronted.Query;
import org.truce.model.Coded;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Body;
import org.truce.model.kind.Corridor.PassageCounted;
import org.truce.model.kind.Corridor.PassageObstructed;
import org.truce.model.kind.Ground.MandateSet;
import org.truce.model.kind.Incident.AllegationMade;
import org.truce.model.kind.Incident.IncidentLinked;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.Comparator;
import org.truce.model.kind.Statement.Event;
import org.truce.model.kind.Statement.EventReported;
import org.truce.model.kind.Statement.Status;
import org.truce.model.quantity.Casualties;
import org.truce.picture.Held;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.View;

/**
 * Claims about what acts did: persons killed or wounded, and passages obstructed; that there were none, or so many. The
 * same bounds for whoever claims, and for whomever it is claimed of.
 */
final class Harm {
    private final View view;
    private final Query query;
    private final List<UUID> entries = new ArrayList<>();
    private double low;
    private double high;
    private double coverage;
    private boolean complete;

    private Harm(View view, Query query) {
        this.view = view;
        this.query = query;
    }

    /** Whether a claim speaks of it. */
    static boolean speaks(Query query) {
        Event event = query.claim().event();
        return event == Event.CASUALTY || event == Event.CORRIDOR_OBSTRUCTION;
    }

    /** None, or so many. */
    static Finding of(View view, Query query, boolean none) {
        ClaimMade claim = query.claim();
        Comparator comparator = none ? Comparator.EQUAL : claim.comparator();
        Double value = none ? (Double) 0.0 : claim.value();
        LocalDate from = query.from();
        if (from == null || comparator == null || value == null) {
            return Finding.of(Verdict.NOT_CHECKABLE, from == null ? "claim-no-period" : "claim-no-number");
        }
        Harm harm = new Harm(view, query);
        boolean counted = claim.event() == Event.CASUALTY ? harm.casualties(from) : harm.obstructions(from);
        if (!counted) {
            return Finding.of(
                    Verdict.SCOPE_NOT_COMPARABLE, claim.of() == null ? "claim-not-by-zone" : "claim-whose-harm");
        }
        Bounds bounds = new Bounds(harm.low, harm.high, harm.complete);
        Verdict verdict = bounds.against(comparator, value);
        // What somebody reports and nobody confirmed neither supports "none" nor contradicts it.
        if (none && verdict == Verdict.SUPPORTED && harm.high > 0) {
            verdict = Verdict.NOT_ENOUGH_OBSERVATION;
        }
        return new Finding(
                verdict,
                List.of(Coded.of(
                        claim.event() == Event.CASUALTY ? "claim-casualties" : "claim-obstructions",
                        Map.of("low", harm.low, "high", harm.high, "coverage", harm.coverage))),
                List.of(Coded.of("claim-if-count")),
                harm.coverage,
                harm.entries);
    }

    /** Of confirmed acts the least that was told; at most what was told of any act that was not refuted. */
    private boolean casualties(LocalDate from) {
        Surveyed found = Surveyed.of(view, query.zone(), from, query.to());
        if (found == null || query.claim().of() != null) {
            return false;
        }
        List<IncidentFile> all = new ArrayList<>(found.acts());
        all.addAll(found.near());
        for (IncidentFile file : all) {
            List<Casualties> told = told(file);
            if (told.isEmpty() || file.standing() == Standing.REFUTED) {
                continue;
            }
            boolean sure = file.standing() == Standing.CONFIRMED && found.acts().contains(file);
            low += sure ? least(told, Harm::atLeast) : 0;
            high += told.stream().mapToDouble(Harm::atMost).max().orElse(0);
            entries.add(file.id());
        }
        ParametersAgreed limits = Parameters.of(view).agreed();
        coverage = found.coverage();
        double power =
                found.coveredDays() > 0 ? found.rate().power(limits.tolerated().value()) : 0;
        complete = coverage >= Bounds.COMPLETE && power >= limits.power().value();
        return true;
    }

    private static double least(List<Casualties> told, ToDoubleFunction<Casualties> of) {
        return told.stream().mapToDouble(of).min().orElse(0);
    }

    private List<Casualties> told(IncidentFile file) {
        List<Casualties> told = new ArrayList<>();
        for (UUID id : file.entries()) {
            Held<Body> held = view.find(id);
            Casualties one = switch (held == null ? null : held.body()) {
                case IncidentLinked link -> link.casualties();
                case AllegationMade allegation -> allegation.casualties();
                case null, default -> null;
            };
            if (one != null) {
                told.add(one);
            }
        }
        return told;
    }

    private static double atLeast(Casualties one) {
        return (one.low() != null ? one.low() : killed(one)) + wounded(one);
    }

    private static double atMost(Casualties one) {
        return (one.high() != null ? one.high() : killed(one)) + wounded(one);
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

    /** Those that the mission recorded; at most also those that others did, and that reports assert. */
    private boolean obstructions(LocalDate from) {
        Instant start = from.atStartOfDay(view.zone()).toInstant();
        MandateSet mandate = view.mandate();
        ActorId of = query.claim().of();
        for (Held<PassageObstructed> held : view.happened(PassageObstructed.class)) {
            ActorId by = held.body().by() == null ? null : held.body().by().actor();
            boolean there =
                    query.zone() == null || query.zone().equals(held.body().corridor());
            if (!there || view.ended(held.entry()).isBefore(start) || (of != null && !of.equals(by) && by != null)) {
                continue;
            }
            boolean mission = mandate != null && held.entry().author().actor().equals(mandate.mission());
            low += mission && (of == null || of.equals(by)) ? 1 : 0;
            high++;
            entries.add(held.id());
        }
        for (Held<EventReported> held : view.happened(EventReported.class)) {
            if (held.body().event() == Event.CORRIDOR_OBSTRUCTION
                    && held.body().status() == Status.ASSERTED
                    && !view.began(held).isBefore(start)) {
                high++;
                entries.add(held.id());
            }
        }
        Set<LocalDate> counted = new HashSet<>();
        for (Held<PassageCounted> held : view.happened(PassageCounted.class)) {
            LocalDate day = view.began(held).atZone(view.zone()).toLocalDate();
            if (!day.isBefore(from)
                    && !day.isAfter(query.to())
                    && (query.zone() == null || query.zone().equals(held.body().corridor()))) {
                counted.add(day);
            }
        }
        coverage = (double) counted.size() / (ChronoUnit.DAYS.between(from, query.to()) + 1);
        complete = coverage >= Bounds.COMPLETE;
        return true;
    }
}
