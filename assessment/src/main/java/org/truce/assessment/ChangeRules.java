package org.truce.assessment;

import static org.truce.model.kind.Judgement.Level.DETERIORATING;
import static org.truce.model.kind.Judgement.Level.FRAGILE;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.truce.assessment.detection.Reference;
import org.truce.assessment.detection.Signals;
import org.truce.model.kind.Judgement.ParametersAgreed;

/** The rules of the list that look at how things have moved: change of rate, hot spots, clustering. */
final class ChangeRules {
    /** A rise weighs only where the rate comes near to what is tolerated: this share of it. */
    private static final double NEAR = 0.6;

    private static final double RATHER = 0.5;
    /** Chance alone makes such a hot spot once in so many days, or more seldom. */
    private static final double RECURRENCE_DAYS = 365;
    /** More than so many of ten incidents follow an earlier one. */
    private static final double CLUSTERED = 0.5;

    private ChangeRules() {}

    static Reason rateChange(Evidence evidence, ParametersAgreed limits) {
        RateChange change = evidence.change();
        Reference reference = change.reference();
        Signals now = change.signals();
        LocalDate from = change.from();
        LocalDate to = change.to();
        if (reference == null || now == null || from == null || to == null) {
            return new Reason(
                    "rate-change-no-reference",
                    Map.of("days", Reference.LEAST_DAYS, "count", (int) Reference.LEAST_EXPOSURE),
                    null,
                    null,
                    null,
                    DETERIORATING,
                    evidence.effort());
        }
        Signals limit = change.limits();
        Map<String, Object> args = Map.of(
                "rate",
                reference.rate(),
                "from",
                from.toString(),
                "to",
                to.toString(),
                "dispersion",
                reference.dispersion());
        if (limit == null) {
            return new Reason("rate-change-not-calibrated", args, null, now.up(), null, DETERIORATING, List.of());
        }
        boolean near = evidence.rate().exceeds(NEAR * limits.tolerated().value()) > RATHER;
        if (!change.risen()) {
            return new Reason("rate-change", args, true, now.up(), limit.up(), DETERIORATING, evidence.actEntries());
        }
        Map<String, Object> risen = new HashMap<>(args);
        risen.put("since", Objects.requireNonNull(change.since()).toString());
        String code = !near ? "rate-change-rare" : change.confirmed() ? "rate-change-confirmed" : "rate-change-risen";
        return new Reason(code, risen, !near, now.up(), limit.up(), DETERIORATING, evidence.actEntries());
    }

    static Reason hotSpot(Evidence evidence) {
        HotSpot spot = evidence.hotSpot();
        return switch (spot.standing()) {
            case NO_HISTORY ->
                new Reason(
                        "hot-spot-no-history",
                        Map.of("days", Reference.LEAST_DAYS),
                        null,
                        null,
                        null,
                        DETERIORATING,
                        evidence.effort());
            case NO_ACTS -> new Reason("hot-spot", Map.of(), true, null, RECURRENCE_DAYS, DETERIORATING, List.of());
            case JUDGED -> judged(spot);
        };
    }

    private static Reason judged(HotSpot spot) {
        double recurrence = Objects.requireNonNull(spot.recurrenceDays());
        boolean holds = recurrence < RECURRENCE_DAYS;
        return new Reason(
                holds ? "hot-spot" : "hot-spot-found",
                holds
                        ? Map.of()
                        : Map.of(
                                "begin", Objects.requireNonNull(spot.fromKm()),
                                "end", Objects.requireNonNull(spot.toKm()),
                                "days", spot.days(),
                                "count", spot.acts(),
                                "rate", spot.expected()),
                holds,
                recurrence,
                RECURRENCE_DAYS,
                DETERIORATING,
                spot.entries());
    }

    /** A gate that is shut counts against nobody: where little happened nothing can be shown to set off another. */
    static Reason clustering(Clustering clustering) {
        Double low = clustering.low();
        if (clustering.shut() != null || low == null) {
            Clustering.Gate gate = Objects.requireNonNull(clustering.shut());
            return new Reason(
                    "clustering-" + gate.name().toLowerCase(Locale.ROOT),
                    Map.of("count", clustering.acts(), "days", clustering.days()),
                    true,
                    null,
                    CLUSTERED,
                    FRAGILE,
                    List.of());
        }
        return new Reason(
                "clustering",
                Map.of(
                        "share", Objects.requireNonNull(clustering.median()),
                        "low", low,
                        "high", Objects.requireNonNull(clustering.high())),
                low <= CLUSTERED,
                low,
                CLUSTERED,
                FRAGILE,
                List.of());
    }
}
