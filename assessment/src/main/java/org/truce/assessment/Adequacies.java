package org.truce.assessment;

import java.time.LocalDate;
import org.truce.assessment.rate.Coverage;
import org.truce.assessment.rate.UncertainRate;
import org.truce.model.kind.Judgement.ParametersAgreed;

/** How much was watched of a scope in the window that ends with a day. */
final class Adequacies {
    private Adequacies() {}

    static Assessment.Adequacy of(Survey survey, Scope scope, LocalDate last) {
        ParametersAgreed limits = survey.limits();
        LocalDate first = last.minusDays(limits.windowDays() - 1L);
        double covered = survey.covered(scope, first, last);
        double hours = covered * 24;
        double coverage = StrictMath.min(1, covered / limits.windowDays());
        int acts = survey.number(scope, first, last);
        UncertainRate rate =
                UncertainRate.of(acts, limits.windowDays(), Coverage.within(coverage, survey.coverageError()));
        return new Assessment.Adequacy(
                first,
                last,
                limits.windowDays(),
                covered,
                covered / limits.windowDays(),
                rate.power(limits.tolerated().value()),
                covered > 0 ? HonestStatement.upper95(acts, rate) : null,
                hours,
                limits.windowDays() * 24 - hours,
                acts,
                survey.alleged(scope, first, last),
                survey.hours(scope, first, last, Effort.Day::light).share(),
                survey.hours(scope, first, last, Effort.Day::dark).share(),
                survey.unwatched(scope, last).stretches(),
                survey.effortEntries(first, last));
    }
}
