package org.truce.assessment;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.truce.assessment.rate.UncertainRate;
import org.truce.model.Coded;
import org.truce.model.kind.Judgement.ParametersAgreed;

/**
 * What was recorded, said honestly: the count never without the coverage, the power and the rate that cannot be
 * excluded. There is no way to have one of the sentences alone. methods.md §1.2 and §1.3.
 */
final class HonestStatement {
    private static final int NAMED = 3;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private HonestStatement() {}

    static List<Coded> of(Assessment.Adequacy adequacy, ParametersAgreed limits, Evidence evidence, ZoneId zone) {
        List<Coded> sentences = new ArrayList<>();
        sentences.add(new Coded(
                evidence.acts() == 0 ? "none-recorded" : "acts-recorded",
                Map.of(
                        "count", evidence.acts(),
                        "from", adequacy.from().toString(),
                        "to", adequacy.to().toString(),
                        "days", adequacy.windowDays(),
                        "rule", limits.countingRule()),
                evidence.actEntries()));
        if (adequacy.alleged() > 0) {
            sentences.add(Coded.of("alleged-only", Map.of("count", adequacy.alleged())));
        }
        if (!(evidence.coveredDays() > 0)) {
            sentences.add(Coded.of(
                    "nothing-watched", Map.of("hours", adequacy.missingHours(), "days", adequacy.windowDays())));
            sentences.addAll(unwatched(adequacy, zone));
            sentences.add(Coded.of("nothing-excluded"));
            return List.copyOf(sentences);
        }
        sentences.add(new Coded(
                "coverage-was",
                Map.of(
                        "coverage", adequacy.coverage(),
                        "hours", adequacy.hours(),
                        "missing", adequacy.missingHours(),
                        "gap", evidence.gapMetres() / 1000),
                evidence.effort()));
        if (adequacy.byDay() != null && adequacy.byNight() != null) {
            sentences.add(Coded.of("coverage-by-light", Map.of("light", adequacy.byDay(), "dark", adequacy.byNight())));
        }
        sentences.addAll(unwatched(adequacy, zone));
        sentences.add(Coded.of("power-was", Map.of("rate", limits.tolerated().value(), "power", adequacy.power())));
        sentences.add(rate(evidence));
        return List.copyOf(sentences);
    }

    /** The longest stretches by name, the others by their number. */
    private static List<Coded> unwatched(Assessment.Adequacy adequacy, ZoneId zone) {
        List<Coded> sentences = new ArrayList<>();
        List<Stretch> stretches = adequacy.unwatched();
        for (Stretch stretch : stretches.subList(0, StrictMath.min(NAMED, stretches.size()))) {
            Map<String, Object> km = Map.of("begin", stretch.fromKm(), "end", stretch.toKm());
            sentences.add(
                    stretch.since() == null
                            ? Coded.of("stretch-never-watched", km)
                            : Coded.of(
                                    "stretch-unwatched",
                                    Map.of(
                                            "begin", stretch.fromKm(),
                                            "end", stretch.toKm(),
                                            "since",
                                                    stretch.since()
                                                            .atZone(zone)
                                                            .toLocalDate()
                                                            .toString(),
                                            "time", CLOCK.format(stretch.since().atZone(zone)))));
        }
        if (stretches.size() > NAMED) {
            sentences.add(Coded.of("stretches-more", Map.of("count", stretches.size() - NAMED)));
        }
        return sentences;
    }

    private static Coded rate(Evidence evidence) {
        UncertainRate rate = evidence.rate();
        return evidence.acts() == 0
                ? Coded.of("rates-not-excluded", Map.of("rate", upper95(0, rate)))
                : Coded.of(
                        "rate-interval",
                        Map.of("rate", rate.central(), "low", rate.quantile(0.05), "high", rate.quantile(0.95)));
    }

    /** The rate that cannot be excluded at 95 %: that at which none is seen so seldom, else the posterior's. */
    static double upper95(int acts, UncertainRate rate) {
        return acts == 0 ? rate.upper95AfterNone() : rate.quantile(0.95);
    }
}
