package org.truce.assessment.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Access;
import org.truce.assessment.ObligationFile;
import org.truce.assessment.Obligations;
import org.truce.assessment.Surveyed;
import org.truce.assessment.claims.Confronted.Query;
import org.truce.assessment.ground.Withdrawal;
import org.truce.model.Coded;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Agreement.WithdrawalLineSet;
import org.truce.model.kind.Observation.AccessRestricted;
import org.truce.model.kind.Observation.PatrolMade;
import org.truce.model.kind.Observation.Restriction;
import org.truce.model.kind.Statement.Measure;
import org.truce.picture.Held;
import org.truce.picture.View;

/** Claims about what was owed: fulfilled, breached, withdrawn, let through. */
final class Conduct {
    /** A zone counts as inspected where so much of the line in it was watched. */
    private static final double INSPECTED = 0.95;

    private static final double METRES = 1000;
    /** With no denial in n attempts the share of denials is below 3 / n at 95 % (rule of three): 30 exclude a tenth. */
    private static final int ATTEMPTS = 30;

    private Conduct() {}

    static Finding done(View view, Query query) {
        ObligationFile file = file(view, query);
        if (file == null) {
            return unnamed(query);
        }
        return switch (file.state()) {
            case FULFILLED -> state(file, Verdict.SUPPORTED);
            case OVERDUE, BREACHED, PARTLY_FULFILLED -> state(file, Verdict.CONTRADICTED);
            case IN_FORCE, REPAIRED ->
                maintained(file) ? state(file, Verdict.SUPPORTED) : state(file, Verdict.NOT_ENOUGH_OBSERVATION);
            case CONDITIONAL, SUSPENDED, SUPERSEDED, ENDED -> state(file, Verdict.SCOPE_NOT_COMPARABLE);
        };
    }

    static Finding breached(View view, Query query) {
        ObligationFile file = file(view, query);
        if (file == null) {
            return unnamed(query);
        }
        if (file.breaches() > 0) {
            return state(file, Verdict.SUPPORTED);
        }
        return switch (file.state()) {
            case FULFILLED -> state(file, Verdict.CONTRADICTED);
            case IN_FORCE, REPAIRED, BREACHED ->
                maintained(file) ? state(file, Verdict.CONTRADICTED) : state(file, Verdict.NOT_ENOUGH_OBSERVATION);
            // Overdue is a fact of the calendar; a breach is what a body finds.
            case OVERDUE, PARTLY_FULFILLED -> state(file, Verdict.NOT_ENOUGH_OBSERVATION);
            case CONDITIONAL, SUSPENDED, SUPERSEDED, ENDED -> state(file, Verdict.SCOPE_NOT_COMPARABLE);
        };
    }

    /** A duty to maintain, of which no breach was found while enough was watched to find one. */
    private static boolean maintained(ObligationFile file) {
        return file.set().body().form() == org.truce.model.kind.Agreement.Form.MAINTAIN
                && file.breaches() == 0
                && !file.flags().contains(ObligationFile.Flag.OBSERVATION_INSUFFICIENT);
    }

    private static @Nullable ObligationFile file(View view, Query query) {
        ObligationFile file = query.claim().obligation() == null
                ? null
                : Obligations.of(view).find(query.claim().obligation());
        ActorId of = query.claim().of();
        return file == null || (of != null && !file.set().body().bearers().contains(of)) ? null : file;
    }

    private static Finding unnamed(Query query) {
        return query.claim().obligation() == null
                ? Finding.of(Verdict.NOT_CHECKABLE, "claim-no-obligation")
                : Finding.of(
                        Verdict.SCOPE_NOT_COMPARABLE,
                        "claim-other-obligation",
                        Map.of("obligation", query.claim().obligation().value()));
    }

    private static Finding state(ObligationFile file, Verdict verdict) {
        return new Finding(
                verdict,
                List.of(new Coded(
                        "claim-state",
                        Map.of(
                                "obligation", file.id().value(),
                                "state", file.state().name(),
                                "count", file.breaches()),
                        file.entries())),
                List.of(Coded.of("claim-if-state")),
                null,
                file.entries());
    }

    static Finding withdrawn(View view, Query query) {
        if (query.claim().value() == null || query.claim().measure() != Measure.KILOMETRES || query.from() == null) {
            return Finding.of(Verdict.NOT_CHECKABLE, "claim-no-distance");
        }
        double metres = query.claim().value() * METRES;
        List<Held<WithdrawalLineSet>> agreed = view.happened(WithdrawalLineSet.class).stream()
                .filter(held -> held.body().distance().value() == metres)
                .toList();
        if (agreed.isEmpty() || query.zone() != null || query.claim().of() != null) {
            return Finding.of(Verdict.SCOPE_NOT_COMPARABLE, "claim-no-line");
        }
        List<UUID> inside = new ArrayList<>();
        List<UUID> perhaps = new ArrayList<>();
        for (Withdrawal one : Withdrawal.of(view)) {
            boolean then = !view.began(one.sighting())
                    .isBefore(query.from().atStartOfDay(view.zone()).toInstant());
            if (then && agreed.contains(one.agreed())) {
                (one.word() == Withdrawal.Word.IN_VIOLATION ? inside : perhaps)
                        .add(one.sighting().id());
            }
        }
        Surveyed watched = Surveyed.of(view, null, query.from(), query.to());
        double coverage = watched == null ? 0 : watched.coverage();
        Verdict verdict = !inside.isEmpty()
                ? Verdict.CONTRADICTED
                : perhaps.isEmpty() && coverage >= INSPECTED ? Verdict.SUPPORTED : Verdict.NOT_ENOUGH_OBSERVATION;
        return new Finding(
                        verdict,
                        List.of(Coded.of(
                                "claim-sighted",
                                Map.of("count", inside.size(), "others", perhaps.size(), "coverage", coverage))),
                        List.of(Coded.of("claim-if-sighted")),
                        coverage,
                        inside)
                .on(perhaps)
                .on(agreed.stream().map(Held::id).toList());
    }

    static Finding access(View view, Query query) {
        if (query.zone() != null || query.from() == null) {
            return Finding.of(Verdict.SCOPE_NOT_COMPARABLE, "claim-not-by-zone");
        }
        var start = query.from().atStartOfDay(view.zone()).toInstant();
        List<ActorId> parties =
                view.mandate() == null ? List.of() : view.mandate().parties();
        ActorId of = query.claim().of();
        List<Held<AccessRestricted>> denied = view.happened(AccessRestricted.class).stream()
                .filter(held -> held.body().restriction() == Restriction.DENIAL)
                .filter(held -> !view.began(held).isBefore(start))
                .filter(held -> of == null || of.equals(Access.party(view, held, parties)))
                .toList();
        double made = view.happened(PatrolMade.class).stream()
                .filter(held -> !view.began(held).isBefore(start))
                .mapToDouble(held -> held.body().patrols() == null
                        ? 1
                        : held.body().patrols().value())
                .sum();
        List<UUID> entries = denied.stream().map(Held::id).toList();
        Verdict verdict = !denied.isEmpty()
                ? Verdict.CONTRADICTED
                : made >= ATTEMPTS ? Verdict.SUPPORTED : Verdict.NOT_ENOUGH_OBSERVATION;
        return new Finding(
                verdict,
                List.of(Coded.of("claim-access", Map.of("count", denied.size(), "attempts", made + denied.size()))),
                List.of(
                        denied.isEmpty()
                                ? Coded.of("claim-if-attempts", Map.of("count", ATTEMPTS))
                                : Coded.of("claim-if-withdrawn")),
                null,
                entries);
    }
}
