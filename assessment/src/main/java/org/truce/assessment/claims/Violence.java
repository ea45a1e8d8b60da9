package org.truce.assessment.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.truce.assessment.Parameters;
import org.truce.assessment.Surveyed;
import org.truce.assessment.claims.Confronted.Query;
import org.truce.assessment.rate.Percentage;
import org.truce.assessment.resolution.Resolution;
import org.truce.model.Coded;
import org.truce.model.id.ActorId;
import org.truce.model.kind.Incident.FindingMade;
import org.truce.model.kind.Judgement.ParametersAgreed;
import org.truce.model.kind.Statement.ClaimMade;
import org.truce.model.kind.Statement.Comparator;
import org.truce.model.kind.Statement.Event;
import org.truce.model.kind.Statement.Measure;
import org.truce.model.quantity.Hours;
import org.truce.picture.IncidentFile;
import org.truce.picture.IncidentFile.Standing;
import org.truce.picture.View;

/** Claims about acts of violence: none, how many, fewer or more than before, and how quickly they were resolved. */
final class Violence {
    /** A change in percent is met within so many points of what was said. */
    private static final double POINTS = 0.10;

    private static final double RESOLVED = 0.8;
    private static final double NOT_RESOLVED = 0.5;

    private Violence() {}

    static Finding noneSince(View view, Query query) {
        Surveyed found = survey(view, query, query.from());
        if (found == null) {
            return notCounted(query);
        }
        List<IncidentFile> confirmed =
                whose(found.acts(Standing.CONFIRMED), query.claim().of());
        ParametersAgreed limits = Parameters.of(view).agreed();
        double power = power(found, limits);
        Coded watched = Coded.of(
                "claim-power",
                Map.of(
                        "coverage",
                        found.coverage(),
                        "power",
                        power,
                        "rate",
                        limits.tolerated().value()));
        if (!confirmed.isEmpty()) {
            return new Finding(
                    Verdict.CONTRADICTED,
                    List.of(contains(confirmed)),
                    List.of(Coded.of("claim-if-refuted")),
                    found.coverage(),
                    ids(confirmed));
        }
        if (query.claim().of() != null && !found.acts(Standing.CONFIRMED).isEmpty()) {
            return notAttributed(found.acts(Standing.CONFIRMED), found);
        }
        List<IncidentFile> others = unconfirmed(found);
        if (!others.isEmpty()) {
            return new Finding(
                    Verdict.NOT_ENOUGH_OBSERVATION,
                    List.of(notConfirmed(others), watched),
                    List.of(Coded.of("claim-if-confirmed")),
                    found.coverage(),
                    ids(others));
        }
        boolean enough = power >= limits.power().value();
        return new Finding(
                enough ? Verdict.SUPPORTED : Verdict.NOT_ENOUGH_OBSERVATION,
                List.of(Coded.of("claim-none-recorded"), watched),
                List.of(enough ? Coded.of("claim-if-act") : ifWatched(found, limits)),
                found.coverage(),
                found.effort());
    }

    private static double power(Surveyed found, ParametersAgreed limits) {
        return found.coveredDays() > 0 ? found.rate().power(limits.tolerated().value()) : 0;
    }

    /** The fully-covered days without an act that would have sufficed: power p against rate λ asks for −ln(1 − p) / λ. */
    private static Coded ifWatched(Surveyed found, ParametersAgreed limits) {
        double needed =
                -StrictMath.log1p(-limits.power().value()) / limits.tolerated().value();
        return Coded.of("claim-if-watched", Map.of("days", needed, "had", found.coveredDays()));
    }

    static Finding count(View view, Query query) {
        ClaimMade claim = query.claim();
        if (claim.value() == null || claim.comparator() == null || query.from() == null) {
            return Finding.of(Verdict.NOT_CHECKABLE, query.from() == null ? "claim-no-period" : "claim-no-number");
        }
        Surveyed found = survey(view, query, query.from());
        if (found == null) {
            return notCounted(query);
        }
        List<IncidentFile> confirmed = whose(found.acts(Standing.CONFIRMED), claim.of());
        // Whoever speaks of one side's acts is answered with those that a finding attributed to that side.
        if (claim.of() != null
                && confirmed.size() < found.acts(Standing.CONFIRMED).size()) {
            return notAttributed(found.acts(Standing.CONFIRMED), found);
        }
        List<IncidentFile> others = unconfirmed(found);
        double most = found.coveredDays() > 0
                ? StrictMath.ceil((confirmed.size() + others.size()) / found.coverage() - 1e-9)
                : Double.POSITIVE_INFINITY;
        Bounds bounds = new Bounds(confirmed.size(), most, found.coverage() >= Bounds.COMPLETE);
        List<Coded> reasons = new ArrayList<>();
        reasons.add(Coded.of(
                "claim-counted",
                Map.of(
                        "count",
                        confirmed.size(),
                        "others",
                        others.size(),
                        "coverage",
                        found.coverage(),
                        "rule",
                        Parameters.of(view).agreed().countingRule())));
        List<UUID> entries = new ArrayList<>(ids(confirmed));
        entries.addAll(ids(others));
        return new Finding(
                bounds.against(claim.comparator(), claim.value()),
                reasons,
                List.of(Coded.of("claim-if-count")),
                found.coverage(),
                entries);
    }

    static Finding changedBy(View view, Query query) {
        ClaimMade claim = query.claim();
        Comparator comparator = claim.comparator();
        boolean less = comparator == Comparator.LESS || comparator == Comparator.AT_MOST;
        boolean more = comparator == Comparator.MORE || comparator == Comparator.AT_LEAST;
        if (query.from() == null || !(less || more)) {
            return Finding.of(Verdict.NOT_CHECKABLE, query.from() == null ? "claim-no-period" : "claim-no-direction");
        }
        Surveyed later = survey(view, query, query.from());
        if (later == null) {
            return notCounted(query);
        }
        if (claim.of() != null) {
            return notAttributed(later.acts(Standing.CONFIRMED), later);
        }
        Surveyed earlier = Surveyed.of(
                view,
                query.zone(),
                later.from().minusDays(later.days()),
                later.from().minusDays(1));
        if (earlier == null || !(earlier.coveredDays() > 0) || !(later.coveredDays() > 0)) {
            return Finding.of(Verdict.NOT_ENOUGH_OBSERVATION, "claim-not-watched")
                    .watched(0);
        }
        RateRatio ratio = RateRatio.of(later.rate(), earlier.rate());
        List<UUID> entries = new ArrayList<>(ids(earlier.acts(Standing.CONFIRMED)));
        entries.addAll(ids(later.acts(Standing.CONFIRMED)));
        Double percent = claim.measure() == Measure.PERCENT ? claim.value() : null;
        return new Finding(
                ratio(ratio, less, percent),
                List.of(Coded.of(
                        "claim-ratio",
                        Map.of(
                                "low", ratio.low(),
                                "high", ratio.high(),
                                "before", earlier.acts(Standing.CONFIRMED).size(),
                                "count", later.acts(Standing.CONFIRMED).size(),
                                "coverage", later.coverage(),
                                "covered", earlier.coverage()))),
                List.of(Coded.of("claim-if-ratio")),
                StrictMath.min(later.coverage(), earlier.coverage()),
                entries);
    }

    private static Verdict ratio(RateRatio ratio, boolean less, @Nullable Double percent) {
        boolean against = less ? ratio.low() > 1 : ratio.high() < 1;
        if (against) {
            return Verdict.CONTRADICTED;
        }
        if (percent == null) {
            boolean with = less ? ratio.high() < 1 : ratio.low() > 1;
            return with ? Verdict.SUPPORTED : Verdict.NOT_ENOUGH_OBSERVATION;
        }
        double said = less ? 1 - percent / 100 : 1 + percent / 100;
        if (ratio.low() >= said - POINTS && ratio.high() <= said + POINTS) {
            return Verdict.SUPPORTED;
        }
        boolean outside = ratio.low() > said + POINTS || ratio.high() < said - POINTS;
        return outside ? Verdict.CONTRADICTED : Verdict.NOT_ENOUGH_OBSERVATION;
    }

    static Finding resolvedWithin(View view, Query query) {
        ClaimMade claim = query.claim();
        if (query.zone() != null) {
            return Finding.of(Verdict.SCOPE_NOT_COMPARABLE, "claim-not-by-zone");
        }
        boolean said = claim.value() != null && claim.measure() == Measure.HOURS;
        Parameters agreed = Parameters.of(view);
        if (!said && agreed.entry() == null) {
            return Finding.of(Verdict.NOT_CHECKABLE, "claim-no-limit");
        }
        Hours limit = said && claim.value() != null
                ? new Hours(claim.value())
                : agreed.agreed().resolutionLimit();
        Resolution found = Resolution.of(view, view.valid(), limit);
        Finding finding = found.cases() == 0
                ? Finding.of(Verdict.NOT_ENOUGH_OBSERVATION, "claim-nothing-to-resolve")
                : new Finding(
                        found.within().low() >= RESOLVED
                                ? Verdict.SUPPORTED
                                : found.within().high() < NOT_RESOLVED
                                        ? Verdict.CONTRADICTED
                                        : Verdict.NOT_ENOUGH_OBSERVATION,
                        List.of(resolved(found, limit)),
                        List.of(Coded.of("claim-if-closed")),
                        null,
                        found.entries());
        return said ? finding : finding.because(Coded.of("claim-limit-agreed", Map.of("hours", limit.value())));
    }

    private static Coded resolved(Resolution found, Hours limit) {
        return Percentage.told(found.cases())
                ? Coded.of(
                        "claim-resolved",
                        Map.of(
                                "count", found.cases(),
                                "hours", limit.value(),
                                "low", found.within().low(),
                                "high", found.within().high()))
                : Coded.of(
                        "claim-resolved-few",
                        Map.of(
                                "count", found.cases(),
                                "hours", limit.value(),
                                "resolved", found.resolved(),
                                "open", found.open()));
    }

    private static @Nullable Surveyed survey(View view, Query query, @Nullable LocalDate from) {
        Event event = query.claim().event();
        boolean counted = event == null || event == Event.CEASEFIRE_VIOLATION;
        return counted && from != null ? Surveyed.of(view, query.zone(), from, query.to()) : null;
    }

    private static Finding notCounted(Query query) {
        Event event = query.claim().event();
        return Finding.of(
                Verdict.SCOPE_NOT_COMPARABLE,
                "claim-not-counted",
                Map.of("event", event == null ? "" : org.truce.model.kind.Body.wire(event)));
    }

    private static Finding notAttributed(List<IncidentFile> acts, Surveyed found) {
        return new Finding(
                Verdict.SCOPE_NOT_COMPARABLE,
                List.of(Coded.of("claim-not-attributed", Map.of("count", acts.size()))),
                List.of(Coded.of("claim-if-attributed")),
                found.coverage(),
                ids(acts));
    }

    private static List<IncidentFile> unconfirmed(Surveyed found) {
        List<IncidentFile> others = new ArrayList<>(found.acts());
        others.removeIf(file -> file.standing() == Standing.CONFIRMED);
        others.addAll(found.near());
        return others;
    }

    /** The acts that the newest finding on each attributes to somebody; all of them where nobody is named. */
    private static List<IncidentFile> whose(List<IncidentFile> acts, @Nullable ActorId of) {
        return acts.stream()
                .filter(file -> of == null || of.equals(attributed(file)))
                .toList();
    }

    private static @Nullable ActorId attributed(IncidentFile file) {
        ActorId newest = null;
        for (var step : file.steps()) {
            newest = step.body() instanceof FindingMade finding ? finding.attributedTo() : newest;
        }
        return newest;
    }

    private static Coded contains(List<IncidentFile> acts) {
        return new Coded("claim-record-contains", Map.of("count", acts.size()), ids(acts));
    }

    private static Coded notConfirmed(List<IncidentFile> acts) {
        return new Coded("claim-not-confirmed", Map.of("count", acts.size()), ids(acts));
    }

    private static List<UUID> ids(List<IncidentFile> acts) {
        return acts.stream().map(IncidentFile::id).toList();
    }
}
